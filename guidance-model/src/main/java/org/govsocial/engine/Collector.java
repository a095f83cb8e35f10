package org.govsocial.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.govsocial.model.Agency;
import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.jspecify.annotations.Nullable;

/** Keeps what a rule reports, with words, places and fixes. */
final class Collector implements Findings {
    /** One finding in the making. */
    private final class Sketch implements Draft {
        private final String key;
        private final Severity severity;
        private final Outcome outcome;
        private Place place = Place.TEXT;
        private final Map<String, String> args = new LinkedHashMap<>();
        private final List<Fix> fixes = new ArrayList<>();

        private Sketch(String key, Severity severity, Outcome outcome) {
            this.key = key;
            this.severity = severity;
            this.outcome = outcome;
        }

        @Override
        public Draft at(Place where) {
            place = where;
            return this;
        }

        @Override
        public Draft at(int start, int end) {
            return at(Place.text(start, end));
        }

        @Override
        public Draft with(String name, String value) {
            args.put(name, value);
            return this;
        }

        @Override
        public Draft with(String name, int value) {
            return with(name, Integer.toString(value));
        }

        @Override
        public Draft safeFix(Edit... edits) {
            return fix(new Fix(true, List.of(edits)));
        }

        @Override
        public Draft suggest(Edit... edits) {
            return fix(new Fix(false, List.of(edits)));
        }

        @Override
        public Draft fix(Fix fix) {
            fixes.add(fix);
            return this;
        }
    }

    private final List<Sketch> sketches = new ArrayList<>();
    private RuleSet.@Nullable Active rule;

    void begin(RuleSet.Active next) {
        rule = next;
        sketches.clear();
    }

    /** The rule's own outcome. */
    Outcome outcome() {
        Outcome worst = Outcome.PASSED;
        for (Sketch sketch : sketches) {
            worst = worst.worse(sketch.outcome);
        }
        return worst;
    }

    /** What its findings mean for the subject: a note does not count as failed. */
    Outcome weight() {
        Outcome worst = Outcome.PASSED;
        for (Sketch sketch : sketches) {
            if (sketch.outcome != Outcome.FAILED || sketch.severity != Severity.NOTE) {
                worst = worst.worse(sketch.outcome);
            }
        }
        return worst;
    }

    /** Gives the findings, without fingerprints. */
    void drain(Platform platform, List<Finding> into) {
        for (Sketch sketch : sketches) {
            into.add(new Finding(
                    rule().owned.info().id(),
                    sketch.severity,
                    sketch.outcome,
                    sketch.key,
                    sketch.args,
                    sketch.place,
                    sketch.fixes,
                    List.of(platform),
                    ""));
        }
    }

    private RuleSet.Active rule() {
        return Objects.requireNonNull(rule);
    }

    @Override
    public Draft fail(String key) {
        return found(key, Outcome.FAILED);
    }

    @Override
    public Draft review(String key) {
        return found(key, Outcome.CANT_TELL);
    }

    private Draft found(String key, Outcome outcome) {
        var sketch = new Sketch(key, rule().severity(key), outcome);
        sketches.add(sketch);
        return sketch;
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
        return rule().isHeard(key);
    }

    @Override
    public boolean wantsWords() {
        return true;
    }
}
