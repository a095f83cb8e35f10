package org.govsocial.benchmarks;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Origin;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading posts from JSON Lines on disk. One operation is one post. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBenchmark {
    private static final int POSTS = 50_000;

    private Path file = Path.of("posts.jsonl");
    private PostReader reader;

    /** Writes the file. */
    @Setup(Level.Trial)
    public void setUp() {
        reader = Guidance.load(List.of(new Origin.Application())).postReaders().stream()
                .filter(r -> r.id().equals("jsonl"))
                .findFirst()
                .orElseThrow();
        try {
            file = Files.createTempFile("posts", ".jsonl");
            try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
                JsonOutput json = JsonOutput.compact(out);
                for (Post post : Corpus.made(POSTS, 1)) {
                    json.beginObject()
                            .member("id", post.id())
                            .member("text", post.text())
                            .endObject()
                            .endLine();
                }
                json.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the file away. */
    @TearDown(Level.Trial)
    public void tearDown() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole file.
     *
     * @return keeps the work alive
     */
    @Benchmark
    @OperationsPerInvocation(POSTS)
    public long jsonLines() {
        var count = new PostSink() {
            private long characters;

            @Override
            public void post(Post post, Location where) {
                characters += post.text().length();
            }

            @Override
            public void skipped(Location where, String reason) {}

            @Override
            public void unreadable(Problem problem) {
                throw new IllegalStateException(problem.toString());
            }
        };
        try {
            reader.read(Inputs.file(file, "posts.jsonl"), ReadOptions.DEFAULTS, count);
        } catch (IOException | InputException e) {
            throw new IllegalStateException(e);
        }
        return count.characters;
    }
}
