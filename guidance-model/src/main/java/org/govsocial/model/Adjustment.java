package org.govsocial.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pack's change to a rule that it does not own. Reports show it with its reason.
 *
 * @param pack id of the pack that asks for it
 * @param rule the rule
 * @param severity the severity of every finding of the rule from now on; null to leave it
 * @param settings new values of the rule's settings, by name
 * @param off whether the rule is switched off
 * @param reason why, never blank
 */
public record Adjustment(
        String pack,
        RuleId rule,
        @Nullable Severity severity,
        Map<String, Integer> settings,
        boolean off,
        String reason) {
    /** Copies the settings. */
    public Adjustment {
        settings = Map.copyOf(settings);
    }

    /**
     * The same adjustment, asked for by a pack.
     *
     * @param id the pack
     * @return a new adjustment
     */
    public Adjustment by(String id) {
        return new Adjustment(id, rule, severity, settings, off, reason);
    }
}
