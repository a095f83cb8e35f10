package org.govsocial.planning.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.govsocial.json.JsonException;
import org.govsocial.model.Citation;
import org.govsocial.planning.decision.Question.Option;
import org.govsocial.spi.Catalogue;

/**
 * Decides whether an organisation should use social media, and how far. The logic is a decision table, which an agency
 * can replace; whatever the table, more readiness never lowers the stage, a gap in what binds agencies blocks
 * {@link Stage#ENGAGED}, and every conclusion has an answer and a statement behind it.
 *
 * <pre>{@code
 * Guidance guidance = Guidance.load(List.of(new Origin.Application()));
 * Decisions decisions = Decisions.shipped(guidance);
 * Decision decision = decisions.decide(AnswersFile.read("answers.json", bytes, decisions.questions()));
 * }</pre>
 *
 * Immutable; safe to share between threads.
 */
public final class Decisions {
    private final DecisionTable table;

    private Decisions(DecisionTable table) {
        this.table = table;
    }

    /**
     * With the table of this project.
     *
     * @param catalogue has the documents "high-level" and "toolbox"
     * @return ready to decide
     * @throws IllegalStateException when the catalogue lacks a statement that the table cites
     */
    public static Decisions shipped(Catalogue catalogue) {
        String name = "/META-INF/govsocial/decision.table.json";
        try (InputStream bytes = Objects.requireNonNull(Decisions.class.getResourceAsStream(name))) {
            return read("decision.table.json", bytes, catalogue);
        } catch (JsonException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * With an agency's own table.
     *
     * @param where the table's name, for messages
     * @param bytes UTF-8; not closed
     * @param catalogue has the statements that the table cites
     * @return ready to decide
     * @throws JsonException when the table cannot be used: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Decisions read(String where, InputStream bytes, Catalogue catalogue) throws IOException {
        return new Decisions(TableReader.read(where, bytes, catalogue));
    }

    /**
     * What to ask.
     *
     * @return in order
     */
    public List<Question> questions() {
        return table.questions();
    }

    /**
     * Decides.
     *
     * @param answers to some or all of the questions; what is not answered counts as the least ready
     * @return the decision, the same for the same answers
     * @throws IllegalArgumentException when an answer does not suit its question
     */
    public Decision decide(Answers answers) {
        checked(answers);
        return new Evaluation(table, answers).decision();
    }

    /**
     * Shows what other answers change.
     *
     * @param before some answers
     * @param after other answers
     * @return what differs
     * @throws IllegalArgumentException when an answer does not suit its question
     */
    public Comparison compare(Answers before, Answers after) {
        return Comparison.of(questions(), before, after, decide(before), decide(after));
    }

    /**
     * Ranks the five tools for a purpose.
     *
     * @param answers those that matter are about purpose, context and audience
     * @return best first; equals in the order of the guidance
     * @throws IllegalArgumentException when an answer does not suit its question
     */
    public List<RankedTool> tools(Answers answers) {
        checked(answers);
        var ranked = new ArrayList<RankedTool>();
        var evaluation = new Evaluation(table, answers);
        for (DecisionTable.Tool tool : table.tools()) {
            int points = 0;
            var reasons = new ArrayList<RankedTool.Reason>();
            for (DecisionTable.Fit fit : tool.fits()) {
                if (evaluation.holds(fit.when())) {
                    points += fit.points();
                    var trace = new Trace(List.of(evaluation.given(fit.when().question())), fit.cites());
                    reasons.add(new RankedTool.Reason(fit.points(), fit.text(), trace));
                }
            }
            ranked.add(new RankedTool(tool.id(), tool.title(), points, reasons, tool.strengths(), tool.weaknesses()));
        }
        ranked.sort(Comparator.comparingInt(RankedTool::points).reversed());
        return List.copyOf(ranked);
    }

    /**
     * A tool with its rank.
     *
     * @param id such as {@code "blog"}
     * @param title for people
     * @param points for and against; our own judgement
     * @param reasons for the points
     * @param strengths statements about what it suits
     * @param weaknesses statements about what to mind
     */
    public record RankedTool(
            String id,
            String title,
            int points,
            List<Reason> reasons,
            List<Citation> strengths,
            List<Citation> weaknesses) {
        /** Copies the lists. */
        public RankedTool {
            reasons = List.copyOf(reasons);
            strengths = List.copyOf(strengths);
            weaknesses = List.copyOf(weaknesses);
        }

        /**
         * A reason for points.
         *
         * @param points for it, or against it when below 0
         * @param text in words
         * @param trace the answer and statements
         */
        public record Reason(int points, String text, Trace trace) {}
    }

    /**
     * The roles that {@link #conduct} knows.
     *
     * @return in order
     */
    public List<Option> roles() {
        return table.conduct().roles();
    }

    /**
     * The situations that {@link #conduct} knows.
     *
     * @return in order
     */
    public List<Option> situations() {
        return table.conduct().situations();
    }

    /**
     * Answers "may I post this, and as whom?".
     *
     * @param role one of {@link #roles()}, by value
     * @param situation one of {@link #situations()}, by value
     * @return empty when there is no such role or situation
     */
    public Optional<Conduct> conduct(String role, String situation) {
        return table.conduct().cells().stream()
                .filter(c -> c.role().equals(role) && c.situation().equals(situation))
                .map(c -> new Conduct(role, situation, c.answer(), c.text(), c.cites()))
                .findFirst();
    }

    /**
     * How to act. The answer is our reading of the statements.
     *
     * @param role as whom
     * @param situation what it is about
     * @param answer a few words, such as {@code "Only if authorised"}
     * @param text what to do
     * @param statements behind it
     */
    public record Conduct(String role, String situation, String answer, String text, List<Citation> statements) {
        /** Copies the list. */
        public Conduct {
            statements = List.copyOf(statements);
        }
    }

    private void checked(Answers answers) {
        answers.given().forEach((id, values) -> {
            Question question = questions().stream()
                    .filter(q -> q.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no question " + id));
            question.fault(values).ifPresent(fault -> {
                throw new IllegalArgumentException(id + ": " + fault);
            });
        });
    }
}
