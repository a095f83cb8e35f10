package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.govsocial.model.Citation;
import org.govsocial.model.Edit;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewRunTest {
    private static final String BAD = "bad";

    @TempDir
    Path folder;

    @Test
    void what_is_found_comes_in_the_order_of_the_input_however_many_threads() throws IOException {
        Path file = lines(5000, i -> i % 7 == 0 ? "bad one" : "fine");
        for (int threads : List.of(1, 2, 5)) {
            var report = new Kept();
            RunResult result = run(RunOptions.DEFAULTS.withThreads(threads), report, file);
            assertEquals(5000, report.lines.size(), threads + " threads");
            for (int i = 0; i < 5000; i++) {
                assertEquals(i + 1, report.lines.get(i), threads + " threads");
            }
            assertEquals(5000, result.summary().subjects());
            assertEquals(715, result.summary().count(Outcome.FAILED));
            assertEquals(5000 - 715, result.summary().count(Outcome.PASSED));
            assertEquals(715, result.summary().rules().get(RuleId.of("trial/word")));
        }
    }

    @Test
    void totals_alone_are_the_same_totals() throws IOException {
        Path file = lines(3000, i -> i % 3 == 0 ? "bad" : i % 5 == 0 ? "odd" : "fine");
        for (List<Platform> platforms :
                List.of(List.<Platform>of(), List.of(Platform.X), List.of(Platform.X, Platform.FACEBOOK))) {
            var full = new Kept();
            var brief = new Kept();
            ReviewConfig config = ReviewConfig.DEFAULTS.withPlatforms(platforms);
            RunResult inWords = run(config, RunOptions.DEFAULTS, full, file);
            RunResult counted = run(config, RunOptions.DEFAULTS.withSummaryOnly(true), brief, file);
            assertEquals(inWords, counted, "for " + platforms);
            assertTrue(brief.lines.isEmpty(), "no subject is written");
            assertEquals(3000, counted.summary().subjects(), "each counted once");
            assertTrue(counted.summary().count(Outcome.CANT_TELL) > 0);
            assertEquals(Set.copyOf(platforms), counted.summary().platforms().keySet());
        }
    }

    @Test
    void a_named_input_that_cannot_be_used_is_refused_and_the_rest_goes_on() throws IOException {
        Path good = lines(3, i -> "fine");
        Path unknown = Files.writeString(folder.resolve("unknown.bin"), "?");
        var report = new Kept();
        RunResult result = run(RunOptions.DEFAULTS, report, folder.resolve("missing.lines"), unknown, good);
        assertEquals(3, report.lines.size());
        assertEquals(2, result.refused().size());
        assertTrue(
                result.refused().get(0).what().contains("no such file"),
                result.refused().get(0).toString());
        assertTrue(result.refused().get(1).advice().contains("lines"), "the formats are named");
        assertEquals(List.of(), result.incomplete());
        assertEquals(result.refused(), result.summary().problems());
    }

    @Test
    void what_only_may_be_posts_is_read_when_named_and_counted_when_found() throws IOException {
        lines(3, i -> "fine");
        Path perhaps = Files.writeString(folder.resolve("some.perhaps"), "fine\n");
        var found = new Kept();
        assertEquals(
                1, run(RunOptions.DEFAULTS, found, folder).summary().skipped().get("other files"));
        assertEquals(3, found.lines.size());
        var named = new Kept();
        run(RunOptions.DEFAULTS, named, perhaps);
        assertEquals(1, named.lines.size());
    }

    @Test
    void in_a_folder_other_files_are_counted_and_a_broken_one_is_a_problem() throws IOException {
        lines(3, i -> "fine");
        Files.writeString(folder.resolve("picture.bin"), "?");
        Files.writeString(folder.resolve("broken.lines"), "whole input broken\n");
        var report = new Kept();
        RunResult result = run(RunOptions.DEFAULTS, report, folder);
        assertEquals(3, report.lines.size());
        assertEquals(Map.of("other files", 1L), result.summary().skipped());
        assertEquals(List.of(), result.refused());
        assertEquals(1, result.incomplete().size());
        assertTrue(result.incomplete().get(0).where().contains("broken.lines"));
    }

    @Test
    void a_folder_without_anything_to_read_is_refused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("picture.bin"), "?");
        RunResult result = run(RunOptions.DEFAULTS, new Kept(), empty, others);
        assertEquals(2, result.refused().size());
    }

    @Test
    void an_unreadable_record_is_a_problem_and_the_next_is_read() throws IOException {
        Path file = lines(4, i -> i == 1 ? "unreadable" : "fine");
        var report = new Kept();
        RunResult result = run(RunOptions.DEFAULTS, report, file);
        assertEquals(List.of(1L, 3L, 4L), report.lines);
        assertEquals(1, result.incomplete().size());
        assertEquals(List.of(), result.refused());
    }

    @Test
    void a_reader_that_stumbles_is_named_and_what_it_gave_is_judged() throws IOException {
        Path file = lines(4, i -> i == 2 ? "stumble" : "fine");
        var report = new Kept();
        RunResult result = run(RunOptions.DEFAULTS, report, file);
        assertEquals(List.of(1L, 2L), report.lines);
        assertEquals(1, result.incomplete().size());
        assertTrue(
                result.incomplete().get(0).what().contains("\"lines\""),
                result.incomplete().toString());
    }

    @Test
    void a_rule_that_throws_is_one_problem_and_no_pass() throws IOException {
        Path file = lines(1000, i -> "throw");
        for (boolean brief : List.of(false, true)) {
            RunResult result = run(RunOptions.DEFAULTS.withSummaryOnly(brief), new Kept(), file);
            assertEquals(1, result.incomplete().size());
            assertTrue(result.incomplete().get(0).advice().contains("its keeper"));
            assertEquals(1000, result.summary().count(Outcome.UNTESTED));
            assertEquals(0, result.summary().count(Outcome.PASSED));
        }
    }

    @Test
    void only_findings_that_fail_outright_count_for_the_threshold() throws IOException {
        assertFalse(run(RunOptions.DEFAULTS, new Kept(), lines(2, i -> "odd")).failsAt(Severity.NOTE));
        RunResult failed = run(RunOptions.DEFAULTS, new Kept(), lines(2, i -> BAD));
        assertTrue(failed.failsAt(Severity.NOTE));
        assertTrue(failed.failsAt(Severity.WARNING));
        assertFalse(failed.failsAt(Severity.ERROR));
    }

    @Test
    void without_a_rule_nothing_is_called_checked() throws IOException {
        Guidance none = Guidance.of(List.of(new Plugin(List.of())));
        try (var run = new ReviewRun(none, ReviewConfig.DEFAULTS, RunOptions.DEFAULTS, new Kept())) {
            run.post(Post.of("p", "words"), Location.of("here"));
            RunResult result = run.end();
            assertEquals(1, result.incomplete().size());
            assertEquals(0, result.summary().count(Outcome.PASSED));
        }
    }

    @Test
    void a_report_that_cannot_be_written_ends_the_run() throws IOException {
        Path file = lines(5000, i -> BAD);
        var broken = new Kept() {
            @Override
            public void subject(Reviewed subject) throws IOException {
                throw new IOException("disk full");
            }
        };
        var e = assertThrows(IOException.class, () -> run(RunOptions.DEFAULTS, broken, file));
        assertEquals("disk full", e.getMessage());
    }

    @Test
    void problems_without_end_are_counted_not_kept() throws IOException {
        RunResult result = run(RunOptions.DEFAULTS, new Kept(), lines(1500, i -> "unreadable"));
        assertEquals(1001, result.incomplete().size());
        assertTrue(result.incomplete().get(1000).what().contains("500 "));
    }

    @Test
    void safe_fixes_are_shown_first_and_made_when_asked() throws IOException {
        Path file = lines(3, i -> i == 1 ? "bad start" : "fine");
        var seen = new ArrayList<String>();
        FixRun.Changes changes =
                (where, before, after) -> seen.add(where.line() + ": " + before.text() + " > " + after.text());
        String original = Files.readString(file);
        var preview = new FixRun(guidance(), ReviewConfig.DEFAULTS, RunOptions.DEFAULTS, changes);
        preview.preview(Inputs.file(file, "posts.lines"));
        assertEquals(List.of("2: bad start > good start"), seen);
        assertEquals(original, Files.readString(file), "a preview writes nothing");
        seen.clear();
        var fix = new FixRun(guidance(), ReviewConfig.DEFAULTS, RunOptions.DEFAULTS, changes);
        fix.fix(Inputs.file(file, "posts.lines"));
        assertEquals(List.of("2: bad start > good start"), seen);
        assertEquals("fine\ngood start\nfine\n", Files.readString(file));
        assertEquals(1, fix.files());
        assertEquals(1, fix.posts());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }

    @Test
    void a_fix_that_cannot_be_written_leaves_the_file_as_it_was() throws IOException {
        Path file = lines(3, i -> i == 1 ? "bad rewrite" : "fine");
        String original = Files.readString(file);
        var fix = new FixRun(guidance(), ReviewConfig.DEFAULTS, RunOptions.DEFAULTS, (where, before, after) -> {});
        fix.fix(Inputs.file(file, "posts.lines"));
        assertEquals(original, Files.readString(file));
        assertEquals(1, fix.incomplete().size());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
    }

    private Path lines(int number, java.util.function.IntFunction<String> text) throws IOException {
        var all = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            all.add(text.apply(i));
        }
        return Files.write(folder.resolve("posts.lines"), all);
    }

    private RunResult run(RunOptions options, ReportWriter out, Path... files) throws IOException {
        return run(ReviewConfig.DEFAULTS, options, out, files);
    }

    private RunResult run(ReviewConfig config, RunOptions options, ReportWriter out, Path... files) throws IOException {
        try (var run = new ReviewRun(guidance(), config, options, out)) {
            for (Path file : files) {
                run.read(Inputs.file(file, file.getFileName().toString()));
            }
            return run.end();
        }
    }

    private Guidance guidance() throws IOException {
        Guidance guidance = Guidance.of(List.of(
                new Plugin(List.of(new Word())),
                new Trial("trial", List.of(Trial.pack(Files.createTempDirectory("pack"), "", "")), List.of())));
        assertEquals(List.of(), guidance.problems());
        return guidance;
    }

    /** Speaks of the words "bad" (fails), "odd" (a person decides) and "throw". */
    private static final class Word implements PostRule {
        @Override
        public RuleInfo info() {
            return RuleInfo.of("trial/word", new Citation("trial", "T-1"), "Says no bad word.")
                    .withMessage("bad", Severity.WARNING, "A bad word.")
                    .withMessage("odd", Severity.ERROR, "An odd word.");
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            String text = post.post().text();
            if (text.startsWith(BAD)) {
                out.fail("bad").at(0, 3).safeFix(Edit.text(0, 3, "good"));
            } else if (text.startsWith("odd")) {
                out.review("odd").at(0, 3);
            } else if (text.startsWith("throw")) {
                throw new IllegalStateException("on purpose");
            }
        }
    }

    private record Plugin(List<Rule> rules) implements GuidancePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("run-trial", "1", API_LEVEL, "its keeper", "somewhere");
        }

        @Override
        public List<PostReader> postReaders() {
            return List.of(new Lines());
        }
    }

    /** One post a line. */
    private static final class Lines implements PostReader {
        @Override
        public String id() {
            return "lines";
        }

        @Override
        public String title() {
            return "one post a line";
        }

        @Override
        public int recognises(Input input) {
            return input.name().endsWith(".lines") ? 90 : input.name().endsWith(".perhaps") ? 49 : 0;
        }

        @Override
        public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
            try (var in = new BufferedReader(new InputStreamReader(input.open(), StandardCharsets.UTF_8))) {
                long number = 0;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    number++;
                    Location where = Location.line(input.name(), number);
                    if (line.equals("unreadable")) {
                        out.unreadable(new Problem(where.toString(), "It cannot be read.", "Mend it."));
                    } else if (line.equals("stumble")) {
                        throw new IllegalStateException("on purpose");
                    } else if (line.equals("whole input broken")) {
                        throw new InputException(where.toString(), "The file is broken.", "Mend it.");
                    } else {
                        out.post(Post.of("p" + number, line), where);
                    }
                }
            }
        }

        @Override
        public boolean rewrites() {
            return true;
        }

        @Override
        public void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
                throws IOException {
            for (String line : new String(input.open().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                out.write((change.apply(Post.of("p", line)).text() + "\n").getBytes(StandardCharsets.UTF_8));
                if (line.equals("bad rewrite")) {
                    throw new IOException("disk full");
                }
            }
        }
    }

    /** Keeps the lines that were written. */
    private static class Kept implements ReportWriter {
        final List<Long> lines = new ArrayList<>();

        @Override
        public void subject(Reviewed subject) throws IOException {
            lines.add(subject.where().line());
        }

        @Override
        public void end(RunSummary totals) {
            lines.removeIf(line -> line < 0);
        }
    }
}
