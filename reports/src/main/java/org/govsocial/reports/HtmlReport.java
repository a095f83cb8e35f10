package org.govsocial.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.govsocial.model.Block;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Motion;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.spi.ReadOptions;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.govsocial.spi.Reviewed;
import org.govsocial.spi.RunSummary;

/**
 * One web page that needs nothing else: no scripts, nothing loaded. The subjects come first, as they stream; the totals
 * and the reasons behind each rule follow, with links to them at the top.
 */
final class HtmlReport implements ReportWriter {
    private final ReportRequest request;
    private final Explanations explanations;
    private final HtmlOutput out;
    private final Tally tally = new Tally();
    private final SortedSet<RuleId> used = new TreeSet<>();
    private long articles;
    private long charts;
    private final Trend trend = new Trend(ReadOptions.DEFAULTS.zone());

    HtmlReport(ReportRequest request, OutputStream out) throws IOException {
        this.request = request;
        this.explanations = new Explanations(request.catalogue());
        this.out = new HtmlOutput(out);
        start();
    }

    private void start() throws IOException {
        out.markup("""
                <!DOCTYPE html>
                <html lang="en-NZ">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Social media check: report</title>
                <style>
                """);
        out.markup(style("report.css"));
        out.markup("""
                </style>
                </head>
                <body>
                <a class="skip" href="#findings">Skip to the findings</a>
                <header>
                <h1>Social media check: report</h1>
                """);
        out.markup("<p>Made by govsocial ").text(request.version()).markup(".</p>\n</header>\n");
        out.markup("""
                <nav aria-label="Contents">
                <ul>
                <li><a href="#findings">Findings</a></li>
                <li><a href="#summary">Summary</a></li>
                <li><a href="#rules">Rules and reasons</a></li>
                </ul>
                </nav>
                <main>
                <section aria-labelledby="findings">
                <h2 id="findings" tabindex="-1">Findings</h2>
                """);
    }

