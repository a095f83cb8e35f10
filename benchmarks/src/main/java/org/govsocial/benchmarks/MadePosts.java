package org.govsocial.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Post;

/** Writes made posts to a file of JSON Lines, to time the command as a whole. */
final class MadePosts {
    private MadePosts() {}

    /**
     * Writes them.
     *
     * @param args how many, and the file
     * @throws IOException when the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        var random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 16)) {
            JsonOutput json = JsonOutput.compact(out);
            for (int i = 0; i < count; i++) {
                Post post = Corpus.made(i, random);
                json.beginObject();
                json.name("id").value(post.id());
                json.name("platform").value(post.platform().id());
                json.name("text").value(post.text());
                json.endObject().endLine();
            }
            json.flush();
        }
    }
}
