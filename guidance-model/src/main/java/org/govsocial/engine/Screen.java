package org.govsocial.engine;

import org.govsocial.model.Agency;
import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the outcomes of rules and nothing else, so that a post costs no memory. Between rules only numbers are written:
 * garbage collectors make a reference dearer to keep.
 */
final class Screen implements Findings, Findings.Draft {
    /** The worst of outcomes that are given as bits. */
    private static final Outcome[] WORST = new Outcome[1 << Outcome.values().length];

    static {
        for (int outcomes = 0; outcomes < WORST.length; outcomes++) {
            WORST[outcomes] = Outcome.INAPPLICABLE;
            for (Outcome outcome : Outcome.values()) {
                if ((outcomes & bit(outcome)) != 0) {
                    WORST[outcomes] = WORST[outcomes].worse(outcome);
                }
            }
        }
    }

    private final RuleSet.Active[] rules;
    private int rule;
    private int outcomes;
    /** The outcomes of the rules before this one. */
    private int before;

    private @Nullable Tally tally;

    Screen(RuleSet.Active[] rules) {
        this.rules = rules;
    }

    /** Begins a post of which no rule has spoken. */
    void begin(@Nullable Tally counts) {
        if (tally != counts) {
            tally = counts;
        }
        outcomes = 0;
    }

    /** Begins a rule, which may or may not have anything to speak about. */
    void begin(RuleSet.Active next) {
        rule = next.number;
        before = outcomes;
    }

    /** The rule speaks about this post, and passes unless it reports something. */
    void applies() {
        outcomes |= bit(Outcome.PASSED);
    }

    /** A rule did not finish: what it reported so far does not count. */
    void untested() {
        outcomes = before | bit(Outcome.UNTESTED);
    }

    /** Whether a rule since the post began found what no other can make worse. */
    boolean isFailed() {
        return (outcomes & bit(Outcome.FAILED)) != 0;
    }

    /** What all rules since the post began mean for it: a note does not count as failed. */
    Outcome outcome() {
        return WORST[outcomes];
    }

    private static int bit(Outcome outcome) {
        return 1 << outcome.ordinal();
    }

    private RuleSet.Active rule() {
        return rules[rule];
    }

    @Override
    public Draft fail(String key) {
        return found(key, Outcome.FAILED);
    }

    @Override
    public Draft review(String key) {
        return found(key, Outcome.CANT_TELL);
    }

    private Draft found(String key, Outcome reported) {
        Severity severity = rule().severity(key);
        if (reported != Outcome.FAILED || severity != Severity.NOTE) {
            outcomes |= bit(reported);
        }
        if (tally != null) {
            tally.finding(rule().owned.info().id(), severity, reported);
        }
        return this;
    }

    @Override
    public int setting(String name) {
        return rule().setting(name);
    }

    @Override
    public Country country() {
        return rule().country();
    }

    @Override
    public Agency agency() {
        return rule().agency();
    }

    @Override
    public boolean isHeard(String key) {
        return rule().severity(key) != Severity.NOTE || tally != null;
    }

    @Override
    public boolean wantsWords() {
        return false;
    }

    @Override
    public Draft at(Place place) {
        return this;
    }

    @Override
    public Draft at(int start, int end) {
        return this;
    }

    @Override
    public Draft with(String name, String value) {
        return this;
    }

    @Override
    public Draft with(String name, int value) {
        return this;
    }

    @Override
    public Draft safeFix(Edit... edits) {
        return this;
    }

    @Override
    public Draft suggest(Edit... edits) {
        return this;
    }

    @Override
    public Draft fix(Fix fix) {
        return this;
    }
}
