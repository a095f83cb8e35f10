package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.RuleInfo;
import org.govsocial.testkit.PluginContract;
import org.govsocial.testkit.RuleExample;
import org.govsocial.testkit.RuleExamples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that name, before publishing, what causes mishaps. */
class PreventionTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Mishap()));
    private static final RuleExamples EXAMPLES = RuleExamples.of(new Mishap());

    static List<RuleExample> examples() {
        return EXAMPLES.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_rule_says_of_its_examples_what_they_say(RuleExample example) {
        EXAMPLES.check(example);
    }

    @Test
    void the_plugin_keeps_its_contract() {
        assertTrue(examples().size() >= 8, "so few examples that most must be missing");
        PluginContract.verify(new Mishap());
    }

    @Test
    void every_rule_has_a_page_and_a_statement() {
        List<RuleInfo> rules = GUIDANCE.rules();
        assertEquals(8, rules.size());
        for (RuleInfo rule : rules) {
            assertTrue(GUIDANCE.page(rule.id()).isPresent(), rule.id().toString());
            assertTrue(GUIDANCE.statement(rule.cites()).isPresent(), rule.id().toString());
        }
    }

    /** The posts were written down before the rules, from what the reports of M-01 to M-03 say. */
    @Test
    void each_post_like_those_that_went_wrong_is_named_before_publishing() throws IOException {
        Reviewer reviewer = GUIDANCE.reviewer(ReviewConfig.DEFAULTS);
        Map<String, String> expected = Map.of(
                "M-01", "mishap/humour-near-harm",
                "M-01b", "mishap/humour-near-harm",
                "M-02", "mishap/personal-voice",
                "M-02b", "mishap/coarse-voice",
                "M-03", "mishap/no-more-updates",
                "M-03b", "mishap/no-more-updates",
                "EMBARGO", "mishap/early-release",
                "EMBARGO-2", "mishap/early-release");
        int named = 0;
        for (Post post : events()) {
            Report report = reviewer.review(post);
            assertTrue(
                    report.findings().stream().anyMatch(f -> f.rule().toString().equals(expected.get(post.id()))),
                    post.id() + ": " + report.findings());
            for (Finding finding : report.findings()) {
                assertEquals(Severity.WARNING, finding.severity(), finding.toString());
                assertEquals(Outcome.CANT_TELL, finding.outcome(), finding.toString());
            }
            named++;
        }
        assertEquals(expected.size(), named);
    }

    @Test
    void an_animation_beside_a_death_is_for_a_person_to_judge() {
        Media animation = Media.of(Media.Kind.ANIMATION, new TextAlternative.Described("A man pulls a face"));
        Post post = Post.of("gif", "Nobody wants to tell a family that somebody died on the road.")
                .withMedia(List.of(animation));
        Report report = GUIDANCE.reviewer(ReviewConfig.DEFAULTS).review(post);
        assertEquals(Outcome.CANT_TELL, report.outcome());
        assertEquals("animation", report.findings().get(0).messageKey());
    }

    @Test
    void at_most_two_in_a_hundred_tweets_of_governments_are_named() throws IOException {
        Path file = Path.of(
                System.getProperty("govsocial.sharedTestData", "../../shared/test-data"),
                "posts",
                "government-tweets-dev.jsonl");
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.exists(file), "SKIPPED: the shared posts are not at " + file);
        }
        Reviewer reviewer = GUIDANCE.reviewer(ReviewConfig.DEFAULTS);
        int posts = 0;
        var named = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            Post post = post(line, posts++);
            if (!reviewer.review(post).findings().isEmpty()) {
                named.add(post.text());
            }
        }
        System.out.println("Prevention: " + named.size() + " of " + posts + " government tweets are named");
        assertTrue(posts > 500, posts + " posts");
        assertTrue(named.size() <= posts * 0.02, named.size() + " of " + posts + ": " + named);
    }

    private static List<Post> events() throws IOException {
        var posts = new ArrayList<Post>();
        try (InputStream in = PreventionTest.class.getResourceAsStream("events.jsonl")) {
            assertNotNull(in);
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                posts.add(post(line, posts.size()));
            }
        }
        assertFalse(posts.isEmpty());
        return posts;
    }

    private static Post post(String line, int number) throws IOException {
        String id = "post-" + number;
        String text = "";
        JsonInput in = JsonInput.of("posts", line);
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "id" -> id = in.string();
                case "text" -> text = in.string();
                default -> in.skipValue();
            }
        }
        return Post.of(id, text);
    }
}
