package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String MISSING_ALT = "accessibility/image-alt-missing";
    private static final String POST = "{\"id\":\"%s\",\"text\":\"%s\",\"media\":[{\"kind\":\"image\"%s}]}\n";

    @TempDir
    Path folder;

    @Test
    void a_clean_post_ends_with_0_and_one_with_an_error_with_1() {
        Run clean = Run.of("check", "--text", "The library in Ōtaki is open until 6pm.");
        assertEquals(0, clean.code(), clean.toString());
        assertEquals("", clean.err());
        Run bad = Run.withInput(POST.formatted("p1", "The new library", ""), "check", "-");
        assertEquals(1, bad.code(), bad.toString());
        assertTrue(bad.out().contains(MISSING_ALT), bad.out());
    }

    @Test
    void the_threshold_decides_what_ends_with_1() {
        String post = POST.formatted("p1", "The new library", "");
        assertEquals(0, Run.withInput(post, "check", "-", "--fail-on", "never").code());
        assertEquals(1, Run.withInput(post, "check", "-", "--fail-on", "NOTE").code());
        Run unknown = Run.withInput(post, "check", "-", "--fail-on", "warn");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("error, warning, note or never"), unknown.err());
    }

    @Test
    void results_are_utf_8_whatever_they_hold() {
        Run run = Run.withInput(POST.formatted("p1", "Tēnā koutou 👋", ""), "check", "-", "--format", "json");
        assertTrue(run.out().contains("\"p1\""), run.out());
        assertFalse(run.out().contains("\u001b"), "no colour without a screen");
    }

    @Test
    void rules_can_be_chosen_and_left_out() {
        String post = POST.formatted("p1", "The new library", "");
        Run only = Run.withInput(post, "check", "-", "--only", MISSING_ALT, "--format", "json");
        assertTrue(only.out().contains("\"" + MISSING_ALT + "\""), only.out());
        Run byName = Run.withInput(post, "check", "-", "--only", "image-alt-missing", "--format", "json");
        assertEquals(only, byName, "the name alone will do");
        Run skipped = Run.withInput(post, "check", "-", "--skip", MISSING_ALT, "--format", "json");
        assertFalse(skipped.out().contains("\"rule\":\"" + MISSING_ALT), skipped.out());
        assertEquals(0, skipped.code());
    }

    @Test
    void names_that_stand_for_nothing_are_refused_with_the_nearest() {
        for (List<String> typed : List.of(
                List.of("--only", "accessibility/image-alt-mising", "image-alt-missing"),
                List.of("--skip", "image-alt-mising", "image-alt-missing"),
                List.of("--platform", "facbook", "facebook"),
                List.of("--format", "jsn", "json"),
                List.of("--from", "mastadon", "mastodon"))) {
            Run run = Run.of("check", "--text", "Words", typed.get(0), typed.get(1));
            assertEquals(2, run.code(), run.toString());
            assertTrue(
                    run.err().contains("Did you mean " + typed.get(2))
                            || run.err().contains(typed.get(2) + "?"),
                    run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertEquals("", run.out());
        }
        Run option = Run.of("check", "--platfrom", "x");
        assertEquals(2, option.code());
        assertTrue(option.err().contains("Did you mean --platform?"), option.err());
        Run verb = Run.of("chekc");
        assertEquals(2, verb.code());
        assertTrue(verb.err().contains("Did you mean check?"), verb.err());
    }

    @Test
    void each_platform_gets_its_line_and_a_post_is_counted_once() {
        Run run = Run.withInput(
                POST.formatted("p1", "The new library", ""),
                "check",
                "-",
                "--platform",
                "x,facebook",
                "--fail-on",
                "never");
        assertTrue(run.out().contains("x: Fix 1 thing"), run.out());
        assertTrue(run.out().contains("facebook: Fix 1 thing"), run.out());
        Run json = Run.withInput(
                POST.formatted("p1", "The new library", ""),
                "check",
                "-",
                "--platform",
                "x,facebook",
                "--format",
                "json");
        assertTrue(json.out().contains("\"subjects\":1,"), json.out());
    }

    @Test
    void a_country_switches_words_and_an_unknown_one_is_refused() {
        String text = "Disabled people told us what works";
        Run australia = Run.of("check", "--text", text, "--country", "au", "--fail-on", "never");
        assertTrue(australia.out().contains("people with disability"), australia.out());
        Run here = Run.of("check", "--text", text, "--fail-on", "never");
        assertFalse(here.out().contains("people with disability"), here.out());
        Run unknown = Run.of("check", "--text", text, "--country", "atlantis");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("nz, au, uk and us"), unknown.err());
    }

    @Test
    void media_are_given_with_their_alternatives() throws IOException {
        String picture = Files.write(folder.resolve("map.png"), new byte[] {1}).toString();
        List<String> only = List.of("--only", MISSING_ALT, "--format", "json");
        assertEquals(
                1,
                Run.of("check", "--text", "Map", "--media", picture, only.get(0), only.get(1))
                        .code());
        assertEquals(
                0,
                Run.of(
                                "check",
                                "--text",
                                "Map",
                                "--media",
                                picture,
                                "--alt",
                                "Map of closed roads",
                                only.get(0),
                                only.get(1))
                        .code());
        assertEquals(
                0,
                Run.of("check", "--text", "Map", "--media", picture, "--decorative", only.get(0), only.get(1))
                        .code());
        Run two = Run.of(
                "check",
                "--text",
                "Map",
                "--media",
                picture,
                "--alt",
                "Map of closed roads",
                "--media",
                picture,
                only.get(0),
                only.get(1),
                "--format",
                "json");
        assertEquals(1, two.code());
        assertTrue(two.out().contains("/media/1/alt"), "the second has none: " + two.out());
        assertFalse(two.out().contains("/media/0/alt"), two.out());
        assertEquals(
                2,
                Run.of("check", "--text", "Map", "--media", folder + "/none.png")
                        .code());
        assertEquals(
                1, Run.of("check", "--media", picture, only.get(0), only.get(1)).code(), "a post of a picture alone");
    }

    @Test
    void alone_on_a_terminal_it_asks_for_a_post() {
        Run asked = Run.onScreen("02", "The library is open.\n", "check");
        assertEquals(0, asked.code(), asked.toString());
        assertTrue(asked.err().contains("Paste a post"), asked.err());
        Run piped = Run.withInput("The library is open.\n", "check");
        assertEquals(0, piped.code(), piped.toString());
        assertEquals("", piped.err(), "nobody to ask");
    }

    @Test
    void colour_is_for_screens_that_show_it() {
        String post = POST.formatted("p1", "The new library", "");
        assertTrue(Run.onScreen("1", post, "check", "-").out().contains("\u001b["));
        assertFalse(Run.onScreen("1", post, "check", "-", "--no-color").out().contains("\u001b["));
        assertFalse(Run.onScreen("", post, "check", "-").out().contains("\u001b["));
    }

    @Test
    void a_report_goes_to_a_file_whole_or_not_at_all() throws IOException {
        Path report = folder.resolve("report.json");
        Run run = Run.withInput(
                POST.formatted("p1", "The new library", ""),
                "check",
                "-",
                "--format",
                "json",
                "--output",
                report.toString());
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(Files.readString(report).contains(MISSING_ALT));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "no temporary file is left");
        }
        Run nowhere = Run.of(
                "check",
                "--text",
                "Words",
                "--output",
                folder.resolve("no/where.json").toString());
        assertEquals(2, nowhere.code(), nowhere.toString());
        Run onFolder = Run.of("check", "--text", "Words", "--output", folder.toString());
        assertEquals(2, onFolder.code(), onFolder.toString());
    }

    @Test
    void a_report_never_takes_the_place_of_what_is_checked() throws IOException {
        Path post = folder.resolve("post.txt");
        Files.writeString(post, "Kia ora");
        Run run = Run.of("check", post.toString(), "--output", post.toString());
        assertEquals(2, run.code(), run.toString());
        assertTrue(run.err().contains("Give the report another name."), run.err());
        assertEquals("Kia ora", Files.readString(post));
    }

    @Test
    void safe_fixes_are_shown_and_made_in_the_file_itself() throws IOException {
        Path posts = folder.resolve("posts.jsonl");
        String fancy =
                "{\"id\":\"a\",\"text\":\"Plain words\"}\n{\"id\":\"b\", \"text\":\"\uD835\uDDD9\uD835\uDDFF\uD835\uDDF2\uD835\uDDF2 buses on Friday\"}\n";
        Files.writeString(posts, fancy);
        Run diff = Run.of("check", posts.toString(), "--diff");
        assertEquals(0, diff.code(), diff.toString());
        assertTrue(
                diff.out()
                        .contains(
                                "-\uD835\uDDD9\uD835\uDDFF\uD835\uDDF2\uD835\uDDF2 buses on Friday\n+Free buses on Friday\n"),
                diff.out());
        assertEquals(fancy, Files.readString(posts), "nothing is written");
        Run fix = Run.of("check", posts.toString(), "--fix");
        assertEquals(0, fix.code(), fix.toString());
        assertTrue(fix.err().contains("Changed 1 post in 1 file."), fix.err());
        assertEquals(
                "{\"id\":\"a\",\"text\":\"Plain words\"}\n{\"id\":\"b\",\"text\":\"Free buses on Friday\"}\n",
                Files.readString(posts).replace("\"b\", ", "\"b\","));
        Run again = Run.of("check", posts.toString(), "--fix");
        assertTrue(again.err().contains("Changed 0 posts in 0 files."), again.err());
    }

    @Test
    void fixing_needs_a_file() {
        assertEquals(2, Run.of("check", "--text", "Words", "--fix").code());
        assertEquals(2, Run.withInput("Words", "check", "-", "--fix").code());
        assertEquals(2, Run.of("check", "x.jsonl", "--fix", "--diff").code());
    }

    @Test
    void a_folder_says_what_it_left_out() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "{\"id\":\"a\",\"text\":\"Plain words\"}\n");
        Files.write(folder.resolve("logo.bin"), new byte[] {0, 1, 2, (byte) 0xff});
        Run run = Run.of("check", folder.toString());
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("Left out: other files (1)."), run.out());
        assertEquals("", run.err(), "said once");
        Run json = Run.of("check", folder.toString(), "--format", "json");
        assertTrue(json.err().contains("Left out: other files (1)."), json.err());
        assertEquals(
                "",
                Run.of("check", folder.toString(), "--format", "json", "--quiet")
                        .err());
    }

    @Test
    void what_an_archive_cannot_say_of_its_pictures_is_no_fail_and_is_said_once_to_people() throws IOException {
        var posts = new StringBuilder("window.YTD.tweets.part0 = [");
        for (int i = 1; i <= 40; i++) {
            posts.append(i == 1 ? "" : ",")
                    .append("{\"tweet\": {\"id_str\": \"" + i + "\", \"full_text\": \"The pool is open\","
                            + " \"extended_entities\": {\"media\": [{\"type\": \"photo\"}]}}}");
        }
        Path archive = folder.resolve("tweets.js");
        Files.writeString(archive, posts + "]");
        String rule = "accessibility/image-alt-missing";
        for (String format : List.of("text", "html", "md", "github")) {
            Run run = Run.of("check", archive.toString(), "--only", rule, "--format", format);
            assertEquals(0, run.code(), run.toString());
            assertEquals(
                    1,
                    run.out().split("The file does not say whether its pictures", -1).length - 1,
                    format + ": " + run.out());
        }
        Run text = Run.of("check", archive.toString(), "--only", rule);
        assertTrue(text.out().contains("0 failed, 40 for a person to decide"), text.out());
        assertTrue(
                text.out().contains("Left out: more that " + rule + " cannot tell, for the same reason (39)."),
                text.out());
        Run json = Run.of("check", archive.toString(), "--only", rule, "--format", "json");
        assertEquals(40, json.out().split("\"key\":\"unknown\"", -1).length - 1, json.out());
        Path questions = folder.resolve("worklist.csv");
        Run worklist = Run.of("check", archive.toString(), "--only", rule, "--worklist", questions.toString());
        assertTrue(worklist.err().contains(": 1 for a person to decide"), worklist.err());
    }

    @Test
    void a_web_page_about_an_archive_shows_the_trend() throws IOException {
        String posts = """
                {"id":"1","text":"Kia ora","time":"2026-01-10"}
                {"id":"2","text":"Kia ora","time":"2026-01-31T23:30:00+13:00","media":[{"kind":"image"}]}
                {"id":"3","text":"Kia ora","time":"2026-02-01","media":[{"kind":"image"}]}
                {"id":"4","text":"RT @other: theirs","time":"2026-03-01","media":[{"kind":"image"}]}
                """;
        Path file = Files.writeString(folder.resolve("posts.jsonl"), posts);
        String page = Run.of("check", file.toString(), "--only", MISSING_ALT, "--format", "html")
                .out();
        String trend = page.substring(page.indexOf("<h3>Trend</h3>"));
        assertTrue(trend.contains("<title id=\"trend-title\">Posts that fail, by month</title>"), trend);
        assertTrue(trend.contains("<desc id=\"trend-desc\">"), trend);
        assertTrue(trend.contains("<th scope=\"row\">2026-01 (2 posts)</th><td>50</td>"), trend);
        assertTrue(trend.contains("<th scope=\"row\">2026-02 (1 post)</th><td>100</td>"), trend);
        assertFalse(trend.contains("2026-03"), "other people's words are not judged");
        Run one = Run.withInput("{\"text\":\"Kia ora\",\"time\":\"2026-01-10\"}\n", "check", "-", "--format", "html");
        assertFalse(one.out().contains("<h3>Trend</h3>"), "one month is no trend");
    }

    @Test
    void messages_cannot_take_over_a_screen() {
        Run run = Run.of("check", "no\u001b]0;title\u0007such\u202efile");
        assertEquals(2, run.code());
        assertFalse(run.err().contains("\u001b"), run.err());
        assertFalse(run.err().contains("\u202e"), run.err());
    }

    @Test
    void progress_is_drawn_after_a_second_and_wiped_away() {
        var err = new java.io.ByteArrayOutputStream();
        var screen = new java.io.PrintStream(err, true, StandardCharsets.UTF_8);
        long[] now = {0};
        var line = new ProgressLine(screen, () -> now[0], new ReadSoFar());
        line.accept(100);
        assertEquals(0, err.size(), "nothing in the first second");
        now[0] = 1_500_000_000L;
        line.accept(200);
        String drawn = err.toString(StandardCharsets.UTF_8);
        assertTrue(drawn.contains("200 posts, 1 s"), drawn);
        now[0] = 1_600_000_000L;
        line.accept(300);
        assertEquals(drawn, err.toString(StandardCharsets.UTF_8), "at most five times a second");
        line.end();
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("\r\u001b[K"));
    }
}
