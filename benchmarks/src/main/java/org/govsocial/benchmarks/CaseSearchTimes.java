package org.govsocial.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/** The same searches as {@link CaseSearchBenchmark} in processor time, for a machine that is busy with other work. */
final class CaseSearchTimes {
    private static final int SEARCHES = 1_000;
    private static final int ROUNDS = 5;

    private CaseSearchTimes() {}

    /**
     * Prints the times of the last of some rounds, in memory and on disk.
     *
     * @param args none
     * @throws IOException when there is no room for the index
     */
    public static void main(String[] args) throws IOException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        for (String place : new String[] {"memory", "disk"}) {
            var benchmark = new CaseSearchBenchmark();
            benchmark.place = place;
            benchmark.prepare();
            long[] times = new long[SEARCHES];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < SEARCHES; i++) {
                    long start = clock.getCurrentThreadCpuTime();
                    benchmark.search();
                    times[i] = clock.getCurrentThreadCpuTime() - start;
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                    place,
                    times[SEARCHES / 2] / 1e6,
                    times[SEARCHES * 95 / 100] / 1e6,
                    times[SEARCHES * 99 / 100] / 1e6);
            benchmark.clear();
        }
    }
}
