package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.govsocial.engine.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class AnsweringTest {
    private static final Pattern FINGERPRINT = Pattern.compile("\"fingerprint\":\"([0-9a-f]{32})\"");

    private static final String POSTS =
            "{\"id\":\"p1\",\"text\":\"The new library\",\"media\":[{\"kind\":\"image\"}]}\n";

    /** Only a person can tell whether the map is described well enough. */
    private static final String MAP = "{\"id\":\"m1\",\"url\":\"https://example.govt.nz/m1\",\"text\":\"Where the river"
            + " rises\",\"media\":[{\"kind\":\"image\",\"alt\":\"A map of the flood zone\"}]}\n";

    @TempDir
    Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String fingerprint(Run run) {
        Matcher found = FINGERPRINT.matcher(run.out());
        assertTrue(found.find(), run.toString());
        return found.group(1);
    }

    @Test
    void a_decision_changes_the_exit_code_and_every_report_tells_of_it() throws IOException {
        String posts = write("posts.jsonl", POSTS);
        Run before = Run.of("check", posts, "--format", "json", "--only", "image-alt-missing");
        assertEquals(1, before.code());
        String header = "fingerprint,verdict,who,when,why,until\n" + fingerprint(before);
        String waived =
                write("decisions.csv", header + ",waived,Mere Kāretu,2026-01-05,New site in March,9999-12-31\n");
        String passed = write("passed.csv", header + ",passed,Mere,2026-01-05,Read out in the post,\n");
        String expired = write("expired.csv", header + ",waived,Mere,2026-01-05,New site in March,2026-01-31\n");
        int seen = 0;
        for (String format : List.of("text", "json", "jsonl", "sarif", "junit", "csv", "html", "md", "github")) {
            String[] args = {"check", posts, "--only", "image-alt-missing", "--format", format, "--decisions", waived};
            Run run = Run.of(args);
            assertEquals(0, run.code(), format + run);
            assertTrue(run.out().contains("Mere"), format + run.out());
            assertTrue(run.out().contains("9999-12-31"), format + run.out());
            args[7] = passed;
            assertEquals(0, Run.of(args).code(), format);
            args[7] = expired;
            Run over = Run.of(args);
            assertEquals(1, over.code(), format);
            assertTrue(over.out().contains("2026-01-31") || format.equals("junit"), format + over.out());
            seen++;
        }
        assertEquals(9, seen);
        Run summary = Run.of("check", posts, "--only", "image-alt-missing", "--summary", "--decisions", waived);
        assertEquals(0, summary.code());
        assertTrue(summary.out().contains("Decided by people: 1 waived."), summary.out());
    }

    @Test
    void a_wrong_row_ends_with_2_and_file_and_line() throws IOException {
        String posts = write("posts.jsonl", POSTS);
        String sheet = write(
                "decisions.csv",
                "fingerprint,verdict,who,when,why,until\nabc,passed,Mere,2026-01-05,,\n"
                        + "0123456789abcdef0123456789abcdef,waived,Mere,2026-01-05,,\n");
        Run run = Run.of("check", posts, "--decisions", sheet);
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("decisions.csv:2: \"abc\" is no fingerprint."), run.err());
        assertTrue(run.err().contains("decisions.csv:3: A waiver needs"), run.err());
        assertEquals(
                2,
                Run.of("check", posts, "--decisions", folder.resolve("none.csv").toString())
                        .code());
        assertEquals(2, Run.of("check", posts, "--baseline", posts).code());
    }

    @Test
    void a_worklist_is_written_filled_in_and_read_back() throws IOException {
        String archive = write("map.jsonl", MAP);
        String sheet = folder.resolve("worklist.csv").toString();
        String[] args = {
            "check", archive, "--only", "complex-image-description", "--format", "json", "--worklist", sheet
        };
        Run first = Run.of(args);
        assertTrue(first.out().contains("\"cantTell\":1"), first.toString());
        List<String> rows = Files.readAllLines(Path.of(sheet));
        assertEquals(2, rows.size(), rows::toString);
        assertTrue(rows.get(0).contains("fingerprint,verdict,who,when,why,until,post"), rows.get(0));
        assertTrue(rows.get(1).contains("https://example.govt.nz/m1"), rows.get(1));
        Files.writeString(
                Path.of(sheet),
                rows.get(0) + "\n" + rows.get(1).replaceFirst(",,,,,", ",passed,Mere,2026-11-22,The post says it,")
                        + "\n");
        Run second = Run.of(args);
        assertTrue(second.out().contains("\"cantTell\":0"), second.toString());
        assertTrue(second.err().contains("0 for a person to decide"), second.err());
        List<String> kept = Files.readAllLines(Path.of(sheet));
        assertEquals(2, kept.size(), kept::toString);
        assertTrue(kept.get(1).contains("passed,Mere,2026-11-22,The post says it,"), kept.get(1));
        // The decision stays when the post is not among those checked.
        Run.of("check", "--text", "Kia ora", "--worklist", sheet);
        assertTrue(Files.readString(Path.of(sheet)).contains("The post says it"));
        // A file that is no worklist is not written over.
        String other = write("other.csv", "id,text\n1,Kia ora\n");
        assertEquals(2, Run.of("check", archive, "--worklist", other).code());
        assertEquals("id,text\n1,Kia ora\n", Files.readString(Path.of(other)));
        assertEquals(2, Run.of("check", archive, "--worklist", archive).code());
        assertEquals(MAP, Files.readString(Path.of(archive)));
    }

    @Test
    void a_baseline_of_every_format_hides_what_is_known_and_says_so() throws IOException {
        String posts = write("posts.jsonl", POSTS);
        int seen = 0;
        for (String format : List.of("json", "jsonl", "sarif", "csv")) {
            String report = folder.resolve("old." + format).toString();
            assertEquals(
                    1,
                    Run.of("check", posts, "--format", format, "--output", report)
                            .code());
            Run again = Run.of("check", posts, "--baseline", report);
            assertEquals(0, again.code(), again.toString());
            assertTrue(again.out().contains("known from the baseline"), again.out());
            String more = write("more.jsonl", POSTS + POSTS.replace("p1", "p2"));
            Run news = Run.of("check", more, "--baseline", report, "--format", "json");
            assertEquals(1, news.code());
            assertFalse(news.out().contains("\"id\":\"p1\",\"source\":\"more.jsonl:1\",\"outcome\":\"FAILED\""));
            seen++;
        }
        assertEquals(4, seen);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".tmp")));
        }
    }

    @Test
    void decisions_and_allowances_of_the_workspace_count() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        write("govsocial.json", """
                {"format": 1, "agency": "Example Agency", "allowances": [{"word": "QR",
                 "rule": "accessibility/acronym-unexplained", "reason": "Our readers know it."}]}
                """);
        write(
                "decisions.csv",
                "fingerprint,verdict,who,when,why,until\n" + "0".repeat(32) + ",passed,Mere,2026-01-05,,\n");
        var terminal = Terminal.of(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        var verb = new CheckVerb(terminal, () -> LocalDate.of(2026, 11, 22));
        ParseResult given = new CommandLine(verb.spec()).parseArgs("--text", "Kia ora");
        Answers answers = Answering.of(given, () -> LocalDate.of(2026, 11, 22), terminal, null, inner)
                .answers();
        assertEquals(1, answers.decisions().size());
        assertEquals(LocalDate.of(2026, 11, 22), answers.today());
        assertEquals("QR", answers.allowances().get(0).word().orElseThrow());
        assertTrue(Answering.of(given, () -> LocalDate.EPOCH, terminal, null, Path.of("/"))
                .answers()
                .isEmpty());
    }
}
