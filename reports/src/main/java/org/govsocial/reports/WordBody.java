package org.govsocial.reports;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.govsocial.model.Block;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Span;

/** The part of a Word document that holds the words. */
final class WordBody {
    /** The numbering of bullets is 1; those of numbered lists follow. */
    static final int FIRST_NUMBERED = 2;

    /** Between the margins of an A4 page, in twentieths of a point. */
    private static final int PAGE = 9638;

    /** Of a column, in letters: what is added to each, counted at most, and kept free to write in. */
    private static final int LEAST_LETTERS = 10;

    private static final int MOST_LETTERS = 90;
    private static final int ROOM = 25;

    private final Paper paper;
    private final Endings endings;
    private final WordXml xml;
    private final List<String> addresses = new ArrayList<>();
    private int numberedLists;
    private int bookmarks;

    WordBody(Paper paper) throws XMLStreamException {
        this.paper = paper;
        this.endings = Endings.of(paper);
        this.xml = new WordXml(new StringWriter());
    }

    /** Writes all. */
    String document() throws XMLStreamException {
        xml.start("w:document")
                .attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
                .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                .start("w:body");
        paragraph("Title", Passage.of(paper.title()));
        for (Block block : paper.blocks()) {
            write(block);
        }
        writeEndings();
        xml.start("w:sectPr")
                .empty("w:footerReference", "w:type", "default", "r:id", "rId4")
                .empty("w:pgSz", "w:w", "11906", "w:h", "16838")
                .empty(
                        "w:pgMar",
                        "w:top",
                        "1134",
                        "w:right",
                        "1134",
                        "w:bottom",
                        "1134",
                        "w:left",
                        "1134",
                        "w:header",
                        "567",
                        "w:footer",
                        "567",
                        "w:gutter",
                        "0")
                .end();
        xml.end().end();
        return xml.finish();
    }

    /** Where links lead, in the order of their ids. */
    List<String> addresses() {
        return addresses;
    }

    int numberedLists() {
        return numberedLists;
    }

    static String link(int index) {
        return "link" + (index + 1);
    }

