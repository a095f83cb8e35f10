package org.govsocial.reports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.govsocial.spi.Location;

/** Names inputs in reports that are passed on: relative, so that nobody's folders are told. */
final class Where {
    private static final String HEX = "0123456789ABCDEF";

    private Where() {}

    /** The input's name; of an absolute path only the file's name. */
    static String input(Location where) {
        String input = where.input().replace('\\', '/');
        if (input.equals("-")) {
            return "stdin";
        }
        boolean absolute = input.startsWith("/") || input.length() > 1 && input.charAt(1) == ':';
        String shown = absolute ? input.substring(input.lastIndexOf('/') + 1) : input;
        return shown.isEmpty() ? "input" : shown;
    }

    /** The input with line and place within it. */
    static String shared(Location where) {
        return new Location(input(where), where.line(), where.pointer()).toString();
    }

    /** The input as a relative URI reference. */
    static String uri(Location where) {
        String input = input(where);
        var uri = new StringBuilder(input.length() + 8);
        for (byte b : input.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return uri.toString();
    }

    /** Whether the input holds the post's words as they are, so that offsets in them are places in the file. */
    static boolean isPlainText(Location where) {
        String name = where.input().toLowerCase(Locale.ROOT);
        return where.pointer().isEmpty() && (name.endsWith(".txt") || name.endsWith(".md") || name.endsWith(".text"));
    }
}
