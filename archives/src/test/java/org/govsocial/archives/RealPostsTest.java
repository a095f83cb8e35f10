package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Post;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RealPostsTest {
    @Test
    void every_published_post_is_read() throws Exception {
        Path folder = Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), "posts");
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.isDirectory(folder), "SKIPPED: no published posts at " + folder);
        }
        var counts = Map.of(
                "government-tweets-dev.jsonl", 560, "crisis-events-dev.jsonl", 13_729, "emoji-tweets-dev.jsonl", 3_026);
        for (var entry : counts.entrySet()) {
            Reading all = Reading.of(new JsonLines(), Inputs.file(folder.resolve(entry.getKey()), entry.getKey()));
            assertEquals(entry.getValue(), all.posts.size(), entry.getKey());
            assertTrue(all.problems.isEmpty(), all.problems.toString());
            assertTrue(all.posts.stream().noneMatch(post -> post.text().isEmpty()));
            if (entry.getKey().startsWith("crisis")) {
                assertTrue(all.posts.stream().allMatch(post -> post.time() != null));
                assertTrue(all.posts.stream().anyMatch(post -> post.kind() == Post.Kind.REPOST));
            }
        }
    }
}
