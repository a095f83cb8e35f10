package org.govsocial.reports;

import java.util.List;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.ReportFormat;

/** Brings the formats of reports and of documents. */
public final class Reports implements GuidancePlugin {
    /** Made by the service loader. */
    public Reports() {}

    @Override
    public PluginInfo info() {
        return new PluginInfo("reports", "0.1.0", API_LEVEL, "the govsocial project", "the project's issue tracker");
    }

    @Override
    public List<ReportFormat> reportFormats() {
        return List.of(
                Format.forPeople("text", "text for people", false, TextReport::new),
                new Format("json", "JSON, one document", true, JsonReport::new),
                new Format("jsonl", "JSON Lines, one line for each subject", true, JsonLinesReport::new),
                new Format("sarif", "SARIF 2.1.0, for code scanning and editors", true, SarifReport::new),
                Format.forPeople("html", "a web page in one file, for sharing and printing", false, HtmlReport::new),
                new Format("earl", "W3C EARL as JSON-LD, for audits", true, EarlReport::new),
                new Format("junit", "JUnit XML, for build servers", false, JunitReport::new),
                new Format("csv", "CSV for spreadsheets, one row for each finding", true, CsvReport::new),
                Format.forPeople("github", "annotations for GitHub Actions", false, GithubReport::new),
                Format.forPeople("md", "Markdown, for comments and wikis", false, MarkdownReport::new));
    }

    @Override
    public List<DocumentFormat> documentFormats() {
        return List.of(PaperFormat.values());
    }
}
