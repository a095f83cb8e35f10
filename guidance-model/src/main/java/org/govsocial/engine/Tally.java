package org.govsocial.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Answer;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;

/** Counts what a reviewer finds, without words. Belongs to one thread; tallies of several threads are merged. */
public final class Tally {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final Severity[] SEVERITIES = Severity.values();

    private long subjects;
    // By ordinal: a map of numbers would make garbage for every post.
    private final long[] outcomes = new long[OUTCOMES.length];
    private final long[] findings = new long[SEVERITIES.length];
    private final long[] failing = new long[SEVERITIES.length];
    private final Map<RuleId, long[]> rules = new HashMap<>();
    private final Map<Platform, long[]> platforms = new HashMap<>();
    private final List<RuleFailure> failures = new ArrayList<>();
    private final Set<RuleId> failed = new HashSet<>();
    private final SortedMap<String, Long> answers = new TreeMap<>();
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
        return byOutcome(outcomes);
    }

    /**
     * How many findings had each severity.
     *
     * @return every severity is present
     */
    public SortedMap<Severity, Long> findings() {
        return bySeverity(findings);
    }

    /**
     * How many findings of each severity failed their subject, so that nobody needs to decide.
     *
     * @return every severity is present
     */
    public SortedMap<Severity, Long> failing() {
        return bySeverity(failing);
    }

    /**
     * How many findings each rule made.
     *
     * @return rules without findings are absent
     */
    public SortedMap<RuleId, Long> rules() {
        var copy = new TreeMap<RuleId, Long>();
        for (Map.Entry<RuleId, long[]> rule : rules.entrySet()) {
            copy.put(rule.getKey(), rule.getValue()[0]);
        }
        return copy;
    }

    /**
     * How many subjects had each outcome on each platform that they were judged for.
     *
     * @return by platform
     */
    public SortedMap<Platform, SortedMap<Outcome, Long>> platforms() {
        var copy = new TreeMap<Platform, SortedMap<Outcome, Long>>();
        for (Map.Entry<Platform, long[]> platform : platforms.entrySet()) {
            copy.put(platform.getKey(), byOutcome(platform.getValue()));
        }
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
     * How many findings people have answered, or the agency leaves out.
     *
     * @return as {@link org.govsocial.spi.RunSummary#answers()} says
     */
    public SortedMap<String, Long> answers() {
        return new TreeMap<>(answers);
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
        sum(outcomes, other.outcomes);
        sum(findings, other.findings);
        sum(failing, other.failing);
        for (Map.Entry<RuleId, long[]> rule : other.rules.entrySet()) {
            at(rule.getKey())[0] += rule.getValue()[0];
        }
        for (Map.Entry<Platform, long[]> platform : other.platforms.entrySet()) {
            sum(at(platform.getKey()), platform.getValue());
        }
        for (Map.Entry<String, Long> answer : other.answers.entrySet()) {
            answers.merge(answer.getKey(), answer.getValue(), Long::sum);
        }
        for (RuleFailure failure : other.failures) {
            remember(failure);
        }
    }

    /** Counts a subject that was put into words. */
    void add(Report report, boolean byPlatform) {
        subject(report.outcome());
        if (byPlatform) {
            report.platforms().forEach(this::platform);
        }
        for (Finding finding : report.findings()) {
            if (finding.counts()) {
                finding(finding.rule(), finding.severity(), finding.outcome());
            }
            if (finding.answer() != null) {
                answer(word(finding.answer()), 1);
            }
        }
        answer("known", report.withheld().known());
        answer("allowed", report.withheld().allowed());
        for (RuleFailure failure : report.failures()) {
            failure(failure);
        }
    }

    private static String word(Answer answer) {
        return answer.expired()
                ? "expired"
                : switch (answer.decision().verdict()) {
                    case PASSED -> "passed";
                    case FAILED -> "failed";
                    case WAIVED -> "waived";
                };
    }

    private void answer(String what, int count) {
        if (count > 0) {
            answers.merge(what, (long) count, Long::sum);
        }
    }

    void subject(Outcome outcome) {
        subjects++;
        outcomes[outcome.ordinal()]++;
    }

    void platform(Platform platform, Outcome outcome) {
        at(platform)[outcome.ordinal()]++;
    }

    void finding(RuleId rule, Severity severity, Outcome outcome) {
        findings[severity.ordinal()]++;
        if (outcome == Outcome.FAILED) {
            failing[severity.ordinal()]++;
        }
        at(rule)[0]++;
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

    private long[] at(RuleId rule) {
        long[] count = rules.get(rule);
        if (count == null) {
            count = new long[1];
            rules.put(rule, count);
        }
        return count;
    }

    private long[] at(Platform platform) {
        return platforms.computeIfAbsent(platform, p -> new long[OUTCOMES.length]);
    }

    private static void sum(long[] into, long[] counts) {
        for (int i = 0; i < into.length; i++) {
            into[i] += counts[i];
        }
    }

    private static SortedMap<Outcome, Long> byOutcome(long[] counts) {
        var map = new TreeMap<Outcome, Long>();
        for (Outcome outcome : OUTCOMES) {
            map.put(outcome, counts[outcome.ordinal()]);
        }
        return map;
    }

    private static SortedMap<Severity, Long> bySeverity(long[] counts) {
        var map = new TreeMap<Severity, Long>();
        for (Severity severity : SEVERITIES) {
            map.put(severity, counts[severity.ordinal()]);
        }
        return map;
    }
}
