package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final Reviewer reviewer = Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS);

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
