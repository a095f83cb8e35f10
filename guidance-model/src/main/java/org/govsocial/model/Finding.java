package org.govsocial.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reports about a place. The words are the rule's: {@code messageKey} names the message, {@code args} fill
 * it in.
 *
 * @param rule which rule
 * @param severity harm to a reader times how sure we are
 * @param outcome {@link Outcome#FAILED} or {@link Outcome#CANT_TELL}; {@link Outcome#PASSED} where a person said so
 * @param messageKey which of the rule's messages
 * @param args values by name
 * @param place where
 * @param fixes ways to mend it, best first
 * @param platforms the platforms it was found for, in order; never empty
 * @param fingerprint stable identity across runs: 32 hexadecimal digits, no offsets in it; empty where nobody reads it
 * @param answer what a person decided about it; null when nobody has
 */
public record Finding(
        RuleId rule,
        Severity severity,
        Outcome outcome,
        String messageKey,
        Map<String, String> args,
        Place place,
        List<Fix> fixes,
        List<Platform> platforms,
        String fingerprint,
        @Nullable Answer answer) {
    /** Copies the collections. */
    public Finding {
        args = Map.copyOf(args);
        fixes = List.copyOf(fixes);
        platforms = List.copyOf(platforms);
    }

    /**
     * A finding that no person has answered.
     *
     * @param rule which rule
     * @param severity harm to a reader times how sure we are
     * @param outcome {@link Outcome#FAILED} or {@link Outcome#CANT_TELL}
     * @param messageKey which of the rule's messages
     * @param args values by name
     * @param place where
     * @param fixes ways to mend it, best first
     * @param platforms the platforms it was found for, in order; never empty
     * @param fingerprint stable identity across runs
     */
    public Finding(
            RuleId rule,
            Severity severity,
            Outcome outcome,
            String messageKey,
            Map<String, String> args,
            Place place,
            List<Fix> fixes,
            List<Platform> platforms,
            String fingerprint) {
        this(rule, severity, outcome, messageKey, args, place, fixes, platforms, fingerprint, null);
    }

    /**
     * The same finding, answered by a person. A pass or a fail that holds becomes its outcome.
     *
     * @param given the answer
     * @return a new finding
     */
    public Finding answered(Answer given) {
        Outcome now = outcome;
        if (!given.expired()) {
            now = switch (given.decision().verdict()) {
                case PASSED -> Outcome.PASSED;
                case FAILED -> Outcome.FAILED;
                case WAIVED -> outcome;
            };
        }
        return new Finding(rule, severity, now, messageKey, args, place, fixes, platforms, fingerprint, given);
    }

    /**
     * The same finding for other platforms.
     *
     * @param found the platforms it was found for, not empty
     * @return a new finding
     */
    public Finding withPlatforms(List<Platform> found) {
        return new Finding(rule, severity, outcome, messageKey, args, place, fixes, found, fingerprint, answer);
    }

    /**
     * The same finding with an identity.
     *
     * @param identity 32 hexadecimal digits
     * @return a new finding
     */
    public Finding withFingerprint(String identity) {
        return new Finding(rule, severity, outcome, messageKey, args, place, fixes, platforms, identity, answer);
    }

    /**
     * Whether it counts: nobody has passed or waived it.
     *
     * @return false for what a person passed, and for what is waived
     */
    public boolean counts() {
        return outcome != Outcome.PASSED && (answer == null || !answer.waives());
    }
}
