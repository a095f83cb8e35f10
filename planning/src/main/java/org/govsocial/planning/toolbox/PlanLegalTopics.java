package org.govsocial.planning.toolbox;

import java.util.ArrayList;
import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Legal checklist. */
final class PlanLegalTopics implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-legal-topics",
                    "toolbox",
                    "LEG-UNKNOWN",
                    "Somebody has looked at each of the 18 legal topics.")
            .withMessage("none", Severity.WARNING, "Nobody has looked at the 18 legal topics of the toolbox.")
            .withMessage("missing", Severity.WARNING, "{count} of the 18 legal topics are not in the plan: {topics}.")
            .withMessage(
                    "open",
                    Severity.WARNING,
                    "{topic} is still open. Ask your legal team; our sources do not settle it.")
            .withMessage("no-reason", Severity.NOTE, "Nothing says why {topic} does not matter here.");

    private static final int TOPICS = 18;

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
        var legal = plan.legal();
        if (legal.isEmpty()) {
            out.fail("none").at(Topic.at("/legal"));
            return;
        }
        var missing = new ArrayList<String>();
        for (int i = 1; i <= TOPICS; i++) {
            missing.add((i < 10 ? "LEG-0" : "LEG-") + i);
        }
        for (int i = 0; i < legal.size(); i++) {
            Plan.LegalTopic topic = legal.get(i);
            missing.remove(topic.topic());
            if (topic.state() == Plan.LegalState.OPEN) {
                out.review("open").at(Topic.at("/legal/" + i + "/state")).with("topic", topic.topic());
            } else if (topic.state() == Plan.LegalState.NOT_APPLICABLE
                    && topic.note().isBlank()) {
                out.fail("no-reason").at(Topic.at("/legal/" + i + "/note")).with("topic", topic.topic());
            }
        }
        if (!missing.isEmpty()) {
            out.fail("missing")
                    .at(Topic.at("/legal"))
                    .with("count", missing.size())
                    .with("topics", String.join(", ", missing));
        }
    }
}
