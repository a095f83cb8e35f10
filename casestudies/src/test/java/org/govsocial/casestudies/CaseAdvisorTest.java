package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.model.Citation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CaseAdvisorTest {
    private static final CaseLibrary LIBRARY = CaseLibrary.of(Guidance.of(List.of(new CaseStudies())));
    private static final CaseSearch SEARCH = LIBRARY.search();

    @AfterAll
    static void close() {
        SEARCH.close();
    }

    private static Situation situation(String json) throws IOException {
        return Situation.read("plan.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Recommendation> recommended(String json) throws IOException {
        return new CaseAdvisor(LIBRARY, SEARCH).recommend(situation(json), 5);
    }

    @Test
    void a_plan_finds_cases_like_it_and_says_why() throws IOException {
        var best = recommended("""
                {"title": "Have your say", "purpose": "Consult residents on the long-term plan", "audience": "residents",
                 "context": "policy consultation", "stage": "engaged", "tools": ["social-network"],
                 "platforms": ["Facebook", {"id": "twitter", "url": "https://x.com/a"}], "budget": {"hours": 3}}""");
        var ids = best.stream().map(r -> r.recommended().id()).toList();
        assertTrue(ids.contains("C-09"), ids::toString);
        Recommendation councils = best.get(ids.indexOf("C-09"));
        assertTrue(
                councils.reasons().contains("the same platform: Facebook, X (Twitter)"), councils.reasons()::toString);
        assertTrue(councils.reasons().contains("the same context: policy consultation"));
        assertTrue(
                councils.reasons().stream().anyMatch(r -> r.startsWith("it speaks of ")), councils.reasons()::toString);
        assertFalse(councils.lessons().isEmpty());
        assertEquals(
                best.stream()
                        .map(Recommendation::score)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList(),
                best.stream().map(Recommendation::score).toList());
    }

    @Test
    void an_incident_finds_what_went_wrong_in_the_same_way() throws IOException {
        var best = recommended(
                "{\"what\": \"A joke that offended\", \"types\": [\"questionable-humour\"], \"platform\": \"x\"}");
        assertEquals("M-01", best.get(0).recommended().id());
        assertTrue(best.get(0).reasons().contains("the same type of mishap: questionable humour"));
    }

    @Test
    void a_word_in_two_forms_is_named_once() throws IOException {
        var accounts = recommended("{\"what\": \"A remark from the wrong accounts\", \"platform\": \"x\"}").stream()
                .filter(r -> r.recommended().id().equals("M-02"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                accounts.recommended().lessons().stream().anyMatch(l -> l.text().contains("accounts")));
        assertTrue(
                accounts.reasons().stream()
                        .anyMatch(r -> r.matches("it speaks of .*\\baccount\\b.*") && !r.contains("accounts")),
                accounts.reasons()::toString);
    }

    @Test
    void lessons_on_what_a_check_found_come_first() throws IOException {
        String plan = "{\"purpose\": \"Draft an Act with the public\", \"tools\": [\"wiki\"]%s}";
        String gaps =
                ", \"findings\": [{\"rule\": \"x/y\", \"cites\": {\"document\": \"toolbox\", \"statement\": \"SETUP-ARCHIVE\"}}]";
        var wiki = recommended(plan.formatted(gaps)).get(0);
        assertEquals("C-05", wiki.recommended().id());
        assertEquals(List.of(new Citation("toolbox", "SETUP-ARCHIVE")), wiki.gaps());
        assertEquals("Keep the record.", wiki.lessons().get(0).text());
        var without = recommended(plan.formatted("")).stream()
                .filter(r -> r.recommended().id().equals("C-05"))
                .findFirst()
                .orElseThrow();
        assertTrue(wiki.score() > without.score());
        assertEquals(List.of(), without.gaps());
    }

    @Test
    void a_gap_also_meets_cases_on_statements_that_are_linked_with_it() {
        var gap = new Citation("case-studies", "CS-C05-TBX");
        assertTrue(LIBRARY.cases().stream().noneMatch(c -> c.cites().contains(gap)));
        var best = new CaseAdvisor(LIBRARY, SEARCH).recommend(new Situation("", Map.of(), List.of(gap)), 5);
        assertEquals("C-05", best.get(0).recommended().id());
        assertEquals(List.of(gap), best.get(0).gaps());
        assertTrue(
                best.get(0).reasons().get(0).contains("CS-C05-TBX"), best.get(0).reasons()::toString);
    }

    @Test
    void a_plan_in_its_format_is_checked_by_the_rules_that_are_loaded() throws IOException {
        try (InputStream plan = Files.newInputStream(Path.of("..", "samples", "plan", "plan.json"))) {
            Situation situation = Situation.readPlan("plan.json", plan, Guidance.of(List.of(new CaseStudies())));
            assertEquals(Set.of("facebook"), situation.values().get(Facet.PLATFORM));
            assertEquals(Set.of("community-engagement"), situation.values().get(Facet.CONTEXT));
            assertEquals(Set.of("active"), situation.values().get(Facet.STAGE));
            assertTrue(situation.words().contains("Families tell us"), situation.words());
            assertEquals(List.of(), situation.gaps(), "no rule for plans is loaded here");
        }
        String wrong = "{\"format\": 1, \"id\": \"a\", \"title\": \"A\", \"goal\": \"b\"}";
        JsonException refused = assertThrows(
                JsonException.class,
                () -> Situation.readPlan(
                        "plan.json",
                        new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8)),
                        Guidance.of(List.of())));
        assertTrue(refused.getMessage().contains("/goal"), refused.getMessage());
    }

    @Test
    void a_report_gives_its_gaps() throws IOException {
        var report = situation("""
                {"tool": {"name": "govsocial"}, "subjects": [{"id": "p", "findings": [
                  {"cites": {"document": "toolbox", "statement": "SETUP-END", "modality": "SHOULD"}}]}]}""");
        assertEquals(List.of(new Citation("toolbox", "SETUP-END")), report.gaps());
    }

    @Test
    void nothing_is_like_nothing() throws IOException {
        assertEquals(List.of(), recommended("{}"));
        assertEquals(List.of(), recommended("{\"unknown\": [1, {\"deep\": null}]}"));
    }

    @Test
    void what_is_no_plan_is_refused_with_its_place() {
        JsonException list = assertThrows(JsonException.class, () -> situation("[]"));
        assertTrue(list.getMessage().contains("plan.json"), list.getMessage());
        assertThrows(JsonException.class, () -> situation("{\"purpose\": "));
        assertThrows(JsonException.class, () -> situation("{} {}"));
    }
}
