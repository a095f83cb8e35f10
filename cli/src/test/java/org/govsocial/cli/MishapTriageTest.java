package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.govsocial.json.JsonInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MishapTriageTest {
    private static final String SAMPLE =
            Path.of("samples", "mishap", "facts.json").toString();

    private record Ran(int code, String out, String err) {
        static Ran of(String screens, String in, String... args) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            var terminal = new Terminal(
                    new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                    out,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    screens,
                    80,
                    Map.of(),
                    null);
            int code = Main.run(args, terminal);
            return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        String flowing() {
            return out.replaceAll("\\s+", " ");
        }
    }

    @Test
    void the_sample_is_told_what_it_is_why_and_what_to_do_first() {
        Ran ran = Ran.of("", "", "mishap", "triage", "--facts", SAMPLE);
        assertEquals(0, ran.code(), ran.err());
        String out = ran.flowing();
        for (String expected : List.of(
                "Hack or wrong account posting: confirmed",
                "One of us, who meant to use another account",
                "Escalate to a senior leader",
                "First response within",
                "1. Capture the post",
                "(by 2026-11-22T21:09+13:00)",
                "Say: “A post on this account",
                "MH-DURING-5: Advised by “Social media transparency statements",
                "MH-MATRIX-VALUES: Our judgement",
                "FIND OUT")) {
            assertTrue(out.contains(expected), expected + " in " + ran.out());
        }
        assertTrue(out.indexOf("Take the post down") < out.indexOf("was it one of us?"), out);
    }

    @Test
    void as_json_every_step_carries_its_statement_and_provenance() throws IOException {
        Ran ran = Ran.of("", "", "mishap", "triage", "--facts", SAMPLE, "--format", "json");
        assertEquals(0, ran.code(), ran.err());
        JsonInput in = JsonInput.of("out", ran.out()).strictKeys(true);
        in.skipValue();
        in.end();
        int steps = ran.out().split("\"evidence\"", -1).length - 1;
        int cited = ran.out().split("\"provenance\"", -1).length - 1;
        assertTrue(steps > 10 && cited > steps, steps + " steps, " + cited + " provenances");
        assertTrue(ran.out().contains("\"extent\": \"escalate\""), ran.out());
    }

    @Test
    void alone_on_a_terminal_it_asks() {
        // wrong account; then a slip of the finger; the rest is not known
        Ran ran = Ran.of("02", "7\n9\n3\n", "mishap", "triage");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("Was it one of us?"), ran.err());
        assertTrue(ran.err().contains("\"9\" is none of 1 to 6."), ran.err());
        assertTrue(ran.flowing().contains("Hack or wrong account posting: confirmed"), ran.out());
    }

    @Test
    void facts_come_from_standard_input_too() {
        Ran ran = Ran.of("", "{\"facts\":{\"emergency\":\"yes\"}}", "mishap", "triage", "--facts", "-");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("Special: Emergency in progress"), ran.out());
        assertTrue(ran.flowing().contains("1. Keep the information coming. Never go silent"), ran.out());
    }

    @Test
    void wrong_facts_are_the_users_to_mend(@TempDir Path folder) throws IOException {
        Path facts = folder.resolve("facts.json");
        Files.writeString(facts, "{\"facts\":\n{\"visible\":\"mabye\"}}");
        Ran ran = Ran.of("", "", "mishap", "triage", "--facts", facts.toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("facts.json:2"), ran.err());
        assertTrue(ran.err().contains("not-known"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
        assertEquals(
                2, Ran.of("", "", "mishap", "triage", "--facts", "nowhere.json").code());
        assertEquals(2, Ran.of("", "", "mishap", "triage").code());
        assertEquals(
                2,
                Ran.of("", "", "mishap", "triage", "--facts", folder.toString()).code());
    }

    @Test
    void without_the_module_the_verb_is_listed_as_absent() {
        var absent = new VerbGroup() {
            @Override
            public String document() {
                return "mishap";
            }

            @Override
            public List<String> names() {
                return new MishapGroup().names();
            }

            @Override
            public List<Verb> verbs(Terminal terminal) {
                throw new NoClassDefFoundError("org/govsocial/mishap/Mishap");
            }
        };
        VerbGroups groups = VerbGroups.of(
                List.of(absent),
                Terminal.of(
                        ByteArrayInputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream()));
        assertEquals(Map.of("mishap", "mishap"), groups.absent());
        assertEquals(Map.of(), groups.present());
    }
}
