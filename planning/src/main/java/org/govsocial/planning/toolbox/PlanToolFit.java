package org.govsocial.planning.toolbox;

import java.util.List;
import java.util.Map;
import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Tools that fit. */
final class PlanToolFit implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-tool-fit", "toolbox", "TOOL-PURPOSE", "The tools suit the purpose and the audience.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "The plan names no tool. Choose after the purpose: “govsocial decide tool” ranks the five.")
            .withMessage(
                    "no-purpose",
                    Severity.WARNING,
                    "The plan names tools but no purpose to choose them by: to inform, to be informed, or to deliberate.")
            .withMessage(
                    "unfit",
                    Severity.WARNING,
                    "Nothing in the sources says that a {tool} suits the purpose “{purpose}”. Say why it does here, or choose another.")
            .withMessage(
                    "elsewhere",
                    Severity.WARNING,
                    "No audience of the plan talks on a {tool}. Say how people will find it, or go where they are.")
            .withMessage("no-reason", Severity.NOTE, "Nothing says why a {tool} was chosen.");

    /** Our reading of the statements TOOL-…-SUITS. */
    private static final Map<String, List<String>> SUITS = Map.of(
            "social-network", List.of("inform", "be-informed", "deliberate"),
            "media-sharing", List.of("inform", "be-informed"),
            "blog", List.of("inform", "be-informed", "deliberate"),
            "wiki", List.of("be-informed", "deliberate"),
            "forum", List.of("be-informed", "deliberate"));

    /** Whether every audience's places are known, and none of them is this tool. */
    private static boolean isElsewhere(Plan plan, Plan.Tool tool) {
        var audiences = plan.aim().audiences();
        if (audiences.isEmpty() || !SUITS.containsKey(tool.id())) {
            return false;
        }
        for (Plan.Audience audience : audiences) {
            if (audience.places().isEmpty() || audience.places().contains(tool.id())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Plan plan, Findings out) {
        var tools = plan.presence().tools();
        String purpose = plan.aim().purpose();
        if (tools.isEmpty()) {
            out.fail("none").at(Topic.at("/presence/tools"));
        } else if (purpose.isEmpty()) {
            out.fail("no-purpose").at(Topic.at("/aim/purpose"));
        }
        for (int i = 0; i < tools.size(); i++) {
            Plan.Tool tool = tools.get(i);
            String field = "/presence/tools/" + i;
            String words = tool.id().replace('-', ' ');
            var suits = SUITS.get(tool.id());
            if (suits != null && !purpose.isEmpty() && !suits.contains(purpose)) {
                out.review("unfit").at(Topic.at(field)).with("tool", words).with("purpose", purpose.replace('-', ' '));
            } else if (isElsewhere(plan, tool)) {
                out.review("elsewhere").at(Topic.at(field)).with("tool", words);
            } else if (tool.why().isBlank()) {
                out.fail("no-reason").at(Topic.at(field + "/why")).with("tool", words);
            }
        }
    }
}
