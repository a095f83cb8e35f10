package org.govsocial.reports;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Subject;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.Reviewed;

/** Writes one element of {@code subjects}, which JSON and JSON Lines share. */
final class SubjectJson {
    /** What recurs in every finding of a rule. */
    private record Recurring(String id, Explained rule, String cites) {}

    private final Explanations explanations;
    private final boolean severalPlatforms;
    private final Map<RuleId, Recurring> rules = new HashMap<>();

    SubjectJson(ReportRequest request) {
        this.explanations = new Explanations(request.catalogue());
        this.severalPlatforms = request.platforms().size() > 1;
    }

    void write(JsonOutput out, Reviewed reviewed) throws IOException {
        Report report = reviewed.report();
        out.beginObject();
        out.member("id", report.subject().id());
        out.member("source", reviewed.where().toString());
        out.member("outcome", report.outcome().name());
        if (!report.platforms().isEmpty()) {
            out.name("platforms").beginObject();
            for (var platform : report.platforms().entrySet()) {
                out.member(platform.getKey().id(), platform.getValue().name());
            }
            out.endObject();
        }
        out.name("findings").beginArray();
        for (Finding finding : report.findings()) {
            write(out, report.subject(), finding);
        }
        out.endArray();
        if (!report.failures().isEmpty()) {
            write(out, report.failures());
        }
        out.endObject();
    }

    private void write(JsonOutput out, Subject subject, Finding finding) throws IOException {
        Recurring rule = recurring(finding.rule());
        Place place = finding.place();
        out.beginObject();
        out.member("rule", rule.id());
        out.member("severity", finding.severity().name());
        out.member("outcome", finding.outcome().name());
        out.member("key", finding.messageKey());
        out.member("message", rule.rule().message(finding));
        if (!finding.platforms().isEmpty()) {
            out.member("platform", finding.platforms().get(0).id());
        }
        if (severalPlatforms) {
            out.name("platforms").beginArray();
            for (Platform platform : finding.platforms()) {
                out.value(platform.id());
            }
            out.endArray();
        }
        out.name("place").beginObject();
        out.member("field", place.field());
        out.member("start", place.start());
        out.member("end", place.end());
        out.endObject();
        String words = Words.at(subject, place);
        if (words != null) {
            out.member("text", words);
        }
        out.member("fingerprint", finding.fingerprint());
        AnswerJson.write(out, finding);
        out.name("cites").written(rule.cites());
        out.name("fixes").beginArray();
        for (Fix fix : finding.fixes()) {
            write(out, fix);
        }
        out.endArray();
        out.endObject();
    }

    private static void write(JsonOutput out, Fix fix) throws IOException {
        out.beginObject();
        out.member("safe", fix.safe());
        out.name("edits").beginArray();
        for (Edit edit : fix.edits()) {
            out.beginObject();
            out.member("field", edit.field());
            out.member("start", edit.start());
            out.member("end", edit.end());
            out.member("text", edit.text());
            out.endObject();
        }
        out.endArray();
        out.endObject();
    }

    private static void write(JsonOutput out, List<RuleFailure> failures) throws IOException {
        out.name("failures").beginArray();
        for (RuleFailure failure : failures) {
            out.beginObject();
            out.member("rule", failure.rule().toString());
            out.member("plugin", failure.plugin());
            out.member("maintainer", failure.maintainer());
            out.member("reportTo", failure.reportTo());
            out.member("error", failure.error());
            out.endObject();
        }
        out.endArray();
    }

    private Recurring recurring(RuleId id) {
        Recurring recurring = rules.get(id);
        if (recurring == null) {
            var rule = explanations.of(id);
            recurring = new Recurring(id.toString(), rule, cites(rule));
            rules.put(id, recurring);
        }
        return recurring;
    }

    private static String cites(Explained rule) {
        var text = new StringWriter();
        try {
            var out = JsonOutput.compact(text);
            CitationJson.write(out, rule);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
