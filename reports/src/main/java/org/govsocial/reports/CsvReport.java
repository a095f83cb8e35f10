package org.govsocial.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.govsocial.model.Answer;
import org.govsocial.model.Decision;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.Statement;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;
import org.govsocial.text.SpreadsheetCell;

/**
 * CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read macrons): a row for each finding, and for each
 * thing that could not be done, so that a file without rows is a clean bill. Cells that a spreadsheet would run as a
 * formula start with an apostrophe.
 */
final class CsvReport implements ReportWriter {
    private static final List<String> HEADER = List.of(
            "source",
            "id",
            "rule",
            "severity",
            "outcome",
            "message",
            "field",
            "start",
            "end",
            "text",
            "fix",
            "fix_safe",
            "platforms",
            "statement",
            "standing",
            "modality",
            "provenance",
            "statement_source",
            "checked",
            "fingerprint",
            "answer",
            "who",
            "when",
            "why",
            "until");

    private final ReportRequest request;
    private final Explanations explanations;
    private final Writer text;
    private final CsvWriter out;

    CsvReport(ReportRequest request, OutputStream out) throws IOException {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        text.write('\ufeff');
        this.out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .bufferSize(0)
                .build(text);
        this.out.writeRecord(HEADER);
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        if (request.summaryOnly()) {
            return;
        }
        Report report = reviewed.report();
        String source = reviewed.where().toString();
        for (Finding finding : report.findings()) {
            write(source, report, finding);
        }
        for (RuleFailure failure : report.failures()) {
            write(source, report.subject().id(), failure.rule().toString(), failure.error());
        }
    }

    private void write(String source, Report report, Finding finding) throws IOException {
        Explained rule = explanations.of(finding.rule());
        Statement statement = rule.statement();
        String words = Words.at(report.subject(), finding.place());
        Fix fix = Words.fix(finding);
        var row = new ArrayList<String>(List.of(
                source,
                report.subject().id(),
                finding.rule().toString(),
                finding.severity().name(),
                finding.outcome().name(),
                rule.message(finding),
                finding.place().field(),
                Integer.toString(finding.place().start()),
                Integer.toString(finding.place().end()),
                words == null ? "" : words,
                fix == null ? "" : fix.edits().stream().map(e -> e.text()).collect(Collectors.joining(" ")),
                fix == null ? "" : fix.safe() ? "yes" : "no",
                finding.platforms().stream().map(Platform::id).collect(Collectors.joining(" ")),
                rule.statementId(),
                statement == null ? "" : statement.standing(),
                statement == null ? "" : statement.modality().name(),
                statement == null ? "" : statement.provenance().name(),
                rule.sourceTitle(),
                statement == null ? "" : statement.checked().toString(),
                finding.fingerprint()));
        Answer answer = finding.answer();
        if (answer != null) {
            Decision decision = answer.decision();
            row.add(
                    answer.expired()
                            ? "EXPIRED " + decision.verdict()
                            : decision.verdict().name());
            row.add(decision.who());
            row.add(decision.when().toString());
            row.add(decision.why());
            row.add(decision.until() == null ? "" : decision.until().toString());
        }
        write(row);
    }

    /** A row about something that was not tested. */
    private void write(String source, String id, String rule, String message) throws IOException {
        var row = new ArrayList<String>(List.of(source, id, rule, "", Outcome.UNTESTED.name(), message));
        write(row);
    }

    private void write(List<String> cells) throws IOException {
        var row = new ArrayList<String>(cells);
        while (row.size() < HEADER.size()) {
            row.add("");
        }
        out.writeRecord(row.stream().map(CsvReport::cell).toList());
    }

    /** A cell that shows as its text and nothing else. The first character, after apostrophes, decides. */
    static String cell(String text) {
        boolean formula = SpreadsheetCell.isFormula(text);
        // Judged before control characters are made visible, since what reads the file may undo that.
        String shown = Visible.lines(text);
        return formula && !isNumber(text) ? "'" + shown : shown;
    }

    /** Offsets such as -1 stay numbers. */
    private static boolean isNumber(String text) {
        return text.equals("-1");
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        for (Problem problem : totals.problems()) {
            write(problem.where(), "", "", problem.what() + " " + problem.advice());
        }
        text.flush();
    }
}
