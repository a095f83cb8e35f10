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

/** One web page in one file, without scripts: headings, landmarks, and tables with headers and captions. */
final class HtmlExport implements CatalogueExport {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en-NZ">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem;
              color: #1a1a1a; background: #fff; }
            a { color: #00418d; }
            .skip { position: absolute; left: -100vw; }
            .skip:focus { position: static; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%%; margin-bottom: 1.5rem; }
            caption { text-align: left; padding: .25rem 0; }
            th, td { border: 1px solid #595959; padding: .375rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: #eee; }
            tbody th { white-space: nowrap; }
            :target { outline: 3px solid #00418d; }
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the guidance</a>
            <header>
            <h1>%1$s</h1>
            <p>%2$s</p>
            </header>
            <nav aria-label="Documents">
            <ul>
            """;

    @Override
    public String id() {
        return "html";
    }

    @Override
    public void write(Catalogue catalogue, OutputStream target) throws IOException {
        Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        out.write(HEAD.formatted(escaped(Notes.TITLE), escaped(Notes.WORDING)));
        for (GuidanceDocument d : catalogue.documents()) {
            out.write("<li><a href=\"#" + d.id() + "\">" + escaped(d.title()) + "</a></li>\n");
        }
        out.write("</ul>\n</nav>\n<main id=\"main\" tabindex=\"-1\">\n");
        for (Pack pack : catalogue.packs()) {
            for (GuidanceDocument document : pack.documents()) {
                document(pack, document, catalogue, out);
            }
        }
        out.write("</main>\n</body>\n</html>\n");
        out.flush();
    }

    private static void document(Pack pack, GuidanceDocument d, Catalogue catalogue, Writer out) throws IOException {
        out.write("<section aria-labelledby=\"" + d.id() + "\">\n<h2 id=\"" + d.id() + "\">" + escaped(d.title())
                + "</h2>\n");
        for (String note : Notes.about(d)) {
            out.write("<p>" + escaped(note) + "</p>\n");
        }
        for (String note : Notes.licence(pack)) {
            out.write("<p class=\"licence\">" + escaped(note) + "</p>\n");
        }
        for (Section section : d.sections()) {
            section(section, d, catalogue, out);
        }
        out.write("</section>\n");
    }

    private static void section(Section section, GuidanceDocument d, Catalogue catalogue, Writer out)
            throws IOException {
        out.write("<h3 id=\"" + section.id() + "\">" + escaped(Notes.heading(section)) + "</h3>\n");
        // Wide tables scroll by themselves, also from the keyboard.
        out.write("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"" + section.id() + "\">\n"
                + "<table>\n<caption>Statements in " + escaped(section.id()) + "</caption>\n<thead><tr>"
                + "<th scope=\"col\">Id</th><th scope=\"col\">Statement</th><th scope=\"col\">Rests on</th>"
                + "</tr></thead>\n<tbody>\n");
        for (Statement statement : d.statements()) {
            if (statement.section().equals(section.id())) {
                out.write("<tr id=\"" + statement.id() + "\"><th scope=\"row\">" + statement.id() + "</th><td>"
                        + escaped(statement.text()) + "</td><td>"
                        + escaped(Basis.of(statement, catalogue).words()) + "</td></tr>\n");
            }
        }
        out.write("</tbody>\n</table>\n</div>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
