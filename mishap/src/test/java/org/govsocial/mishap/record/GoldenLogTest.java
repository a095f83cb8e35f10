package org.govsocial.mishap.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of every format that was ever released verify for ever, with both verifiers. */
class GoldenLogTest {
    private static final Path DOCS = Path.of("..", "docs");

    @TempDir
    Path temporary;

    private static Path golden(String name) throws Exception {
        return Path.of(GoldenLogTest.class.getResource("golden-1/" + name).toURI());
    }

    @Test
    void the_golden_log_and_its_release_copy_verify_with_both_verifiers() throws Exception {
        var independent = new IndependentVerifier(temporary);
        Checkpoint checkpoint = Checkpoint.parse(Files.readString(golden("checkpoint.txt")));
        String key = Files.readString(golden("key.pub")).strip();
        for (String folder : List.of("incident", "release")) {
            try (IncidentLog log = IncidentLog.openReadOnly(golden(folder))) {
                Verification found = log.verify(List.of(checkpoint), new VerifierKey(key));
                assertEquals(List.of(), found.damage(), folder);
                assertEquals(9, found.entries());
                assertEquals(8, found.bound());
                assertEquals(9, log.entries().size());
            }
            IndependentVerifier.Answer answer =
                    independent.runAlone(golden(folder), golden("checkpoint.txt"), Path.of(key));
            assertEquals(0, answer.exit(), answer.output());
            assertTrue(answer.output().contains("9 entries verify"), answer.output());
        }
    }

    @Test
    void the_independent_verifier_exits_1_on_damage_and_2_when_it_cannot_tell() throws Exception {
        var independent = new IndependentVerifier(temporary);
        byte[] log = Files.readAllBytes(golden("incident/log.jsonl"));
        log[700] ^= 1;
        Path folder = Files.createDirectories(temporary.resolve("damaged"));
        Files.write(folder.resolve("log.jsonl"), log);
        IndependentVerifier.Answer damaged = independent.runAlone(folder);
        assertEquals(1, damaged.exit(), damaged.output());
        assertTrue(damaged.output().contains("DAMAGE: "), damaged.output());
        assertEquals(2, independent.runAlone(temporary.resolve("nothing")).exit());
        assertEquals(2, independent.runAlone().exit());
        Path unsigned = Files.writeString(
                temporary.resolve("unsigned.txt"),
                Files.readString(golden("checkpoint.txt")).replaceAll("(?s)\n\n.*", "\n"));
        assertEquals(1, independent.runAlone(golden("incident"), unsigned).exit());
    }

    @Test
    void the_golden_log_says_what_it_said() throws Exception {
        try (IncidentLog log = IncidentLog.openReadOnly(golden("incident"))) {
            assertEquals(
                    List.of(
                            "opened",
                            "incident",
                            "note",
                            "attachment",
                            "correction",
                            "recovered",
                            "step-done",
                            "disposed",
                            "note"),
                    log.entries().stream().map(Entry::kind).toList());
            assertEquals("All quiet.", TestLogs.text(log.entries().get(8)));
        }
    }

    @Test
    void every_line_and_the_example_in_the_documentation_fit_the_schema() throws Exception {
        var lines = new ArrayList<String>();
        for (String folder : List.of("incident", "release")) {
            Files.readAllLines(golden(folder + "/log.jsonl"), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.endsWith("}"))
                    .forEach(lines::add);
        }
        assertEquals(18, lines.size());
        String page = Files.readString(DOCS.resolve("formats.md"));
        int start = page.indexOf("```jsonl\n{\"entry\"") + "```jsonl\n".length();
        String example = page.substring(start, page.indexOf("```", start));
        assertEquals(
                List.of(),
                TestLogs.verify(example.getBytes(StandardCharsets.UTF_8), List.of())
                        .damage());
        example.lines().forEach(lines::add);
        var validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI schema = validator.registerSchema(Files.readString(DOCS.resolve("schema/incident-entry.schema.json")));
        for (String line : lines) {
            var result = validator.validate(schema, line);
            assertTrue(result.isValid(), () -> line + result.getErrors().get(0).getError());
        }
        assertEquals(20, lines.size());
        assertTrue(!validator
                .validate(schema, lines.get(0).replace("\"entry\":1", "\"entry\":0"))
                .isValid());
    }
}
