package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Moderation: form and people. */
final class PlanModeration implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-moderation", "toolbox", "MP-5", "A plan says how comments are moderated, and by whom.")
            .withMessage(
                    "no-form",
                    Severity.WARNING,
                    "Nothing says how comments are moderated: before others see them, after, when somebody reports them, or closed.")
            .withMessage("no-moderator", Severity.WARNING, "Nobody is named who moderates.")
            .withMessage(
                    "single", Severity.WARNING, "{name} moderates alone. Have at least two moderators, better three.")
            .withMessage("no-lead", Severity.NOTE, "Nothing says which moderator decides borderline cases.");

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
        Plan.Moderation moderation = plan.moderation();
        if (moderation.form().isEmpty()) {
            out.fail("no-form").at(Topic.at("/moderation/form"));
        }
        if (moderation.form().equals("closed")) {
            return;
        }
        if (moderation.moderators().isEmpty()) {
            out.fail("no-moderator").at(Topic.at("/moderation/moderators"));
        } else if (moderation.moderators().size() == 1) {
            out.fail("single")
                    .at(Topic.at("/moderation/moderators"))
                    .with("name", moderation.moderators().get(0));
        }
        if (moderation.lead().isBlank()) {
            out.fail("no-lead").at(Topic.at("/moderation/lead"));
        }
    }
}
