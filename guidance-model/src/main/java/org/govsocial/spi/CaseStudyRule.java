package org.govsocial.spi;

import org.govsocial.model.CaseStudy;

/** Judges a case study. */
public non-sealed interface CaseStudyRule extends Rule {
    /**
     * Whether the rule speaks about it at all.
     *
     * @param subject the case study
     * @return false for {@link org.govsocial.model.Outcome#INAPPLICABLE}
     */
    default boolean applies(CaseStudy subject) {
        return true;
    }

    /**
     * Reports what does not meet the rule. Nothing reported means passed.
     *
     * @param subject the case study
     * @param out where to report
     */
    void check(CaseStudy subject, Findings out);
}
