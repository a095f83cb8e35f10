package org.govsocial.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.govsocial.model.Severity;

/** Writes lines for a terminal, in colour when wanted. Colour repeats what words say. */
final class Pen {
    private static final String RESET = "\u001b[0m";

    private final Writer out;
    private final boolean colour;

    Pen(OutputStream out, boolean colour) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        this.colour = colour;
    }

    void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    String strong(String text) {
        return styled("\u001b[1m", text);
    }

    String marked(String text) {
        return styled("\u001b[33m", text);
    }

    String in(Severity severity, String text) {
        return styled(
                switch (severity) {
                    case ERROR -> "\u001b[1;31m";
                    case WARNING -> "\u001b[33m";
                    case NOTE -> "\u001b[36m";
                },
                text);
    }

    private String styled(String start, String text) {
        return colour ? start + text + RESET : text;
    }

    void flush() throws IOException {
        out.flush();
    }
}
