package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Answer;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import org.govsocial.spi.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 (OASIS). A finding that fails has kind {@code fail} and its severity as level; one that a person has to
 * decide has kind {@code review} and level {@code none}, as section 3.27.10 asks.
 */
final class SarifReport implements ReportWriter {
    private final ReportRequest request;
    private final JsonOutput out;
    private final Explanations explanations;
    private final Map<RuleId, Integer> indexes = new HashMap<>();
    private final Tally tally = new Tally();

    SarifReport(ReportRequest request, OutputStream out) throws IOException {
        this.request = request;
        this.out = JsonOutput.compact(out);
        this.explanations = new Explanations(request.catalogue());
        start();
    }

    private void start() throws IOException {
        out.beginObject();
        out.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        out.member("version", "2.1.0");
        out.name("runs").beginArray().beginObject();
        out.member("columnKind", "utf16CodeUnits");
        out.name("tool").beginObject().name("driver").beginObject();
        out.member("name", "govsocial");
        out.member("version", request.version());
        out.name("rules").beginArray();
        for (RuleInfo info : request.catalogue().rules()) {
            indexes.put(info.id(), indexes.size());
            write(explanations.of(info.id()), info);
        }
        out.endArray().endObject().endObject();
        out.name("results").beginArray();
    }

    private void write(Explained rule, RuleInfo info) throws IOException {
        out.beginObject();
        out.member("id", info.id().toString());
        text("shortDescription", info.summary());
        String why = rule.lead("Why");
        if (!why.isEmpty()) {
            text("fullDescription", why);
        }
        String basis = Wording.basis(rule) + ".";
        String fix = rule.lead("How to fix");
        out.name("help").beginObject();
        out.member(
                "text",
                Visible.lines((why.isEmpty() ? info.summary() : why) + (fix.isEmpty() ? "" : "\n\nHow to fix: " + fix)
                        + "\n\n" + basis));
        String page = page(rule.page());
        if (!page.isEmpty()) {
            out.member("markdown", Visible.lines(page + "## What it rests on\n\n" + MarkdownReport.escaped(basis)));
        }
        out.endObject();
        out.name("defaultConfiguration").beginObject();
        out.member("level", level(info.severity()));
        out.endObject();
        out.name("properties").beginObject();
        out.name("tags").beginArray().value(info.id().document()).endArray();
        out.name("cites");
        CitationJson.write(out, rule);
        out.endObject();
        out.endObject();
    }

    /** The page without its title. No heading says "must": that is for statements that bind. */
    private static String page(RulePage page) {
        var markdown = new StringBuilder();
        for (String heading : RulePage.HEADINGS) {
            String text = page.under(heading);
            if (!text.isEmpty()) {
                markdown.append("## ").append(heading.replace("must decide", "decides"));
                markdown.append("\n\n").append(text).append("\n\n");
            }
        }
        return markdown.toString();
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        Report report = reviewed.report();
        tally.add(report);
        if (!request.summaryOnly()) {
            for (Finding finding : report.findings()) {
                write(reviewed.where(), report.subject(), finding);
            }
        }
    }

    private void write(Location where, Subject subject, Finding finding) throws IOException {
        boolean failed = finding.outcome() == Outcome.FAILED;
        Integer index = indexes.get(finding.rule());
        Place place = finding.place();
        out.beginObject();
        out.member("ruleId", finding.rule().toString());
        if (index != null) {
            out.member("ruleIndex", index);
        }
        boolean passed = finding.outcome() == Outcome.PASSED;
        out.member("kind", failed ? "fail" : passed ? "pass" : "review");
        out.member("level", failed ? level(finding.severity()) : "none");
        text("message", message(explanations.of(finding.rule()).message(finding)));
        out.name("locations").beginArray().beginObject();
        out.name("physicalLocation").beginObject();
        artifact(where);
        Region region = region(where, subject, place.field(), place.isWhole() ? 0 : place.start(), place.end());
        if (region != null) {
            out.name("region");
            region.write(out, Words.at(subject, place));
        } else if (where.line() > 0) {
            out.name("region").beginObject().member("startLine", where.line()).endObject();
        }
        out.endObject();
        out.name("logicalLocations").beginArray().beginObject();
        out.member("name", Visible.line(subject.id()));
        out.member("fullyQualifiedName", Visible.line(Where.shared(where) + " " + subject.id() + " " + place.field()));
        out.member("kind", "post");
        out.endObject().endArray();
        out.endObject().endArray();
        out.name("partialFingerprints").beginObject();
        out.member("govsocial/v1", finding.fingerprint());
        out.endObject();
        Answer answer = finding.answer();
        if (answer != null && answer.waives()) {
            out.name("suppressions").beginArray().beginObject();
            out.member("kind", "external");
            out.member("status", "accepted");
            out.member("justification", Visible.line(Wording.outcome(finding)));
            out.endObject().endArray();
        }
        Fix fix = Words.fix(finding);
        if (fix != null && region(where, subject, fix) != null) {
            out.name("fixes").beginArray();
            write(where, subject, fix);
            out.endArray();
        }
        out.name("properties").beginObject();
        out.member("severity", finding.severity().name());
        out.member("outcome", finding.outcome().name());
        out.name("platforms").beginArray();
        for (var platform : finding.platforms()) {
            out.value(platform.id());
        }
        out.endArray();
        AnswerJson.write(out, finding);
        out.endObject();
        out.endObject();
    }

