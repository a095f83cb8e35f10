package org.govsocial.reports;

/**
 * Makes characters visible that could take over a terminal, break a file format or turn text around: control
 * characters, line separators, controls of writing direction and lone surrogates. ESC becomes {@code \x1b},
 * RIGHT-TO-LEFT OVERRIDE {@code \u202e}. Letters, marks, emoji and their joiners stay as they are.
 */
final class Visible {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Visible() {}

    /** Whether a character may not reach a reader as it is. Surrogates are judged by {@link #isLone}. */
    static boolean isHidden(char c) {
        if (c < 0x20 || c >= 0x7f && c <= 0x9f) {
            return true;
        }
        return c >= 0x61c
                && (c == 0x61c
                        || c == 0x200e
                        || c == 0x200f
                        || c >= 0x2028 && c <= 0x202e
                        || c >= 0x2066 && c <= 0x2069
                        || c == 0xfeff
                        || c >= 0xfff9 && c <= 0xfffb
                        || c >= 0xfffe);
    }

    /** Whether the code unit at a position is half of a pair whose other half is missing. */
    static boolean isLone(CharSequence text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** The text on one line: line breaks and tabs become spaces. */
    static String line(String text) {
        return shown(text, false);
    }

    /** The text with its line breaks ({@code \n}, also for {@code \r\n}) and tabs. */
    static String lines(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean breaks) {
        int clean = 0;
        while (clean < text.length() && !isSpecial(text, clean)) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16).append(text, 0, clean);
        for (int i = clean; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') {
                out.append(breaks ? c : ' ');
            } else if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            } else if (isSpecial(text, i)) {
                escape(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpecial(String text, int at) {
        char c = text.charAt(at);
        return isHidden(c) || Character.isSurrogate(c) && isLone(text, at);
    }

    private static void escape(StringBuilder out, char c) {
        if (c == '\r') {
            out.append("\\r");
        } else if (c <= 0xff) {
            out.append("\\x").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else {
            out.append("\\u")
                    .append(HEX[c >> 12])
                    .append(HEX[c >> 8 & 15])
                    .append(HEX[c >> 4 & 15])
                    .append(HEX[c & 15]);
        }
    }
}
