package org.govsocial.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/** Markdown with tables, for comments on changes, wikis and step summaries. */
final class MarkdownReport implements ReportWriter {
    private final ReportRequest request;
    private final Explanations explanations;
    private final Writer out;
    private final Tally tally = new Tally();
    private final Set<RuleId> explained = new HashSet<>();

    MarkdownReport(ReportRequest request, OutputStream out) throws IOException {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        line("# Social media check: report");
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        Report report = reviewed.report();
        tally.add(report);
        if (request.summaryOnly()
                || Wording.shown(report).isEmpty() && report.failures().isEmpty()) {
            return;
        }
        String where = Where.shared(reviewed.where());
        String id = report.subject().id();
        line("");
        line("## " + escaped(where.contains(id) ? where : where + " (" + id + ")") + ": "
                + Wording.outcome(report.outcome()));
        line("");
        for (Alike alike : Alike.of(Wording.shown(report), explanations)) {
            write(report.subject(), alike);
        }
        for (RuleFailure failure : report.failures()) {
            line("- **NOT TESTED** by " + failure.rule() + ": " + escaped(failure.error()));
        }
    }

    private void write(Subject subject, Alike alike) throws IOException {
        Finding finding = alike.first();
        Explained rule = alike.rule();
        String words = Wording.words(subject, finding.place(), alike.message());
        line("- **" + Wording.severity(finding.severity()) + "**, " + escaped(Wording.outcome(finding)) + ": "
                + Wording.about(subject, finding.place(), alike.message())
                + (words.isEmpty() ? "" : code(words) + " ")
                + escaped(alike.message())
                + (alike.findings().size() == 1 ? "" : " (" + alike.findings().size() + " places)")
                + " Rule " + code(rule.id().toString()) + ".");
        for (Finding each : alike.findings()) {
            Fix fix = Words.fix(each);
            if (fix != null) {
                for (Edit edit : fix.edits()) {
                    line("  - " + (fix.safe() ? "Fix, safe to apply: " : "Fix, look before you apply it: ")
                            + change(Words.before(subject, edit), edit.text()));
                }
            }
        }
        if (explained.add(rule.id())) {
            String why = rule.lead("Why");
            line("  - " + (why.isEmpty() ? "" : "Why: " + escaped(why) + " ") + escaped(Wording.basis(rule)) + ".");
        }
    }

    private static String change(String before, String after) {
        if (before.isEmpty()) {
            return "add " + code(after);
        }
        return after.isEmpty() ? "take out " + code(before) : "change " + code(before) + " to " + code(after);
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        line("");
        line("## Summary");
        line("");
        String incomplete = Wording.incomplete(tally, totals);
        if (!incomplete.isEmpty()) {
            line("**" + incomplete + "**");
            line("");
        }
        line("| Outcome | Posts |");
        line("| --- | ---: |");
        for (Outcome outcome : Wording.outcomes()) {
            line("| " + Wording.counted(outcome) + " | " + totals.count(outcome) + " |");
        }
        line("| all | " + totals.subjects() + " |");
        line("");
        line("| Severity | Findings |");
        line("| --- | ---: |");
        for (Severity severity : Wording.severities()) {
            line("| " + Wording.severity(severity) + " | " + totals.count(severity) + " |");
        }
        line("");
        for (String verdict : Wording.verdicts(tally, totals, request.platforms())) {
            line("- " + verdict);
        }
        String answers = Wording.answers(totals);
        if (!answers.isEmpty()) {
            line("- " + answers);
        }
        for (Problem problem : totals.problems()) {
            line("- Could not be done: " + escaped(problem.toString()));
        }
        for (var skipped : totals.skipped().entrySet()) {
            line("- Left out: " + escaped(skipped.getKey()) + " (" + skipped.getValue() + ").");
        }
        for (var adjustment : request.catalogue().adjustments()) {
            line("- Changed: " + escaped(Wording.adjustment(adjustment)));
        }
        out.flush();
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    /** Text that shows as itself: no mark-up, no HTML, and nobody is notified by an {@code @name}. */
    static String escaped(String text) {
        String line = Visible.line(text);
        var shown = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '&' -> shown.append("&amp;");
                case '<' -> shown.append("&lt;");
                case '>' -> shown.append("&gt;");
                // A word joiner, which nobody sees, keeps a name from being notified; an email address stays as it is.
                case '@' -> shown.append(i > 0 && Character.isLetterOrDigit(line.charAt(i - 1)) ? "@" : "@\u2060");
                case '\\', '`', '*', '_', '[', ']', '#', '|', '~', '!' ->
                    shown.append('\\').append(c);
                case ':' -> shown.append(line.startsWith("//", i + 1) ? "&#58;" : ":");
                default -> shown.append(c);
            }
        }
        return shown.toString();
    }

    /** Words from outside as code, in a fence longer than any run of backticks in them. */
    private static String code(String words) {
        String line = Visible.line(words);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean pad = longest > 0 || line.isBlank();
        return fence + (pad ? " " : "") + line + (pad ? " " : "") + fence;
    }
}
