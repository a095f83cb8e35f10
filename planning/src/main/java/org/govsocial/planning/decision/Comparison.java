package org.govsocial.planning.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What other answers change.
 *
 * @param before the first decision
 * @param after the second decision
 * @param answers that differ
 * @param conclusions that differ, in the order of a decision
 */
public record Comparison(Decision before, Decision after, List<Change> answers, List<Change> conclusions) {
    /** Copies the lists. */
    public Comparison {
        answers = List.copyOf(answers);
        conclusions = List.copyOf(conclusions);
    }

    /**
     * Something that differs.
     *
     * @param what the question's id, or the conclusion, such as {@code "stage"} or {@code "risk backlash"}
     * @param before in words
     * @param after in words
     */
    public record Change(String what, String before, String after) {}

    static Comparison of(List<Question> questions, Answers a, Answers b, Decision before, Decision after) {
        var answers = new ArrayList<Change>();
        for (Question q : questions) {
            add(answers, q.id(), q.words(a.of(q.id())), q.words(b.of(q.id())));
        }
        var conclusions = new ArrayList<Change>();
        add(conclusions, "stage", before.stage().words(), after.stage().words());
        for (String id : ids(before.conditions(), after.conditions(), Decision.Condition::id)) {
            add(conclusions, "condition " + id, condition(before, id), condition(after, id));
        }
        for (String id : ids(before.benefits(), after.benefits(), Decision.Benefit::id)) {
            add(conclusions, "benefit " + id, benefit(before, id), benefit(after, id));
        }
        for (String id : ids(before.risks(), after.risks(), Decision.Risk::id)) {
            add(conclusions, "risk " + id, risk(before, id), risk(after, id));
        }
        for (Stage stage : Stage.values()) {
            add(conclusions, "hours " + stage.id(), hours(before, stage), hours(after, stage));
        }
        add(conclusions, "end", before.ending().text(), after.ending().text());
        return new Comparison(before, after, answers, conclusions);
    }

    private static void add(List<Change> changes, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, before, after));
        }
    }

    private static <T> List<String> ids(List<T> before, List<T> after, Function<T, String> id) {
        return Stream.concat(before.stream(), after.stream())
                .map(id)
                .distinct()
                .sorted()
                .toList();
    }

    private static String condition(Decision decision, String id) {
        return decision.conditions().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .map(c -> c.met() ? "met" : "missing")
                .orElse("does not apply");
    }

    private static String benefit(Decision decision, String id) {
        return decision.benefits().stream().anyMatch(b -> b.id().equals(id)) ? "applies" : "does not apply";
    }

    private static String risk(Decision decision, String id) {
        return decision.risks().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .map(r -> r.score() + " " + r.level() + ", residual " + r.residual() + " " + r.residualLevel())
                .orElse("none");
    }

    private static String hours(Decision decision, Stage stage) {
        return decision.resourcing()
                .estimate(stage)
                .map(w -> Evaluation.hours(w.total()) + " a week")
                .orElse("not known");
    }
}
