package org.govsocial.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/**
 * Workflow commands that GitHub Actions shows beside the files of a change. GitHub shows ten of each kind for a step;
 * the rest is counted at the end.
 */
final class GithubReport implements ReportWriter {
    private static final int MOST_SHOWN = 10;

    private final ReportRequest request;
    private final Explanations explanations;
    private final Writer out;
    private final Tally tally = new Tally();
    private final Map<Severity, Long> written = new EnumMap<>(Severity.class);

    GithubReport(ReportRequest request, OutputStream out) {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        Report report = reviewed.report();
        tally.add(report);
        if (request.summaryOnly()) {
            return;
        }
        for (Finding finding : report.findings()) {
            if (finding.outcome() == Outcome.PASSED) {
                continue;
            }
            // What a person has to decide is never shown as an error, and what is waived is only told.
            Severity severity = !finding.counts()
                    ? Severity.NOTE
                    : finding.outcome() == Outcome.FAILED || finding.severity() != Severity.ERROR
                            ? finding.severity()
                            : Severity.WARNING;
            if (written.merge(severity, 1L, Long::sum) <= MOST_SHOWN) {
                write(severity, reviewed, finding);
            }
        }
    }

    private void write(Severity severity, Reviewed reviewed, Finding finding) throws IOException {
        Explained rule = explanations.of(finding.rule());
        long line = reviewed.where().line();
        String message = rule.message(finding);
        String words = Wording.words(reviewed.report().subject(), finding.place(), message);
        command(
                severity == Severity.NOTE ? "notice" : severity.name().toLowerCase(Locale.ROOT),
                "file=" + property(Where.input(reviewed.where())) + (line > 0 ? ",line=" + line : "") + ",title="
                        + property(finding.rule().toString()),
                Where.shared(reviewed.where()) + " " + Wording.outcome(finding) + ": "
                        + (words.isEmpty() ? "" : "“" + words + "” ") + message + " " + Wording.basis(rule) + ".");
    }

    private void command(String kind, String properties, String message) throws IOException {
        out.write("::" + kind + (properties.isEmpty() ? "" : " " + properties) + "::" + data(message) + "\n");
    }

    private static String data(String text) {
        return Visible.line(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        for (Problem problem : totals.problems()) {
            command("warning", "", problem.toString());
        }
        long hidden = written.values().stream()
                .mapToLong(n -> Math.max(0, n - MOST_SHOWN))
                .sum();
        String incomplete = Wording.incomplete(tally, totals);
        command(
                "notice",
                "title=govsocial",
                Wording.outcomes(totals) + " " + Wording.findings(totals)
                        + (hidden == 0 ? "" : " " + Wording.count(hidden, "more finding") + ": see the full report.")
                        + (incomplete.isEmpty() ? "" : " " + incomplete));
        for (String verdict : Wording.verdicts(tally, totals, request.platforms())) {
            command("notice", "title=govsocial", verdict);
        }
        out.flush();
    }
}
