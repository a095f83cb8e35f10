package org.govsocial.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govsocial.model.Block;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Span;

/** Markdown with tables, as GitHub and Pandoc read it. */
final class MarkdownPaper {
    private final Paper paper;
    private final Endings endings;
    private final Writer out;

    MarkdownPaper(Paper paper, OutputStream out) {
        this.paper = paper;
        this.endings = Endings.of(paper);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
    }

    void write() throws IOException {
        out.write("# " + MarkdownReport.escaped(paper.title()) + "\n");
        for (Block block : paper.blocks()) {
            write(block);
        }
        writeEndings();
        out.flush();
    }

    private void write(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            out.write("\n" + "#".repeat(heading.level() + 1) + " " + MarkdownReport.escaped(heading.text()) + "\n");
        } else if (block instanceof Block.Paragraph paragraph) {
            out.write("\n" + words(paragraph.words(), "\\\n") + "\n");
        } else if (block instanceof Block.Bullets list) {
            write(list.items(), false);
        } else if (block instanceof Block.Steps list) {
            write(list.items(), true);
        } else if (block instanceof Block.Table table) {
            write(table);
        } else if (block instanceof Block.Chart chart) {
            out.write("\n" + started(MarkdownReport.escaped(chart.description())) + "\n");
            write(chart.table());
        } else if (block instanceof Block.Quotation quotation) {
            for (Passage words : quotation.passages()) {
                out.write("\n> " + words(words, "\\\n> ") + "\n");
            }
        } else if (block instanceof Block.SignOff signOff) {
            write(signOff.table());
        }
    }

    private void write(List<Passage> items, boolean numbered) throws IOException {
        for (int i = 0; i < items.size(); i++) {
            String mark = numbered ? i + 1 + ". " : "- ";
            String indent = " ".repeat(mark.length());
            out.write((i == 0 ? "\n" : "") + mark + words(items.get(i), "\\\n" + indent) + "\n");
        }
    }

    private void write(Block.Table table) throws IOException {
        String caption = "**" + MarkdownReport.escaped(table.caption()).strip() + "**";
        if (table.rows().isEmpty()) {
            out.write("\n" + caption + ": none.\n");
            return;
        }
        out.write("\n" + caption + "\n\n|");
        for (String name : table.header()) {
            out.write(" " + MarkdownReport.escaped(name) + " |");
        }
        out.write("\n|" + " --- |".repeat(table.header().size()) + "\n");
        for (List<Passage> row : table.rows()) {
            out.write("|");
            for (Passage cell : row) {
                out.write(" " + words(cell, "<br>") + " |");
            }
            out.write("\n");
        }
    }

    /** The passage in lines, none of which starts a list, a line or a heading. */
    private String words(Passage passage, String lineBreak) {
        var text = new StringBuilder();
        for (Span span : passage.spans()) {
            if (span instanceof Span.Strong strong) {
                // Emphasis may neither begin nor end with a space, nor run over a line break.
                String words = MarkdownReport.escaped(strong.text()).strip();
                text.append(words.isEmpty() ? "" : "**" + words + "**");
            } else if (span instanceof Span.Hyperlink link) {
                text.append('[')
                        .append(MarkdownReport.escaped(link.text()))
                        .append("](<")
                        .append(link.address().toASCIIString().replace("|", "%7C"))
                        .append(">)");
            } else if (span instanceof Span.Cite cite) {
                text.append("[^").append(endings.number(cite)).append(']');
            } else if (span instanceof Gap gap) {
                text.append("**")
                        .append(MarkdownReport.escaped(endings.mark(gap)))
                        .append("**");
            } else {
                text.append(String.join(
                        "\n", span.text().lines().map(MarkdownReport::escaped).toList()));
                text.append(span.text().endsWith("\n") ? "\n" : "");
            }
        }
        return String.join(
                lineBreak,
                text.toString()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(MarkdownPaper::started)
                        .toList());
    }

    /** A line that is not taken for an item of a list, a rule or a heading. */
    private static String started(String text) {
        String line = text.strip();
        if (line.isEmpty()) {
            return line;
        }
        char first = line.charAt(0);
        if (first == '-' || first == '+' || first == '=') {
            return "\\" + line;
        }
        int digits = 0;
        while (digits < line.length() && Character.digit(line.charAt(digits), 10) >= 0) {
            digits++;
        }
        boolean numbered = digits > 0 && line.substring(digits).matches("[.)](\\s.*)?");
        return numbered ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
    }

    private void writeEndings() throws IOException {
        if (!endings.gaps().isEmpty()) {
            out.write("\n## " + Endings.MISSING + "\n\n");
            for (Gap gap : endings.gaps()) {
                out.write(endings.number(gap) + ". " + MarkdownReport.escaped(Endings.line(gap)) + "\n");
            }
        }
        if (!endings.cites().isEmpty()) {
            out.write("\n## " + Endings.NOTES + "\n\n");
            for (Span.Cite cite : endings.cites()) {
                out.write("[^" + endings.number(cite) + "]: " + MarkdownReport.escaped(Endings.line(cite)) + "\n");
            }
        }
    }
}
