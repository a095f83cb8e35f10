package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.junit.jupiter.api.Test;

/** Runs all rules over real posts: nothing breaks, and each rule speaks about as often as such posts give it reason to. */
class SharedPostsTest {
    /** What a run over a file found: per cent of posts by rule and key, and by their worst severity. */
    private record Rates(int posts, Map<String, Double> keys, double warned, double failed) {
        double of(String key) {
            return keys.getOrDefault(key, 0.0);
        }
    }

    @Test
    void most_tweets_of_governments_have_neither_warning_nor_error() throws IOException {
        Rates rates = rates("government-tweets-dev.jsonl");
        assertTrue(rates.warned() < 35, "warned " + rates.warned());
        assertTrue(rates.failed() < 8, "failed " + rates.failed());
        within(rates, "hashtag-too-many/too-many", 8, 16);
        within(rates, "hashtag-placement/middle", 25, 55);
        within(rates, "text-all-caps/capitals", 1, 10);
    }

    @Test
    void tweets_in_crises_get_what_their_words_give_reason_for() throws IOException {
        Rates rates = rates("crisis-events-dev.jsonl");
        assertTrue(rates.posts() > 13_000, rates.posts() + " posts");
        assertTrue(rates.warned() < 40, "warned " + rates.warned());
        within(rates, "hashtag-too-many/too-many", 8, 15);
        within(rates, "text-all-caps/capitals", 1, 7);
        within(rates, "text-fancy-unicode/styled", 0, 0.1);
        within(rates, "maori-macron-missing/missing", 0, 0.08);
    }

    @Test
    void tweets_full_of_emoji_get_what_they_ask_for() throws IOException {
        Rates rates = rates("emoji-tweets-dev.jsonl");
        within(rates, "emoji-repeated/repeated", 28, 45);
        within(rates, "emoji-too-many/too-many", 9, 18);
        double runs = rates.of("emoji-run/same") + rates.of("emoji-run/run");
        assertTrue(runs > 20 && runs < 35, "runs of three and more: " + runs);
    }

    @Test
    void the_median_original_tweet_of_a_government_has_neither_warning_nor_error() throws IOException {
        List<Post> originals = SharedPosts.of("government-tweets-dev.jsonl").stream()
                .filter(post -> !post.text().startsWith("RT @"))
                .toList();
        assertTrue(originals.size() > 200, originals.size() + " originals");
        double warned = rates(originals).warned();
        assertTrue(warned < 50, "warned " + warned);
    }

    @Test
    void macrons_are_asked_of_at_most_one_english_post_in_a_thousand() throws IOException {
        List<Post> all = new ArrayList<>();
        for (String file : List.of("government-tweets-dev", "crisis-events-dev", "emoji-tweets-dev")) {
            all.addAll(SharedPosts.of(file + ".jsonl"));
        }
        assertTrue(all.size() > 17_000, all.size() + " posts");
        within(rates(all), "maori-macron-missing/missing", 0, 0.1);
    }

    @Test
    void text_alternatives_by_experts_hardly_ever_get_an_error() throws IOException {
        List<Post> posts = SharedPosts.texts("../alt-text/hci-alt-text-first-1000.jsonl", "alt_text").stream()
                .map(alt -> Post.of("figure", "Figure of a paper about people and computers")
                        .withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of(alt)))))
                .toList();
        assertEquals(1_000, posts.size());
        double failed = rates(posts).failed();
        assertTrue(failed <= 3, "failed " + failed);
    }

    private static void within(Rates rates, String key, double low, double high) {
        double rate = rates.of(key);
        assertTrue(rate >= low && rate <= high, key + " on " + rate + " % of the posts");
    }

    private static Rates rates(String file) throws IOException {
        return rates(SharedPosts.of(file));
    }

    private static Rates rates(List<Post> posts) {
        Reviewer reviewer = Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS);
        Map<String, Double> keys = new TreeMap<>();
        int warned = 0;
        int failed = 0;
        for (Post post : posts) {
            Report report = reviewer.review(post);
            assertEquals(List.of(), report.failures(), post.text());
            Set<String> seen = new HashSet<>();
            Severity worst = Severity.NOTE;
            for (Finding finding : report.findings()) {
                String key = finding.rule().name() + "/" + finding.messageKey();
                if (seen.add(key)) {
                    keys.merge(key, 100.0 / posts.size(), Double::sum);
                }
                worst = finding.severity().compareTo(worst) > 0 ? finding.severity() : worst;
                finding.fixes().forEach(fix -> post.edited(fix.edits()));
            }
            warned += worst == Severity.NOTE ? 0 : 1;
            failed += worst == Severity.ERROR ? 1 : 0;
        }
        return new Rates(posts.size(), keys, 100.0 * warned / posts.size(), 100.0 * failed / posts.size());
    }
}
