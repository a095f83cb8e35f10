package org.govsocial.planning.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.Gap;

/** The facts of a report on what was done; each is missing until a report gives it, and never 0 instead. */
final class ReportFacts {
    private static final String ADVICE =
            "Make the report with govsocial plan report, from an archive of the posts and the log of moderation.";

    private ReportFacts() {}

    static void put(Map<String, Fact> into) {
        text("period", "the period of the report", into);
        text("postsMade", "how many posts were made", into);
        text("repliesMade", "how many replies were made", into);
        text("contributions", "how many contributions others made", into);
        text("removedCount", "how many contributions were removed or hidden", into);
        text("questionsAnswered", "how many questions were answered", into);
        text("questionsOpen", "how many questions are open", into);
        text("audienceSize", "how many people follow", into);
        text("accessibilityScore", "how many posts passed the checks of accessibility", into);
        text("escalations", "what was escalated", into);
        text("nearMisses", "risks and near misses", into);
        text("publicity", "how people heard of it", into);
        text("otherMethods", "which other ways to take part there were", into);
        text("userProfile", "who took part", into);
        text("userFeedback", "what people said about taking part", into);
        text("lessons", "what was learned", into);
        values("themes", "the themes", List.of("theme", "count"), into);
        values("removals", "the removals, with their reasons", List.of("when", "rule", "reason", "by"), into);
        values("openQuestions", "the questions outstanding", List.of("question", "since"), into);
        values(
                "results",
                "what was reached of each objective",
                List.of("objective", "measure", "target", "result"),
                into);
        chart("postsChart", "the chart of posts", into);
        chart("accessibilityChart", "the chart of accessibility over time", into);
        chart("themesChart", "the chart of themes", into);
    }

    private static void text(String name, String what, Map<String, Fact> into) {
        into.put(name, new Fact.Text("", new Gap(what, ADVICE)));
    }

    private static void values(String name, String what, List<String> parts, Map<String, Fact> into) {
        into.put(name, Fact.Values.of(List.of(), parts, new Gap(what, ADVICE)));
    }

    private static void chart(String name, String what, Map<String, Fact> into) {
        into.put(name, new Fact.Figure(Optional.empty(), new Gap(what, ADVICE)));
    }
}
