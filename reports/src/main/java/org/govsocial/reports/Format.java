package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.SaidOnce;

/** The formats of reports. In those that people read, what holds for a file as a whole is said once. */
enum Format implements ReportFormat {
    TEXT("text for people", false),
    JSON("JSON, one document", true),
    JSONL("JSON Lines, one line for each subject", true),
    SARIF("SARIF 2.1.0, for code scanning and editors", true),
    HTML("a web page in one file, for sharing and printing", false),
    EARL("W3C EARL as JSON-LD, for audits", true),
    JUNIT("JUnit XML, for build servers", false),
    CSV("CSV for spreadsheets, one row for each finding", true),
    GITHUB("annotations for GitHub Actions", false),
    MD("Markdown, for comments and wikis", false);

    private final String title;
    private final boolean showsFingerprints;

    Format(String title, boolean showsFingerprints) {
        this.title = title;
        this.showsFingerprints = showsFingerprints;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean showsFingerprints() {
        return showsFingerprints;
    }

    @Override
    public ReportWriter start(ReportRequest request, OutputStream out) throws IOException {
        return switch (this) {
            case TEXT -> SaidOnce.in(request.catalogue(), new TextReport(request, out));
            case JSON -> new JsonReport(request, out);
            case JSONL -> new JsonLinesReport(request, out);
            case SARIF -> new SarifReport(request, out);
            case HTML -> SaidOnce.in(request.catalogue(), new HtmlReport(request, out));
            case EARL -> new EarlReport(request, out);
            case JUNIT -> new JunitReport(request, out);
            case CSV -> new CsvReport(request, out);
            case GITHUB -> SaidOnce.in(request.catalogue(), new GithubReport(request, out));
            case MD -> SaidOnce.in(request.catalogue(), new MarkdownReport(request, out));
        };
    }
}
