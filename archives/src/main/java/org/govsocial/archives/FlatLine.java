package org.govsocial.archives;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the usual line of JSON Lines, a flat object, straight from its bytes, which is several times faster than the
 * general way. It takes only what is certainly valid; of everything else (nesting, odd numbers, faults of any kind) it
 * says no, and the general reader decides.
 */
final class FlatLine {
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private char[] scratch = new char[1024];

    /** Whether the line was read whole; the draft holds rubbish when not. */
    boolean read(byte[] line, int from, int to, PostDraft draft) throws FieldException {
        bytes = line;
        at = from;
        end = to;
        draft.clear();
        if (!take('{')) {
            return false;
        }
        if (take('}')) {
            return atEnd();
        }
        do {
            String key = knownKey();
            if (key == null || !take(':') || !value(key, draft)) {
                return false;
            }
        } while (take(','));
        return take('}') && atEnd();
    }

    private boolean value(String key, PostDraft draft) throws FieldException {
        blanks();
        if (at >= end) {
            return false;
        }
        byte b = bytes[at];
        if (b == '"') {
            if (key.isEmpty()) {
                return skipString();
            }
            String text = string();
            if (text == null) {
                return false;
            }
            switch (key) {
                case "id" -> draft.id(text);
                case "text" -> draft.text(text);
                case "platform" -> draft.platform(text);
                case "language" -> draft.language(text);
                case "author" -> draft.author(text);
                case "planned" -> draft.planned(text);
                case "kind" -> draft.kind(text);
                case "url" -> draft.url(text);
                case "time" -> draft.time(text);
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (b == '-' || b >= '0' && b <= '9') {
            int from = at;
            if (!wholeNumber()) {
                return false;
            }
            switch (key) {
                case "id" -> draft.id(new String(bytes, from, at - from, ISO_8859_1));
                case "time" -> draft.time(Long.parseLong(new String(bytes, from, at - from, ISO_8859_1)));
                case "" -> {}
                default -> {
                    return false;
                }
            }
            return true;
        }
        if (b == '[') {
            at++;
            return (key.isEmpty() || key.equals("media")) && take(']');
        }
        return literal("null") || key.isEmpty() && (literal("true") || literal("false"));
    }

    /** A key whose value matters, empty for any other; null when it is not certainly a key. */
    private @Nullable String knownKey() {
        blanks();
        if (at >= end || bytes[at] != '"') {
            return null;
        }
        int from = at + 1;
        int i = from;
        while (i < end && bytes[i] != '"') {
            if (bytes[i] == '\\' || bytes[i] < ' ') {
                return null;
            }
            i++;
        }
        at = i + 1;
        return switch (i - from) {
            case 2 -> is(from, "id");
            case 3 -> is(from, "url");
            case 4 ->
                switch (bytes[from + 1]) {
                    case 'e' -> is(from, "text");
                    case 'i' -> bytes[from] == 't' ? is(from, "time") : is(from, "kind");
                    default -> "";
                };
            case 5 -> is(from, "media");
            case 6 -> is(from, "author");
            case 7 -> is(from, "planned");
            case 8 -> bytes[from] == 'p' ? is(from, "platform") : is(from, "language");
            default -> "";
        };
    }

    private String is(int from, String key) {
        for (int i = 0; i < key.length(); i++) {
            if (bytes[from + i] != key.charAt(i)) {
                return "";
            }
        }
        return key;
    }

    /** A string; null when it is not certainly one. */
    private @Nullable String string() {
        int from = ++at;
        int i = from;
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        if (i >= end) {
            return null;
        }
        if (bytes[i] == '"') {
            at = i + 1;
            return new String(bytes, from, i - from, ISO_8859_1);
        }
        return decoded(from, i);
    }

    /** A string with characters beyond ASCII, or escapes, which starts plain. */
    private @Nullable String decoded(int from, int plainEnd) {
        if (scratch.length < end - from) {
            scratch = new char[Math.max(end - from, 2 * scratch.length)];
        }
        char[] out = scratch;
        int length = 0;
        for (int i = from; i < plainEnd; i++) {
            out[length++] = (char) bytes[i];
        }
        int i = plainEnd;
        while (i < end) {
            int b = bytes[i++];
            if (b == '"') {
                at = i;
                return new String(out, 0, length);
            } else if (b == '\\') {
                if (i >= end) {
                    return null;
                }
                int escaped = bytes[i++];
                if (escaped == 'u') {
                    int unit = hex(i);
                    if (unit < 0) {
                        return null;
                    }
                    out[length++] = (char) unit;
                    i += 4;
                } else {
                    int index = "\"\\/bfnrt".indexOf(escaped);
                    if (index < 0) {
                        return null;
                    }
                    out[length++] = "\"\\/\b\f\n\r\t".charAt(index);
                }
            } else if (b >= ' ') {
                out[length++] = (char) b;
            } else {
                int size = b >= 0 ? 0 : b >> 5 == -2 ? 2 : b >> 4 == -2 ? 3 : b >> 3 == -2 ? 4 : 0;
                if (size == 0 || i + size - 1 > end) {
                    return null;
                }
                int point = b & (0xFF >> size + 1);
                for (int k = 1; k < size; k++, i++) {
                    if ((bytes[i] & 0xC0) != 0x80) {
                        return null;
                    }
                    point = point << 6 | bytes[i] & 0x3F;
                }
                // Overlong forms, surrogates and what lies beyond Unicode are no UTF-8.
                if (point < (size == 2 ? 0x80 : size == 3 ? 0x800 : 0x10000)
                        || point > Character.MAX_CODE_POINT
                        || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                    return null;
                }
                length += Character.toChars(point, out, length);
            }
        }
        return null;
    }

    /** Passes over a string without escapes and of ASCII only, or one that decodes. */
    private boolean skipString() {
        int i = at + 1;
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        if (i < end && bytes[i] == '"') {
            at = i + 1;
            return true;
        }
        return string() != null;
    }

    private int hex(int from) {
        if (from + 4 > end) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit((char) bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** A whole number of at most 18 digits without a leading zero. */
    private boolean wholeNumber() {
        int digits = bytes[at] == '-' ? at + 1 : at;
        int i = digits;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        int count = i - digits;
        boolean whole = i >= end || bytes[i] != '.' && bytes[i] != 'e' && bytes[i] != 'E';
        if (!whole || count < 1 || count > 18 || count > 1 && bytes[digits] == '0') {
            return false;
        }
        at = i;
        return true;
    }

    private boolean literal(String word) {
        if (at + word.length() > end) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private boolean take(char sign) {
        blanks();
        if (at < end && bytes[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        blanks();
        return at == end;
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
    }

    /** For tests: the string that a quoted token stands for; null when the fast way says no. */
    static @Nullable String unquoted(String token) {
        var line = new FlatLine();
        line.bytes = token.getBytes(StandardCharsets.UTF_8);
        line.end = line.bytes.length;
        String text = line.string();
        return line.at == line.end ? text : null;
    }
}
