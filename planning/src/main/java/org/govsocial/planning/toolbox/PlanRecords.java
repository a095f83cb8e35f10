package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Records. */
final class PlanRecords implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-records", "toolbox", "REC-1", "A plan says how records of what was said are kept.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "Nothing says how records are kept. What an agency posts for business is a record under the Public Records Act 2005.")
            .withMessage("no-owner", Severity.NOTE, "Nobody is named who sees to the records.");

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
        Plan.Care care = plan.records();
        if (care.how().isBlank()) {
            out.fail("none").at(Topic.at("/records/how"));
        } else if (care.owner().isBlank()) {
            out.fail("no-owner").at(Topic.at("/records/owner"));
        }
    }
}
