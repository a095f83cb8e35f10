package org.govsocial.spi;

import org.govsocial.model.Incident;

/** Judges an incident. */
public non-sealed interface IncidentRule extends Rule {
    /**
     * Whether the rule speaks about it at all.
     *
     * @param subject the incident
     * @return false for {@link org.govsocial.model.Outcome#INAPPLICABLE}
     */
    default boolean applies(Incident subject) {
        return true;
    }

    /**
     * Reports what does not meet the rule. Nothing reported means passed.
     *
     * @param subject the incident
     * @param out where to report
     */
    void check(Incident subject, Findings out);
}
