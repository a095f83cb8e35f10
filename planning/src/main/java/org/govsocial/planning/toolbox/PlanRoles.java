package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Roles and sign-off. */
final class PlanRoles implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-roles",
                    "high-level",
                    "PSC-PROCESSES",
                    "A plan names who answers for it, who writes and who approves, and the last two are not the same person.")
            .withMessage("no-owner", Severity.WARNING, "Nobody is named as the owner, who answers for the channels.")
            .withMessage("no-deputy", Severity.NOTE, "Nobody stands in for the {role}.")
            .withMessage("no-writer", Severity.WARNING, "Nobody is named who writes.")
            .withMessage("no-approver", Severity.WARNING, "Nobody is named who approves what goes out.")
            .withMessage(
                    "same-person",
                    Severity.WARNING,
                    "“{name}” both writes and approves. A second pair of eyes catches what the first cannot.");

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
        boolean owned = false;
        var people = plan.team().people();
        for (int i = 0; i < people.size(); i++) {
            Plan.Person person = people.get(i);
            owned |= person.role().equals("owner") && !person.name().isBlank();
            if (person.deputy().isBlank()) {
                out.fail("no-deputy")
                        .at(Topic.at("/team/people/" + i + "/deputy"))
                        .with("role", person.role());
            }
        }
        if (!owned) {
            out.fail("no-owner").at(Topic.at("/team/people"));
        }
        Plan.SignOff signOff = plan.team().signOff();
        if (signOff.writes().isBlank()) {
            out.fail("no-writer").at(Topic.at("/team/signOff/writes"));
        }
        if (signOff.approves().isBlank()) {
            out.fail("no-approver").at(Topic.at("/team/signOff/approves"));
        } else if (signOff.approves().strip().equalsIgnoreCase(signOff.writes().strip())) {
            out.fail("same-person").at(Topic.at("/team/signOff/approves")).with("name", signOff.approves());
        }
    }
}
