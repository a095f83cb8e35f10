package org.govsocial.spi;

import org.govsocial.model.Plan;

/** Judges a plan. */
public non-sealed interface PlanRule extends Rule {
    /**
     * Whether the rule speaks about it at all.
     *
     * @param subject the plan
     * @return false for {@link org.govsocial.model.Outcome#INAPPLICABLE}
     */
    default boolean applies(Plan subject) {
        return true;
    }

    /**
     * Reports what does not meet the rule. Nothing reported means passed.
     *
     * @param subject the plan
     * @param out where to report
     */
    void check(Plan subject, Findings out);
}
