package org.govsocial.reports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;

/** Counts that a report needs at its end and the run's totals do not hold. Bounded by platforms and rules. */
final class Tally {
    private final Map<Platform, long[]> platforms = new HashMap<>();
    private final Set<RuleId> unfinished = new HashSet<>();
    private long subjects;

    void add(Report report) {
        subjects++;
        for (Finding finding : report.findings()) {
            boolean failed =
                    finding.counts() && finding.outcome() == Outcome.FAILED && finding.severity() != Severity.NOTE;
            boolean undecided = finding.counts() && finding.outcome() == Outcome.CANT_TELL;
            if (failed || undecided) {
                for (Platform platform : finding.platforms()) {
                    platforms.computeIfAbsent(platform, p -> new long[2])[failed ? 0 : 1]++;
                }
            }
        }
        for (RuleFailure failure : report.failures()) {
            unfinished.add(failure.rule());
        }
    }

    long subjects() {
        return subjects;
    }

    /** Findings that count against posts on a platform. */
    long failed(Platform platform) {
        long[] counts = platforms.get(platform);
        return counts == null ? 0 : counts[0];
    }

    /** Findings that wait for a person on a platform. */
    long undecided(Platform platform) {
        long[] counts = platforms.get(platform);
        return counts == null ? 0 : counts[1];
    }

    /** How many rules did not finish on some subject. */
    int unfinished() {
        return unfinished.size();
    }
}
