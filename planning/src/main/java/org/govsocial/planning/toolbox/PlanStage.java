package org.govsocial.planning.toolbox;

import java.util.List;
import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** The stage. */
final class PlanStage implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-stage",
                    "high-level",
                    "HL-STAGE-ORDER",
                    "A plan says how far it goes, and no further than the decision behind it.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "The plan does not say how far it goes. Write passive, active or engaged as its stage.")
            .withMessage(
                    "beyond-decision",
                    Severity.WARNING,
                    "The plan goes as far as “{stage}”, but the decision behind it recommends “{decided}”. Take the stages in order, or decide again.")
            .withMessage(
                    "no-decision",
                    Severity.NOTE,
                    "Nothing says which decision the plan follows from. “govsocial decide” makes one.");

    private static final List<String> STAGES = List.of("not-yet", "passive", "active", "engaged");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        String stage = plan.aim().stage();
        String decided = plan.decision().stage();
        if (stage.isEmpty()) {
            out.fail("none").at(Topic.at("/aim/stage"));
        } else if (decided.isEmpty()) {
            out.fail("no-decision").at(Topic.at("/decision"));
        } else if (STAGES.indexOf(stage) > STAGES.indexOf(decided)) {
            out.fail("beyond-decision")
                    .at(Topic.at("/aim/stage"))
                    .with("stage", stage)
                    .with("decided", decided);
        }
    }
}
