package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Accessibility. */
final class PlanAccessibility implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-accessibility",
                    "toolbox",
                    "TOOL-SOCIAL-NETWORK-BARRIERS",
                    "A plan says how disabled people will be able to use what is published.")
            .withMessage(
                    "none", Severity.WARNING, "Nothing says how disabled people will be able to use what is published.")
            .withMessage("no-owner", Severity.NOTE, "Nobody is named who sees to accessibility.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(Plan plan) {
        return Topic.opensChannel(plan);
    }

    @Override
    public void check(Plan plan, Findings out) {
        Plan.Care care = plan.accessibility();
        if (care.how().isBlank()) {
            out.fail("none").at(Topic.at("/accessibility/how"));
        } else if (care.owner().isBlank()) {
            out.fail("no-owner").at(Topic.at("/accessibility/owner"));
        }
    }
}
