package org.govsocial.mishap.response;

import java.util.ArrayList;
import java.util.List;

/** A page to read or print, written as Markdown or as one HTML file without scripts. Not thread-safe. */
public final class Page {
    private sealed interface Block permits Heading, Paragraph, Items, Table, Figure {}

    private record Heading(int level, String text) implements Block {}

    private record Paragraph(String text) implements Block {}

    private record Items(List<String> items, boolean numbered) implements Block {}

    private record Table(String caption, List<String> header, List<List<String>> rows) implements Block {}

    private record Figure(String svg) implements Block {}

    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * Starts a page.
     *
     * @param title its title, which becomes the first heading
     */
    public Page(String title) {
        this.title = title;
        blocks.add(new Heading(1, title));
    }

    Page section(String heading) {
        blocks.add(new Heading(2, heading));
        return this;
    }

    Page paragraph(String text) {
        blocks.add(new Paragraph(text));
        return this;
    }

    Page items(List<String> items) {
        blocks.add(new Items(List.copyOf(items), false));
        return this;
    }

    Page numbered(List<String> items) {
        blocks.add(new Items(List.copyOf(items), true));
        return this;
    }

    Page table(String caption, List<String> header, List<List<String>> rows) {
        blocks.add(new Table(caption, List.copyOf(header), List.copyOf(rows)));
        return this;
    }

    /** A drawing, in HTML only: what it shows has to stand in a table beside it. */
    Page figure(String svg) {
        blocks.add(new Figure(svg));
        return this;
    }

    /**
     * The page as Markdown (CommonMark with tables).
     *
     * @return the text
     */
    public String markdown() {
        var out = new StringBuilder();
        for (Block block : blocks) {
            if (block instanceof Heading h) {
                out.append("#".repeat(h.level()))
                        .append(' ')
                        .append(plain(h.text()))
                        .append("\n\n");
            } else if (block instanceof Paragraph p) {
                out.append(plain(p.text())).append("\n\n");
            } else if (block instanceof Items list) {
                int number = 1;
                for (String item : list.items()) {
                    out.append(list.numbered() ? number++ + ". " : "- ")
                            .append(plain(item))
                            .append('\n');
                }
                out.append('\n');
            } else if (block instanceof Table table) {
                out.append(plain(table.caption())).append("\n\n");
                row(out, table.header());
                out.append("|---".repeat(table.header().size())).append("|\n");
                table.rows().forEach(r -> row(out, r));
                out.append('\n');
            }
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void row(StringBuilder out, List<String> cells) {
        for (String cell : cells) {
            out.append("| ").append(plain(cell)).append(' ');
        }
        out.append("|\n");
    }

    /** Words of others must not become headings, tables, links or HTML. */
    private static String plain(String text) {
        var out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                out.append(' ');
            } else if ("\\`*[]<>|#".indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    /**
     * The page as HTML.
     *
     * @return a whole document in UTF-8
     */
    public String html() {
        var out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"en-NZ\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n")
                .append("body{font:1rem/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#111;")
                .append("background:#fff}table{border-collapse:collapse;width:100%}caption{text-align:left;")
                .append("font-weight:bold}th,td{border:1px solid #595959;padding:.3rem .5rem;text-align:left;")
                .append("vertical-align:top;overflow-wrap:anywhere}svg{max-width:100%;height:auto}\n")
                .append("@media print{body{font-size:.8rem;margin:0}}\n</style>\n</head>\n<body>\n<main>\n");
        for (Block block : blocks) {
            write(out, block);
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private static void write(StringBuilder out, Block block) {
        if (block instanceof Heading h) {
            element(out, "h" + h.level(), h.text());
        } else if (block instanceof Paragraph p) {
            element(out, "p", p.text());
        } else if (block instanceof Items list) {
            String tag = list.numbered() ? "ol" : "ul";
            out.append('<').append(tag).append(">\n");
            list.items().forEach(item -> element(out, "li", item));
            out.append("</").append(tag).append(">\n");
        } else if (block instanceof Table table) {
            out.append("<table>\n<caption>").append(escaped(table.caption())).append("</caption>\n<thead><tr>");
            table.header()
                    .forEach(cell -> out.append("<th scope=\"col\">")
                            .append(escaped(cell))
                            .append("</th>"));
            out.append("</tr></thead>\n<tbody>\n");
            for (List<String> row : table.rows()) {
                out.append("<tr>");
                row.forEach(cell -> out.append("<td>").append(escaped(cell)).append("</td>"));
                out.append("</tr>\n");
            }
            out.append("</tbody>\n</table>\n");
        } else if (block instanceof Figure figure) {
            out.append("<figure>\n").append(figure.svg()).append("</figure>\n");
        }
    }

    private static void element(StringBuilder out, String tag, String text) {
        out.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    // characters that HTML and XML do not allow
                    out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
                }
            }
        }
        return out.toString();
    }
}
