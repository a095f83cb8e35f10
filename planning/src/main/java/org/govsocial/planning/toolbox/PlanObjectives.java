package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Objectives with measures. */
final class PlanObjectives implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-objectives",
                    "high-level",
                    "OAG-MEASUREMENT",
                    "A plan says what it wants to reach, and how you will know.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "The plan has no objective. Nobody will know whether it was worth the time.")
            .withMessage(
                    "no-measure",
                    Severity.WARNING,
                    "Nothing says how you will know that “{objective}” was reached. Name what you count or ask.")
            .withMessage(
                    "no-target",
                    Severity.NOTE,
                    "“{objective}” has a measure but no target. Say which value counts as success.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        var objectives = plan.aim().objectives();
        if (objectives.isEmpty()) {
            out.fail("none").at(Topic.at("/aim/objectives"));
        }
        for (int i = 0; i < objectives.size(); i++) {
            Plan.Objective objective = objectives.get(i);
            String field = "/aim/objectives/" + i;
            if (objective.measure().isBlank()) {
                out.fail("no-measure").at(Topic.at(field + "/measure")).with("objective", objective.text());
            } else if (objective.target().isBlank()) {
                out.fail("no-target").at(Topic.at(field + "/target")).with("objective", objective.text());
            }
        }
    }
}
