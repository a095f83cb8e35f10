package org.govsocial.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Provenance;
import org.govsocial.planning.decision.Decision;
import org.govsocial.planning.decision.Question;
import org.govsocial.planning.decision.Stage;
import org.govsocial.planning.decision.Trace;
import org.govsocial.planning.decision.Workload;

/** A decision for people to read and sign. */
final class DecidePage {
    private final Guidance guidance;
    private final boolean explain;
    private final DecideOutline out;
    private final DecideTraced traced;

    DecidePage(List<Question> questions, Guidance guidance, boolean explain, DecideOutline out) {
        this.guidance = guidance;
        this.explain = explain;
        this.out = out;
        this.traced = new DecideTraced(questions, guidance, explain, out);
    }

    void write(Decision d) {
        out.title("Recommended stage: " + d.stage().words());
        why(d);
        conditions(d);
        out.heading("Benefits that apply");
        if (d.benefits().isEmpty()) {
            out.item("None follows from the answers.");
        }
        for (Decision.Benefit b : d.benefits()) {
            traced.item(b.text(), b.trace());
        }
        risks(d);
        resourcing(d.resourcing());
        out.heading("End");
        traced.item(d.ending().text(), d.ending().trace());
        out.heading("What nobody here can tell");
        for (Decision.Unknown u : d.unknown()) {
            traced.item(u.text(), u.trace());
        }
        if (!d.open().isEmpty()) {
            out.heading("Not answered, and so taken as not ready");
            out.item(String.join(", ", d.open()));
        }
        provenance(d);
    }

    private void why(Decision d) {
        if (explain) {
            out.heading("Why");
            long met = d.wouldLower().size();
            traced.item(
                    met + " conditions of this stage and those before it are met; "
                            + d.wouldRaise().size() + " of the stages above are missing.",
                    d.trace());
        }
    }

    private void conditions(Decision d) {
        out.heading("What would raise it");
        if (d.wouldRaise().isEmpty()) {
            out.item("Nothing: it is the last stage, and all that it asks for is there.");
        }
        for (Decision.Condition c : d.wouldRaise()) {
            condition(c);
        }
        out.heading("What would lower it, if it were lost");
        if (d.wouldLower().isEmpty()) {
            out.item("Nothing: there is no stage below.");
        }
        for (Decision.Condition c : d.wouldLower()) {
            condition(c);
        }
    }

    private void condition(Decision.Condition c) {
        String duty = traced.statements(c.trace()).stream()
                .filter(s -> s.standing().equals("required by"))
                .findFirst()
                .map(s -> " Required: " + s.provenance().words() + ".")
                .orElse("");
        traced.item("For " + c.stage().words() + ": " + c.text() + duty, c.trace());
    }

    private void risks(Decision d) {
        out.heading("Risks, from 1 to 25: likelihood × consequence");
        var rows = new ArrayList<List<String>>();
        for (Decision.Risk r : d.risks()) {
            rows.add(List.of(
                    r.likelihood() + "×" + r.consequence() + "=" + r.score() + " " + r.level(),
                    r.residualLikelihood() + "×" + r.residualConsequence() + "=" + r.residual() + " "
                            + r.residualLevel(),
                    r.text() + " " + DecideTraced.bracket(r.trace())));
        }
        out.table(List.of("NOW", "RESIDUAL", "RISK"), rows);
        out.heading("Owners and treatments");
        for (Decision.Risk r : d.risks()) {
            traced.item(r.text() + " Owner: " + r.owner() + ".", r.trace());
            for (Decision.Treatment t : r.treatments()) {
                out.remark((t.inPlace() ? "In place: " : "To do: ") + t.text() + " " + DecideTraced.bracket(t.trace()));
            }
        }
    }

    private void resourcing(Decision.Resourcing r) {
        out.heading("Hours a week");
        var rows = new ArrayList<List<String>>();
        for (Stage stage : List.of(Stage.PASSIVE, Stage.ACTIVE, Stage.ENGAGED)) {
            Workload w = r.estimate(stage).orElse(null);
            rows.add(
                    w == null
                            ? List.of(stage.words(), "?", "?", "?", "?", "?")
                            : List.of(
                                    stage.words(),
                                    hours(w.total()),
                                    hours(w.listening()),
                                    hours(w.posting()),
                                    hours(w.reading()),
                                    hours(w.replying())));
        }
        out.table(List.of("STAGE", "ALL", "LISTEN", "POST", "READ", "REPLY"), rows);
        traced.item(
                r.available().map(n -> "People have " + n + ".").orElse("How many people have was not answered.")
                        + " "
                        + r.model(),
                r.trace());
        for (String assumption : r.assumptions()) {
            out.remark("We assume: " + assumption);
        }
    }

    private static String hours(double hours) {
        return String.format(Locale.ROOT, "%.1f", Math.ceil(Math.max(0, hours * 10 - 1e-9)) / 10);
    }

    /** How many conclusions rest on what; a conclusion counts once for each provenance behind it. */
    private void provenance(Decision d) {
        out.heading("What this rests on");
        Map<Provenance, Integer> counts = new EnumMap<>(Provenance.class);
        for (Trace trace : d.traces()) {
            var kinds = new LinkedHashSet<Provenance>();
            traced.statements(trace).forEach(s -> kinds.add(s.provenance()));
            kinds.forEach(k -> counts.merge(k, 1, Integer::sum));
        }
        out.item(d.traces().size() + " conclusions from the table " + d.table()
                + ". Which answer leads where, scores, limits and hours are our own judgement.");
        counts.forEach((kind, count) -> out.item(count + " lean on: " + kind.words() + "."));
        out.item("Packs: "
                + String.join(
                        ", ",
                        guidance.packs().stream()
                                .map(p -> p.id() + " " + p.version())
                                .toList())
                + ".");
        out.item("Answers, SHA-256: " + d.given().hash());
    }
}
