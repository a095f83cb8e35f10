package org.govsocial.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a command works with, and which of them a person looks at. All text is UTF-8.
 *
 * @param in standard input
 * @param out results
 * @param err messages and progress
 * @param screens which of the three are screens, as digits: {@code "02"} for input and messages
 * @param width of the screen in characters
 * @param environment the environment variables
 * @param home where the program is installed; null when not known
 */
public record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        String screens,
        int width,
        Map<String, String> environment,
        @Nullable String home) {
    private static final int DEFAULT_WIDTH = 80;

    /** The real one. The launcher says which streams are screens, since Java cannot tell. */
    static Terminal ofSystem() {
        String screens = System.getProperty("govsocial.screens");
        if (screens == null) {
            screens = System.console() != null ? "012" : "";
        }
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                screens,
                Integer.getInteger("govsocial.width", DEFAULT_WIDTH),
                System.getenv(),
                System.getProperty("govsocial.home"));
    }

    /** One without any screen. */
    static Terminal of(InputStream in, OutputStream out, OutputStream err) {
        return new Terminal(
                in, out, new PrintStream(err, true, StandardCharsets.UTF_8), "", DEFAULT_WIDTH, Map.of(), null);
    }

    boolean inputIsScreen() {
        return screens.indexOf('0') >= 0;
    }

    boolean outputIsScreen() {
        return screens.indexOf('1') >= 0;
    }

    boolean errorIsScreen() {
        return screens.indexOf('2') >= 0;
    }

    /** Whether results may be coloured: the screen shows colour and nobody asked for none. */
    boolean showsColour() {
        return outputIsScreen() && set("NO_COLOR").isEmpty() && !set("TERM").equals("dumb");
    }

    boolean wantsDebugging() {
        return !set("GOVSOCIAL_DEBUG").isEmpty();
    }

    /** Prints a page of results. */
    void print(TextPage page) throws IOException {
        out.write(visible(page.toString()).getBytes(StandardCharsets.UTF_8));
    }

    /** Says a line. */
    void say(String message) {
        err.print(visible(message) + "\n");
        err.flush();
    }

    /** Says what went wrong and what to do about it. */
    void say(Problem problem) {
        say("govsocial: " + problem);
    }

    /**
     * The text without characters that could take over a screen: controls, and marks that turn the direction of writing
     * around, are shown as escapes.
     */
    static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = c < ' ' && c != '\n'
                    || c >= 0x7f && c < 0xa0
                    || c >= 0x202a && c <= 0x202e
                    || c >= 0x2066 && c <= 0x2069;
            if (hidden && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (out != null) {
                if (hidden) {
                    out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    private String set(String variable) {
        return environment.getOrDefault(variable, "");
    }
}
