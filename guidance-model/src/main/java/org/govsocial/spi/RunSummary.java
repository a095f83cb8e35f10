package org.govsocial.spi;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;

/**
 * The totals of a run. The five outcomes add up to {@code subjects}.
 *
 * @param subjects how many subjects were read, each counted once however many platforms it was judged for
 * @param outcomes how many subjects had each outcome; every outcome is present
 * @param findings how many findings had each severity; every severity is present
 * @param rules how many findings each rule made
 * @param platforms for each platform judged, how many subjects had each outcome there
 * @param skipped how many records were left out, by reason
 * @param problems everything that could not be done
 * @param answers how many findings people have answered or the agency leaves out: {@code passed}, {@code failed},
 *     {@code waived}, {@code expired}, {@code known}, {@code allowed}; only those that occur
 */
public record RunSummary(
        long subjects,
        SortedMap<Outcome, Long> outcomes,
        SortedMap<Severity, Long> findings,
        SortedMap<RuleId, Long> rules,
        SortedMap<Platform, SortedMap<Outcome, Long>> platforms,
        SortedMap<String, Long> skipped,
        List<Problem> problems,
        SortedMap<String, Long> answers) {
    /** Copies the collections. */
    public RunSummary {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        platforms = Collections.unmodifiableSortedMap(new TreeMap<>(platforms));
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        problems = List.copyOf(problems);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /**
     * The totals of a run in which nobody had answered anything.
     *
     * @param subjects how many subjects were read
     * @param outcomes how many subjects had each outcome
     * @param findings how many findings had each severity
     * @param rules how many findings each rule made
     * @param platforms for each platform judged, how many subjects had each outcome there
     * @param skipped how many records were left out, by reason
     * @param problems everything that could not be done
     */
    public RunSummary(
            long subjects,
            SortedMap<Outcome, Long> outcomes,
            SortedMap<Severity, Long> findings,
            SortedMap<RuleId, Long> rules,
            SortedMap<Platform, SortedMap<Outcome, Long>> platforms,
            SortedMap<String, Long> skipped,
            List<Problem> problems) {
        this(subjects, outcomes, findings, rules, platforms, skipped, problems, new TreeMap<>());
    }

    /**
     * The same totals with other records left out.
     *
     * @param left by reason
     * @return new totals
     */
    public RunSummary withSkipped(SortedMap<String, Long> left) {
        return new RunSummary(subjects, outcomes, findings, rules, platforms, left, problems, answers);
    }

    /**
     * How many subjects had an outcome.
     *
     * @param outcome which
     * @return the number
     */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /**
     * How many findings had a severity.
     *
     * @param severity which
     * @return the number
     */
    public long count(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }
}
