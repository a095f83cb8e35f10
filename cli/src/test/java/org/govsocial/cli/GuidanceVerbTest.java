package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidanceVerbTest {
    private record Ran(int code, String out, String err) {
        static Ran of(String... args) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int code = Main.run(args, InputStream.nullInputStream(), out, err);
            return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        /** Wrapped lines as one. */
        String flowing() {
            return out.replaceAll("\\s+", " ");
        }
    }

    private static Ran guidance(String... args) {
        var all = new ArrayList<>(List.of("guidance"));
        all.addAll(List.of(args));
        Ran ran = Ran.of(all.toArray(String[]::new));
        assertEquals(0, ran.code(), ran::err);
        assertEquals("", ran.err());
        return ran;
    }

    private static void assertJson(String text) throws IOException {
        JsonInput in = JsonInput.of("out", text).strictKeys(true);
        in.skipValue();
        in.end();
    }

    @Test
    void list_names_every_document_with_its_question() {
        String out = guidance("list").out();
        for (String document : List.of("high-level", "toolbox", "mishap", "accessibility", "case-studies")) {
            assertTrue(out.lines().anyMatch(l -> l.startsWith(document + " ")), out);
        }
        assertTrue(out.contains("What do we do when it goes wrong?"), out);
    }

    @Test
    void maori_finds_it_with_its_macron() {
        assertTrue(guidance("search", "maori").out().contains("*Māori*"));
        assertEquals(
                guidance("search", "maori").out(), guidance("search", "MĀORI").out());
    }

    @Test
    void objectionable_comment_leads_to_the_act_its_steps_and_its_source() {
        String out = guidance("show", "LEG-07").flowing();
        for (String expected : List.of(
                "For: practitioners",
                "Stands beside",
                "HDCA-24-2: To keep the safe harbour, the host must send the author a copy",
                "HDCA-24-5: If the author’s counter-notice agrees to removal",
                "Required by “Harmful Digital Communications Act 2015",
                "New Zealand Parliament, 2015), s 24. Provenance: New Zealand rule in force. Checked 20",
                "Rules that rest on it none")) {
            assertTrue(out.contains(expected), () -> expected + " in " + out);
        }
    }

    @Test
    void a_statement_names_the_rules_that_rest_on_it() {
        assertTrue(guidance("show", "a11y-text-plain-letters").out().contains("accessibility/text-fancy-unicode"));
    }

    @Test
    void documents_and_sections_are_shown_too() {
        String document = guidance("show", "TOOLBOX").flowing();
        assertTrue(document.contains("Licence: CC BY 3.0 New Zealand"), document);
        assertTrue(document.contains("TB-LEGAL"), document);
        String section = guidance("show", "tb-legal").flowing();
        assertTrue(section.contains("LEG-18: "), section);
        assertTrue(section.contains("Legal considerations, pp 38-43"), section);
    }

    @ParameterizedTest
    @CsvSource({
        "show LEG-77, Did you mean LEG-07?",
        "show toolbx, Did you mean toolbox?",
        "show, Missing required parameter",
        "show a b, one argument too many",
        "serch x, Did you mean search?",
        "export --format htm, Did you mean html?",
        "export --format json --profile toolbox, Only OSCAL has profiles.",
        "export --format oscal --profile toolbox, adjusts no rule",
        "export --format oscal --profile nobody, There is no pack",
        "export --output /no/such/folder/f, cannot be written",
        "coverage --document mishapp, Did you mean mishap?",
        "diff toolbox nowhere.pack.json, There is no file and no pack",
        "search maori --limit many, is not a number of results",
        "list --format xml, Choose text or json",
    })
    void a_mistake_is_said_with_what_to_do(String args, String said) {
        Ran ran = Ran.of(("guidance " + args).split(" ", -1));
        assertEquals(ExitCode.WRONG_INPUT, ran.code(), ran::err);
        assertTrue(ran.err().contains(said), ran::err);
        assertEquals("", ran.out());
        assertFalse(ran.err().contains("Exception"), ran::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "show", "search", "coverage", "export", "diff"})
    void every_verb_has_help_with_examples(String verb) {
        Ran ran = Ran.of(("guidance " + verb + " --help").replace("  ", " ").split(" ", -1));
        assertEquals(0, ran.code());
        assertTrue(ran.out().contains("Examples:\n  govsocial guidance " + (verb.isEmpty() ? "list" : verb)), ran::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show mishap",
                "show TB-LEGAL",
                "show LEG-07",
                "search safe harbour",
                "search xyzzy",
                "coverage",
                "diff toolbox mishap"
            })
    void what_is_printed_is_also_there_as_json(String args) throws IOException {
        assertJson(guidance((args + " --format json").split(" ", -1)).out());
    }

    @Test
    void coverage_counts_and_lists_what_nothing_reaches() {
        String out = guidance("coverage").out();
        assertTrue(out.contains("OF MUST AND SHOULD, REACHED"), out);
        assertTrue(out.contains("asked for, and reached by nothing ("), out);
        assertTrue(guidance("coverage", "--all").out().contains("accessibility/text-fancy-unicode"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "markdown", "html", "oscal"})
    void an_export_goes_to_a_file_whole(String format, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("export");
        assertEquals(
                "",
                guidance("export", "--format", format, "--output", file.toString())
                        .out());
        assertEquals(guidance("export", "--format", format).out(), Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void an_agencys_adjustments_become_a_profile(@TempDir Path folder) throws IOException {
        Path pack = Files.writeString(folder.resolve("moe.pack.json"), """
                {"format": 1, "id": "moe", "version": "1", "title": "MoE", "maintainer": "us",
                 "adjust": [{"rule": "accessibility/text-all-caps", "severity": "NOTE", "reason": "Our name."}]}
                """);
        String out = guidance("export", "--format", "oscal", "--profile", "moe", "--packs", pack.toString())
                .out();
        assertJson(out);
        assertTrue(out.contains("\"profile\""), out);
        assertTrue(out.contains("Our name."), out);
    }

    @Test
    void a_diff_says_what_was_and_what_is(@TempDir Path folder) throws IOException {
        String head = "{\"format\": 1, \"id\": \"a\", \"version\": \"1\", \"title\": \"%s\", \"maintainer\": \"us\"}";
        Path one = Files.writeString(folder.resolve("one.pack.json"), head.formatted("Before"));
        Path two = Files.writeString(folder.resolve("two.pack.json"), head.formatted("After"));
        String out = guidance("diff", one.toString(), two.toString()).out();
        assertTrue(out.contains("changed pack"), out);
        assertTrue(out.contains("title was: Before"), out);
        assertTrue(out.contains("title is: After"), out);
        Files.writeString(two, "{\"format\": 1, \"id\": \"a\", \"vrsion\": \"1\"}");
        Ran ran = Ran.of("guidance", "diff", one.toString(), two.toString());
        assertEquals(ExitCode.WRONG_INPUT, ran.code());
        assertTrue(ran.err().contains("two.pack.json:1#/vrsion") || ran.err().contains("/vrsion"), ran::err);
    }

    @Test
    void the_version_carries_the_licence_of_each_document() {
        String out = Ran.of("--version").flowing();
        assertTrue(out.startsWith("govsocial "), out);
        assertTrue(out.contains("CC BY 3.0 New Zealand"), out);
        assertTrue(out.contains("Licence of the High-level guidance not seen; restated in our words."), out);
    }

    @Test
    void nothing_of_ours_is_shown_as_the_departments() throws IOException {
        int shown = 0;
        var judgements = new ArrayList<String>();
        JsonInput in = JsonInput.of("export", guidance("export").out());
        in.copyTo(org.govsocial.json.JsonOutput.compact(new java.io.StringWriter()), (pointer, value) -> {
            if (pointer.matches("/documents/\\d+/statements/\\d+/id")) {
                judgements.add(value);
            }
            if (pointer.matches("/documents/\\d+/statements/\\d+/provenance")
                    && !value.equals("PROJECT")
                    && !value.equals("LINEAGE")) {
                judgements.remove(judgements.size() - 1);
            }
            return value;
        });
        assertTrue(judgements.size() > 100, judgements::toString);
        for (int i = 0; i < judgements.size(); i += 7) {
            String out = guidance("show", judgements.get(i)).flowing();
            String basis = out.substring(out.indexOf("Rests on"));
            basis = basis.substring(0, basis.indexOf(" Checked "));
            assertFalse(basis.contains(Provenance.DIA_CONFIRMED.words() + "."), basis);
            assertFalse(basis.contains("Department of Internal Affairs"), basis);
            assertFalse(basis.contains("equired by"), basis);
            shown++;
        }
        assertTrue(shown > 15);
    }

    @Test
    void checklists_are_listed_and_printed_with_who_does_what_and_why() {
        assertTrue(guidance("checklist").out().contains("setting-up"));
        String out = guidance("checklist", "Closing").flowing();
        assertTrue(out.contains("[ ] Write the end-of-activity report. (adviser; RPT-3)"), out);
        assertTrue(out.matches(".*What it rests on.* RPT-3[^:]*: advised by “Social Media in Government.*"), out);
        assertTrue(guidance("show", "RPT-3").flowing().contains("checklist closing/end-report: Write the end"));
        assertTrue(guidance("show", "MH-FIRST-WHO").flowing().contains("playbook every-mishap/"));
    }

    @Test
    void documents_and_sections_say_what_reaches_them() {
        String section = guidance("show", "TB-REPORTING").flowing();
        assertTrue(section.contains("Reached by checklist closing/end-report"), section);
        String document = guidance("show", "toolbox").flowing();
        assertTrue(document.contains("Rests on read in the 2011-12 guidance: "), document);
        assertTrue(
                document.matches(".*Rules rest on [1-9][0-9]* statements, steps .* on [1-9][0-9]* others.*"), document);
    }

    @Test
    void checklists_can_be_cut_to_a_phase_or_a_role() throws IOException {
        String weekly = guidance("checklist", "--owner", "moderator").out();
        assertTrue(weekly.contains("(moderator; MOD-BLOCKED)"), weekly);
        assertFalse(weekly.contains("(adviser;"), weekly);
        String setting =
                guidance("checklist", "moderation", "--phase", "setting-up").out();
        assertTrue(setting.contains("MP-1"), setting);
        assertFalse(setting.contains("MOD-BLOCKED"), setting);
        assertJson(guidance("checklist", "legal", "--format", "json").out());
        assertTrue(guidance("checklist", "records", "--format", "md").out().contains("☐"));
    }

    @ParameterizedTest
    @CsvSource({
        "checklist closin, Did you mean closing?",
        "checklist --phase later, Choose from setting-up",
        "checklist --owner nobody, Choose from adviser",
        "checklist closing --phase running, No item is left",
        "checklist closing --format pdf, There is no format",
        "checklist closing --format docx, Say where to write it"
    })
    void a_checklist_that_is_not_there_is_an_error_that_names_the_others(String typed, String said) {
        Ran ran = Ran.of(("guidance " + typed).split(" ", -1));
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains(said), ran::err);
    }
}
