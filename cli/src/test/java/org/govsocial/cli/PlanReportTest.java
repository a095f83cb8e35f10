package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderation, and reports from it and from archives. */
class PlanReportTest {
    private static final String[] WEEK = {
        "plan", "report", "weekly", "--posts", "samples/plan/posts.jsonl", "--from", "2029-07-09", "--to", "2029-07-15"
    };

    @TempDir
    Path folder;

    private static JsonObject json(String... more) {
        var args = new java.util.ArrayList<>(java.util.List.of(WEEK));
        args.addAll(java.util.List.of(more));
        args.addAll(java.util.List.of("--format", "json"));
        Run run = Run.of(args.toArray(String[]::new));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    private Run add(String log, String... args) {
        var all = new java.util.ArrayList<>(java.util.List.of("plan", "moderation", "add", "--log", log));
        all.addAll(java.util.List.of(args));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void posts_of_the_days_are_counted_with_their_themes_and_accessibility() {
        JsonObject report = json();
        assertEquals(3, report.get("posts").getAsInt());
        assertEquals(1, report.get("outsideThePeriod").getAsInt());
        JsonObject first = report.getAsJsonArray("themes").get(0).getAsJsonObject();
        assertEquals("#OpenLate", first.get("theme").getAsString());
        assertEquals(2, first.get("count").getAsInt());
        assertEquals(3, report.getAsJsonObject("accessibility").get("judged").getAsInt());
        assertEquals(2, report.getAsJsonObject("accessibility").get("passed").getAsInt());
    }

    @Test
    void what_nobody_gave_is_no_data_and_never_nought() {
        JsonObject report = json();
        for (String member : new String[] {"comments", "removals", "questionsOpen", "questionsAnswered"}) {
            assertTrue(report.get(member).isJsonNull(), member);
        }
        assertTrue(Run.of(WEEK).out().contains("Removed or hidden                  no data"));
        JsonObject known = json("--moderation", "samples/plan/moderation.jsonl");
        assertEquals(1, known.get("removals").getAsInt());
        assertEquals(2, known.get("questionsOpen").getAsInt());
        assertEquals(0, known.get("questionsAnswered").getAsInt());
        assertEquals(1, known.getAsJsonArray("requests").size());
    }

    @Test
    void posts_without_a_time_are_not_counted_as_none() throws IOException {
        String posts = Files.writeString(folder.resolve("undated.jsonl"), "{\"id\":\"1\",\"text\":\"One\"}\n")
                .toString();
        Run run = Run.of(
                "plan",
                "report",
                "weekly",
                "--posts",
                posts,
                "--from",
                "2029-07-09",
                "--to",
                "2029-07-15",
                "--format",
                "json");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.err().contains("1 posts without a time"), run.err());
        assertTrue(
                JsonParser.parseString(run.out()).getAsJsonObject().get("posts").isJsonNull(), run.out());
    }

    @Test
    void results_stand_beside_the_plans_own_measures() throws IOException {
        String metrics = Files.writeString(folder.resolve("metrics.csv"), """
                        date,metric,value
                        2029-07-10,Questions answered within 8 watched hours,7
                        2029-07-14,questions answered within 8 watched hours,9
                        2029-07-16,questions answered within 8 watched hours,10
                        """).toString();
        JsonObject report = json("--plan", "samples/plan/plan.json", "--metrics", metrics);
        JsonObject none = report.getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject known = report.getAsJsonArray("results").get(1).getAsJsonObject();
        assertTrue(none.get("result").isJsonNull());
        assertEquals("9", known.get("result").getAsString());
        assertEquals("2029-07-14", known.get("on").getAsString());
        assertEquals("9 of 10", known.get("target").getAsString());
    }

    @Test
    void a_report_is_a_document_with_gaps_where_nobody_knows() throws IOException {
        Path out = folder.resolve("end.md");
        Run run = Run.of(
                "plan",
                "report",
                "activity",
                "--posts",
                "samples/plan/posts.jsonl",
                "--from",
                "2029-07-01",
                "--to",
                "2029-07-31",
                "--plan",
                "samples/plan/plan.json",
                "--output",
                out.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        String written = Files.readString(out);
        assertTrue(written.contains("| Posts made | 4 |"), written);
        assertTrue(written.contains("how many contributions were removed or hidden\\]"), written);
        assertTrue(written.contains("no data"), written);
    }

    @Test
    void a_log_without_removals_says_none_and_leaves_no_gap() throws IOException {
        Path log = folder.resolve("moderation.jsonl");
        Files.writeString(
                log,
                "{\"id\":\"c-1\",\"time\":\"2029-07-09T10:20:00+12:00\",\"channel\":\"facebook\","
                        + "\"decision\":\"left\",\"by\":\"Ben\",\"copy\":\"Nice.\"}\n");
        String with = document("--moderation", log.toString());
        String without = document();
        assertTrue(without.contains("removed or hidden\\]"), without);
        assertFalse(with.contains("removed or hidden\\]"), with);
    }

    private String document(String... more) throws IOException {
        Path out = folder.resolve("week-" + more.length + ".md");
        var args = new java.util.ArrayList<>(java.util.List.of(WEEK));
        args.addAll(java.util.List.of(more));
        args.addAll(java.util.List.of("--output", out.toString()));
        Run run = Run.of(args.toArray(String[]::new));
        assertEquals(ExitCode.DONE, run.code(), run.err());
        return Files.readString(out);
    }

    @Test
    void entries_are_added_and_what_was_there_is_never_touched() throws IOException {
        Path log = folder.resolve("moderation.jsonl");
        Run first = add(
                log.toString(),
                "--channel",
                "x",
                "--did",
                "removed",
                "--rule",
                "PR-03",
                "--reason",
                "A threat",
                "--by",
                "Ben",
                "--copy",
                "\"words\"\nand more",
                "--at",
                "2029-07-09T10:20:00+12:00");
        assertEquals(ExitCode.DONE, first.code(), first.err());
        String before = Files.readString(log);
        assertEquals(1, before.lines().count());
        assertEquals(
                ExitCode.DONE,
                add(
                                log.toString(),
                                "--channel",
                                "x",
                                "--did",
                                "left",
                                "--by",
                                "Ben",
                                "--question",
                                "open",
                                "--copy",
                                "When?")
                        .code());
        assertTrue(Files.readString(log).startsWith(before));
        JsonObject list = JsonParser.parseString(
                        Run.of("plan", "moderation", "list", "--log", log.toString(), "--format", "json")
                                .out())
                .getAsJsonObject();
        JsonObject entry = list.getAsJsonArray("entries").get(0).getAsJsonObject();
        assertEquals("\"words\"\nand more", entry.get("copy").getAsString());
        assertEquals("comment-1", entry.get("id").getAsString());
        assertEquals(
                "comment-2",
                list.getAsJsonArray("entries")
                        .get(1)
                        .getAsJsonObject()
                        .get("id")
                        .getAsString());
    }

    @Test
    void a_later_entry_answers_a_question() throws IOException {
        Path log = folder.resolve("moderation.jsonl");
        for (String state : new String[] {"open", "answered"}) {
            add(
                    log.toString(),
                    "--id",
                    "q",
                    "--channel",
                    "x",
                    "--did",
                    "left",
                    "--by",
                    "Ben",
                    "--question",
                    state,
                    "--copy",
                    "When?",
                    "--at",
                    "2029-07-09T10:20:00+12:00");
        }
        JsonObject report = json("--moderation", log.toString());
        assertEquals(0, report.get("questionsOpen").getAsInt());
        assertEquals(1, report.get("questionsAnswered").getAsInt());
    }

    @Test
    void a_request_for_official_information_is_flagged_when_it_is_kept() throws IOException {
        Path log = folder.resolve("moderation.jsonl");
        for (String words : new String[] {
            "Under the OIA I want the figures",
            "Please send me copies of the briefings",
            "Official Information Act request"
        }) {
            Run run = add(log.toString(), "--channel", "x", "--did", "left", "--by", "Ben", "--copy", words);
            assertTrue(run.err().contains("OIA-1"), words);
        }
        for (String words : new String[] {"Please send help", "The report is great", "Can I have a library card?"}) {
            Run run = add(log.toString(), "--channel", "x", "--did", "left", "--by", "Ben", "--copy", words);
            assertFalse(run.err().contains("OIA-1"), words);
        }
    }

    @Test
    void what_is_missing_or_unknown_is_told_and_nothing_is_added() throws IOException {
        Path log = folder.resolve("moderation.jsonl");
        assertEquals(
                ExitCode.WRONG_INPUT,
                add(log.toString(), "--channel", "x", "--did", "removed", "--by", "Ben", "--copy", "a", "--reason", "b")
                        .code());
        Run unknown = add(
                log.toString(),
                "--channel",
                "x",
                "--did",
                "removed",
                "--by",
                "Ben",
                "--copy",
                "a",
                "--reason",
                "b",
                "--rule",
                "PR-99");
        assertEquals(ExitCode.WRONG_INPUT, unknown.code());
        assertTrue(unknown.err().contains("PR-99"), unknown.err());
        assertFalse(Files.exists(log));
        add(log.toString(), "--channel", "x", "--did", "left", "--by", "Ben", "--copy", "a");
        Files.writeString(log, "{\"id\":\"x\"}\n", StandardOpenOption.APPEND);
        Run broken = Run.of("plan", "moderation", "list", "--log", log.toString());
        assertEquals(ExitCode.WRONG_INPUT, broken.code());
        assertTrue(broken.err().contains("moderation.jsonl:2"), broken.err());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("plan", "report", "weekly", "--from", "2029-07-09").code());
    }

    @Test
    void a_log_that_was_changed_is_found_out() throws IOException {
        Path log = folder.resolve("moderation.jsonl");
        for (String id : new String[] {"c-1", "c-2", "c-3"}) {
            add(log.toString(), "--id", id, "--channel", "x", "--did", "left", "--by", "Ben", "--copy", "When?");
        }
        Run whole = verify(log);
        assertEquals(ExitCode.DONE, whole.code(), whole.err());
        assertTrue(whole.out().contains("3 of 3 entries are linked"), whole.out());
        String seal = whole.out().lines().reduce("", (a, b) -> b).substring("Seal: ".length());

        Files.writeString(log, Files.readString(log).replaceFirst("When", "Where"));
        Run changed = verify(log, "--seal", seal);
        assertEquals(ExitCode.FINDINGS, changed.code());
        assertTrue(changed.out().contains("Line 2: "), changed.out());

        Files.writeString(log, Files.readString(log).lines().limit(1).reduce("", (a, b) -> b + "\n"));
        assertEquals(ExitCode.DONE, verify(log).code(), "that the end is cut off does not show");
        assertTrue(verify(log, "--seal", seal).out().contains("NOT FOUND"), "but against the seal it does");
        assertEquals(ExitCode.WRONG_INPUT, verify(log, "--seal", "abc").code());
        assertEquals(ExitCode.WRONG_INPUT, verify(folder.resolve("none")).code());
    }

    private static Run verify(Path log, String... more) {
        var all = new java.util.ArrayList<>(java.util.List.of("plan", "moderation", "verify", "--log", log.toString()));
        all.addAll(java.util.List.of(more));
        return Run.of(all.toArray(String[]::new));
    }
}
