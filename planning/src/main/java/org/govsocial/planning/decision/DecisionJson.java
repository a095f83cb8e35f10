package org.govsocial.planning.decision;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Citation;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** Writes decisions as JSON, each conclusion with the answers and statements behind it. */
public final class DecisionJson {
    private final Catalogue catalogue;
    private final JsonOutput out;

    private DecisionJson(Catalogue catalogue, JsonOutput out) {
        this.catalogue = catalogue;
        this.out = out;
    }

    /**
     * Writes a decision.
     *
     * @param decision what to write
     * @param catalogue has the statements
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(Decision decision, Catalogue catalogue, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        new DecisionJson(catalogue, out).decision(decision);
        out.endLine();
        out.flush();
    }

    /**
     * Writes the answer about one channel.
     *
     * @param decision what to write
     * @param catalogue has the statements
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(ChannelDecision decision, Catalogue catalogue, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        new DecisionJson(catalogue, out).channel(decision);
        out.endLine();
        out.flush();
    }

    private void channel(ChannelDecision d) throws IOException {
        out.beginObject()
                .member("format", 1)
                .member("channel", d.channel())
                .member("question", d.closing() ? "close" : "open")
                .member("verdict", d.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .member("words", d.words())
                .member("stage", d.decision().stage().id())
                .member("table", d.table());
        reasons("reasons", d.reasons());
        reasons("conditions", d.conditions());
        out.name("options").beginArray();
        for (ChannelDecision.Option option : d.options()) {
            out.beginObject()
                    .member("id", option.id())
                    .member("title", option.title())
                    .member("text", option.text())
                    .name("hoursAWeek");
            if (option.hours().isPresent()) {
                out.value(rounded(option.hours().getAsDouble()));
            } else {
                out.nullValue();
            }
            out.member("end", option.end().map(Object::toString).orElse(null));
            trace(option.trace());
            out.endObject();
        }
        out.endArray().name("binds").beginArray();
        for (ChannelDecision.Binding binding : d.bindings()) {
            out.beginObject().member("topic", binding.topic()).member("title", binding.title());
            out.name("statements").beginArray();
            for (Statement s : binding.statements()) {
                out.beginObject()
                        .member("id", s.id())
                        .member("text", s.text())
                        .member("modality", s.modality().name())
                        .member("provenance", s.provenance().name())
                        .member("standing", s.standing())
                        .endObject();
            }
            out.endArray()
                    .member("outcome", "CANT_TELL")
                    .member("cannotTell", binding.silent())
                    .endObject();
        }
        out.endArray().name("wouldChange").beginArray();
        for (ChannelDecision.Change change : d.changes()) {
            out.beginObject()
                    .member("question", change.question())
                    .member("now", change.now())
                    .member("then", change.then())
                    .member("words", change.words())
                    .endObject();
        }
        out.endArray().name("conclusionsByProvenance").beginObject();
        for (List<String> row : ChannelPaper.counts(d, catalogue)) {
            out.member(row.get(0), Long.parseLong(row.get(1)));
        }
        out.endObject().name("packs").beginArray();
        for (var pack : catalogue.packs()) {
            out.value(pack.id() + " " + pack.version());
        }
        out.endArray().member("hash", d.decision().given().hash()).endObject();
    }

    private void reasons(String name, List<ChannelDecision.Reason> reasons) throws IOException {
        out.name(name).beginArray();
        for (ChannelDecision.Reason reason : reasons) {
            out.beginObject().member("id", reason.id()).member("text", reason.text());
            trace(reason.trace());
            out.endObject();
        }
        out.endArray();
    }

    /**
     * Writes the ranking of tools.
     *
     * @param tools best first
     * @param catalogue has the statements
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(List<Decisions.RankedTool> tools, Catalogue catalogue, OutputStream target)
            throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        var json = new DecisionJson(catalogue, out);
        out.beginObject().name("tools").beginArray();
        for (Decisions.RankedTool tool : tools) {
            out.beginObject()
                    .member("id", tool.id())
                    .member("title", tool.title())
                    .member("points", tool.points());
            out.name("reasons").beginArray();
            for (var reason : tool.reasons()) {
                out.beginObject().member("points", reason.points()).member("text", reason.text());
                json.trace(reason.trace());
                out.endObject();
            }
            out.endArray();
            json.statements("strengths", tool.strengths());
            json.statements("weaknesses", tool.weaknesses());
            out.endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    /**
     * Writes how to act.
     *
     * @param conduct what to write
     * @param catalogue has the statements
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(Decisions.Conduct conduct, Catalogue catalogue, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject()
                .member("role", conduct.role())
                .member("situation", conduct.situation())
                .member("answer", conduct.answer())
                .member("text", conduct.text());
        new DecisionJson(catalogue, out).statements("statements", conduct.statements());
        out.endObject().endLine();
        out.flush();
    }

    /**
     * Writes what differs.
     *
     * @param comparison what to write
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(Comparison comparison, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().name("stage").beginObject();
        out.member("before", comparison.before().stage().id())
                .member("after", comparison.after().stage().id())
                .endObject();
        changes("answers", comparison.answers(), out);
        changes("conclusions", comparison.conclusions(), out);
        out.endObject().endLine();
        out.flush();
    }

    private static void changes(String name, List<Comparison.Change> changes, JsonOutput out) throws IOException {
        out.name(name).beginArray();
        for (Comparison.Change change : changes) {
            out.beginObject()
                    .member("what", change.what())
                    .member("before", change.before())
                    .member("after", change.after())
                    .endObject();
        }
        out.endArray();
    }

    private void decision(Decision d) throws IOException {
        out.beginObject().member("format", 1).member("stage", d.stage().id()).member("table", d.table());
        trace(d.trace());
        out.name("given").beginObject();
        for (var answer : d.given().given().entrySet()) {
            out.name(answer.getKey()).beginArray();
            for (String value : answer.getValue()) {
                out.value(value);
            }
            out.endArray();
        }
        out.endObject().member("hash", d.given().hash());
        conditions("wouldRaise", d.wouldRaise());
        conditions("wouldLower", d.wouldLower());
        out.name("benefits").beginArray();
        for (Decision.Benefit b : d.benefits()) {
            out.beginObject().member("id", b.id()).member("text", b.text());
            trace(b.trace());
            out.endObject();
        }
        out.endArray().name("risks").beginArray();
        for (Decision.Risk risk : d.risks()) {
            risk(risk);
        }
        out.endArray();
        resourcing(d.resourcing());
        out.name("end").beginObject();
        out.member("date", d.ending().date().map(Object::toString).orElse(null))
                .member("proposed", d.ending().proposed())
                .member("text", d.ending().text());
        trace(d.ending().trace());
        out.endObject().name("cannotTell").beginArray();
        for (Decision.Unknown u : d.unknown()) {
            out.beginObject()
                    .member("id", u.id())
                    .member("outcome", "CANT_TELL")
                    .member("text", u.text());
            trace(u.trace());
            out.endObject();
        }
        out.endArray().name("notAnswered").beginArray();
        for (String question : d.open()) {
            out.value(question);
        }
        out.endArray().endObject();
    }

    private void conditions(String name, List<Decision.Condition> conditions) throws IOException {
        out.name(name).beginArray();
        for (Decision.Condition c : conditions) {
            out.beginObject()
                    .member("id", c.id())
                    .member("stage", c.stage().id())
                    .member("duty", c.duty())
                    .member("text", c.text());
            trace(c.trace());
            out.endObject();
        }
        out.endArray();
    }

    private void risk(Decision.Risk risk) throws IOException {
        out.beginObject()
                .member("id", risk.id())
                .member("text", risk.text())
                .member("likelihood", risk.likelihood())
                .member("consequence", risk.consequence())
                .member("score", risk.score())
                .member("level", risk.level())
                .member("owner", risk.owner());
        out.name("residual").beginObject();
        out.member("likelihood", risk.residualLikelihood())
                .member("consequence", risk.residualConsequence())
                .member("score", risk.residual())
                .member("level", risk.residualLevel())
                .endObject();
        out.name("treatments").beginArray();
        for (Decision.Treatment t : risk.treatments()) {
            out.beginObject().member("text", t.text()).member("inPlace", t.inPlace());
            trace(t.trace());
            out.endObject();
        }
        out.endArray();
        trace(risk.trace());
        out.endObject();
    }

    private void resourcing(Decision.Resourcing r) throws IOException {
        out.name("resourcing").beginObject();
        out.name("availableHours");
        if (r.available().isPresent()) {
            out.value((long) r.available().get());
        } else {
            out.nullValue();
        }
        out.name("hoursAWeek").beginArray();
        for (Decision.Estimate e : r.estimates()) {
            Workload w = e.workload();
            out.beginObject().member("stage", e.stage().id());
            out.name("total").value(rounded(w.total()));
            out.name("listening").value(rounded(w.listening()));
            out.name("posting").value(rounded(w.posting()));
            out.name("reading").value(rounded(w.reading()));
            out.name("replying").value(rounded(w.replying()));
            out.endObject();
        }
        out.endArray().member("model", r.model()).name("assumptions").beginArray();
        for (String assumption : r.assumptions()) {
            out.value(assumption);
        }
        out.endArray();
        trace(r.trace());
        out.endObject();
    }

    private static double rounded(double hours) {
        return Math.round(hours * 100) / 100.0;
    }

    private void trace(Trace trace) throws IOException {
        out.name("answers").beginObject();
        for (Trace.Given given : trace.answers()) {
            out.name(given.question());
            if (given.values().isEmpty()) {
                out.nullValue();
            } else {
                out.value(String.join(", ", given.values()));
            }
        }
        out.endObject();
        statements("statements", trace.statements());
    }

    private void statements(String name, List<Citation> citations) throws IOException {
        out.name(name).beginArray();
        for (Citation citation : citations) {
            out.beginObject().member("document", citation.document()).member("id", citation.statement());
            Statement s = catalogue.statement(citation).orElse(null);
            if (s != null) {
                out.member("modality", s.modality().name())
                        .member("provenance", s.provenance().name())
                        .member("standing", s.standing());
            }
            out.endObject();
        }
        out.endArray();
    }
}
