package org.govsocial.planning.toolbox;

import java.util.TreeSet;
import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Two people with access. */
final class PlanTwoPersonAccess implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-two-person-access",
                    "high-level",
                    "HL-RES-3",
                    "At least two people can get into each channel.")
            .withMessage("none", Severity.WARNING, "Nobody is named who can log in.")
            .withMessage(
                    "single",
                    Severity.WARNING,
                    "Only {name} can log in. When {name} is away, nobody can answer, correct or close the channel.");

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
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(plan.team().access());
        if (names.isEmpty()) {
            out.fail("none").at(Topic.at("/team/access"));
        } else if (names.size() == 1) {
            out.fail("single").at(Topic.at("/team/access")).with("name", names.first());
        }
    }
}
