package org.govsocial.spi;

/**
 * Judges one kind of subject. A rule is stateless and pure: no I/O, no clock, no default locale, nothing kept between
 * calls. It reports; the engine decides the outcome.
 */
public sealed interface Rule permits PostRule, ProfileRule, PlanRule, IncidentRule, CaseStudyRule {
    /**
     * What the rule is.
     *
     * @return never changes
     */
    RuleInfo info();
}
