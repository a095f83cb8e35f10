package org.govsocial.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes HTML. Mark-up comes from this package alone; everything else goes through {@link #text} or an attribute, which
 * escape it. Values of attributes stand in double quotes.
 */
final class HtmlOutput {
    private final Writer out;

    HtmlOutput(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
    }

    /** Mark-up written in this package, never text from outside. */
    HtmlOutput markup(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    HtmlOutput line() throws IOException {
        out.write('\n');
        return this;
    }

    /** Text, escaped, with control characters made visible. */
    HtmlOutput text(String text) throws IOException {
        escaped(Visible.lines(text));
        return this;
    }

    /** An attribute with its leading space. */
    HtmlOutput attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escaped(Visible.line(value));
        out.write('"');
        return this;
    }

    /** An element that holds text alone. */
    HtmlOutput element(String name, String text) throws IOException {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    private void escaped(String text) throws IOException {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (!entity.isEmpty()) {
                out.write(text, done, i - done);
                out.write(entity);
                done = i + 1;
            }
        }
        out.write(text, done, text.length() - done);
    }

    private static String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> "";
        };
    }

    void flush() throws IOException {
        out.flush();
    }
}
