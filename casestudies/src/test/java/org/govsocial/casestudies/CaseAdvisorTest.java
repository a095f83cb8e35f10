package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
