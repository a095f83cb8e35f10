package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the worked examples of the documentation and compares what they print with what is written there. Each is a
 * fenced block that begins with {@code ```console} and a command after {@code $}. After a change of what is printed, run
 * this test with {@code -Dgovsocial.updateDocs=true}, and read the differences before committing them.
 */
class WorkedExamplesTest {
    private static final List<String> DOCS = List.of("README.md", "docs/user-guide.md", "docs/plugin-guide.md");

    @TestFactory
    List<DynamicTest> the_documentation_shows_what_the_command_prints() throws IOException {
        boolean update = Boolean.getBoolean("govsocial.updateDocs");
        var tests = new ArrayList<DynamicTest>();
        for (String doc : DOCS) {
            Path file = Path.of(doc);
            List<String> lines = Files.readAllLines(file);
            var fresh = new ArrayList<String>();
            for (int i = 0; i < lines.size(); i++) {
                fresh.add(lines.get(i));
                if (!lines.get(i).equals("```console")) {
                    continue;
                }
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                List<String> written = lines.subList(i + 1, end);
                List<String> actual = replayed(written);
                fresh.addAll(actual);
                tests.add(DynamicTest.dynamicTest(
                        doc + ":" + (i + 2) + " " + written.get(0),
                        () -> assertEquals(String.join("\n", written), String.join("\n", actual))));
                i = end - 1;
            }
            if (update) {
                Files.write(file, fresh);
            }
        }
        assertTrue(tests.size() >= 10, "examples were found");
        return tests;
    }

    /** The commands of a block, each followed by what it prints. */
    private static List<String> replayed(List<String> block) {
        var all = new ArrayList<String>();
        int code = 0;
        for (String line : block) {
            if (line.equals("$ echo $?")) {
                all.add(line);
                all.add(Integer.toString(code));
            } else if (line.startsWith("$ ")) {
                all.add(line);
                var printed = new ByteArrayOutputStream();
                code = run(line.substring(2), printed);
                printed.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(String::stripTrailing)
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static int run(String command, ByteArrayOutputStream printed) {
        int pipe = command.indexOf(" | govsocial ");
        String input = "";
        String rest = command;
        if (pipe >= 0) {
            List<String> echo = words(command.substring(0, pipe));
            assertEquals("echo", echo.get(0), command);
            input = echo.get(1) + "\n";
            rest = command.substring(pipe + 3);
        }
        List<String> words = words(rest);
        assertTrue(words.get(0).equals("govsocial") || words.get(0).equals("./govsocial"), command);
        return Main.run(
                words.subList(1, words.size()).toArray(String[]::new),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                printed,
                printed);
    }

    /** Words as a shell splits them; single quotes keep spaces. */
    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (char c : command.toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
                any = true;
            } else if (c == ' ' && !quoted) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
