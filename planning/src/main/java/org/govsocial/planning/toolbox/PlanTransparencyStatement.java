package org.govsocial.planning.toolbox;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Transparency statement. */
final class PlanTransparencyStatement implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-transparency-statement",
                    "high-level",
                    "PSC-TRANSPARENCY",
                    "The agency's transparency statement about social media is published, and says what such statements say.")
            .withMessage(
                    "none",
                    Severity.ERROR,
                    "The plan names no published transparency statement about the agency's use of social media.")
            .withMessage(
                    "parts",
                    Severity.WARNING,
                    "The statement is not known to cover: {parts}. Published statements do; what yours must cover is not in our sources.");

    /** What published statements share. */
    private static final List<String> PARTS = List.of(
            "TS-PURPOSE",
            "TS-CHANNELS",
            "TS-HOURS",
            "TS-ENDORSEMENT",
            "TS-RULES",
            "TS-REMOVAL",
            "TS-STAFF",
            "TS-COMPLAINTS",
            "TS-EMERGENCIES");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        if (plan.statements().transparencyStatement().isBlank()) {
            out.fail("none").at(Topic.at("/public/transparencyStatement"));
            return;
        }
        var open = new ArrayList<String>(PARTS);
        open.removeAll(plan.statements().covers());
        if (!open.isEmpty()) {
            out.review("parts").at(Topic.at("/public/covers")).with("parts", String.join(", ", open));
        }
    }
}
