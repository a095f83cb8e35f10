package org.govsocial.benchmarks;

import java.util.concurrent.TimeUnit;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reviewing: the same rules with words, places, fixes and fingerprints. One operation is one post. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReviewBenchmark {
    private Post[] posts = new Post[0];
    private int next;
    private Reviewer reviewer;

    /** Reads the posts and loads the rules. */
    @Setup(Level.Trial)
    public void setUp() {
        posts = Corpus.posts().toArray(Post[]::new);
        reviewer = Corpus.guidance(1_000).reviewer(ReviewConfig.DEFAULTS);
    }

    /**
     * One post.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public Report review() {
        next = next + 1 == posts.length ? 0 : next + 1;
        return reviewer.review(posts[next]);
    }
}
