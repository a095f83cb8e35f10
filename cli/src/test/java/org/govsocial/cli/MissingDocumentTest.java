package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, without the jar of one document: that document's verbs are absent, all else works. */
class MissingDocumentTest {
    private record Ran(int code, String said) {}

    private static Ran without(String module, String... command) throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    paths.add(entry);
                }
            }
        }
        paths.add(Path.of("target", "classes").toAbsolutePath().toString());
        int before = paths.size();
        paths.removeIf(p -> p.contains(module));
        assertTrue(paths.size() < before, () -> module + " is not among " + paths);
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, paths),
                Main.class.getName()));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream said = process.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), text.replaceAll("\\s+", " "));
        }
    }

    @Test
    void without_the_case_studies_their_verb_is_named_as_absent() throws Exception {
        Ran cases = without("casestudies", "cases", "search", "measles");
        assertEquals(ExitCode.WRONG_INPUT, cases.code(), cases.said());
        assertTrue(
                cases.said().contains("The verb \"cases\" needs the module of the document \"case-studies\""),
                cases.said());
        Ran help = without("casestudies", "--help");
        assertEquals(0, help.code(), help.said());
        assertTrue(help.said().matches(".*\\bcases\\b.*case-studies.*"), help.said());
    }

    @Test
    void without_the_case_studies_all_else_works() throws Exception {
        Ran check = without("casestudies", "check", "--text", "KIDS SWIM FREE today");
        assertTrue(check.said().contains("accessibility/text-all-caps"), check.said());
        assertFalse(check.said().contains("casestudies"), check.said());
        Ran list = without("casestudies", "guidance", "list");
        assertEquals(0, list.code(), list.said());
        assertTrue(Stream.of("accessibility", "high-level", "mishap", "toolbox").allMatch(list.said()::contains));
        assertFalse(list.said().contains("case-studies"), list.said());
    }
}
