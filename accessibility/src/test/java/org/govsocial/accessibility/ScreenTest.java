package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.engine.Tally;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.model.TextAlternative;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final Reviewer reviewer = Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS);

    private static final String[] PIECES = {
        "the",
        "We",
        "I",
        "open",
        "council",
        "FREE",
        "NZTA",
        "MBIE",
        "TV",
        "COVID",
        "MUST",
        "BE",
        "HERE",
        "bit.ly/a1",
        "#HaveYourSay",
        "#haveyoursay",
        "#NZ",
        "#a",
        "@dia",
        "https://t.co/abc",
        "https://www.govt.nz/a.pdf",
        "👋",
        "👋👋",
        "🔥",
        "⭐",
        "☎ 10",
        ":)",
        "<3",
        "(",
        ")",
        "→",
        "\n",
        "\n\n",
        "   ",
        "\t",
        "10",
        "021 555 0123",
        ".",
        "!",
        "—",
        "…",
        "click here",
        "no more updates",
        "in order to",
        "d i s a b l e d",
        "s a l e",
        "m4ori",
        "Māori",
        "Ma\u0304ori",
        "Maaori",
        "\u200b",
        "\ufeff",
        "𝗙𝗿𝗲𝗲",
        "привет",
        "日本",
        "x@gmail.com",
        "C#",
        "a#b",
        "-_-",
        "$NZX",
        "e\u0301"
    };

    @Test
    void screening_counting_and_reviewing_agree() {
        long seed = 20261123;
        var random = new Random(seed);
        Platform[] platforms = {
            Platform.ANY, Platform.X, Platform.MASTODON, Platform.BLUESKY, Platform.FACEBOOK, Platform.THREADS
        };
        var seen = EnumSet.noneOf(Outcome.class);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int pieces = random.nextInt(random.nextInt(20) == 0 ? 120 : 20); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(6) == 0 ? "" : " ");
            }
            Post post = Post.of("p", text.toString())
                    .withPlatform(platforms[random.nextInt(platforms.length)])
                    .withKind(random.nextInt(5) == 0 ? Post.Kind.REPLY : Post.Kind.ORIGINAL);
            if (random.nextBoolean()) {
                post = post.withTime(Instant.ofEpochSecond(1_400_000_000L + random.nextInt(400_000_000)));
            }
            if (random.nextInt(5) == 0) {
                post = post.withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of("A ferry"))));
            }
            Report report = reviewer.review(post);
            seen.add(report.outcome());
            assertEquals(report.outcome(), reviewer.screen(post), () -> seed + ": " + text);
            var tally = new Tally();
            assertEquals(report.outcome(), reviewer.tally(post, tally), () -> seed + ": " + text);
            var counted = new TreeMap<RuleId, Long>();
            report.findings().forEach(finding -> counted.merge(finding.rule(), 1L, Long::sum));
            assertEquals(counted, tally.rules(), () -> seed + ": " + text);
        }
        assertEquals(EnumSet.of(Outcome.PASSED, Outcome.CANT_TELL, Outcome.FAILED), seen);
    }

    @Test
    void a_clean_post_costs_no_memory() {
        List<Post> clean = List.of(
                Post.of("words", "The library is open today from 10 to 4. Nau mai, haere mai."),
                Post.of(
                        "all kinds",
                        "RT @dia: TV and COVID-19 news 👍 for you https://www.govt.nz/a #Wellington #NZTA"),
                Post.of("a picture", "Kererū season in the park")
                        .withMedia(List.of(Media.of(
                                Media.Kind.IMAGE,
                                TextAlternative.of("Kererū on a fence post, wings half open, in the rain")))));
        for (Post post : clean) {
            assertEquals(Outcome.PASSED, reviewer.screen(post), post.id());
        }
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        // Warm up, so that the measurement itself and lazy tables are not counted.
        for (int i = 0; i < 2_000; i++) {
            clean.forEach(reviewer::screen);
        }
        thread.getThreadAllocatedBytes(self);
        Post[] posts = clean.toArray(Post[]::new);
        // What a post costs shows in every round; what the compiler still does behind the scenes, in one of them.
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = thread.getThreadAllocatedBytes(self);
            for (int i = 0; i < 1_000; i++) {
                for (Post post : posts) {
                    reviewer.screen(post);
                }
            }
            bytes = Math.min(bytes, thread.getThreadAllocatedBytes(self) - before);
        }
        assertEquals(0, bytes / 3_000, "bytes for each post");
    }
}
