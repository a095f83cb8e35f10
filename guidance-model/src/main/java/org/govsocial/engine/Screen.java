package org.govsocial.engine;

import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.jspecify.annotations.Nullable;

/** Keeps a rule's outcome and nothing else, so that a post costs no memory. */
final class Screen implements Findings, Findings.Draft {
    private RuleSet.@Nullable Active rule;
    private Outcome outcome = Outcome.PASSED;
    private @Nullable Tally tally;

    void begin(RuleSet.Active next, @Nullable Tally counts) {
        rule = next;
        tally = counts;
        outcome = Outcome.PASSED;
    }

    /** What the rule's findings mean for the post: a note does not count as failed. */
    Outcome outcome() {
        return outcome;
    }

    private RuleSet.Active rule() {
        return java.util.Objects.requireNonNull(rule);
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
            outcome = outcome.worse(reported);
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
        return rule().country;
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
