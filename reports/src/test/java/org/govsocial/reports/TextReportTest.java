package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportRequest;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final TestCatalogue CATALOGUE = TestCatalogue.plain();

    @Test
    void a_finding_shows_the_place_the_reason_the_fix_and_what_it_rests_on() {
        assertEquals(
                """
                posts.jsonl:3 (1): fails
                  | Kia ora!  #stateofemergency now
                              ^^^^^^^^^^^^^^^^^
                  ERROR, fails: Start each word of #stateofemergency with a capital letter. [test/should-other-government]
                    Fix, safe to apply: #stateofemergency → #StateOfEmergency
                    Why: Screen readers say the words one by one. Advised by S-25 (guidance from another country: Title 4), checked 2026-11-01; corresponds to WCAG 1.3.1.

                1 checked: 1 failed, 0 for a person to decide, 0 passed, 0 not tested, 0 not applicable.
                Findings: 1 error, 0 warnings, 0 notes.
                More about a rule: govsocial explain RULE
                """.replace("S-25", "S-2" + org.govsocial.model.Provenance.OTHER_GOVERNMENT.ordinal()),
                Run.withOneFinding().as("text", CATALOGUE));
    }

    @Test
    void plain_text_has_no_carets_and_no_lines_to_look_at() {
        String text =
                Run.withOneFinding().as("text", ReportRequest.of(CATALOGUE, "1").withScreen(false, true, 80));
        assertTrue(text.contains("Text: Kia ora!"), text);
        assertTrue(text.contains("change [#stateofemergency] to [#StateOfEmergency]"), text);
        assertFalse(text.contains("^") || text.contains("|") || text.contains("  |"), text);
        assertTrue(text.lines().noneMatch(l -> l.startsWith(" ")), text);
    }

    @Test
    void a_rule_is_explained_once_in_a_report() {
        var run = Run.withOneFinding();
        run.subjects.addAll(Run.withOneFinding().subjects);
        String text = run.as("text", CATALOGUE);
        assertEquals(1, occurrences(text, "Why: "), text);
        assertEquals(1, occurrences(text, "explained above"), text);
        assertEquals(2, occurrences(text, "S-2"), text);
    }

    @Test
    void colour_only_repeats_what_words_say() {
        var request = ReportRequest.of(CATALOGUE, "1");
        String plain = Run.withOneFinding().as("text", request);
        String coloured = Run.withOneFinding().as("text", request.withScreen(true, false, 80));
        assertTrue(coloured.contains("\u001b[1;31mERROR\u001b[0m"), coloured);
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void carets_stand_below_the_words_after_wide_characters() {
        String text = "日本👩\u200d👩\u200d👧 wha\u0304nau bad";
        int at = text.indexOf("bad");
        var excerpt =
                Excerpt.of(text, List.of(new Excerpt.Span(at, at + 3)), 60).get(0);
        // Two wide letters (4), an emoji (2), a space, six letters, a space.
        assertEquals(" ".repeat(4 + 2 + 1 + 6 + 1) + "^^^", excerpt.underline());
    }

    @Test
    void only_the_lines_with_findings_are_shown_with_their_number() {
        String text = "one\ntwo bad\r\nthree\nfour bad";
        var excerpts = Excerpt.of(text, List.of(new Excerpt.Span(8, 11), new Excerpt.Span(24, 27)), 60);
        assertEquals(
                List.of("2: two bad", "4: four bad"),
                excerpts.stream().map(e -> e.line() + ": " + e.text()).toList());
    }

    @Test
    void a_long_line_is_cut_around_each_place() {
        String text = "x ".repeat(500) + "bad" + " y".repeat(500) + " worse" + " z".repeat(300);
        int bad = text.indexOf("bad");
        int worse = text.indexOf("worse");
        var excerpts =
                Excerpt.of(text, List.of(new Excerpt.Span(worse, worse + 5), new Excerpt.Span(bad, bad + 3)), 60);
        assertEquals(2, excerpts.size());
        for (var excerpt : excerpts) {
            assertTrue(excerpt.text().length() <= 60, excerpt.text());
            assertTrue(excerpt.text().startsWith("…") && excerpt.text().endsWith("…"), excerpt.text());
            int start = excerpt.underline().indexOf('^');
            assertTrue(excerpt.text().substring(start).matches("(bad|worse).*"), excerpt.toString());
        }
    }

    @Test
    void a_place_that_fits_in_a_row_is_never_broken() {
        String text = "bad " + "x ".repeat(20) + "A PLACE OF TWENTY-SIX COLS " + "y ".repeat(20);
        int place = text.indexOf("A PLACE");
        var excerpts = Excerpt.of(text, List.of(new Excerpt.Span(0, 3), new Excerpt.Span(place, place + 26)), 60);
        assertEquals(
                List.of(3, 26),
                excerpts.stream()
                        .map(e -> (int)
                                e.underline().chars().filter(c -> c == '^').count())
                        .toList());
    }

    @Test
    void a_terminal_cannot_be_taken_over() {
        var run = new Run();
        String evil = "a\u001b]0;x\u0007b \u202ec over\rwrite";
        run.add(Location.of("in\u001b[2J.txt"), Post.of("id\u009b", evil), List.of());
        run.add(
                Location.of("in\u001b[2J.txt"),
                Post.of("id\u009b", evil),
                List.of(new Finding(
                        Run.RULE,
                        Severity.NOTE,
                        Outcome.CANT_TELL,
                        "other",
                        Map.of("tag", evil),
                        Place.text(0, 5),
                        List.of(),
                        List.of(Platform.X),
                        "f")));
        String text = run.as("text", CATALOGUE);
        assertTrue(text.contains("a\\x1b]0;x\\x07b \\u202ec over\\rwrite"), text);
        assertTrue(text.contains("in\\x1b[2J.txt") && text.contains("id\\x9b"), text);
        assertTrue(text.contains("^^^^^^^^ ".strip()), text);
    }

    @Test
    void each_platform_gets_its_verdict() {
        var request = ReportRequest.of(CATALOGUE, "1").withPlatforms(List.of(Platform.X));
        assertVerdict("x: Ready", request, List.of());
        assertVerdict("x: Fix 1 thing", request, List.of(finding(Severity.ERROR, Outcome.FAILED)));
        assertVerdict(
                "x: Fix 2 things, ask a person about 1",
                request,
                List.of(
                        finding(Severity.ERROR, Outcome.FAILED),
                        finding(Severity.WARNING, Outcome.FAILED),
                        finding(Severity.WARNING, Outcome.CANT_TELL)));
        assertVerdict("x: Ask a person about 1 thing", request, List.of(finding(Severity.WARNING, Outcome.CANT_TELL)));
        assertVerdict("x: Ready", request, List.of(finding(Severity.NOTE, Outcome.FAILED)));
    }

    private static void assertVerdict(String expected, ReportRequest request, List<Finding> findings) {
        String text = new Run()
                .add(Location.of("p"), Post.of("p", "A text with some words"), findings)
                .as("text", request);
        assertTrue(text.lines().anyMatch(expected::equals), expected + "\n" + text);
    }

    private static Finding finding(Severity severity, Outcome outcome) {
        return Run.hashtag(Run.RULE, severity, outcome);
    }

    @Test
    void a_rule_that_did_not_finish_is_never_a_clean_bill() {
        var request = ReportRequest.of(CATALOGUE, "1").withPlatforms(List.of(Platform.X));
        var run = new Run();
        run.add(
                Location.of("p"),
                Post.of("p", "words"),
                List.of(),
                List.of(new RuleFailure(Run.RULE, "agency", "Jo", "jo@example.org", "StackOverflowError")));
        for (String format : List.of("text", "html", "md", "github", "sarif")) {
            String report = run.as(format, request);
            assertTrue(report.contains("1 rule did not finish, so this is not a clean bill."), report);
            assertFalse(report.contains("Ready"), report);
            assertTrue(report.contains("Jo (jo@example.org)"), report);
        }
        assertTrue(run.as("json", request).contains("\"failures\":[{\"rule\":\"" + Run.RULE), "json");
        assertTrue(run.as("csv", request).contains("UNTESTED"), "csv");
        assertTrue(run.as("junit", request).contains("<error"), "junit");
    }

    @Test
    void what_could_not_be_done_is_said_with_advice() {
        var run = new Run();
        run.problems.add(new Problem("posts.jsonl:12", "This line is not JSON.", "Mend the line."));
        run.add(Location.of("p"), Post.of("p", "words"), List.of());
        String text = run.as("text", CATALOGUE);
        assertTrue(text.contains("Could not be done: posts.jsonl:12: This line is not JSON. Mend the line."), text);
        assertTrue(text.contains("not a clean bill"), text);
    }

    @Test
    void findings_that_say_the_same_are_said_once() {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < 30; i++) {
            findings.add(new Finding(
                    Run.RULE,
                    Severity.WARNING,
                    Outcome.FAILED,
                    "other",
                    Map.of("tag", i < 20 ? "same" : "other " + i),
                    Place.text(i, i + 1),
                    List.of(),
                    List.of(Platform.X),
                    "f" + i));
        }
        String text = new Run()
                .add(Location.of("p"), Post.of("p", "some words that go on for a while, as posts do"), findings)
                .as("text", CATALOGUE);
        assertTrue(text.contains("(20 places)"), text);
        assertTrue(text.contains("And 8 more of " + Run.RULE + " here."), text);
        assertTrue(text.lines().count() < 15, text);
    }

    @Test
    void a_note_does_not_fail() {
        String text = new Run()
                .add(
                        Location.of("p"),
                        Post.of("p", "Kia ora!  " + Run.TAG),
                        List.of(finding(Severity.NOTE, Outcome.FAILED)))
                .as("text", CATALOGUE);
        assertTrue(text.contains("p: passes") && text.contains("NOTE, worth knowing: "), text);
        assertFalse(text.contains("fails"), text);
    }

    @Test
    void a_summary_says_which_rules_spoke_most() {
        var request = ReportRequest.of(CATALOGUE, "1").withSummaryOnly(true).withPlatforms(List.of(Platform.X));
        var run = Run.withOneFinding();
        String text = run.as("text", request);
        assertEquals("""
                1 checked: 1 failed, 0 for a person to decide, 0 passed, 0 not tested, 0 not applicable.
                Findings: 1 error, 0 warnings, 0 notes.
                  test/should-other-government: 1
                x: Fix 1 thing
                """, text);
    }

    @Test
    void a_missing_text_alternative_names_its_medium() {
        var post = Post.of("p", "Words").withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)));
        var finding = new Finding(
                Run.RULE,
                Severity.ERROR,
                Outcome.FAILED,
                "other",
                Map.of(),
                Place.alt(0),
                List.of(),
                List.of(Platform.X),
                "f");
        String text = new Run().add(Location.of("p"), post, List.of(finding)).as("text", CATALOGUE);
        assertTrue(text.contains("alt text of picture 1: Have a look at this."), text);
        assertTrue(text.contains("How to fix: Start each word with a capital."), text);
    }

    private static int occurrences(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
