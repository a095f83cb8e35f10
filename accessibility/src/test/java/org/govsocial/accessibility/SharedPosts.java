package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Post;
import org.junit.jupiter.api.Assumptions;

/** Real posts that lie beside the project. */
final class SharedPosts {
    private static final Path POSTS =
            Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), "posts");

    private SharedPosts() {}

    static List<Post> of(String name) throws IOException {
        List<Post> posts = new ArrayList<>();
        for (String text : texts(name, "text")) {
            posts.add(Post.of(
                    "post-" + posts.size(),
                    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")));
        }
        return posts;
    }

    /** The texts of one member of each line. */
    static List<String> texts(String name, String member) throws IOException {
        Path file = POSTS.resolve(name);
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.exists(file), "SKIPPED: the shared posts are not at " + file);
        }
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonInput in = JsonInput.of(name, line);
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals(member)) {
                    texts.add(in.string());
                } else {
                    in.skipValue();
                }
            }
        }
        assertTrue(texts.size() > 500, "only " + texts.size() + " texts");
        return texts;
    }
}
