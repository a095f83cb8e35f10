package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** The review. */
final class PlanReviewDate implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-review-date",
                    "high-level",
                    "OAG-ADAPTATION",
                    "The plan is looked at again while it still goes on.")
            .withMessage("none", Severity.WARNING, "The plan names no day on which it is looked at again.")
            .withMessage(
                    "too-late",
                    Severity.WARNING,
                    "No review lies between the start and the end, so nothing that it finds can change anything.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        if (plan.timing().reviews().isEmpty()) {
            out.fail("none").at(Topic.at("/timing/reviews"));
        } else if (!plan.timing().isReviewedInTime()) {
            out.fail("too-late").at(Topic.at("/timing/reviews"));
        }
    }
}
