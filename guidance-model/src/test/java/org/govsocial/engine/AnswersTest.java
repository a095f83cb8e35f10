package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govsocial.model.Citation;
import org.govsocial.model.Decision;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Verdict;
import org.govsocial.model.WorkspaceSettings.Allowance;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Post POST =
            Post.of("p", "The BIG news and the FAR sea").withPlatform(Platform.X);

    @TempDir
    Path folder;

    private Guidance guidance = Guidance.of(List.of());

    /** Fails words in capitals, with a safe fix, and asks a person about the words as a whole. */
    @BeforeEach
    void load() throws IOException {
        guidance = Guidance.of(
                List.of(new Trial("trial", List.of(Trial.pack(folder, "", "")), List.of(new Capitals(), new Whole()))));
        assertEquals(List.of(), guidance.problems());
    }

    private Report review(Answers answers) {
        return review(answers, POST);
    }

    private Report review(Answers answers, Post post) {
        return guidance.reviewer(ReviewConfig.DEFAULTS.withAnswers(answers)).review(post);
    }

    private static Answers decided(Finding finding, Verdict verdict, LocalDate until) {
        var decision = new Decision(finding.fingerprint(), verdict, "Mere", TODAY.minusDays(9), "A name.", until);
        return Answers.NONE.withDecisions(Map.of(finding.fingerprint(), decision), TODAY);
    }

    private static Finding at(Report report, String words) {
        return report.findings().stream()
                .filter(f -> !f.place().isWhole()
                        && POST.text()
                                .substring(f.place().start(), f.place().end())
                                .equals(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_pass_takes_the_finding_off_the_outcome_and_stays_in_the_report() {
        Report before = review(Answers.NONE);
        assertEquals(Outcome.FAILED, before.outcome());
        assertEquals(3, before.findings().size());
        Finding big = at(before, "BIG");
        Report one = review(decided(big, Verdict.PASSED, null));
        assertEquals(Outcome.PASSED, at(one, "BIG").outcome());
        assertNotNull(at(one, "BIG").answer());
        assertEquals(Outcome.FAILED, one.outcome(), "the other word still fails");
        Decision other = new Decision(at(before, "FAR").fingerprint(), Verdict.PASSED, "Mere", TODAY, "", null);
        Decision first = new Decision(big.fingerprint(), Verdict.PASSED, "Mere", TODAY, "", null);
        Report both = review(
                Answers.NONE.withDecisions(Map.of(first.fingerprint(), first, other.fingerprint(), other), TODAY));
        assertEquals(Outcome.CANT_TELL, both.outcome(), "what is left waits for a person");
        assertEquals(Outcome.PASSED, both.results().get(RuleId.of("trial/capitals")));
        assertEquals(Outcome.CANT_TELL, both.platforms().get(Platform.X));
    }

    @Test
    void a_person_who_fails_a_question_decides_it() {
        Finding whole = review(Answers.NONE).findings().stream()
                .filter(f -> f.place().isWhole())
                .findFirst()
                .orElseThrow();
        assertEquals(Outcome.CANT_TELL, whole.outcome());
        Report after = review(decided(whole, Verdict.FAILED, null));
        assertEquals(Outcome.FAILED, after.results().get(RuleId.of("trial/whole")));
    }

    @Test
    void a_waiver_is_shown_does_not_count_and_ends_after_its_last_day() {
        Finding big = at(review(Answers.NONE), "BIG");
        Finding waived = at(review(decided(big, Verdict.WAIVED, TODAY)), "BIG");
        assertEquals(Outcome.FAILED, waived.outcome());
        assertFalse(waived.counts());
        Finding over = at(review(decided(big, Verdict.WAIVED, TODAY.minusDays(1))), "BIG");
        assertTrue(over.counts());
        assertNotNull(over.answer());
        var tally = new Tally();
        guidance.reviewer(ReviewConfig.DEFAULTS.withAnswers(decided(big, Verdict.WAIVED, TODAY)))
                .tally(POST, tally);
        assertEquals(Map.of("waived", 1L), tally.answers());
        assertEquals(1, tally.failing().get(Severity.ERROR), "only the other word");
    }

    @Test
    void an_answer_does_not_outlive_the_words_it_was_given_for() {
        Report before = review(Answers.NONE);
        for (Finding finding : before.findings()) {
            Report edited =
                    review(decided(finding, Verdict.PASSED, null), POST.withText("The HUGE news and the LOW sea"));
            assertTrue(edited.findings().stream().allMatch(f -> f.answer() == null), finding::toString);
        }
        Report elsewhere =
                review(decided(at(before, "BIG"), Verdict.PASSED, null), POST.withText("Kia ora: the BIG news"));
        assertEquals(
                1, elsewhere.findings().stream().filter(f -> f.answer() != null).count());
    }

    @Test
    void equal_words_are_answered_one_by_one() {
        Post twice = POST.withText("BIG and BIG");
        Report before = review(Answers.NONE, twice);
        Finding first = before.findings().stream()
                .filter(f -> !f.place().isWhole())
                .findFirst()
                .orElseThrow();
        Report after = review(decided(first, Verdict.PASSED, null), twice);
        assertEquals(
                1,
                after.findings().stream()
                        .filter(f -> f.outcome() == Outcome.FAILED)
                        .count());
        assertEquals(
                1,
                after.findings().stream()
                        .filter(f -> f.outcome() == Outcome.PASSED)
                        .count());
    }

    @Test
    void what_the_baseline_knows_is_left_out_and_counted() {
        Report before = review(Answers.NONE);
        Set<String> known =
                Set.of(at(before, "BIG").fingerprint(), at(before, "FAR").fingerprint());
        Report after = review(Answers.NONE.withKnown(known));
        assertEquals(1, after.findings().size());
        assertEquals(Outcome.CANT_TELL, after.outcome());
        assertEquals(new Report.Withheld(2, 0), after.withheld());
        assertEquals(
                Outcome.CANT_TELL,
                guidance.reviewer(ReviewConfig.DEFAULTS.withAnswers(Answers.NONE.withKnown(known)))
                        .screen(POST),
                "screening agrees");
    }

    @Test
    void allowances_go_by_word_rule_and_platform() {
        RuleId capitals = RuleId.of("trial/capitals");
        assertEquals(2, allowed(allowance("#BIG", null, null, "A name."), Platform.X));
        assertEquals(2, allowed(allowance("BIG", capitals, Platform.X, "A name."), Platform.X));
        assertEquals(3, allowed(allowance("BIG", capitals, Platform.X, "A name."), Platform.MASTODON));
        assertEquals(3, allowed(allowance("BI", capitals, null, "A name."), Platform.X));
        assertEquals(3, allowed(allowance("big", capitals, null, "A name."), Platform.X), "letter by letter");
        var over = new Allowance(
                Optional.of("BIG"),
                Optional.empty(),
                Optional.empty(),
                "A name.",
                Optional.of(LocalDate.EPOCH.minusDays(1)));
        assertEquals(3, allowed(over, Platform.X), "its last day is over");
        assertEquals(1, allowed(allowance("", capitals, null, "Our style."), Platform.X));
        assertEquals(3, allowed(allowance("BIG", RuleId.of("trial/whole"), null, "A name."), Platform.X));
        // Judged for two platforms and allowed on one, the finding is left on the other.
        Answers answers = Answers.NONE.withAllowances(List.of(allowance("BIG", null, Platform.X, "A name.")));
        Report both = guidance.reviewer(ReviewConfig.DEFAULTS
                        .withPlatforms(List.of(Platform.X, Platform.MASTODON))
                        .withAnswers(answers))
                .review(POST);
        assertEquals(List.of(Platform.MASTODON), at(both, "BIG").platforms());
        assertEquals(List.of(Platform.X, Platform.MASTODON), at(both, "FAR").platforms());
    }

    private static Allowance allowance(String word, @Nullable RuleId rule, @Nullable Platform platform, String reason) {
        return new Allowance(
                word.isEmpty() ? Optional.empty() : Optional.of(word),
                Optional.ofNullable(rule),
                Optional.ofNullable(platform),
                reason,
                Optional.empty());
    }

    private int allowed(Allowance allowance, Platform platform) {
        return review(Answers.NONE.withAllowances(List.of(allowance)), POST.withPlatform(platform))
                .findings()
                .size();
    }

    @Test
    void safe_fixes_leave_alone_what_a_person_has_looked_at() {
        Finding big = at(review(Answers.NONE), "BIG");
        for (Verdict verdict : List.of(Verdict.PASSED, Verdict.WAIVED)) {
            Post fixed = guidance.reviewer(ReviewConfig.DEFAULTS.withAnswers(decided(big, verdict, TODAY)))
                    .fixed(POST);
            assertEquals("The BIG news and the far sea", fixed.text());
        }
        assertNotEquals(POST, guidance.reviewer(ReviewConfig.DEFAULTS).fixed(POST));
    }

    private static final class Capitals implements PostRule {
        @Override
        public RuleInfo info() {
            return RuleInfo.of("trial/capitals", new Citation("trial", "T-1"), "No capitals.")
                    .withMessage("found", Severity.ERROR, "Capitals.");
        }

        @Override
        public boolean applies(PostFeatures features) {
            return true;
        }

        @Override
        public void check(PostFeatures features, Findings out) {
            for (int i = 0; i < features.tokenCount(); i++) {
                if (features.kind(i) == TokenKind.WORD && features.isCapitals(i)) {
                    String words = features.post().text().substring(features.start(i), features.end(i));
                    out.fail("found")
                            .at(features.start(i), features.end(i))
                            .safeFix(new Edit(
                                    "/text",
                                    features.start(i),
                                    features.end(i),
                                    words.toLowerCase(java.util.Locale.ROOT)));
                }
            }
        }
    }

    private static final class Whole implements PostRule {
        @Override
        public RuleInfo info() {
            return RuleInfo.of("trial/whole", new Citation("trial", "T-1"), "Is it kind?")
                    .withMessage("ask", Severity.WARNING, "Is it kind?");
        }

        @Override
        public boolean applies(PostFeatures features) {
            return true;
        }

        @Override
        public void check(PostFeatures features, Findings out) {
            out.review("ask").at(Place.TEXT);
        }
    }
}
