package org.govsocial.planning.decision;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.govsocial.model.Citation;

/** The logic as data. Read and checked by {@link TableReader}. */
record DecisionTable(
        String id,
        String version,
        List<Question> questions,
        List<Gate> gates,
        List<Gain> benefits,
        Scale scale,
        List<Threat> risks,
        Hours hours,
        End end,
        List<Gap> unknown,
        List<Tool> tools,
        Conduct conduct) {

    Question question(String id) {
        return questions.stream()
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    /** Holds when the answer is one of the values. */
    record Case(String question, List<String> values) {}

    /** Holds when the answer is at least the value on the question's order. */
    record AtLeast(String question, String value) {}

    /** What a stage asks for. */
    sealed interface Need permits Ready, EnoughHours, TolerableRisk {}

    record Ready(AtLeast least) implements Need {}

    record EnoughHours() implements Need {}

    record TolerableRisk(int score) implements Need {}

    record Gate(String id, Stage stage, List<Case> when, Need need, String text, List<Citation> cites, boolean duty) {}

    record Gain(String id, String text, List<Case> when, List<Citation> cites) {}

    record Scale(List<String> likelihood, List<String> consequence, List<Level> levels) {
        String level(int score) {
            String name = "";
            for (Level level : levels) {
                if (score >= level.from) {
                    name = level.name;
                }
            }
            return name;
        }
    }

    record Level(int from, String name) {}

    record Threat(
            String id,
            String text,
            int likelihood,
            int consequence,
            String owner,
            List<Raise> raises,
            List<Cure> treatments,
            List<Citation> cites) {}

    record Raise(AtLeast least, int likelihood, int consequence) {}

    record Cure(AtLeast least, String text, int likelihood, int consequence, List<Citation> cites) {}

    /** Hours a week: which questions to read, and what to assume. Shares are percentages. */
    record Hours(
            String available,
            String contributions,
            String watched,
            String target,
            String posts,
            Map<Stage, Integer> listening,
            Map<Stage, Integer> replied,
            int minutesToRead,
            int minutesToReply,
            int minutesToPost,
            int inTime,
            List<Citation> cites) {}

    record End(String question, String start, int months, List<Citation> cites) {}

    record Gap(String id, String text, String question, List<Citation> cites) {}

    record Tool(String id, String title, List<Citation> strengths, List<Citation> weaknesses, List<Fit> fits) {}

    record Fit(Case when, int points, String text, List<Citation> cites) {}

    record Conduct(List<Question.Option> roles, List<Question.Option> situations, List<Cell> cells) {}

    record Cell(String role, String situation, String answer, String text, List<Citation> cites) {}
}
