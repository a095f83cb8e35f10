package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Answer;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Subject;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * W3C Evaluation and Report Language (EARL 1.0 Schema) as JSON-LD 1.1: an assertion for each finding, and for each rule
 * that a subject passed or that did not finish. Rules that do not apply to a subject are left out. The test of an assertion
 * is the rule itself; that it corresponds to a criterion of WCAG is told, since the standard does not bind posts on the
 * platforms of others. What a person decided has the mode manual and the person as its assertor.
 */
final class EarlReport implements ReportWriter {
    private static final String TOOL = "urn:govsocial:tool";

    private final ReportRequest request;
    private final Explanations explanations;
    private final JsonOutput out;
    private final Set<RuleId> tests = new HashSet<>();

    EarlReport(ReportRequest request, OutputStream target) throws IOException {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        this.out = JsonOutput.compact(target);
        start();
    }

    private void start() throws IOException {
        out.beginObject();
        context();
        out.name("@graph").beginArray();
        out.beginObject();
        out.member("@id", TOOL);
        types("Assertor", "Software");
        out.member("title", "govsocial");
        out.member("hasVersion", request.version());
        out.endObject();
    }

    private void context() throws IOException {
        out.name("@context").beginObject();
        out.member("@vocab", "http://www.w3.org/ns/earl#");
        out.member("earl", "http://www.w3.org/ns/earl#");
        out.member("dcterms", "http://purl.org/dc/terms/");
        out.member("foaf", "http://xmlns.com/foaf/0.1/");
        out.member("govsocial", "urn:govsocial:earl:");
        for (String term : List.of("date", "description", "hasVersion", "source", "title")) {
            out.member(term, "dcterms:" + term);
        }
        out.member("name", "foaf:name");
        for (String term : List.of("assertedBy", "mode", "outcome", "subject", "test")) {
            out.name(term).beginObject();
            out.member("@id", "earl:" + term);
            out.member("@type", "@id");
            out.endObject();
        }
        out.member("fingerprint", "govsocial:fingerprint");
        out.member("severity", "govsocial:severity");
        out.member("correspondsTo", "govsocial:correspondsTo");
        out.member("until", "govsocial:until");
        out.endObject();
    }

    /** Describes a rule when it is first spoken of. */
    private void test(RuleId id) throws IOException {
        if (!tests.add(id)) {
            return;
        }
        Explained rule = explanations.of(id);
        out.beginObject();
        out.member("@id", iri(id));
        types("TestCriterion", "TestCase");
        out.member("title", rule.summary());
        out.member("description", Visible.line(Wording.basis(rule)) + ".");
        if (rule.info() != null && !rule.info().criterion().isEmpty()) {
            out.member("correspondsTo", "WCAG " + rule.info().criterion());
        }
        out.endObject();
    }

    private void types(String one, String other) throws IOException {
        out.name("@type").beginArray().value(one).value(other).endArray();
    }

    private static String iri(RuleId rule) {
        return "urn:govsocial:rule:" + rule;
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        if (request.summaryOnly()) {
            return;
        }
        Report report = reviewed.report();
        String id = iri(reviewed.where(), report.subject());
        out.beginObject();
        out.member("@id", id);
        out.member("@type", "TestSubject");
        out.member("title", Visible.line(report.subject().id()));
        out.member("source", Where.shared(reviewed.where()));
        out.endObject();
        var told = new HashSet<RuleId>();
        for (Finding finding : report.findings()) {
            told.add(finding.rule());
            assertion(id, finding.rule(), finding, finding.outcome(), info(report.subject(), finding));
        }
        for (RuleFailure failure : report.failures()) {
            if (told.add(failure.rule())) {
                assertion(id, failure.rule(), null, Outcome.UNTESTED, "The rule did not finish: " + failure.error());
            }
        }
        for (Map.Entry<RuleId, Outcome> result : report.results().entrySet()) {
            if (result.getValue() != Outcome.INAPPLICABLE && !told.contains(result.getKey())) {
                assertion(id, result.getKey(), null, result.getValue(), "");
            }
        }
    }

    private String info(Subject subject, Finding finding) {
        String message = explanations.of(finding.rule()).message(finding);
        String words = Wording.words(subject, finding.place(), message);
        String answer = finding.answer() == null ? "" : " (" + Wording.outcome(finding) + ")";
        return finding.place().field() + ": " + (words.isEmpty() ? "" : "“" + words + "” ") + message + answer;
    }

    private void assertion(String subject, RuleId rule, @Nullable Finding finding, Outcome outcome, String info)
            throws IOException {
        test(rule);
        Answer answer = finding == null ? null : finding.answer();
        // A waiver leaves the outcome as the machine found it, and so does an answer that has expired.
        boolean manual = answer != null && !answer.expired() && !answer.waives();
        out.beginObject();
        out.member("@type", "Assertion");
        if (answer != null && manual) {
            out.name("assertedBy").beginObject();
            types("Assertor", "foaf:Person");
            out.member("name", Visible.line(answer.decision().who()));
            out.endObject();
        } else {
            out.member("assertedBy", TOOL);
        }
        out.member("mode", manual ? "earl:manual" : "earl:automatic");
        out.member("subject", subject);
        out.member("test", iri(rule));
        out.name("result").beginObject();
        out.member("@type", "TestResult");
        out.member("outcome", "earl:" + name(outcome));
        if (answer != null && manual) {
            out.member("date", answer.decision().when().toString());
        }
        if (answer != null && answer.decision().until() != null) {
            out.member("until", answer.decision().until().toString());
        }
        if (!info.isEmpty()) {
            out.member("info", Visible.line(info));
        }
        if (finding != null) {
            out.member("severity", finding.severity().name());
            out.member("fingerprint", finding.fingerprint());
        }
        out.endObject();
        out.endObject();
    }

    /** The post's own address; for a post without one, its place in the input, relative to the report. */
    private static String iri(Location where, Subject subject) {
        if (subject instanceof Post post && post.url() != null) {
            String link = Words.link(post.url().toString());
            if (!link.isEmpty()) {
                return link;
            }
        }
        String place = (where.line() > 0 ? where.line() + "/" : "") + where.pointer() + "/" + subject.id();
        var iri = new StringBuilder(Where.uri(where)).append('#');
        for (byte b : place.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            if (plain) {
                iri.append((char) c);
            } else {
                iri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                iri.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return iri.toString();
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> "failed";
            case CANT_TELL -> "cantTell";
            case PASSED -> "passed";
            case UNTESTED -> "untested";
            case INAPPLICABLE -> "inapplicable";
        };
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        out.beginObject();
        out.member("@id", "urn:govsocial:run");
        out.member("@type", "govsocial:Run");
        String problems = totals.problems().isEmpty()
                ? ""
                : " " + Wording.count(totals.problems().size(), "thing") + " could not be done: "
                        + totals.problems().stream()
                                .map(p -> Visible.line(p.toString()))
                                .reduce((a, b) -> a + " " + b)
                                .orElse("");
        String answers = Wording.answers(totals);
        out.member(
                "description",
                Wording.outcomes(totals) + " " + Wording.findings(totals) + (answers.isEmpty() ? "" : " " + answers)
                        + problems);
        out.endObject();
        out.endArray();
        out.endObject();
        out.endLine();
        out.flush();
    }
}
