package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Participation rules. */
final class PlanParticipationRules implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-participation-rules",
                    "high-level",
                    "TS-RULES",
                    "The rules for taking part, and the moderation policy, are published.")
            .withMessage("none", Severity.WARNING, "Nothing says where the public finds the rules for taking part.")
            .withMessage("no-policy", Severity.WARNING, "Nothing says where the public finds the moderation policy.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(Plan plan) {
        return Topic.opensChannel(plan) && !plan.moderation().form().equals("closed");
    }

    @Override
    public void check(Plan plan, Findings out) {
        if (plan.statements().participationRules().isBlank()) {
            out.fail("none").at(Topic.at("/public/participationRules"));
        }
        if (plan.statements().moderationPolicy().isBlank()) {
            out.fail("no-policy").at(Topic.at("/public/moderationPolicy"));
        }
    }
}
