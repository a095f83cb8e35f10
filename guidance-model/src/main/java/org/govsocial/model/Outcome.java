package org.govsocial.model;

/** W3C EARL outcome values, for one rule on one subject and for a subject as a whole. */
public enum Outcome {
    /** The rule failed, was stopped, or is switched off. Never a pass. */
    UNTESTED(2),
    /** There is nothing in the subject that the rule speaks about. */
    INAPPLICABLE(0),
    /** The rule found nothing to report. */
    PASSED(1),
    /** A person has to decide. */
    CANT_TELL(3),
    /** The subject does not meet the rule. */
    FAILED(4);

    private final int weight;

    Outcome(int weight) {
        this.weight = weight;
    }

    /**
     * The more serious of two: FAILED, then CANT_TELL, UNTESTED, PASSED, INAPPLICABLE. UNTESTED outranks PASSED, since
     * what did not run is never a pass.
     *
     * @param other another outcome
     * @return this or {@code other}
     */
    public Outcome worse(Outcome other) {
        return weight >= other.weight ? this : other;
    }
}
