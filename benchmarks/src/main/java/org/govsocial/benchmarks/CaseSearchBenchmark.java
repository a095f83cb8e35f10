package org.govsocial.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.govsocial.casestudies.CaseIndex;
import org.govsocial.casestudies.CaseQuery;
import org.govsocial.casestudies.CaseSearch;
import org.govsocial.model.CaseStudy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Searching a library of 10,000 made cases, with ranking, facets and snippets. One operation is one search; every time is
 * kept, so that the table shows p95.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CaseSearchBenchmark {
    private static final int CASES = 10_000;
    private static final int QUESTIONS = 1_000;

    /** Where the index lies. */
    @Param({"memory", "disk"})
    @SuppressWarnings("NullAway.Init")
    public String place;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CaseSearch search;

    private List<String> questions = List.of();
    private int next;

    /**
     * Makes the library, and questions to ask it.
     *
     * @throws IOException when there is no room for the index
     */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        var made = new MadeCases(Corpus.guidance(0).cases(), 42);
        List<CaseStudy> cases = made.cases(CASES);
        folder = Files.createTempDirectory("cases");
        if (place.equals("disk")) {
            CaseIndex.update(folder, cases);
            search = CaseSearch.open(folder);
        } else {
            search = CaseSearch.of(cases);
        }
        questions = Stream.generate(made::question).limit(QUESTIONS).toList();
    }

    /**
     * Searches with the next question.
     *
     * @return keeps the work alive
     */
    @Benchmark
    public CaseSearch.Results search() {
        next = (next + 1) % QUESTIONS;
        return search.search(CaseQuery.of(questions.get(next)));
    }

    /**
     * Takes the index away.
     *
     * @throws IOException when it cannot be deleted
     */
    @TearDown(Level.Trial)
    public void clear() throws IOException {
        search.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
