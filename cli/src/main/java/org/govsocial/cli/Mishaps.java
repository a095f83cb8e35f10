package org.govsocial.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govsocial.catalogue.Basis;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.Assessor;
import org.govsocial.model.Citation;
import org.govsocial.model.Statement;

/** What the verbs of mishaps have in common. */
final class Mishaps {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Mishaps() {}

    static Assessor assessor(Guidance guidance) throws UsageError {
        return Assessor.of(guidance)
                .orElseThrow(() -> new UsageError(
                        "mishap",
                        "No pack that was loaded has questions and a matrix.",
                        "\"govsocial plugins verify\" says what is wrong."));
    }

    /** A length of time as people say it: "15 minutes", "1 day 2 hours". */
    static String spoken(Duration duration) {
        var parts = new ArrayList<String>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        if (parts.isEmpty()) {
            add(parts, duration.toSeconds(), "second");
        }
        return parts.isEmpty() ? "at once" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    /** A moment, to the minute: "2026-11-22 21:04 (+13:00)". */
    static String time(OffsetDateTime time) {
        return time.format(MINUTE) + " (" + time.getOffset() + ")";
    }

    /** When something is due: the time of day, with the day when that is another than the day of the start. */
    static String due(OffsetDateTime due, OffsetDateTime start) {
        return due.toLocalDate().equals(start.toLocalDate()) ? due.format(CLOCK) : due.format(MINUTE);
    }

    /** What a step or circumstance rests on, on one line. */
    static String basis(Citation cites, Guidance guidance) {
        return guidance.statement(cites)
                .map(s -> s.id() + ": " + Basis.of(s, guidance).words())
                .orElse(cites + ", which is not installed.");
    }

    static void cites(JsonOutput out, Citation cites, Guidance guidance) throws IOException {
        out.name("cites").beginObject().member("document", cites.document()).member("statement", cites.statement());
        if (guidance.statement(cites).isPresent()) {
            Statement statement = guidance.statement(cites).get();
            out.member("text", statement.text())
                    .member("modality", statement.modality().name())
                    .member("provenance", statement.provenance().name())
                    .member("standing", statement.standing())
                    .member("source", statement.source())
                    .member("checked", statement.checked().toString());
        }
        out.endObject();
    }

    static void texts(JsonOutput out, String name, List<String> texts) throws IOException {
        out.name(name).beginArray();
        for (String text : texts) {
            out.value(text);
        }
        out.endArray();
    }
}
