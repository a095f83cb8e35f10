package org.govsocial.casestudies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.engine.AtomicFile;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.govsocial.model.Source;
import org.govsocial.spi.Catalogue;

/**
 * The library as a website of plain files: an index, a page for each value of each facet, and a page for each case. No
 * scripts, nothing from elsewhere.
 */
public final class CaseSite {
    private static final String TITLE = "Case studies: social media in government";
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en-NZ">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --link: #00418d; --line: #595959; --soft: #eee; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #f2f2f2; --paper: #111; --link: #8ec5ff; --line: #a6a6a6; --soft: #2a2a2a; }
            }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem;
              color: var(--ink); background: var(--paper); }
            a { color: var(--link); }
            .skip { position: absolute; left: -100vw; }
            .skip:focus { position: static; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%%; margin-bottom: 1.5rem; }
            caption { text-align: left; padding: .25rem 0; }
            th, td { border: 1px solid var(--line); padding: .375rem .5rem; text-align: left; vertical-align: top; }
            thead th { background: var(--soft); }
            dt { font-weight: bold; margin-top: .75rem; }
            dd { margin: 0; }
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header><p>%s</p></header>
            <main id="main" tabindex="-1">
            <h1>%s</h1>
            """;
    private static final String FOOT = """
            </main>
            <footer><p>The wording is ours, and none of the bodies named has endorsed it. Each case names its sources and
            how sure it is.</p></footer>
            </body>
            </html>
            """;

    private final CaseLibrary library;
    private final Catalogue catalogue;
    private final Path folder;

    private CaseSite(CaseLibrary library, Path folder) {
        this.library = library;
        this.catalogue = library.catalogue();
        this.folder = folder;
    }

    /**
     * Writes the website.
     *
     * @param library the cases
     * @param folder takes the files; made when it is not there. Files of the same names are replaced, others stay
     * @return the names of the files, {@code index.html} first
     * @throws IOException when a file cannot be written
     */
    public static List<String> write(CaseLibrary library, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new CaseSite(library, folder).pages();
    }

    private List<String> pages() throws IOException {
        var names = new ArrayList<String>();
        names.add(page("index.html", TITLE, "Every case, and ways to find one", index()));
        for (Facet facet : Facet.values()) {
            for (Map.Entry<String, Integer> value : library.counts(facet).entrySet()) {
                String heading = facet.words() + ": " + Wording.value(facet, value.getKey());
                List<CaseStudy> cases = library.cases().stream()
                        .filter(c -> facet.of(c).contains(value.getKey()))
                        .toList();
                names.add(page(name(facet, value.getKey()), heading, back(), table(heading, cases)));
            }
        }
        for (CaseStudy one : library.cases()) {
            names.add(page(name(one), one.title(), back(), story(one)));
        }
        return names;
    }

    private static String back() {
        return "<a href=\"index.html\">" + TITLE + "</a>";
    }

    private String page(String name, String title, String above, String content) throws IOException {
        String whole = title.equals(TITLE) ? TITLE : title + " – " + TITLE;
        try (AtomicFile file = AtomicFile.at(folder.resolve(name))) {
            String html = HEAD.formatted(escaped(whole), above, escaped(title)) + content + FOOT;
            file.stream().write(html.getBytes(StandardCharsets.UTF_8));
            file.commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return name;
    }

    private String index() {
        var out = new StringBuilder();
        out.append("<p>")
                .append(library.cases().size())
                .append(" cases of what organisations did with social media,"
                        + " and what they learned.</p>\n<nav aria-label=\"Ways to find a case\">\n");
        for (Facet facet : Facet.values()) {
            out.append("<h2>").append(escaped(facet.words())).append("</h2>\n<ul>\n");
            library.counts(facet)
                    .forEach((value, count) -> out.append("<li><a href=\"")
                            .append(name(facet, value))
                            .append("\">")
                            .append(escaped(Wording.value(facet, value)))
                            .append("</a> (")
                            .append(count)
                            .append(")</li>\n"));
            out.append("</ul>\n");
        }
        return out.append("</nav>\n<h2>All cases</h2>\n")
                .append(table("All cases", library.cases()))
                .toString();
    }

    private static String table(String caption, List<CaseStudy> cases) {
        var out = new StringBuilder();
        out.append(
                        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of cases\">\n<table>\n<caption>")
                .append(escaped(caption))
                .append(", ")
                .append(cases.size())
                .append("</caption>\n<thead><tr><th scope=\"col\">Case</th><th scope=\"col\">Organisation</th>"
                        + "<th scope=\"col\">When</th><th scope=\"col\">Outcome</th></tr></thead>\n<tbody>\n");
        for (CaseStudy one : cases) {
            out.append("<tr><th scope=\"row\"><a href=\"")
                    .append(name(one))
                    .append("\">")
                    .append(escaped(one.title()))
                    .append("</a></th><td>")
                    .append(escaped(one.organisation().isEmpty() ? "not known" : one.organisation()))
                    .append("</td><td>")
                    .append(escaped(Wording.when(one)))
                    .append("</td><td>")
                    .append(escaped(Wording.outcome(one.outcome())))
                    .append("</td></tr>\n");
        }
        return out.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private String story(CaseStudy one) {
        var out = new StringBuilder("<dl>\n");
        for (CaseComparison.Row row : CaseComparison.of(List.of(one)).rows()) {
            switch (row.label()) {
                case "Title", "Purpose", "What was done", "Result", "Figures", "Lessons", "Confidence" -> {}
                default ->
                    out.append("<dt>")
                            .append(escaped(row.label()))
                            .append("</dt><dd>")
                            .append(escaped(row.values().get(0)))
                            .append("</dd>\n");
            }
        }
        out.append("</dl>\n");
        part("Purpose", one.purpose(), out);
        part("What was done", one.done(), out);
        part("Result", one.result(), out);
        figures(one, out);
        if (!one.lessons().isEmpty()) {
            out.append("<h2>Lessons</h2>\n<ul>\n");
            for (CaseStudy.Lesson lesson : one.lessons()) {
                out.append("<li>")
                        .append(escaped(lesson.text()))
                        .append(cited(lesson.cites()))
                        .append("</li>\n");
            }
            out.append("</ul>\n");
        }
        out.append("<h2>What it illustrates</h2>\n").append(cited(one.cites())).append("<h2>Sources</h2>\n<ul>\n");
        for (CaseStudy.Reading reading : one.readings()) {
            out.append("<li>").append(source(reading)).append("</li>\n");
        }
        return out.append("</ul>\n<p>")
                .append(escaped(Wording.standing(one)))
                .append("</p>\n")
                .toString();
    }

    private String cited(List<Citation> cites) {
        if (cites.isEmpty()) {
            return "";
        }
        var out = new StringBuilder("\n<ul>\n");
        for (Citation one : cites) {
            out.append("<li>").append(escaped(Wording.citation(one, catalogue))).append("</li>\n");
        }
        return out.append("</ul>\n").toString();
    }

    private static void figures(CaseStudy one, StringBuilder out) {
        if (one.figures().isEmpty()) {
            return;
        }
        out.append(
                "<h2>Figures</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of figures\">"
                        + "\n<table>\n<caption>Results that can be counted</caption>\n<thead><tr><th scope=\"col\">What</th>"
                        + "<th scope=\"col\">Figure</th><th scope=\"col\">Source</th></tr></thead>\n<tbody>\n");
        for (CaseStudy.Figure figure : one.figures()) {
            out.append("<tr><th scope=\"row\">")
                    .append(escaped(figure.what()))
                    .append("</th><td>")
                    .append(escaped(Wording.number(figure)))
                    .append("</td><td>")
                    .append(escaped(figure.source()))
                    .append("</td></tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }

    private String source(CaseStudy.Reading reading) {
        Source source = catalogue.source(reading.source()).orElse(null);
        String place = reading.where().isEmpty() ? "" : ", " + reading.where();
        String rest = escaped(place + "; read " + reading.checked() + " (" + reading.source() + ")");
        if (source == null) {
            return escaped(reading.source()) + rest;
        }
        String words = escaped(Wording.source(source));
        // Only addresses of the web become links: a pack from a stranger may hold anything.
        boolean web = source.url().startsWith("https://") || source.url().startsWith("http://");
        return (web ? "<a href=\"" + escaped(source.url()) + "\">" + words + "</a>" : words) + rest;
    }

    private static void part(String heading, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("<h2>")
                    .append(heading)
                    .append("</h2>\n<p>")
                    .append(escaped(text))
                    .append("</p>\n");
        }
    }

    private static String name(CaseStudy one) {
        return "case-" + one.id().toLowerCase(Locale.ROOT) + ".html";
    }

    private static String name(Facet facet, String value) {
        return facet.id() + "-" + value + ".html";
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
        return out.toString();
    }
}
