package org.govsocial.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules say of one subject.
 *
 * @param subject what was judged
 * @param outcome the worst of the rules' outcomes, where a note does not count as failed
 * @param platforms the outcome on each platform that it was judged for
 * @param results each rule's outcome, by rule
 * @param findings ordered by place, then rule
 * @param failures rules that did not finish
 * @param withheld findings that are left out, counted by why
 */
public record Report(
        Subject subject,
        Outcome outcome,
        SortedMap<Platform, Outcome> platforms,
        SortedMap<RuleId, Outcome> results,
        List<Finding> findings,
        List<RuleFailure> failures,
        Withheld withheld) {
    /**
     * Findings that are left out of a report.
     *
     * @param known by the baseline
     * @param allowed by the agency
     */
    public record Withheld(int known, int allowed) {
        /** Nothing is left out. */
        public static final Withheld NONE = new Withheld(0, 0);
    }

    /** Copies the collections. */
    public Report {
        platforms = Collections.unmodifiableSortedMap(new TreeMap<>(platforms));
        results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    /**
     * A report from which nothing is left out.
     *
     * @param subject what was judged
     * @param outcome the worst of the rules' outcomes
     * @param platforms the outcome on each platform that it was judged for
     * @param results each rule's outcome, by rule
     * @param findings ordered by place, then rule
     * @param failures rules that did not finish
     */
    public Report(
            Subject subject,
            Outcome outcome,
            SortedMap<Platform, Outcome> platforms,
            SortedMap<RuleId, Outcome> results,
            List<Finding> findings,
            List<RuleFailure> failures) {
        this(subject, outcome, platforms, results, findings, failures, Withheld.NONE);
    }

    /**
     * The same report with other findings; outcomes stay as they are.
     *
     * @param others in order
     * @return a new report
     */
    public Report withFindings(List<Finding> others) {
        return new Report(subject, outcome, platforms, results, others, failures, withheld);
    }
}
