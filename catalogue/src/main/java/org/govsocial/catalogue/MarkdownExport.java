package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** Markdown for people: a heading for each document and section, a table row for each statement. */
final class MarkdownExport implements CatalogueExport {
    private static final String SIGNS = "\\`*_[]<>|~#";

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public void write(Catalogue catalogue, OutputStream target) throws IOException {
        Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        out.write("# " + Notes.TITLE + "\n\n" + Notes.WORDING + "\n");
        for (Pack pack : catalogue.packs()) {
            for (GuidanceDocument document : pack.documents()) {
                document(pack, document, catalogue, out);
            }
        }
        out.flush();
    }

    private static void document(Pack pack, GuidanceDocument document, Catalogue catalogue, Writer out)
            throws IOException {
        out.write("\n## " + escaped(document.title()) + "\n\n");
        for (String note : Notes.about(document)) {
            out.write(escaped(note) + "\n\n");
        }
        for (String note : Notes.licence(pack)) {
            out.write("> " + escaped(note) + "\n>\n");
        }
        for (Section section : document.sections()) {
            out.write("\n### " + escaped(Notes.heading(section)) + " (" + section.id() + ")\n\n");
            out.write("| Id | Statement | Rests on |\n|---|---|---|\n");
            for (Statement statement : document.statements()) {
                if (statement.section().equals(section.id())) {
                    out.write("| " + statement.id() + " | " + escaped(statement.text()) + " | "
                            + escaped(Basis.of(statement, catalogue).words()) + " |\n");
                }
            }
        }
    }

    /** The same characters to whoever reads the page, on one line. */
    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SIGNS.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return out.toString();
    }
}
