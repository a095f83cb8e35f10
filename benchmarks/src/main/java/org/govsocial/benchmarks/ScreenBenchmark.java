package org.govsocial.benchmarks;

import com.twitter.twittertext.Extractor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.engine.Tally;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
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

/**
 * Screening: every rule and a pack of 1,000 terms, one thread, each post in turn, with yardsticks in the same run. One
 * operation is one post.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScreenBenchmark {
    /** One regular expression for each of the rules that a text linter would state so. */
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("#[a-z]{8,}\\b"),
            Pattern.compile("(?:#\\w+\\s+){3,}"),
            Pattern.compile("(?:[A-Z]{2,}\\s+){3,}"),
            Pattern.compile("[\\x{1D400}-\\x{1D7FF}\\x{2460}-\\x{24FF}]"),
            Pattern.compile("[\\x{1F300}-\\x{1FAFF}]\\s*[\\x{1F300}-\\x{1FAFF}]\\s*[\\x{1F300}-\\x{1FAFF}]"),
            Pattern.compile("(?i)\\b(?:click here|read more|learn more)\\b"),
            Pattern.compile("(?i)\\bbit\\.ly/"),
            Pattern.compile("[^.!?]{200,}"));

    private Post[] posts = new Post[0];
    private int next;
    private Reviewer reviewer;
    private final Tally tally = new Tally();
    private Reviewer twiceTheTerms;
    private Reviewer rulesAlone;
    private Reviewer twiceTheRules;
    private ReferencePass reference;
    private final Extractor twitterText = new Extractor();

    /** Reads the posts and loads the rules. */
    @Setup(Level.Trial)
    public void setUp() {
        posts = Corpus.posts().toArray(Post[]::new);
        reviewer = Corpus.guidance(1_000).reviewer(ReviewConfig.DEFAULTS);
        twiceTheTerms = Corpus.guidance(2_000).reviewer(ReviewConfig.DEFAULTS);
        rulesAlone = Corpus.rules(false).reviewer(ReviewConfig.DEFAULTS);
        twiceTheRules = Corpus.rules(true).reviewer(ReviewConfig.DEFAULTS);
        reference = new ReferencePass(Corpus.phrases(1_000));
    }

    private Post post() {
        next = next + 1 == posts.length ? 0 : next + 1;
        return posts[next];
    }

    /**
     * The hot path.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public Outcome screen() {
        return reviewer.screen(post());
    }

    /**
     * Every rule asked to the end, and counted, as {@code check --summary} does: {@link #screen} leaves a post alone as
     * soon as one rule fails it, and asks no rule that could only note.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public Outcome tallyAll() {
        return reviewer.tally(post(), tally);
    }

    /**
     * The hot path with twice the terms: must cost less than 1.3 times as much.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public Outcome screenTwiceTheTerms() {
        return twiceTheTerms.screen(post());
    }

    /**
     * The hot path without the pack of terms.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public Outcome screenRulesAlone() {
        return rulesAlone.screen(post());
    }

    /**
     * The same with every rule in code twice, under another id: must cost less than 1.3 times as much.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public Outcome screenTwiceTheRules() {
        return twiceTheRules.screen(post());
    }

    /**
     * The reference pass.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public long referencePass() {
        return reference.pass(post().text());
    }

    /**
     * The limit: every character touched once.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public int touchEveryChar() {
        String text = post().text();
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i);
        }
        return sum;
    }

    /**
     * One regular expression for each of eight rules.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public int oneRegexPerRule() {
        String text = post().text();
        int found = 0;
        for (Pattern pattern : PATTERNS) {
            found += pattern.matcher(text).find() ? 1 : 0;
        }
        return found;
    }

    /**
     * The entities of the twitter-text library.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public int twitterTextEntities() {
        return twitterText.extractEntitiesWithIndices(post().text()).size();
    }
}
