package org.govsocial.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer to one finding, which is kept from run to run.
 *
 * @param fingerprint of the finding
 * @param verdict what the person says of it
 * @param who decided, never blank
 * @param when it was decided
 * @param why in the person's words; may be empty for a pass or a fail
 * @param until the last day on which it holds; null when it holds on, which a waiver never does
 */
public record Decision(
        String fingerprint,
        Verdict verdict,
        String who,
        LocalDate when,
        String why,
        @Nullable LocalDate until) {
    /**
     * Checks that it can be told who answers for it, and that a waiver ends.
     *
     * @throws IllegalArgumentException when nobody is named, or a waiver has no end or no reason
     */
    public Decision {
        if (fingerprint.isBlank() || who.isBlank()) {
            throw new IllegalArgumentException("A decision needs a fingerprint and who decided.");
        }
        if (verdict == Verdict.WAIVED && (until == null || why.isBlank())) {
            throw new IllegalArgumentException("A waiver needs a reason and a last day.");
        }
    }

    /**
     * Whether it no longer holds.
     *
     * @param day which day
     * @return true after its last day
     */
    public boolean isExpiredOn(LocalDate day) {
        return until != null && day.isAfter(until);
    }
}
