package org.govsocial.engine;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Problem;
import org.govsocial.model.Severity;
import org.govsocial.spi.RunSummary;

/**
 * How a run ended.
 *
 * @param summary the totals, with every problem in {@link RunSummary#problems()}
 * @param failed how many findings of each severity failed their subject outright, so that nobody needs to decide
 * @param refused the problems that are the user's to mend: inputs named by the user that cannot be used
 * @param incomplete the problems that left part of the work undone: records, rules and plug-ins
 */
public record RunResult(
        RunSummary summary, SortedMap<Severity, Long> failed, List<Problem> refused, List<Problem> incomplete) {
    /** Copies the collections. */
    public RunResult {
        failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
        refused = List.copyOf(refused);
        incomplete = List.copyOf(incomplete);
    }

    /**
     * Whether a finding that failed its subject is at least this severe.
     *
     * @param threshold the least severity that counts
     * @return true when there is one
     */
    public boolean failsAt(Severity threshold) {
        for (long number : failed.tailMap(threshold).values()) {
            if (number > 0) {
                return true;
            }
        }
        return false;
    }
}
