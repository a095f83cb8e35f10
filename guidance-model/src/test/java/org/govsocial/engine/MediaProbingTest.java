package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Post;
import org.govsocial.model.Seen;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Attachments;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaProbingTest {
    @TempDir
    Path folder;

    /** Sees the number of bytes as width, and counts how often it looked. */
    private static final class Counting implements MediaProbe {
        final AtomicInteger looks = new AtomicInteger();

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public boolean recognises(String name) {
            return name.endsWith(".png");
        }

        @Override
        public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
            looks.incrementAndGet();
            int size = file.head().length;
            if (size == 0) {
                throw new IllegalStateException("nothing in it");
            }
            return seen.withSize(Seen.known(new MediaFeatures.PixelSize(size, 1)));
        }
    }

    private final Counting probe = new Counting();
    private final MediaProbing probing = new MediaProbing(List.of(probe));

    private static Post post(String... files) {
        return Post.of("a", "words")
                .withMedia(List.of(files).stream()
                        .map(f -> Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)
                                .withFile(f))
                        .toList());
    }

    private Attachments beside() throws IOException {
        Path posts = Files.createDirectories(folder.resolve("in")).resolve("posts.jsonl");
        Files.writeString(posts, "{}");
        return Inputs.beside(Inputs.file(posts, "in/posts.jsonl"));
    }

    private static int width(Post post, int media) {
        MediaFeatures.PixelSize size = post.media().get(media).seen().size().orNull();
        return size == null ? -1 : size.width();
    }

    @Test
    void a_file_is_looked_at_once_however_often_it_is_named() throws IOException {
        Attachments beside = beside();
        Files.writeString(folder.resolve("in/a.png"), "12345");
        Post probed = probing.probed(post("a.png", "a.png"), beside);
        assertEquals(5, width(probed, 0));
        assertEquals(5, width(probed, 1));
        assertEquals(5, width(probing.probed(post("a.png"), beside), 0));
        assertEquals(1, probe.looks.get());
    }

    @Test
    void a_post_whose_files_are_not_there_stays_as_it_is_and_is_counted() throws IOException {
        Post post = post("b.png");
        assertSame(post, probing.probed(post, beside()));
        assertEquals(1L, probing.leftOut().get("media that are not beside the posts"));
        assertEquals(List.of(), probing.problems());
    }

    @Test
    void a_file_outside_of_the_folder_is_never_opened() throws IOException {
        Attachments beside = beside();
        Files.writeString(folder.resolve("secret.png"), "12345");
        Files.createSymbolicLink(folder.resolve("in/link.png"), folder.resolve("secret.png"));
        for (String name : List.of(
                "../secret.png", "link.png", folder.resolve("secret.png").toString())) {
            Post post = post(name);
            assertSame(post, probing.probed(post, beside), name);
        }
        assertEquals(0, probe.looks.get());
        assertTrue(probing.problems().toString().contains("not in the folder of the posts"));
    }

    @Test
    void a_probe_that_breaks_is_named_and_the_run_goes_on() throws IOException {
        Attachments beside = beside();
        Files.writeString(folder.resolve("in/empty.png"), "");
        Files.writeString(folder.resolve("in/a.png"), "12345");
        Post probed = probing.probed(post("empty.png", "a.png"), beside);
        assertEquals(-1, width(probed, 0));
        assertEquals(5, width(probed, 1));
        assertTrue(
                probing.problems().toString().contains("\"counting\""),
                () -> probing.problems().toString());
    }

    @Test
    void other_peoples_media_are_not_looked_at() throws IOException {
        Attachments beside = beside();
        Files.writeString(folder.resolve("in/a.png"), "12345");
        Post post = post("a.png").withKind(Post.Kind.REPOST);
        assertSame(post, probing.probed(post, beside));
        assertEquals(0, probe.looks.get());
    }
}