    private void write(Location where, Subject subject, Fix fix) throws IOException {
        out.beginObject();
        text("description", fix.safe() ? "Safe to apply" : "Look before you apply it");
        out.name("artifactChanges").beginArray().beginObject();
        artifact(where);
        out.name("replacements").beginArray();
        for (Edit edit : fix.edits()) {
            Region region = region(where, subject, edit.field(), edit.start(), edit.end());
            if (region != null) {
                out.beginObject().name("deletedRegion");
                region.write(out, null);
                text("insertedContent", edit.text(), false);
                out.endObject();
            }
        }
        out.endArray().endObject().endArray();
        out.endObject();
    }

    /** Where the fix's first edit stands in the file; null unless each of them stands in the file. */
    private static @Nullable Region region(Location where, Subject subject, Fix fix) {
        Region first = null;
        for (Edit edit : fix.edits()) {
            Region region = region(where, subject, edit.field(), edit.start(), edit.end());
            if (region == null) {
                return null;
            }
            first = first == null ? region : first;
        }
        return first;
    }

    private static @Nullable Region region(Location where, Subject subject, String field, int start, int end) {
        if (!field.equals("/text") || !Where.isPlainText(where)) {
            return null;
        }
        String text = Words.at(subject, field);
        int to = end < 0 && text != null ? text.length() : end;
        return text == null || to > text.length() ? null : Region.of(text, Math.max(1, where.line()), start, to);
    }

    private void artifact(Location where) throws IOException {
        out.name("artifactLocation").beginObject();
        out.member("uri", Where.uri(where));
        out.endObject();
    }

    private void text(String name, String text) throws IOException {
        text(name, text, true);
    }

    private void text(String name, String text, boolean visible) throws IOException {
        out.name(name).beginObject();
        out.member("text", visible ? Visible.lines(text) : text);
        out.endObject();
    }

    /** Keeps a post from smuggling a link into the message (section 3.11.6 reads {@code [words](address)} as one). */
    private static String message(String message) {
        return message.contains("](")
                ? message.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
                : message;
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        out.endArray();
        out.name("invocations").beginArray().beginObject();
        String incomplete = Wording.incomplete(tally, totals);
        out.member("executionSuccessful", incomplete.isEmpty());
        out.name("toolExecutionNotifications").beginArray();
        for (Problem problem : totals.problems()) {
            notification("error", problem.toString());
        }
        if (!incomplete.isEmpty()) {
            notification("warning", incomplete);
        }
        out.endArray();
        out.name("toolConfigurationNotifications").beginArray();
        for (var adjustment : request.catalogue().adjustments()) {
            notification("note", Wording.adjustment(adjustment));
        }
        out.endArray();
        out.endObject().endArray();
        out.name("properties").beginObject();
        out.member("subjects", totals.subjects());
        for (Outcome outcome : Wording.outcomes()) {
            out.member(outcome.name(), totals.count(outcome));
        }
        out.endObject();
        out.endObject().endArray();
        out.endObject();
        out.endLine();
        out.flush();
    }

    private void notification(String level, String words) throws IOException {
        out.beginObject();
        out.member("level", level);
        text("message", message(words));
        out.endObject();
    }
}
