package org.govsocial.archives;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/** Everything that a reader made of an input. */
final class Reading implements PostSink {
    final List<Post> posts = new ArrayList<>();
    final List<Location> places = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    static Reading of(PostReader reader, Input input) throws InputException, IOException {
        return of(reader, input, ReadOptions.DEFAULTS);
    }

    static Reading of(PostReader reader, Input input, ReadOptions options) throws InputException, IOException {
        var reading = new Reading();
        reader.read(input, options, reading);
        return reading;
    }

    static Reading of(PostReader reader, String name, String text) throws InputException, IOException {
        return of(reader, input(name, text));
    }

    static String rewritten(PostReader reader, Input input, UnaryOperator<Post> change)
            throws InputException, IOException {
        var out = new ByteArrayOutputStream();
        reader.rewrite(input, ReadOptions.DEFAULTS, change, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static Input input(String name, String text) {
        return input(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Input input(String name, byte[] bytes) {
        return new Input() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public @org.jspecify.annotations.Nullable Path path() {
                return null;
            }

            @Override
            public boolean isFolder() {
                return false;
            }

            @Override
            public byte[] head() {
                return Arrays.copyOf(bytes, Math.min(bytes.length, 4096));
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static Input resource(String name) throws IOException {
        try (InputStream in = Reading.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return input(name, in.readAllBytes());
        }
    }

    Post only() {
        if (posts.size() != 1) {
            throw new AssertionError(posts.size() + " posts, problems " + problems);
        }
        return posts.get(0);
    }

    @Override
    public void post(Post post, Location where) {
        posts.add(post);
        places.add(where);
    }

    @Override
    public void skipped(Location where, String reason) {
        skipped.add(where + " " + reason);
    }

    @Override
    public void unreadable(Problem problem) {
        problems.add(problem);
    }
}
