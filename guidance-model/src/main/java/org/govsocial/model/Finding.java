package org.govsocial.model;

import java.util.List;
import java.util.Map;

/**
 * What a rule reports about a place. The words are the rule's: {@code messageKey} names the message, {@code args} fill
 * it in.
 *
 * @param rule which rule
 * @param severity harm to a reader times how sure we are
 * @param outcome {@link Outcome#FAILED} or {@link Outcome#CANT_TELL}
 * @param messageKey which of the rule's messages
 * @param args values by name
 * @param place where
 * @param fixes ways to mend it, best first
 * @param platforms the platforms it was found for, in order; never empty
 * @param fingerprint stable identity across runs: 32 hexadecimal digits, no offsets in it
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
        String fingerprint) {
    /** Copies the collections. */
    public Finding {
        args = Map.copyOf(args);
        fixes = List.copyOf(fixes);
        platforms = List.copyOf(platforms);
    }
}
