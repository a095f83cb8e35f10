package org.govsocial.planning.toolbox;

import org.govsocial.model.Plan;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PlanRule;
import org.govsocial.spi.RuleInfo;

/** Emergencies go elsewhere. */
final class PlanEmergencies implements PlanRule {
    private static final RuleInfo INFO = Topic.rule(
                    "plan-emergencies",
                    "high-level",
                    "TS-EMERGENCIES",
                    "People are told where to turn in an emergency, since a channel is not watched for that.")
            .withMessage(
                    "none",
                    Severity.WARNING,
                    "Nothing says where people turn in an emergency. Somebody will post one, and nobody may be watching.")
            .withMessage(
                    "no-place", Severity.WARNING, "“{words}” names no number or site. Say where to turn, such as 111.");

    /** A digit, or a dot within a word. */
    private static boolean namesPlace(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= '0' && c <= '9'
                    || c == '.'
                            && i > 0
                            && i + 1 < words.length()
                            && Character.isLetter(words.charAt(i - 1))
                            && Character.isLetter(words.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

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
        String words = plan.statements().emergencies();
        if (words.isBlank()) {
            out.fail("none").at(Topic.at("/public/emergencies"));
        } else if (!namesPlace(words)) {
            out.review("no-place").at(Topic.at("/public/emergencies")).with("words", words);
        }
    }
}
