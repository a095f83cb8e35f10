package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.casestudies.ContributionReview;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.json.JsonInput;
import org.govsocial.model.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CasesVerbTest {
    private static final Path SAMPLES = Path.of("samples", "cases");

    private record Ran(int code, String out, String err) {
        /** Wrapped lines as one. */
        String flowing() {
            return out.replaceAll("\\s+", " ");
        }
    }

    private static Ran run(String in, String... args) {
        var all = new ArrayList<>(List.of("cases"));
        all.addAll(List.of(args));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                all.toArray(String[]::new), new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Ran cases(String... args) {
        Ran ran = run("", args);
        assertEquals(0, ran.code(), ran::err);
        return ran;
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    private static void assertJson(String text) throws IOException {
        JsonInput in = JsonInput.of("out", text).strictKeys(true);
        in.skipValue();
        in.end();
    }

    @Test
    void search_gives_the_best_first_with_macrons_and_without() throws IOException {
        assertTrue(cases("search", "measles").out().startsWith("C-04: "));
        assertEquals(
                cases("search", "kaikoura").out(), cases("search", "Kaikōura").out());
        String json = cases("search", "measles", "--format", "json").out();
        assertJson(json);
        assertTrue(json.indexOf("\"id\": \"C-04\"") > 0, json);
        assertTrue(cases("search", "measles", "--explain", "--limit", "1").out().contains("weight("));
    }

    @Test
    void options_narrow_a_search() {
        assertTrue(cases("search", "--country", "au").out().contains("C-28"));
        String both = cases("search", "--country", "au,gb").out();
        assertTrue(both.contains("C-28") && both.contains("C-29"), both);
        assertTrue(cases("search", "police", "--tool", "wiki").out().startsWith("C-05"));
        assertEquals(
                cases("search", "flood", "--platform", "x").out(),
                cases("search", "flood", "--platform", "Twitter").out());
    }

    @Test
    void an_index_on_disk_finds_the_same(@TempDir Path folder) {
        String kept = folder.resolve("index").toString();
        String memory = cases("search", "election").out();
        assertEquals(memory, cases("search", "election", "--index", kept).out());
        assertEquals(memory, cases("search", "election", "--index", kept).out());
    }

    @Test
    void show_names_sources_and_how_sure_it_is() throws IOException {
        String out = cases("show", "m-03").flowing();
        for (String expected : List.of("M-03: No more updates", "Newshub", "Confidence: high.", "Never fall silent")) {
            assertTrue(out.contains(expected), () -> expected + " in " + out);
        }
        assertJson(cases("show", "M-03", "--format", "json").out());
    }

    @Test
    void recommend_says_why_and_what_it_teaches() throws IOException {
        String out = cases("recommend", "--plan", sample("plan.json")).flowing();
        assertTrue(out.contains("C-09: Two councils"), out);
        assertTrue(out.contains("the same context: policy consultation"), out);
        assertTrue(out.contains("what the check of your plan found: LEG-16-NOW, Say in advance"), out);
        assertTrue(
                cases("recommend", "--incident", sample("incident.json")).out().startsWith("M-01"));
        assertJson(cases("recommend", "--plan", sample("plan.json"), "--format", "json")
                .out());
    }

    @Test
    void compare_facets_and_stats_speak() throws IOException {
        assertTrue(cases("compare", "M-03", "C-28").flowing().contains("M-03: went wrong C-28: worked"));
        assertTrue(cases("facets").out().contains("--mishap questionable-humour"));
        assertTrue(cases("stats").out().contains("48        cases"));
        assertJson(cases("facets", "--format", "json").out());
        assertJson(cases("stats", "--format", "json").out());
        assertJson(cases("compare", "M-03", "C-28", "--format", "json").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "markdown", "md", "atom", "jsonld"})
    void export_writes_each_format(String format, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("cases.out");
        cases("export", "--format", format, "--output", file.toString());
        assertTrue(Files.readString(file).contains("Share an Idea"));
    }

    @Test
    void export_writes_a_website(@TempDir Path folder) throws IOException {
        Ran ran = cases("export", "--format", "html", "--output", folder.toString());
        assertTrue(ran.err().contains("index.html"), ran.err());
        assertTrue(Files.readString(folder.resolve("case-c-01.html")).contains("106,000"));
    }

    @Test
    void check_flags_a_name_and_shows_where_to_send_it(@TempDir Path folder) {
        String ready = folder.resolve("ready.pack.json").toString();
        Ran ran = cases("check", sample("own-case.pack.json"), "--output", ready, "--send-to", "web@example.govt.nz");
        assertTrue(ran.flowing().contains("\"Jane Smith\" may be a person's name."), ran.out());
        assertTrue(ran.flowing().contains("to web@example.govt.nz."), ran.out());
        assertEquals(0, run("", "check", ready).code());
        assertTrue(cases("check", ready).flowing().contains("mailbox of 2011"));
    }

    @Test
    void check_judges_plain_language_by_the_rules_for_posts(@TempDir Path folder) throws IOException {
        String bad = Files.readString(SAMPLES.resolve("own-case.pack.json"))
                .replace(
                        "More children came than before.",
                        "We utilised stories. MORE CHILDREN CAME THAN EVER BEFORE AND STAYED LONGER TOO");
        Path file = Files.writeString(folder.resolve("bad.pack.json"), bad);
        String said = cases("check", file.toString()).flowing();
        assertTrue(said.contains("text-all-caps"), said);
        assertTrue(said.contains("plain-word"), said);
        Guidance all = Guidance.load(List.of(new Origin.Application()));
        for (RuleId rule : ContributionReview.languageRules()) {
            assertTrue(all.rule(rule).isPresent(), rule::toString);
        }
    }

    @Test
    void a_case_that_lacks_something_ends_with_one(@TempDir Path folder) throws IOException {
        String bare = Files.readString(SAMPLES.resolve("own-case.pack.json"))
                .replace("\"organisation\": \"Example Library\",", "");
        Path file = Files.writeString(folder.resolve("bare.pack.json"), bare);
        Path ready = folder.resolve("ready.pack.json");
        Ran ran = run("", "check", file.toString(), "--output", ready.toString());
        assertEquals(1, ran.code(), ran::err);
        assertTrue(ran.flowing().contains("without \"organisation\""), ran.out());
        assertFalse(Files.exists(ready));
    }

    @Test
    void new_asks_and_writes_a_pack_that_check_accepts(@TempDir Path folder) {
        String file = folder.resolve("own.pack.json").toString();
        String answers = "Example Library\nStory time\nnz\n2026-03\n\nsocial-network\nfacebook\ncommunity-engagement\n"
                + "engaged\nfamilies\nKeep story time going.\nStaff read each week.\nMore children came.\nworked\n\n"
                + "Read at the same time each week.\n\nStory report\n\nhttps://example.govt.nz/\nnz\n\n";
        Ran ran = run(answers, "new", "--output", file);
        assertEquals(0, ran.code(), ran::err);
        assertEquals(0, run("", "check", file).code());
    }

    @ParameterizedTest
    @CsvSource({
        "show C-77, There is no case",
        "search x --tool wikki, Did you mean wiki?",
        "recommend, It needs a plan or an incident",
        "recommend --plan no-such.json, cannot be read",
        "check no-such.pack.json, cannot be read",
        "export --format htm, Did you mean html?",
        "export --format html, Name a folder",
        "new, nothing was saved",
        "'', Say what to do",
    })
    void a_mistake_is_said_with_what_to_do(String args, String message) {
        Ran ran = run("", args.isEmpty() ? new String[0] : args.split(" ", -1));
        assertEquals(2, ran.code(), ran::out);
        assertTrue(ran.err().contains(message), ran::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "show", "facets", "recommend", "compare", "new", "check", "export", "stats"})
    void help_shows_examples(String verb) {
        String help = cases(verb, "--help").out();
        assertTrue(help.contains("Examples:") && help.contains("govsocial cases " + verb), help);
    }
}
