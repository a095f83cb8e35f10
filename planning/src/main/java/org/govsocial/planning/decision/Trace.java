package org.govsocial.planning.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.govsocial.model.Citation;

/**
 * What a conclusion rests on. There is no conclusion without.
 *
 * @param answers that led to it, at least one; a question that was not answered counts, and is said
 * @param statements of the guidance behind it, at least one
 */
public record Trace(List<Given> answers, List<Citation> statements) {
    /**
     * An answer.
     *
     * @param question its id
     * @param values as in {@link Answers}; empty when it was not answered
     */
    public record Given(String question, List<String> values) {
        /** Copies the list. */
        public Given {
            values = List.copyOf(values);
        }
    }

    /** Copies the lists. */
    public Trace {
        answers = List.copyOf(new LinkedHashSet<>(answers));
        statements = List.copyOf(new LinkedHashSet<>(statements));
        if (answers.isEmpty() || statements.isEmpty()) {
            throw new IllegalArgumentException("a conclusion needs an answer and a statement: " + answers + statements);
        }
    }

    /**
     * The answers as people read them.
     *
     * @param questions that were asked
     * @return such as {@code "purpose = To inform; hours = not answered"}
     */
    public String answers(List<Question> questions) {
        return answers.stream()
                .map(given -> given.question() + " = "
                        + questions.stream()
                                .filter(q -> q.id().equals(given.question()))
                                .map(q -> q.words(given.values()))
                                .findFirst()
                                .orElse(String.join("; ", given.values())))
                .collect(Collectors.joining("; "));
    }

    /** All of several. */
    static Trace of(List<Trace> traces) {
        var answers = new ArrayList<Given>();
        var statements = new ArrayList<Citation>();
        for (Trace trace : traces) {
            answers.addAll(trace.answers);
            statements.addAll(trace.statements);
        }
        return new Trace(answers, statements);
    }
}
