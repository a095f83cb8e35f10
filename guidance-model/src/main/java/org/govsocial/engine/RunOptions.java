package org.govsocial.engine;

import java.util.function.LongConsumer;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a run reads and works. Made by {@link #DEFAULTS} and {@code with…}, so that components can be added.
 *
 * @param given what the user says about how to read; null for {@link ReadOptions#DEFAULTS}, which a run without files
 *     does not load
 * @param reader reads every input; null to let the surest reader read each
 * @param summaryOnly whether only the totals are wanted, so that no subject is put into words
 * @param threads how many subjects are judged at the same time, at least 1
 * @param progress told now and then, by the calling thread, how many subjects have been read
 * @param intake what becomes of each post before it is judged
 */
public record RunOptions(
        @Nullable ReadOptions given,
        @Nullable PostReader reader,
        boolean summaryOnly,
        int threads,
        LongConsumer progress,
        Intake intake) {
    /** The surest reader, every subject in words, one thread for each processor. */
    public static final RunOptions DEFAULTS =
            new RunOptions(null, null, false, Runtime.getRuntime().availableProcessors(), subjects -> {}, Intake.ALL);

    /**
     * Checks the number of threads.
     *
     * @throws IllegalArgumentException when there is none
     */
    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("A run needs at least one thread; this asks for " + threads + ".");
        }
    }

    /**
     * How files are read.
     *
     * @return what the user says, or the default
     */
    public ReadOptions reading() {
        return given == null ? ReadOptions.DEFAULTS : given;
    }

    /**
     * The same, reading in another way.
     *
     * @param options what the user says about how to read
     * @return new options
     */
    public RunOptions withReading(ReadOptions options) {
        return new RunOptions(options, reader, summaryOnly, threads, progress, intake);
    }

    /**
     * The same with one reader for every input.
     *
     * @param only the reader; null to let the surest reader read each
     * @return new options
     */
    public RunOptions withReader(@Nullable PostReader only) {
        return new RunOptions(given, only, summaryOnly, threads, progress, intake);
    }

    /**
     * The same, with totals only or in full.
     *
     * @param only whether only the totals are wanted
     * @return new options
     */
    public RunOptions withSummaryOnly(boolean only) {
        return new RunOptions(given, reader, only, threads, progress, intake);
    }

    /**
     * The same with another number of threads.
     *
     * @param number at least 1
     * @return new options
     */
    public RunOptions withThreads(int number) {
        return new RunOptions(given, reader, summaryOnly, number, progress, intake);
    }

    /**
     * The same, telling how far it is.
     *
     * @param listener told how many subjects have been read
     * @return new options
     */
    public RunOptions withProgress(LongConsumer listener) {
        return new RunOptions(given, reader, summaryOnly, threads, listener, intake);
    }

    /**
     * The same with something done to each post before it is judged.
     *
     * @param before what becomes of each post
     * @return new options
     */
    public RunOptions withIntake(Intake before) {
        return new RunOptions(given, reader, summaryOnly, threads, progress, before);
    }
}
