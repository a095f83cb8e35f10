package org.govsocial.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;

/** Counts what a reviewer finds, without words. Belongs to one thread; tallies of several threads are merged. */
public final class Tally {
    private long subjects;
    private final EnumMap<Outcome, Long> outcomes = zeroes(Outcome.class);
    private final EnumMap<Severity, Long> findings = zeroes(Severity.class);
    private final SortedMap<RuleId, Long> rules = new TreeMap<>();
    private final SortedMap<Platform, EnumMap<Outcome, Long>> platforms = new TreeMap<>();
    private final List<RuleFailure> failures = new ArrayList<>();
    private final Set<RuleId> failed = new HashSet<>();
    private long failureCount;

    /** Nothing counted. */
    public Tally() {}

    /**
     * How many subjects were counted.
     *
     * @return the number
     */
    public long subjects() {
        return subjects;
    }

    /**
     * How many subjects had each outcome.
     *
     * @return every outcome is present
     */
    public SortedMap<Outcome, Long> outcomes() {
        return new TreeMap<>(outcomes);
    }

    /**
     * How many findings had each severity.
     *
     * @return every severity is present
     */
    public SortedMap<Severity, Long> findings() {
        return new TreeMap<>(findings);
    }

    /**
     * How many findings each rule made.
     *
     * @return rules without findings are absent
     */
    public SortedMap<RuleId, Long> rules() {
        return new TreeMap<>(rules);
    }

    /**
     * How many subjects had each outcome on each platform that they were judged for.
     *
     * @return by platform
     */
    public SortedMap<Platform, SortedMap<Outcome, Long>> platforms() {
        var copy = new TreeMap<Platform, SortedMap<Outcome, Long>>();
        platforms.forEach((platform, counts) -> copy.put(platform, new TreeMap<>(counts)));
        return copy;
    }

    /**
     * Rules that did not finish, the first failure of each.
     *
     * @return in the order met
     */
    public List<RuleFailure> failures() {
        return List.copyOf(failures);
    }

    /**
     * How often a rule did not finish.
     *
     * @return the number, all rules together
     */
    public long failureCount() {
        return failureCount;
    }

    /**
     * Adds what another tally counted.
     *
     * @param other not changed
     */
    public void add(Tally other) {
        subjects += other.subjects;
        failureCount += other.failureCount;
        other.outcomes.forEach((o, n) -> outcomes.merge(o, n, Long::sum));
        other.findings.forEach((s, n) -> findings.merge(s, n, Long::sum));
        other.rules.forEach((r, n) -> rules.merge(r, n, Long::sum));
        other.platforms.forEach((p, counts) -> counts.forEach((o, n) -> at(p).merge(o, n, Long::sum)));
        for (RuleFailure failure : other.failures) {
            remember(failure);
        }
    }

    void subject(Outcome outcome) {
        subjects++;
        outcomes.merge(outcome, 1L, Long::sum);
    }

    void platform(Platform platform, Outcome outcome) {
        at(platform).merge(outcome, 1L, Long::sum);
    }

    void finding(RuleId rule, Severity severity) {
        findings.merge(severity, 1L, Long::sum);
        rules.merge(rule, 1L, Long::sum);
    }

    void failure(RuleFailure failure) {
        failureCount++;
        remember(failure);
    }

    private void remember(RuleFailure failure) {
        if (failed.add(failure.rule())) {
            failures.add(failure);
        }
    }

    private EnumMap<Outcome, Long> at(Platform platform) {
        return platforms.computeIfAbsent(platform, p -> zeroes(Outcome.class));
    }

    private static <E extends Enum<E>> EnumMap<E, Long> zeroes(Class<E> type) {
        var map = new EnumMap<E, Long>(type);
        for (E value : type.getEnumConstants()) {
            map.put(value, 0L);
        }
        return map;
    }
}
