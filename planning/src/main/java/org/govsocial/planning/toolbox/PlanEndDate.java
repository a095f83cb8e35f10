package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** The end. */
final class PlanEndDate implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-end-date",
                    "toolbox",
                    "SETUP-END",
                    "Every activity has an end, or a day on which it is decided again.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "The plan has no end. Give it a last day, or a day on which you decide whether it goes on.")
            .withMessage("before-start", Severity.WARNING, "The plan ends before it starts.")
            .withMessage(
                    "no-ending", Severity.NOTE, "Nothing says what happens at the end: what is closed, kept and said.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        Plan.Timing timing = plan.timing();
        if (timing.end().isEmpty()) {
            out.fail("none").at(Topic.at("/timing/end"));
        } else if (timing.endsBeforeStart()) {
            out.fail("before-start").at(Topic.at("/timing/end"));
        } else if (timing.ending().isBlank()) {
            out.fail("no-ending").at(Topic.at("/timing/ending"));
        }
    }
}
