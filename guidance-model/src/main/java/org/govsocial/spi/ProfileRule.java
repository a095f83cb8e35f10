package org.govsocial.spi;

import org.govsocial.model.Profile;

/** Judges a profile. */
public non-sealed interface ProfileRule extends Rule {
    /**
     * Whether the rule speaks about it at all.
     *
     * @param subject the profile
     * @return false for {@link org.govsocial.model.Outcome#INAPPLICABLE}
     */
    default boolean applies(Profile subject) {
        return true;
    }

    /**
     * Reports what does not meet the rule. Nothing reported means passed.
     *
     * @param subject the profile
     * @param out where to report
     */
    void check(Profile subject, Findings out);
}
