package org.govsocial.engine;

import java.net.IDN;
import org.govsocial.text.CharClass;

/** Names of hosts such as {@code www.govt.nz} inside a text: labels with full stops between, the last one registered. */
final class Hosts {
    private static final int LONGEST_LABEL = 63;
    /** No label this long has an ASCII form of 63 characters. */
    private static final int LONGEST_UNICODE_LABEL = 256;

    private Hosts() {}

    /**
     * Where the host ends that starts at {@code from}: Latin letters with accents, digits and hyphens; low lines in
     * all labels but the last two. These are the labels that X links without a scheme.
     *
     * @return {@link Grammar#NONE} when none starts here
     */
    static int end(char[] text, int from, int limit) {
        int end = Grammar.NONE;
        int i = from;
        while (i < limit && isLetter(text[i])) {
            boolean plain = true;
            while (i < limit && (isLetter(text[i]) || text[i] == '-' || text[i] == '_')) {
                plain &= text[i] != '_';
                i++;
            }
            if (i >= limit || text[i] != '.' || !isLetter(text[i - 1])) {
                break;
            }
            i++;
            if (plain) {
                int ending = ending(text, i, limit);
                end = ending > 0 ? ending : end;
            }
        }
        return end;
    }

    /**
     * The same for labels of any script, as browsers show them.
     *
     * @param most how many labels may stand before the registered one
     */
    static int unicodeEnd(char[] text, int from, int limit, int most) {
        int end = Grammar.NONE;
        int i = from;
        for (int labels = 0; labels < most && i < limit && isUnicode(text[i]); labels++) {
            int start = i;
            while (i < limit && i - start < LONGEST_UNICODE_LABEL && (isUnicode(text[i]) || text[i] == '-')) {
                i++;
            }
            if (i >= limit || text[i] != '.' || text[i - 1] == '-') {
                break;
            }
            i++;
            int ending = TopLevelDomains.end(text, i, limit);
            end = ending > 0 ? ending : end;
        }
        return end;
    }

    private static int ending(char[] text, int from, int limit) {
        int end = TopLevelDomains.end(text, from, limit);
        if (end > 0 || from + 4 >= limit || text[from + 2] != '-' || text[from + 3] != '-') {
            return end;
        }
        boolean encoded = (text[from] | 0x20) == 'x' && (text[from + 1] | 0x20) == 'n';
        int i = from + 4;
        while (encoded && i < limit && (Grammar.isLatinOrDigit(text[i]) || text[i] == '-')) {
            i++;
        }
        return i > from + 4 ? i : Grammar.NONE;
    }

    /**
     * How long the host is in the ASCII form that is sent.
     *
     * @return {@link Grammar#NONE} when there is no such form, as of a label of more than 63 characters (RFC 5890)
     */
    static int asciiLength(char[] text, int start, int end) {
        int label = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text[i] == '.') {
                if (i == label || i - label > LONGEST_LABEL) {
                    return Grammar.NONE;
                }
                label = i + 1;
            } else if (text[i] >= 0x80) {
                return unicodeLength(new String(text, start, end - start));
            }
        }
        return end - start;
    }

    private static int unicodeLength(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).length();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Grammar.NONE;
        }
    }

    /** Digits and Latin letters, with the accented ones that the rules of X name. */
    static boolean isLetter(char c) {
        if (c < 0x80) {
            return Grammar.isLatinOrDigit(c);
        }
        if (c <= 0x24F) {
            return c >= 0xC0 && c != 0xD7 && c != 0xF7;
        }
        return isRareLetter(c);
    }

    private static boolean isRareLetter(char c) {
        return switch (c) {
            case 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272, 0x289, 0x28B, 0x2BB -> true;
            default -> c >= 0x300 && c <= 0x36F || c >= 0x1E00 && c <= 0x1EFF;
        };
    }

    private static boolean isUnicode(char c) {
        return c < 0x80
                ? Grammar.isLatinOrDigit(c)
                : (c < 0x2000 || c > 0x206F) && CharClass.of(c) != CharClass.SPACE && c != 0x85;
    }
}
