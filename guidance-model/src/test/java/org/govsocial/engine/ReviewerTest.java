package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.govsocial.model.Citation;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewerTest {
    private static final Citation CITES = new Citation("trial", "T-1");

    @TempDir
    Path folder;

    @Test
    void a_clean_post_costs_no_memory() throws IOException {
        Guidance guidance = Guidance.of(List.of(new Trial(
                "trial", List.of(Trial.pack(folder, """
                        {"id": "trial/words", "kind": "swap", "severity": "WARNING", "cites": {"document": "trial",
                         "statement": "T-1"}, "summary": "S.", "message": "M {text}.", "swaps": {"in order to": "to",
                         "the disabled": ["disabled people"]}}
                        """, "")), List.of(new ManyTags(), rule("caps", (post, out) -> {
                    for (int i = 0; i < post.tokenCount(); i++) {
                        if (post.kind(i) == TokenKind.WORD && post.isCapitals(i)) {
                            out.fail("found").at(post.start(i), post.end(i));
                        }
                    }
                })))));
        assertEquals(List.of(), guidance.problems());
        Reviewer reviewer = guidance.reviewer(ReviewConfig.DEFAULTS);
        Post clean = Post.of(
                        "p",
                        "Kia ora koutou, the Wellington office is open from nine. #HaveYourSay 👋 "
                                + "https://www.govt.nz in order for the Te\u0304na\u0304 🏴󠁧󠁢󠁥󠁮󠁧󠁿 @NZTA")
                .withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of("A ferry"))));
        Outcome outcome = Outcome.UNTESTED;
        for (int i = 0; i < 50_000; i++) {
            outcome = reviewer.screen(clean);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        // The compiler may once give back objects that it had done away with; what counts is the steady state.
        for (int batch = 0; batch < 5; batch++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                outcome = reviewer.screen(clean);
            }
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(Outcome.FAILED, reviewer.screen(clean.withText("the disabled")), "the words are looked for");
        assertEquals(Outcome.PASSED, outcome);
        assertEquals(0, bytes, "bytes that 10,000 screenings allocated");
    }

    @Test
    void screen_and_review_agree() throws IOException {
        Reviewer reviewer = reviewer(new ManyTags());
        for (String text : List.of("", "plain", "#a #b", "#a #b #c")) {
            Post post = Post.of("p", text);
            assertEquals(reviewer.review(post).outcome(), reviewer.screen(post), text);
        }
        assertEquals(Outcome.FAILED, reviewer.screen(Post.of("p", "#a #b #c")));
        assertEquals(Outcome.INAPPLICABLE, reviewer.screen(Post.of("p", "no tag")));
    }

    @Test
    void a_rule_that_cannot_say_whether_it_applies_takes_nothing_from_the_others() throws IOException {
        Reviewer reviewer = reviewer(new ManyTags(), new PostRule() {
            @Override
            public RuleInfo info() {
                return warning("trial/unsure", Trait.HASHTAGS);
            }

            @Override
            public boolean applies(PostFeatures post) {
                throw new IllegalStateException("no idea");
            }

            @Override
            public void check(PostFeatures post, Findings out) {}
        });
        assertEquals(Outcome.FAILED, reviewer.review(Post.of("p", "#a #b #c")).outcome());
        assertEquals(Outcome.FAILED, reviewer.screen(Post.of("p", "#a #b #c")));
        assertEquals(Outcome.UNTESTED, reviewer.screen(Post.of("p", "#a")));
    }

    @Test
    void a_rule_needs_all_of_some_traits_and_one_of_others() throws IOException {
        RuleInfo info = warning("trial/either", Trait.WORDS).withNeedsAny(Trait.HASHTAGS, Trait.NUMBERS);
        Reviewer reviewer = reviewer(new Lambda(info, (post, out) -> out.fail("found")));
        for (String text : List.of("see #tag", "see 10", "see #tag 10")) {
            assertEquals(Outcome.FAILED, reviewer.screen(Post.of("p", text)), text);
            assertEquals(Outcome.FAILED, reviewer.review(Post.of("p", text)).outcome(), text);
        }
        for (String text : List.of("see", "10", "#tag", "see @dia")) {
            assertEquals(Outcome.INAPPLICABLE, reviewer.screen(Post.of("p", text)), text);
            assertEquals(
                    Outcome.INAPPLICABLE, reviewer.review(Post.of("p", text)).outcome(), text);
        }
    }

    @Test
    void a_rule_that_throws_leaves_the_post_untested_and_the_other_rules_work() throws IOException {
        Pattern repeats = Pattern.compile("(.)\\1{3,}", Pattern.CASE_INSENSITIVE);
        Reviewer reviewer = reviewer(new ManyTags(), rule("repeats", (post, out) -> {
            if (repeats.matcher(post.post().text()).find()) {
                out.fail("found");
            }
            if (post.post().text().contains("boom")) {
                throw new StringIndexOutOfBoundsException("index 2");
            }
        }));
        Report report = reviewer.review(Post.of("p", "boom #a #b"));
        assertEquals(Outcome.UNTESTED, report.outcome(), "never a pass");
        assertEquals(Outcome.UNTESTED, report.results().get(RuleId.of("trial/repeats")));
        assertEquals(Outcome.PASSED, report.results().get(RuleId.of("trial/hashtag-too-many")));
        assertEquals("trial", report.failures().get(0).plugin());
        assertEquals(Outcome.UNTESTED, reviewer.screen(Post.of("p", "boom")));
        assertEquals(Outcome.FAILED, reviewer.screen(Post.of("p", "boom #a #b #c")), "the others are heard");
        assertEquals(
                Outcome.UNTESTED, reviewer.review(Post.of("p", "boooom boom")).outcome());
        assertEquals(Outcome.UNTESTED, reviewer.screen(Post.of("p", "boooom boom")), "what it reported before is void");
        var tally = new Tally();
        reviewer.tally(Post.of("p", "boom"), tally);
        reviewer.tally(Post.of("q", "boom"), tally);
        assertEquals(2, tally.failureCount());
        assertEquals(1, tally.failures().size());
    }

    @Test
    void a_key_that_a_rule_did_not_declare_is_a_failure_of_the_rule() throws IOException {
        Report report =
                reviewer(rule("odd", (post, out) -> out.fail("no-such-key"))).review(Post.of("p", "text"));
        assertEquals(Outcome.UNTESTED, report.outcome());
        assertTrue(report.failures().get(0).error().contains("no-such-key"));
    }

    @Test
    void a_note_does_not_count_as_failed() throws IOException {
        var note = RuleInfo.of("trial/note", CITES, "S.").withMessage("found", Severity.NOTE, "N.");
        Reviewer reviewer = reviewer(new Lambda(note, (post, out) -> out.fail("found")));
        Report report = reviewer.review(Post.of("p", "text"));
        assertEquals(Outcome.PASSED, report.outcome());
        assertEquals(Outcome.FAILED, report.results().get(RuleId.of("trial/note")));
        assertEquals(Outcome.PASSED, reviewer.screen(Post.of("p", "text")));
    }

    @Test
    void other_peoples_words_are_not_judged() throws IOException {
        Reviewer reviewer = reviewer(new ManyTags());
        Post repost = Post.of("p", "#a #b #c").withKind(Post.Kind.REPOST);
        assertEquals(Outcome.INAPPLICABLE, reviewer.screen(repost));
        assertEquals(Outcome.INAPPLICABLE, reviewer.review(repost).outcome());
        assertEquals(List.of(), reviewer.review(repost).findings());
    }

    @Test
    void a_finding_made_for_two_platforms_is_one_finding() throws IOException {
        Guidance guidance = Guidance.of(List.of(Trial.withRules(folder, new ManyTags())));
        Reviewer reviewer =
                guidance.reviewer(ReviewConfig.DEFAULTS.withPlatforms(List.of(Platform.X, Platform.FACEBOOK)));
        Report report = reviewer.review(Post.of("p", "#a #b #c"));
        assertEquals(1, report.findings().size());
        assertEquals(
                List.of(Platform.X, Platform.FACEBOOK), report.findings().get(0).platforms());
        assertEquals(Outcome.FAILED, report.platforms().get(Platform.X));
    }

    @Test
    void a_fingerprint_outlives_edits_elsewhere_and_tells_equals_apart() throws IOException {
        Reviewer reviewer = reviewer(rule("shout", (post, out) -> {
            for (int i = 0; i < post.tokenCount(); i++) {
                if (post.isCapitals(i)) {
                    out.fail("found").at(post.start(i), post.end(i));
                }
            }
        }));
        List<Finding> before =
                reviewer.review(Post.of("p", "go FREE or FREE now")).findings();
        List<Finding> after =
                reviewer.review(Post.of("p", "Please go FREE or FREE now")).findings();
        assertEquals(2, before.size());
        assertNotEquals(before.get(0).fingerprint(), before.get(1).fingerprint());
        assertEquals(before.get(0).fingerprint(), after.get(0).fingerprint());
        assertEquals(before.get(1).fingerprint(), after.get(1).fingerprint());
        assertEquals(32, before.get(0).fingerprint().length());
        List<Finding> elsewhere =
                reviewer.review(Post.of("q", "go FREE or FREE now")).findings();
        assertNotEquals(before.get(0).fingerprint(), elsewhere.get(0).fingerprint());
    }

    @Test
    void safe_fixes_are_applied_until_none_is_left_and_suggestions_never() throws IOException {
        Reviewer reviewer = reviewer(rule("double-space", (post, out) -> {
            int at = post.post().text().indexOf("  ");
            if (at >= 0) {
                out.fail("found").at(at, at + 2).safeFix(Edit.text(at, at + 2, " "));
            }
            int tab = post.post().text().indexOf('\t');
            if (tab >= 0) {
                out.fail("found").at(tab, tab + 1).suggest(Edit.text(tab, tab + 1, " "));
            }
        }));
        assertEquals("a b\tc d", reviewer.fixed(Post.of("p", "a    b\tc  d")).text());
        Post clean = Post.of("p", "a\tb");
        assertSame(clean, reviewer.fixed(clean));
    }

    @Test
    void screening_ends_with_the_first_fault_and_counting_goes_on() throws IOException {
        var order = new ArrayList<String>();
        PostRule[] rules = {
            told(order, "a-dear-error", Severity.ERROR, true),
            told(order, "b-note", Severity.NOTE, false),
            told(order, "c-warning", Severity.WARNING, false),
            told(order, "d-error", Severity.ERROR, false)
        };
        Reviewer reviewer = reviewer(rules);
        assertEquals(Outcome.FAILED, reviewer.screen(Post.of("p", "#tag")));
        assertEquals(List.of("d-error"), order);
        order.clear();
        assertEquals(Outcome.FAILED, reviewer.tally(Post.of("p", "#tag"), new Tally()));
        assertEquals(List.of("d-error", "c-warning", "a-dear-error", "b-note"), order);
        order.clear();
        Guidance guidance = Guidance.of(List.of(Trial.withRules(folder, rules)));
        Reviewer twice = guidance.reviewer(ReviewConfig.DEFAULTS.withPlatforms(List.of(Platform.X, Platform.FACEBOOK)));
        assertEquals(Outcome.FAILED, twice.screen(Post.of("p", "#tag")));
        assertEquals(List.of("d-error"), order);
        order.clear();
        assertEquals(Outcome.FAILED, twice.tally(Post.of("p", "#tag"), new Tally()));
        assertEquals(8, order.size());
    }

    /** A rule that fails every post, and says that it was asked. */
    private static PostRule told(List<String> order, String name, Severity severity, boolean dear) {
        RuleInfo info = RuleInfo.of("trial/" + name, CITES, "S.").withMessage("found", severity, "Found.");
        return new PostRule() {
            @Override
            public RuleInfo info() {
                return info;
            }

            @Override
            public boolean isDear() {
                return dear;
            }

            @Override
            public void check(PostFeatures post, Findings out) {
                order.add(name);
                out.fail("found");
            }
        };
    }

    @Test
    void a_rule_is_not_asked_about_posts_of_which_it_has_nothing_to_report() throws IOException {
        Map<String, Silence> silences = Map.of(
                "with", Silence.with(Trait.LINKS, Trait.EMOJI),
                "without", Silence.without(Trait.HASHTAGS, Trait.MENTIONS),
                "few", Silence.upTo(3, TokenKind.WORD, TokenKind.HASHTAG),
                "always", Silence.ALWAYS,
                "never", Silence.NEVER);
        var asked = new TreeSet<String>();
        List<PostRule> rules = new ArrayList<>();
        silences.forEach((name, silence) -> rules.add(new PostRule() {
            @Override
            public RuleInfo info() {
                return RuleInfo.of("trial/" + name, CITES, "S.").withMessage("found", Severity.WARNING, "Found.");
            }

            @Override
            public Silence silence(Platform platform, Circumstances circumstances) {
                return silence;
            }

            @Override
            public void check(PostFeatures post, Findings out) {
                asked.add(name);
            }
        }));
        Reviewer reviewer = reviewer(rules.toArray(PostRule[]::new));
        Map.of(
                        "Open today", Set.of("never", "with"),
                        "Open today until ten", Set.of("few", "never", "with"),
                        "Open today https://www.govt.nz", Set.of("never"),
                        "Open #today 👋", Set.of("never", "without"),
                        "Open #today @dia until ten", Set.of("few", "never", "with", "without"))
                .forEach((text, names) -> {
                    asked.clear();
                    assertEquals(Outcome.PASSED, reviewer.screen(Post.of("p", text)), text);
                    assertEquals(names, asked, text);
                });
        asked.clear();
        reviewer.review(Post.of("p", "Open today"));
        assertEquals(silences.keySet(), asked, "a review asks all");
    }

    @Test
    void the_terms_of_other_rules_silence_no_rule() throws IOException {
        var asks = new Wanting(List.of("pool"), Silence.with(Trait.TERMS));
        var greets = new Wanting(List.of("today"), Silence.without(Trait.TERMS));
        Reviewer reviewer =
                Guidance.of(List.of(Trial.withRules(folder, asks, greets))).reviewer(ReviewConfig.DEFAULTS);
        for (String text : List.of("Open today", "The pool is open", "The pool is open today", "Open")) {
            Post post = Post.of("p", text);
            assertEquals(reviewer.review(post).outcome(), reviewer.screen(post), text);
        }
        assertEquals(Outcome.FAILED, reviewer.screen(Post.of("p", "Open today")));
        assertEquals(Outcome.PASSED, reviewer.screen(Post.of("p", "The pool is open")));
    }

    /** A rule named after its first term: where it is silent about posts with its terms, it fails those without. */
    private record Wanting(List<String> terms, Silence silence) implements PostRule {
        @Override
        public RuleInfo info() {
            return RuleInfo.of("trial/" + terms.get(0), CITES, "S.").withMessage("found", Severity.WARNING, "Found.");
        }

        @Override
        public Silence silence(Platform platform, Circumstances circumstances) {
            return silence;
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            boolean wanted = !silence.with().isEmpty();
            if (wanted == (post.termCount() == 0)) {
                out.fail("found");
            }
        }
    }

    @Test
    void a_rule_that_cannot_say_of_its_silence_is_asked() throws IOException {
        for (String broken : List.of("nothing", "setting", "key", "dear")) {
            PostRule rule = new PostRule() {
                @Override
                public RuleInfo info() {
                    return RuleInfo.of("trial/broken", CITES, "S.").withMessage("found", Severity.WARNING, "Found.");
                }

                @Override
                @SuppressWarnings("NullAway") // what a rule must not do
                public Silence silence(Platform platform, Circumstances circumstances) {
                    return switch (broken) {
                        case "setting" -> Silence.upTo(circumstances.setting("none"), TokenKind.WORD);
                        case "key" -> Silence.ALWAYS.orUnheard(circumstances, "none");
                        case "dear" -> Silence.NEVER;
                        default -> null;
                    };
                }

                @Override
                public boolean isDear() {
                    if (broken.equals("dear")) {
                        throw new IllegalStateException();
                    }
                    return false;
                }

                @Override
                public void check(PostFeatures post, Findings out) {
                    assertThrows(IllegalArgumentException.class, () -> out.isHeard("none"));
                    out.fail("found");
                }
            };
            Reviewer reviewer = reviewer(rule, new ManyTags());
            Post post = Post.of("p", "Open #today");
            assertEquals(Outcome.FAILED, reviewer.screen(post), broken);
            assertEquals(Outcome.FAILED, reviewer.tally(post, new Tally()), broken);
            assertEquals(1, reviewer.review(post).findings().size(), broken);
        }
    }

    @Test
    void a_rule_that_keeps_silent_still_passes_the_post() throws IOException {
        PostRule silent = new PostRule() {
            @Override
            public RuleInfo info() {
                return warning("trial/silent", Trait.WORDS);
            }

            @Override
            public boolean applies(PostFeatures post) {
                return post.has(Trait.NUMBERS);
            }

            @Override
            public Silence silence(Platform platform, Circumstances circumstances) {
                return Silence.ALWAYS;
            }

            @Override
            public void check(PostFeatures post, Findings out) {
                throw new AssertionError("nothing to ask");
            }
        };
        Reviewer reviewer = reviewer(silent);
        assertEquals(Outcome.PASSED, reviewer.screen(Post.of("p", "Open at 10")));
        assertEquals(Outcome.INAPPLICABLE, reviewer.screen(Post.of("p", "Open today")));
        assertEquals(Outcome.INAPPLICABLE, reviewer.screen(Post.of("p", "10")));
        assertEquals(Outcome.FAILED, reviewer(silent, new ManyTags()).screen(Post.of("p", "#a #b #c")));
    }

    @Test
    void a_note_is_not_looked_for_where_nobody_hears_of_it() throws IOException {
        var asked = new AtomicInteger();
        PostRule note = new PostRule() {
            @Override
            public RuleInfo info() {
                return RuleInfo.of("trial/note", CITES, "S.").withMessage("found", Severity.NOTE, "Found.");
            }

            @Override
            public Silence silence(Platform platform, Circumstances circumstances) {
                return Silence.upTo(1, TokenKind.WORD).orUnheard(circumstances, "found");
            }

            @Override
            public void check(PostFeatures post, Findings out) {
                asked.incrementAndGet();
                out.fail("found");
            }
        };
        var other = rule("other", (post, out) -> {});
        Post post = Post.of("p", "Open today");
        Reviewer reviewer = reviewer(note, other);
        assertEquals(Outcome.PASSED, reviewer.screen(post));
        assertEquals(0, asked.get());
        assertEquals(Outcome.PASSED, reviewer.tally(post, new Tally()));
        assertEquals(1, asked.get());
        assertEquals(1, reviewer.review(post).findings().size());
        assertEquals(Outcome.PASSED, reviewer.screen(post), "counting in between changes nothing");
        assertEquals(2, asked.get());
        String adjusted = "{\"rule\": \"trial/note\", \"severity\": \"WARNING\", \"reason\": \"Ours.\"}";
        Reviewer strict = Guidance.of(
                        List.of(new Trial("trial", List.of(Trial.pack(folder, "", adjusted)), List.of(note, other))))
                .reviewer(ReviewConfig.DEFAULTS);
        assertEquals(Outcome.FAILED, strict.screen(post), "an agency may take a note for a fault");
    }

    @Test
    void more_rules_than_a_set_holds_are_all_asked() throws IOException {
        var order = new ArrayList<String>();
        List<PostRule> rules = new ArrayList<>();
        for (int i = 100; i < 250; i++) {
            rules.add(told(order, "rule-" + i, Severity.NOTE, false));
        }
        assertEquals(Outcome.PASSED, reviewer(rules.toArray(PostRule[]::new)).tally(Post.of("p", "Open"), new Tally()));
        assertEquals(150, order.size());
        assertEquals(150, new TreeSet<>(order).size());
    }

    @Test
    void only_and_skip_choose_the_rules() throws IOException {
        Guidance guidance = Guidance.of(
                List.of(Trial.withRules(folder, new ManyTags(), rule("always", (post, out) -> out.fail("found")))));
        Post post = Post.of("p", "#a #b #c");
        RuleId always = RuleId.of("trial/always");
        assertEquals(
                Set.of(always),
                guidance.reviewer(ReviewConfig.DEFAULTS.withOnly(Set.of(always)))
                        .review(post)
                        .results()
                        .keySet());
        assertEquals(
                Set.of(RuleId.of("trial/hashtag-too-many")),
                guidance.reviewer(ReviewConfig.DEFAULTS.withSkip(Set.of(always)))
                        .review(post)
                        .results()
                        .keySet());
    }

    private Reviewer reviewer(PostRule... rules) throws IOException {
        Guidance guidance = Guidance.of(List.of(Trial.withRules(folder, rules)));
        assertEquals(List.of(), guidance.problems());
        return guidance.reviewer(ReviewConfig.DEFAULTS);
    }

    private static PostRule rule(String name, BiConsumer<PostFeatures, Findings> check) {
        return new Lambda(
                RuleInfo.of("trial/" + name, CITES, "S.").withMessage("found", Severity.WARNING, "Found."), check);
    }

    private record Lambda(RuleInfo info, BiConsumer<PostFeatures, Findings> body) implements PostRule {
        @Override
        public void check(PostFeatures post, Findings out) {
            body.accept(post, out);
        }
    }

    /** A rule that warns with the message "found". */
    private static RuleInfo warning(String id, Trait need) {
        return RuleInfo.of(id, CITES, "S.")
                .withMessage("found", Severity.WARNING, "Found.")
                .withNeeds(need);
    }

    private static final class ManyTags implements PostRule {
        private static final RuleInfo INFO = RuleInfo.of("trial/hashtag-too-many", CITES, "At most two hashtags.")
                .withMessage("too-many", Severity.ERROR, "The post has {count} hashtags.")
                .withSetting("max", 2, 0, 30, "The most hashtags.")
                .withNeeds(Trait.HASHTAGS);

        @Override
        public RuleInfo info() {
            return INFO;
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            int count = post.count(TokenKind.HASHTAG);
            if (count > out.setting("max")) {
                out.fail("too-many").with("count", count);
            }
        }
    }
}
