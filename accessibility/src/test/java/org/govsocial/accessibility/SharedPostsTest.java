package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Finding;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Runs all rules over real posts: nothing breaks, and each rule speaks about as often as such posts give it reason to. */
class SharedPostsTest {
    private static final Path POSTS =
            Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), "posts");

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

    private static void within(Rates rates, String key, double low, double high) {
        double rate = rates.of(key);
        assertTrue(rate >= low && rate <= high, key + " on " + rate + " % of the posts");
    }

    private static Rates rates(String file) throws IOException {
        List<Post> posts = posts(file);
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

    private static List<Post> posts(String name) throws IOException {
        Path file = POSTS.resolve(name);
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.exists(file), "SKIPPED: the shared posts are not at " + file);
        }
        List<Post> posts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonInput in = JsonInput.of(name, line);
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals("text")) {
                    String text = in.string();
                    posts.add(Post.of(
                            "post-" + posts.size(),
                            text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")));
                } else {
                    in.skipValue();
                }
            }
        }
        assertTrue(posts.size() > 500, "only " + posts.size() + " posts");
        return posts;
    }
}
