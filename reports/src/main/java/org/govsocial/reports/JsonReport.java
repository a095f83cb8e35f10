package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Outcome;
import org.govsocial.model.Problem;
import org.govsocial.model.Severity;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/** One JSON document: the tool, the subjects as they come, then the totals and what could not be done. */
final class JsonReport implements ReportWriter {
    private final ReportRequest request;
    private final JsonOutput out;
    private final SubjectJson subjects;

    JsonReport(ReportRequest request, OutputStream out) throws IOException {
        this.request = request;
        this.out = JsonOutput.compact(out);
        this.subjects = new SubjectJson(request);
        start();
    }

    private void start() throws IOException {
        out.beginObject();
        out.name("tool").beginObject();
        out.member("name", "govsocial");
        out.member("version", request.version());
        out.member("rules", request.catalogue().rules().size());
        out.endObject();
        out.name("adjustments").beginArray();
        for (Adjustment adjustment : request.catalogue().adjustments()) {
            write(adjustment);
        }
        out.endArray();
        out.name("subjects").beginArray();
    }

    private void write(Adjustment adjustment) throws IOException {
        Severity severity = adjustment.severity();
        out.beginObject();
        out.member("pack", adjustment.pack());
        out.member("rule", adjustment.rule().toString());
        if (severity != null) {
            out.member("severity", severity.name());
        }
        if (!adjustment.settings().isEmpty()) {
            out.name("settings").beginObject();
            for (var setting : new TreeMap<>(adjustment.settings()).entrySet()) {
                out.member(setting.getKey(), setting.getValue());
            }
            out.endObject();
        }
        out.member("off", adjustment.off());
        out.member("reason", adjustment.reason());
        out.endObject();
    }

    @Override
    public void subject(Reviewed subject) throws IOException {
        if (!request.summaryOnly()) {
            subjects.write(out, subject);
        }
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        out.endArray();
        out.name("summary").beginObject();
        out.member("subjects", totals.subjects());
        writeOutcomes(totals.outcomes());
        out.name("findings").beginObject();
        for (Severity severity : Severity.values()) {
            out.member(severity.name().toLowerCase(Locale.ROOT), totals.count(severity));
        }
        out.endObject();
        out.name("rules").beginObject();
        for (var rule : totals.rules().entrySet()) {
            out.member(rule.getKey().toString(), rule.getValue());
        }
        out.endObject();
        out.name("platforms").beginObject();
        for (var platform : totals.platforms().entrySet()) {
            out.name(platform.getKey().id()).beginObject();
            writeOutcomes(platform.getValue());
            out.endObject();
        }
        out.endObject();
        if (!totals.answers().isEmpty()) {
            out.name("answers").beginObject();
            for (var answer : totals.answers().entrySet()) {
                out.member(answer.getKey(), answer.getValue());
            }
            out.endObject();
        }
        out.name("skipped").beginObject();
        for (var skipped : totals.skipped().entrySet()) {
            out.member(skipped.getKey(), skipped.getValue());
        }
        out.endObject();
        out.endObject();
        out.name("problems").beginArray();
        for (Problem problem : totals.problems()) {
            out.beginObject();
            out.member("where", problem.where());
            out.member("what", problem.what());
            out.member("advice", problem.advice());
            out.endObject();
        }
        out.endArray();
        out.endObject();
        out.endLine();
        out.flush();
    }

    private void writeOutcomes(Map<Outcome, Long> outcomes) throws IOException {
        for (Outcome outcome : Wording.outcomes()) {
            out.member(key(outcome), outcomes.getOrDefault(outcome, 0L));
        }
    }

    private static String key(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> "failed";
            case CANT_TELL -> "cantTell";
            case PASSED -> "passed";
            case UNTESTED -> "untested";
            case INAPPLICABLE -> "inapplicable";
        };
    }
}
