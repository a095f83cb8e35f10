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
 */
public record Report(
        Subject subject,
        Outcome outcome,
        SortedMap<Platform, Outcome> platforms,
        SortedMap<RuleId, Outcome> results,
        List<Finding> findings,
        List<RuleFailure> failures) {
    /** Copies the collections. */
    public Report {
        platforms = Collections.unmodifiableSortedMap(new TreeMap<>(platforms));
        results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }
}
