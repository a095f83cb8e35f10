package org.govsocial.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govsocial.model.Outcome;
import org.govsocial.model.RuleId;

/** Each rule's outcome on the subject under review. Used again for the next, so that rules are sorted once. */
final class Results {
    private final TreeMap<RuleId, Outcome> all = new TreeMap<>();
    private final Map<RuleSet.Active, Map.Entry<RuleId, Outcome>> running = new HashMap<>();

    /** @param aboutPosts whether of the rules about posts, or of the others */
    Results(RuleSet rules, boolean aboutPosts) {
        for (RuleSet.Active rule : rules.active) {
            if (rule.judge != null == aboutPosts) {
                all.put(rule.owned.info().id(), Outcome.INAPPLICABLE);
            }
        }
        for (Owned off : rules.off) {
            all.put(off.info().id(), Outcome.UNTESTED);
        }
        var entries = new HashMap<RuleId, Map.Entry<RuleId, Outcome>>();
        for (Map.Entry<RuleId, Outcome> entry : all.entrySet()) {
            entries.put(entry.getKey(), entry);
        }
        for (RuleSet.Active rule : rules.active) {
            Map.Entry<RuleId, Outcome> entry = entries.get(rule.owned.info().id());
            if (entry != null) {
                running.put(rule, entry);
            }
        }
    }

    /** Forgets the subject before. */
    void begin() {
        for (Map.Entry<RuleId, Outcome> entry : running.values()) {
            entry.setValue(Outcome.INAPPLICABLE);
        }
    }

    /** Notes an outcome of a rule: the worst counts. */
    void add(RuleSet.Active rule, Outcome outcome) {
        Map.Entry<RuleId, Outcome> entry = running.get(rule);
        if (entry != null) {
            entry.setValue(entry.getValue().worse(outcome));
        }
    }

    /** The outcomes by rule; valid until the next subject. */
    SortedMap<RuleId, Outcome> byRule() {
        return all;
    }
}
