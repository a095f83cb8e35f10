package org.govsocial.model;

/**
 * A decision as it stands on the day of a run.
 *
 * @param decision what a person decided
 * @param expired whether its last day is over, so that the finding counts as if nobody had answered
 */
public record Answer(Decision decision, boolean expired) {
    /**
     * Whether the finding is waived.
     *
     * @return false for other verdicts and for a waiver that has expired
     */
    public boolean waives() {
        return !expired && decision.verdict() == Verdict.WAIVED;
    }
}
