package org.govsocial.json;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.govsocial.model.Plan;

/** Writes {@code plan.json}. What is written reads back the same; what is not known stands as {@code null} or an empty list. */
public final class PlanWriter {
    private final JsonOutput out;

    private PlanWriter(JsonOutput out) {
        this.out = out;
    }

    /** Writes an element of a list. */
    private interface Element<T> {
        void write(T element) throws IOException;
    }

    /**
     * Writes a plan.
     *
     * @param plan what to write
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(Plan plan, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        new PlanWriter(out).plan(plan);
        out.endLine();
        out.flush();
    }

    private void plan(Plan p) throws IOException {
        out.beginObject().member("format", 1);
        text("id", p.id());
        text("title", p.title());
        text("agency", p.agency());
        decision(p.decision());
        aim(p.aim());
        presence(p.presence());
        team(p.team());
        out.name("watch").beginObject();
        text("hours", p.watch().hours());
        number("hoursAWeek", p.watch().hoursAWeek());
        number("replyHours", p.watch().replyHours());
        text("outside", p.watch().outside());
        out.endObject().name("moderation").beginObject();
        text("form", p.moderation().form());
        texts("moderators", p.moderation().moderators());
        text("lead", p.moderation().lead());
        text("escalation", p.moderation().escalation());
        out.endObject();
        statements(p.statements());
        list("legal", p.legal(), this::legal);
        care("records", p.records());
        care("accessibility", p.accessibility());
        out.name("timing").beginObject();
        day("start", p.timing().start());
        day("end", p.timing().end());
        text("ending", p.timing().ending());
        list("reviews", p.timing().reviews(), d -> out.value(d.toString()));
        out.endObject();
        list("benefits", p.benefits(), b -> {
            out.beginObject();
            text("text", b.text());
            texts("cites", b.cites());
            out.endObject();
        });
        list("risks", p.risks(), this::risk);
        list("actions", p.actions(), a -> {
            out.beginObject();
            text("text", a.text());
            text("owner", a.owner());
            day("due", a.due());
            day("done", a.done());
            text("from", a.from());
            out.endObject();
        });
        out.endObject();
    }

    private void decision(Plan.Decision d) throws IOException {
        out.name("decision");
        if (d.stage().isEmpty()) {
            out.nullValue();
            return;
        }
        out.beginObject();
        text("stage", d.stage());
        text("table", d.table());
        text("answers", d.answers());
        out.endObject();
    }

    private void aim(Plan.Aim a) throws IOException {
        out.name("aim").beginObject();
        text("summary", a.summary());
        text("purpose", a.purpose());
        texts("contexts", a.contexts());
        text("stage", a.stage());
        list("objectives", a.objectives(), o -> {
            out.beginObject();
            text("text", o.text());
            text("measure", o.measure());
            text("target", o.target());
            out.endObject();
        });
        list("audiences", a.audiences(), one -> {
            out.beginObject();
            text("who", one.who());
            texts("places", one.places());
            out.endObject();
        });
        out.endObject();
    }

    private void presence(Plan.Presence p) throws IOException {
        out.name("presence").beginObject();
        list("tools", p.tools(), t -> {
            out.beginObject();
            text("id", t.id());
            text("why", t.why());
            out.endObject();
        });
        list("channels", p.channels(), c -> {
            out.beginObject();
            text("platform", c.platform().id());
            text("handle", c.handle());
            text("use", c.use());
            out.endObject();
        });
        out.endObject();
    }

    private void team(Plan.Team t) throws IOException {
        out.name("team").beginObject();
        list("people", t.people(), p -> {
            out.beginObject();
            text("role", p.role());
            text("name", p.name());
            text("deputy", p.deputy());
            out.endObject();
        });
        out.name("signOff").beginObject();
        text("writes", t.signOff().writes());
        text("approves", t.signOff().approves());
        text("how", t.signOff().how());
        out.endObject();
        texts("access", t.access());
        number("hoursAWeek", t.hoursAWeek());
        out.endObject();
    }

    private void statements(Plan.PublicStatements s) throws IOException {
        out.name("public").beginObject();
        text("participationRules", s.participationRules());
        text("moderationPolicy", s.moderationPolicy());
        text("transparencyStatement", s.transparencyStatement());
        texts("covers", s.covers());
        text("officialCopy", s.officialCopy());
        text("emergencies", s.emergencies());
        out.endObject();
    }

    private void legal(Plan.LegalTopic t) throws IOException {
        out.beginObject();
        text("topic", t.topic());
        text("state", t.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text("note", t.note());
        text("by", t.by());
        day("on", t.on());
        out.endObject();
    }

    private void risk(Plan.Risk r) throws IOException {
        out.beginObject();
        text("id", r.id());
        text("text", r.text());
        out.member("likelihood", r.likelihood()).member("consequence", r.consequence());
        text("owner", r.owner());
        texts("treatments", r.treatments());
        out.member("residualLikelihood", r.residualLikelihood()).member("residualConsequence", r.residualConsequence());
        texts("cites", r.cites());
        out.endObject();
    }

    private void care(String name, Plan.Care care) throws IOException {
        out.name(name).beginObject();
        text("how", care.how());
        text("owner", care.owner());
        out.endObject();
    }

    private void text(String name, String text) throws IOException {
        out.member(name, text.isEmpty() ? null : text);
    }

    private void number(String name, OptionalInt number) throws IOException {
        out.name(name);
        if (number.isPresent()) {
            out.value((long) number.getAsInt());
        } else {
            out.nullValue();
        }
    }

    private void day(String name, Optional<LocalDate> day) throws IOException {
        out.member(name, day.map(LocalDate::toString).orElse(null));
    }

    private void texts(String name, List<String> texts) throws IOException {
        list(name, texts, out::value);
    }

    private <T> void list(String name, List<T> list, Element<T> element) throws IOException {
        out.name(name).beginArray();
        for (T one : list) {
            element.write(one);
        }
        out.endArray();
    }
}