    private void write(Block block) throws XMLStreamException {
        if (block instanceof Block.Heading heading) {
            paragraph("Heading" + heading.level(), Passage.of(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph("", paragraph.words());
        } else if (block instanceof Block.Bullets list) {
            items(list.items(), 1);
        } else if (block instanceof Block.Steps list) {
            items(list.items(), nextNumbering());
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Chart chart) {
            paragraph("", Passage.of(chart.description()));
            table(chart.table());
        } else if (block instanceof Block.Quotation quotation) {
            for (Passage words : quotation.passages()) {
                paragraph("Quote", words);
            }
        } else if (block instanceof Block.SignOff signOff) {
            table(signOff.table());
        }
    }

    private int nextNumbering() {
        return FIRST_NUMBERED + numberedLists++;
    }

    private void paragraph(String style, Passage words) throws XMLStreamException {
        xml.start("w:p");
        style(style);
        runs(words);
        xml.end();
    }

    private void style(String style) throws XMLStreamException {
        if (!style.isEmpty()) {
            xml.start("w:pPr").empty("w:pStyle", "w:val", style).end();
        }
    }

    private void items(List<Passage> items, int numbering) throws XMLStreamException {
        for (Passage item : items) {
            startItem(numbering);
            runs(item);
            xml.end();
        }
    }

    private void startItem(int numbering) throws XMLStreamException {
        xml.start("w:p").start("w:pPr").empty("w:pStyle", "w:val", "ListParagraph");
        xml.start("w:numPr").empty("w:ilvl", "w:val", "0").empty("w:numId", "w:val", Integer.toString(numbering));
        xml.end().end();
    }

    private void table(Block.Table table) throws XMLStreamException {
        if (table.rows().isEmpty()) {
            paragraph("", Passage.of(new Span.Strong(table.caption() + ":"), new Span.Words(" none.")));
            return;
        }
        paragraph("Caption", Passage.of(table.caption()));
        List<String> widths = widths(table);
        xml.start("w:tbl").start("w:tblPr");
        xml.empty("w:tblStyle", "w:val", "PaperTable").empty("w:tblW", "w:w", "5000", "w:type", "pct");
        xml.empty("w:tblLook", "w:val", "04A0", "w:firstRow", "1", "w:firstColumn", "1");
        xml.empty("w:tblCaption", "w:val", table.caption());
        xml.end().start("w:tblGrid");
        for (String width : widths) {
            xml.empty("w:gridCol", "w:w", width);
        }
        xml.end();
        xml.start("w:tr")
                .start("w:trPr")
                .empty("w:cantSplit")
                .empty("w:tblHeader")
                .end();
        row(table.header().stream().map(Passage::of).toList(), widths);
        for (List<Passage> row : table.rows()) {
            xml.start("w:tr");
            row(row, widths);
        }
        xml.end();
        // Two tables without a paragraph between them would become one.
        paragraph("AfterTable", Passage.EMPTY);
    }

    private void row(List<Passage> cells, List<String> widths) throws XMLStreamException {
        for (int i = 0; i < cells.size(); i++) {
            cell(cells.get(i), widths.get(i));
        }
        xml.end();
    }

    /** Columns as wide as their words need beside the others; an empty one leaves room to write. */
    private static List<String> widths(Block.Table table) {
        var weights = new ArrayList<Integer>();
        for (int i = 0; i < table.header().size(); i++) {
            int letters = 0;
            for (List<Passage> row : table.rows()) {
                letters += Math.min(row.get(i).text().length(), MOST_LETTERS);
            }
            int average = letters == 0 ? ROOM : letters / table.rows().size();
            weights.add(LEAST_LETTERS
                    + Math.max(average, Math.min(table.header().get(i).length(), LEAST_LETTERS)));
        }
        int all = weights.stream().mapToInt(w -> w).sum();
        return weights.stream().map(w -> Integer.toString(PAGE * w / all)).toList();
    }

    private void cell(Passage words, String width) throws XMLStreamException {
        xml.start("w:tc")
                .start("w:tcPr")
                .empty("w:tcW", "w:w", width, "w:type", "dxa")
                .end();
        paragraph("TableText", words);
        xml.end();
    }

    private void runs(Passage words) throws XMLStreamException {
        for (Span span : words.spans()) {
            if (span instanceof Span.Words) {
                run("", span.text());
            } else if (span instanceof Span.Strong) {
                run("Strong", span.text());
            } else if (span instanceof Span.Hyperlink link) {
                addresses.add(link.address().toASCIIString());
                xml.start("w:hyperlink").attribute("r:id", link(addresses.size() - 1));
                run("Hyperlink", link.text());
                xml.end();
            } else if (span instanceof Span.Cite cite) {
                run("", " ");
                reference("note_" + endings.number(cite), "Hyperlink", "[" + endings.number(cite) + "]");
            } else if (span instanceof Gap gap) {
                reference("gap_" + endings.number(gap), "Gap", endings.mark(gap));
            }
        }
    }

    private void reference(String bookmark, String style, String text) throws XMLStreamException {
        xml.start("w:hyperlink").attribute("w:anchor", bookmark);
        run(style, text);
        xml.end();
    }

    private void run(String style, String text) throws XMLStreamException {
        xml.start("w:r");
        if (!style.isEmpty()) {
            xml.start("w:rPr").empty("w:rStyle", "w:val", style).end();
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            line(text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end));
            xml.empty("w:br");
            start = end + 1;
        }
        line(text.substring(start));
        xml.end();
    }

    private void line(String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.textElement("w:t", text);
        }
    }

    private void writeEndings() throws XMLStreamException {
        if (!endings.gaps().isEmpty()) {
            paragraph("Heading1", Passage.of(Endings.MISSING));
            int numbering = nextNumbering();
            for (Gap gap : endings.gaps()) {
                ending(numbering, "gap_" + endings.number(gap), Endings.line(gap));
            }
        }
        if (!endings.cites().isEmpty()) {
            paragraph("Heading1", Passage.of(Endings.NOTES));
            int numbering = nextNumbering();
            for (Span.Cite cite : endings.cites()) {
                ending(numbering, "note_" + endings.number(cite), Endings.line(cite));
            }
        }
    }

    private void ending(int numbering, String bookmark, String text) throws XMLStreamException {
        String id = Integer.toString(bookmarks++);
        startItem(numbering);
        xml.empty("w:bookmarkStart", "w:id", id, "w:name", bookmark);
        run("", text);
        xml.empty("w:bookmarkEnd", "w:id", id).end();
    }
}
