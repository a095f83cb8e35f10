package org.govsocial.media;

import java.util.Arrays;
import java.util.List;
import org.govsocial.model.CaptionTrack;

/** The lines of a caption file, however they end, and what both formats say in the same way. */
final class CaptionLines {
    static final String ARROW = "-->";

    private final List<String> lines;
    private int next;

    CaptionLines(String text) {
        String plain = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace('\u0000', '\uFFFD')
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        lines = Arrays.asList(plain.split("\n", -1));
    }

    boolean atEnd() {
        return next >= lines.size();
    }

    String take() {
        return lines.get(next++);
    }

    String peek() {
        return lines.get(next);
    }

    void back() {
        next--;
    }

    /** Of the line taken last, from 1. */
    int number() {
        return next;
    }

    /** A time as people write it: digits of seconds may be few, a comma may stand for the point; -1 when it is none. */
    static long looseMillis(String written) {
        String time = written.strip().replace(',', '.');
        long exact = CaptionTrack.millis(time);
        if (exact >= 0) {
            return exact;
        }
        String[] parts = time.split("[:.]", -1);
        boolean fraction = time.indexOf('.') >= 0;
        int units = parts.length - (fraction ? 1 : 0);
        if (units < 2 || units > 3 || fraction && time.indexOf('.') != time.lastIndexOf('.')) {
            return -1;
        }
        long millis = 0;
        for (int i = 0; i < units; i++) {
            long value = number(parts[i], 4);
            if (value < 0 || i > 0 && value > 59) {
                return -1;
            }
            millis = millis * 60 + value;
        }
        millis *= 1_000;
        if (fraction) {
            String digits = parts[units];
            if (digits.isEmpty() || digits.length() > 3 || number(digits, 3) < 0) {
                return -1;
            }
            millis += number((digits + "00").substring(0, 3), 3);
        }
        return millis;
    }

    static long number(String digits, int most) {
        if (digits.isEmpty() || digits.length() > most) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /** The words of a file for a message: short. */
    static String brief(String line) {
        String stripped = line.strip();
        return stripped.length() <= 60
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, Math.min(57, stripped.codePointCount(0, 57))))
                        + "…";
    }
}
