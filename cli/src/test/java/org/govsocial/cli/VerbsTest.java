package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.json.JsonInput;
import org.govsocial.spi.ReportFormat;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

class VerbsTest {
    @Test
    void every_option_of_every_verb_is_described_and_every_verb_shows_examples_and_exit_codes() {
        Terminal terminal = Terminal.of(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream());
        int options = 0;
        for (Verb verb : List.of(
                new AuditVerb(terminal, () -> java.time.LocalDate.EPOCH),
                new CheckVerb(terminal, () -> java.time.LocalDate.EPOCH),
                new RulesVerb(terminal),
                new ExplainVerb(terminal),
                new PluginsVerb(terminal))) {
            CommandSpec spec = verb.spec();
            for (OptionSpec option : spec.options()) {
                options++;
                assertTrue(option.description().length > 0, spec.name() + " " + option.longestName());
            }
            Run help = Run.of(spec.name(), "--help");
            assertEquals(0, help.code());
            assertTrue(help.out().contains("Examples:\n  govsocial " + spec.name()), help.out());
            assertTrue(help.out().contains("Exit codes:"), help.out());
            assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), "fits 80 columns");
        }
        assertTrue(options > 20);
    }

    @Test
    void the_help_names_every_format_of_reports() {
        List<String> formats = Guidance.forReview(List.of(new Origin.Application())).reportFormats().stream()
                .map(ReportFormat::id)
                .toList();
        assertTrue(formats.size() > 5, formats.toString());
        for (String format : formats) {
            assertTrue(Options.REPORTS.matches(".*\\b" + format + "\\b.*"), format);
        }
        assertTrue(Run.of("check", "--help").out().replaceAll("\\s+", " ").contains(Options.REPORTS));
    }

    @Test
    void the_command_alone_says_what_to_do() {
        Run run = Run.of();
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--help"), run.err());
        Run help = Run.of("--help");
        assertEquals(0, help.code());
        for (String verb : List.of("check", "rules", "explain", "plugins")) {
            assertTrue(help.out().contains("\n  " + verb + " "), help.out());
        }
        assertTrue(Run.of("--version").out().startsWith("govsocial "));
    }

    @Test
    void rules_are_listed_as_text_and_as_json() throws IOException {
        Run text = Run.of("rules");
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().startsWith("RULE"), text.out());
        assertTrue(text.out().contains("accessibility/image-alt-missing"), text.out());
        Run json = Run.of("rules", "--format", "json");
        assertStrictJson(json.out());
        for (String key : List.of("\"modality\"", "\"provenance\"", "\"statement\"", "\"messages\"", "\"settings\"")) {
            assertTrue(json.out().contains(key), key);
        }
        assertEquals(2, Run.of("rules", "--format", "xml").code());
    }

    @Test
    void a_rule_is_explained_with_what_it_rests_on() throws IOException {
        Run text = Run.of("explain", "image-alt-missing");
        assertTrue(text.out().contains("- Passes: “"), text.out());
        assertTrue(text.out().contains("- Fails: “"), text.out());
        Run words = Run.of("explain", "plain-word");
        assertTrue(words.out().contains("- Fails: “We will commence works on Monday”"), words.out());
        assertEquals(0, text.code(), text.err());
        for (String part : List.of(
                "accessibility/image-alt-missing\n",
                "Rests on\n",
                "Standing: ",
                "Source: ",
                "Checked: ",
                "Why\n",
                "How to fix\n",
                "What it can say\n",
                "Corresponds to WCAG 1.1.1")) {
            assertTrue(text.out().contains(part), part + " is not in\n" + text.out());
        }
        assertFalse(text.out().toLowerCase(java.util.Locale.ROOT).contains("standing: required by our"), text.out());
        Run json = Run.of("explain", "accessibility/image-alt-missing", "--format", "json");
        assertStrictJson(json.out());
        Run unknown = Run.of("explain", "image-alt-mising");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("Did you mean"), unknown.err());
        assertEquals(2, Run.of("explain").code());
    }

    @Test
    void plug_ins_are_listed_with_what_they_bring() throws IOException {
        Run text = Run.of("plugins");
        assertEquals(0, text.code(), text.err());
        for (String part :
                List.of("accessibility ", "kept by ", "report to ", "brings 1 pack (accessibility)", "json", "jsonl")) {
            assertTrue(text.out().contains(part), part + " is not in\n" + text.out());
        }
        assertStrictJson(Run.of("plugins", "list", "--format", "json").out());
        assertEquals(0, Run.of("plugins", "verify").code());
        assertEquals(2, Run.of("plugins", "verfy").code());
    }

    @Test
    void verbs_of_a_missing_document_are_said_to_be_absent_and_the_others_work() {
        Terminal terminal = Terminal.of(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream());
        VerbGroups groups = VerbGroups.of(List.of(new Group("here", false), new Group("gone", true)), terminal);
        assertEquals(List.of("here"), List.copyOf(groups.present().keySet()));
        assertEquals(java.util.Map.of("gone", "document-of-gone"), groups.absent());
    }

    private static void assertStrictJson(String text) throws IOException {
        JsonInput in = JsonInput.of("out", text);
        in.skipValue();
        in.end();
        assertFalse(text.isBlank());
    }

    /** A group of one verb, whose document's module may be missing. */
    private record Group(String name, boolean missing) implements VerbGroup {
        @Override
        public String document() {
            return "document-of-" + name;
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public List<Verb> verbs(Terminal terminal) {
            if (missing) {
                throw new NoClassDefFoundError("org/govsocial/gone/Facade");
            }
            return List.of(new Verb() {
                @Override
                public CommandSpec spec() {
                    return CommandSpec.create().name(name);
                }

                @Override
                public int run(ParseResult given) {
                    return 0;
                }
            });
        }
    }
}
