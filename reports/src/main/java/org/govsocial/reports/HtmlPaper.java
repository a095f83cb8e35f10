package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.govsocial.model.Block;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Span;

/** One web page that needs nothing else: no scripts, nothing loaded. */
final class HtmlPaper {
    private final Paper paper;
    private final Endings endings;
    private final HtmlOutput out;
    private int charts;

    HtmlPaper(Paper paper, OutputStream out) {
        this.paper = paper;
        this.endings = Endings.of(paper);
        this.out = new HtmlOutput(out);
    }

    void write() throws IOException {
        out.markup("<!DOCTYPE html>\n<html")
                .attribute("lang", paper.language().toLanguageTag())
                .markup("""
                >
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>""")
                .text(paper.title())
                .markup("</title>\n<style>\n")
                .markup(HtmlReport.style("report.css"))
                .markup(HtmlReport.style("paper.css"))
                .markup("</style>\n</head>\n<body>\n<main>\n<h1>")
                .text(paper.title())
                .markup("</h1>\n");
        for (Block block : paper.blocks()) {
            write(block);
        }
        writeEndings();
        out.markup("</main>\n</body>\n</html>\n").flush();
    }

    private void write(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            out.element("h" + (heading.level() + 1), heading.text()).line();
        } else if (block instanceof Block.Paragraph paragraph) {
            out.markup("<p>");
            write(paragraph.words());
            out.markup("</p>\n");
        } else if (block instanceof Block.Bullets list) {
            write("ul", list.items());
        } else if (block instanceof Block.Steps list) {
            write("ol", list.items());
        } else if (block instanceof Block.Table table) {
            write(table, "data");
        } else if (block instanceof Block.Chart chart) {
            write(chart);
        } else if (block instanceof Block.Quotation quotation) {
            out.markup("<blockquote dir=\"auto\">\n<p>");
            for (Passage words : quotation.passages()) {
                write(words);
            }
            out.markup("</p>\n</blockquote>\n");
        } else if (block instanceof Block.SignOff signOff) {
            write(signOff.table(), "sign");
        }
    }

    private void write(String list, List<Passage> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        out.markup("<" + list + ">\n");
        for (Passage item : items) {
            out.markup("<li>");
            write(item);
            out.markup("</li>\n");
        }
        out.markup("</" + list + ">\n");
    }

    private void write(Block.Table table, String kind) throws IOException {
        if (table.rows().isEmpty()) {
            out.markup("<p><strong>").text(table.caption()).markup(":</strong> none.</p>\n");
            return;
        }
        out.markup("<table class=\"" + kind + "\">\n<caption>").text(table.caption());
        out.markup("</caption>\n<thead>\n<tr>");
        for (String name : table.header()) {
            out.markup("<th scope=\"col\">").text(name).markup("</th>");
        }
        out.markup("</tr>\n</thead>\n<tbody>\n");
        for (List<Passage> row : table.rows()) {
            out.markup("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean heads = i == 0 && !row.get(i).text().isBlank();
                out.markup(heads ? "<th scope=\"row\">" : "<td>");
                write(row.get(i));
                out.markup(heads ? "</th>" : "</td>");
            }
            out.markup("</tr>\n");
        }
        out.markup("</tbody>\n</table>\n");
    }

    private void write(Block.Chart chart) throws IOException {
        charts++;
        if (!chart.labels().isEmpty()) {
            out.markup("<figure>\n");
            new BarChart(chart, "chart-" + charts).write(out);
            out.markup("</figure>\n");
        }
        write(chart.table(), "data");
    }

    private void write(Passage words) throws IOException {
        for (Span span : words.spans()) {
            if (span instanceof Span.Words plain) {
                lines(plain.text());
            } else if (span instanceof Span.Strong strong) {
                out.markup("<strong>");
                lines(strong.text());
                out.markup("</strong>");
            } else if (span instanceof Span.Hyperlink link) {
                out.markup("<a")
                        .attribute("href", link.address().toASCIIString())
                        .markup(">");
                out.text(link.text()).markup("</a>");
            } else if (span instanceof Span.Cite cite) {
                int number = endings.number(cite);
                out.markup(" <a class=\"note-mark\" href=\"#note-" + number + "\" aria-label=\"Note " + number + "\">["
                        + number + "]</a>");
            } else if (span instanceof Gap gap) {
                out.markup("<a class=\"gap\" href=\"#gap-" + endings.number(gap) + "\">")
                        .text(endings.mark(gap))
                        .markup("</a>");
            }
        }
    }

    /** Text whose line breaks show. */
    private void lines(String text) throws IOException {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            out.text(text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end))
                    .markup("<br>\n");
            start = end + 1;
        }
        out.text(text.substring(start));
    }

    private void writeEndings() throws IOException {
        if (!endings.gaps().isEmpty()) {
            out.element("h2", Endings.MISSING).markup("\n<ol>\n");
            for (Gap gap : endings.gaps()) {
                out.markup("<li id=\"gap-" + endings.number(gap) + "\">")
                        .text(Endings.line(gap))
                        .markup("</li>\n");
            }
            out.markup("</ol>\n");
        }
        if (!endings.cites().isEmpty()) {
            out.element("h2", Endings.NOTES).markup("\n<ol>\n");
            for (Span.Cite cite : endings.cites()) {
                out.markup("<li id=\"note-" + endings.number(cite) + "\">")
                        .text(Endings.line(cite))
                        .markup("</li>\n");
            }
            out.markup("</ol>\n");
        }
    }
}