    static String style(String name) throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream(name)) {
            if (css == null) {
                throw new IOException("The style of HTML, " + name + ", is missing from the jar.");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void subject(Reviewed reviewed) throws IOException {
        Report report = reviewed.report();
        tally.add(report);
        if (report.subject() instanceof Post post) {
            trend.add(post, report.outcome());
        }
        if (request.summaryOnly()
                || Wording.shown(report).isEmpty() && report.failures().isEmpty()) {
            return;
        }
        articles++;
        String id = "subject-" + articles;
        out.markup("<article aria-labelledby=\"" + id + "\">\n<h3 id=\"" + id + "\">");
        out.text(heading(reviewed)).markup("</h3>\n");
        out.markup("<p>Outcome: <strong>")
                .text(Wording.outcome(report.outcome()))
                .markup("</strong></p>\n");
        writeFields(report);
        out.markup("<ul>\n");
        for (Alike alike : Alike.of(Wording.shown(report), explanations)) {
            used.add(alike.rule().id());
            write(report.subject(), alike);
        }
        for (RuleFailure failure : report.failures()) {
            out.markup("<li><strong>NOT TESTED</strong> by ").text(failure.rule() + ": " + failure.error());
            out.markup("</li>\n");
        }
        out.markup("</ul>\n");
        writeFlashes(report, id);
        out.markup("</article>\n");
    }

    /** The worst second of each medium about which there is a finding, as a chart. */
    private void writeFlashes(Report report, String id) throws IOException {
        if (!(report.subject() instanceof Post post)) {
            return;
        }
        for (int i = 0; i < post.media().size(); i++) {
            Motion motion = post.media().get(i).seen().motion().orNull();
            Place medium = Place.media(i);
            if (motion == null
                    || Wording.shown(report).stream().noneMatch(f -> f.place().equals(medium))) {
                continue;
            }
            for (Motion.Flashes flashes : motion.flashes()) {
                if (!flashes.course().isEmpty()) {
                    charts++;
                    new FlashChart(Wording.medium(post, i), flashes, id + "-chart-" + charts).write(out);
                }
            }
        }
    }

    private static String heading(Reviewed reviewed) {
        String where = Where.shared(reviewed.where());
        String id = reviewed.report().subject().id();
        return where.contains(id) ? where : where + " (" + id + ")";
    }

    private void writeFields(Report report) throws IOException {
        Map<String, List<Finding>> byField = new LinkedHashMap<>();
        byField.put("/text", new ArrayList<>());
        for (Finding finding : Wording.shown(report)) {
            byField.computeIfAbsent(finding.place().field(), f -> new ArrayList<>())
                    .add(finding);
        }
        for (var entry : byField.entrySet()) {
            String text = Words.at(report.subject(), entry.getKey());
            if (text != null && !text.isEmpty()) {
                out.markup("<p class=\"label\">")
                        .text(capital(Wording.field(report.subject(), entry.getKey())))
                        .markup(":</p>\n");
                out.markup("<p class=\"post\" dir=\"auto\"");
                if (report.subject() instanceof Post post && post.language() != null) {
                    out.attribute("lang", post.language().toLanguageTag());
                }
                out.markup(">");
                writeMarked(text, entry.getValue());
                out.markup("</p>\n");
            }
        }
    }

    private void writeMarked(String text, List<Finding> findings) throws IOException {
        var places = findings.stream()
                .map(Finding::place)
                .filter(p -> !p.isWhole() && p.end() <= text.length() && p.end() > p.start())
                .sorted(Comparator.naturalOrder())
                .toList();
        int done = 0;
        for (int i = 0; i < places.size(); ) {
            int start = places.get(i).start();
            int end = places.get(i).end();
            // Places that overlap become one mark.
            for (i++; i < places.size() && places.get(i).start() <= end; i++) {
                end = Math.max(end, places.get(i).end());
            }
            out.text(text.substring(done, start)).element("mark", text.substring(start, end));
            done = end;
        }
        out.text(text.substring(done));
    }

    private void write(Subject subject, Alike alike) throws IOException {
        Finding finding = alike.first();
        Severity severity = finding.severity();
        out.markup("<li>\n<p><strong class=\"" + severity.name().toLowerCase(Locale.ROOT) + "\">");
        out.text(Wording.severity(severity))
                .markup("</strong>, ")
                .text(Wording.outcome(finding))
                .markup(": ");
        out.text(Wording.about(subject, finding.place(), alike.message()));
        String words = Wording.words(subject, finding.place(), alike.message());
        if (!words.isEmpty()) {
            out.element("q", words).markup(" ");
        }
        out.text(alike.message());
        if (alike.findings().size() > 1) {
            out.text(" (" + alike.findings().size() + " places)");
        }
        out.markup("</p>\n");
        for (Finding each : alike.findings()) {
            writeFix(subject, each);
        }
        out.markup("<p class=\"quiet\">Rule <a href=\"#" + anchor(alike.rule().id()) + "\">");
        out.text(alike.rule().id().toString()).markup("</a>. ").text(Wording.basis(alike.rule()) + ".");
        out.markup("</p>\n</li>\n");
    }

    private void writeFix(Subject subject, Finding finding) throws IOException {
        Fix fix = Words.fix(finding);
        if (fix == null) {
            return;
        }
        out.markup("<p>").text(fix.safe() ? "Fix, safe to apply: " : "Fix, look before you apply it: ");
        String separator = "";
        for (Edit edit : fix.edits()) {
            String before = Words.before(subject, edit);
            out.text(separator);
            if (before.isEmpty()) {
                out.text("add ").element("ins", edit.text());
            } else if (edit.text().isEmpty()) {
                out.text("take out ").element("del", before);
            } else {
                out.text("change ").element("del", before).text(" to ").element("ins", edit.text());
            }
            separator = "; ";
        }
        out.markup("</p>\n");
    }

    @Override
    public void end(RunSummary totals) throws IOException {
        if (request.summaryOnly()) {
            out.markup("<p>This report holds totals only.</p>\n");
        } else if (articles == 0) {
            out.markup("<p>Nothing was found.</p>\n");
        }
        out.markup(
                "</section>\n<section aria-labelledby=\"summary\">\n<h2 id=\"summary\" tabindex=\"-1\">Summary</h2>\n");
        String incomplete = Wording.incomplete(tally, totals);
        if (!incomplete.isEmpty()) {
            out.markup("<p><strong>").text(incomplete).markup("</strong></p>\n");
        }
        writeList(Wording.verdicts(tally, totals, request.platforms()));
        writeOutcomes(totals);
        writeSeverities(totals);
        writeNotDone(totals);
        writeTrend();
        out.markup(
                "</section>\n<section aria-labelledby=\"rules\">\n<h2 id=\"rules\" tabindex=\"-1\">Rules and reasons</h2>\n");
        if (used.isEmpty()) {
            out.markup("<p>No rule had anything to say.</p>\n");
        }
        for (RuleId rule : used) {
            write(explanations.of(rule));
        }
        out.markup("</section>\n</main>\n</body>\n</html>\n");
        out.flush();
    }

    private void writeTrend() throws IOException {
        if (!trend.isWorthShowing()) {
            return;
        }
        Block.Chart chart = trend.chart();
        out.markup("<h3>Trend</h3>\n<figure>\n");
        new BarChart(chart, "trend").write(out);
        out.markup("</figure>\n<table>\n<caption>").text(chart.title()).markup("</caption>\n<thead><tr>");
        for (String head : chart.table().header()) {
            out.markup("<th scope=\"col\">").text(head).markup("</th>");
        }
        out.markup("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < chart.labels().size(); i++) {
            out.markup("<tr><th scope=\"row\">").text(chart.labels().get(i)).markup("</th><td>");
            out.text(chart.series().get(0).figure(i)).markup("</td></tr>\n");
        }
        out.markup("</tbody>\n</table>\n");
    }

    private void writeOutcomes(RunSummary totals) throws IOException {
        out.markup("<table>\n<caption>Outcomes</caption>\n<thead><tr><th scope=\"col\">Outcome</th>"
                + "<th scope=\"col\">Posts</th></tr></thead>\n<tbody>\n");
        for (Outcome outcome : Wording.outcomes()) {
            row(capital(Wording.counted(outcome)), totals.count(outcome));
        }
        row("All", totals.subjects());
        out.markup("</tbody>\n</table>\n");
    }

    private void writeSeverities(RunSummary totals) throws IOException {
        out.markup("<table>\n<caption>Findings by severity</caption>\n<thead><tr><th scope=\"col\">Severity</th>"
                + "<th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n");
        for (Severity severity : Wording.severities()) {
            row(Wording.severity(severity), totals.count(severity));
        }
        out.markup("</tbody>\n</table>\n");
    }

    private void row(String head, long number) throws IOException {
        out.markup("<tr><th scope=\"row\">").text(head).markup("</th><td>" + number + "</td></tr>\n");
    }

    private void writeNotDone(RunSummary totals) throws IOException {
        var lines = new ArrayList<String>();
        for (Problem problem : totals.problems()) {
            lines.add("Could not be done: " + problem);
        }
        String answers = Wording.answers(totals);
        if (!answers.isEmpty()) {
            lines.add(answers);
        }
        for (var skipped : totals.skipped().entrySet()) {
            lines.add("Left out: " + skipped.getKey() + " (" + skipped.getValue() + ").");
        }
        for (var adjustment : request.catalogue().adjustments()) {
            lines.add("Changed: " + Wording.adjustment(adjustment));
        }
        writeList(lines);
    }

    private void writeList(List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            out.markup("<ul>\n");
            for (String line : lines) {
                out.element("li", line).line();
            }
            out.markup("</ul>\n");
        }
    }

    private void write(Explained rule) throws IOException {
        out.markup("<h3 id=\"" + anchor(rule.id()) + "\" tabindex=\"-1\">")
                .text(rule.id().toString())
                .markup("</h3>\n");
        out.element("p", rule.summary()).line();
        labelled("Why: ", rule.lead("Why"));
        labelled("How to fix: ", rule.lead("How to fix"));
        labelled("What it rests on: ", Wording.basis(rule) + ".");
        labelled("The statement says: ", Wording.statement(rule));
        String link = rule.source() == null ? "" : Words.link(rule.source().url());
        if (!link.isEmpty()) {
            out.markup("<p><a")
                    .attribute("href", link)
                    .attribute("rel", "noreferrer")
                    .markup(">");
            out.text(rule.sourceTitle().isBlank() ? link : rule.sourceTitle()).markup("</a></p>\n");
        }
    }

    private void labelled(String label, String words) throws IOException {
        if (!words.isEmpty()) {
            out.markup("<p>").element("strong", label).text(words).markup("</p>\n");
        }
    }

    /** Rule ids are kebab case, so an anchor needs no escaping. */
    private static String anchor(RuleId rule) {
        return "rule-" + rule.document() + "--" + rule.name();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
