package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** The audience. */
final class PlanAudience implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-audience",
                    "toolbox",
                    "SETUP-AUDIENCE",
                    "A plan says whom it is for and where they already talk.")
            .withMessage("none", Severity.WARNING, "The plan does not say whom it is for.")
            .withMessage(
                    "no-places",
                    Severity.NOTE,
                    "Nothing says where “{who}” already talk. Listen first, then name the kinds of tool they use.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        var audiences = plan.aim().audiences();
        if (audiences.isEmpty()) {
            out.fail("none").at(Topic.at("/aim/audiences"));
        }
        for (int i = 0; i < audiences.size(); i++) {
            if (audiences.get(i).places().isEmpty()) {
                out.fail("no-places")
                        .at(Topic.at("/aim/audiences/" + i + "/places"))
                        .with("who", audiences.get(i).who());
            }
        }
    }
}
