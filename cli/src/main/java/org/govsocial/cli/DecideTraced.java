package org.govsocial.cli;

import java.util.List;
import org.govsocial.catalogue.Basis;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Citation;
import org.govsocial.model.Statement;
import org.govsocial.planning.decision.Question;
import org.govsocial.planning.decision.Trace;

/**
 * Writes conclusions with what they rest on: the names of statements, or in full the answers and the statements.
 *
 * @param questions that were asked
 * @param guidance has the statements
 * @param explain whether in full
 * @param out takes it
 */
record DecideTraced(List<Question> questions, Guidance guidance, boolean explain, DecideOutline out) {
    void item(String words, Trace trace) {
        if (explain) {
            out.item(words);
            remarks(trace);
        } else {
            out.item(words + " " + bracket(trace));
        }
    }

    void remarks(Trace trace) {
        out.remark("Answers: " + trace.answers(questions) + ".");
        statements(trace)
                .forEach(s -> out.remark(
                        s.id() + ": " + s.text() + " " + Basis.of(s, guidance).words()));
    }

    List<Statement> statements(Trace trace) {
        return trace.statements().stream()
                .flatMap(c -> guidance.statement(c).stream())
                .toList();
    }

    static String bracket(Trace trace) {
        return "["
                + String.join(
                        ", ",
                        trace.statements().stream().map(Citation::statement).toList())
                + "]";
    }
}
