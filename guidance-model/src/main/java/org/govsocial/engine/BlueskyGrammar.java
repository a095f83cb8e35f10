package org.govsocial.engine;

import org.govsocial.text.CharClass;
import org.govsocial.text.Graphemes;

/**
 * Bluesky, as its application finds tags, mentions and links ({@code packages/api/src/rich-text} of
 * github.com/bluesky-social/atproto) and as its lexicons limit them: a post ({@code app.bsky.feed.post}) has at most 300
 * characters as people see them and 3,000 bytes, a tag ({@code app.bsky.richtext.facet}) 64 and 640.
 */
final class BlueskyGrammar extends Grammar {
    static final BlueskyGrammar BLUESKY = new BlueskyGrammar();

    private static final int MAX_LENGTH = 300;
    private static final int MAX_TAG = 64;
    /** Both limits allow ten bytes for each character. */
    private static final int BYTES = 10;

    private static final int LONGEST_HANDLE = 253;
    private static final int LONGEST_LABEL = 63;

    private BlueskyGrammar() {}

    /** Everything up to white space, less the punctuation at its end; not digits and punctuation alone. */
    @Override
    int hashtag(char[] text, int at, int limit) {
        int i = at + 1;
        if (!isAfterSpace(text, at) || i < limit && (text[i] == '\uFE0F' || text[i] == '\u20E3')) {
            return NONE;
        }
        int end = i;
        boolean word = false;
        while (i < limit && !endsTag(text[i])) {
            int kind = flags(text, i, limit) & CharClass.CLASS;
            boolean mark = isPunctuation(kind);
            word |= !mark && !isDigit(text[i]);
            i += isPair(text, i, limit) ? 2 : 1;
            end = mark ? end : i;
        }
        return word && fits(text, at + 1, end) ? end : NONE;
    }

    private static boolean fits(char[] text, int start, int end) {
        return end - start <= MAX_TAG
                || utf8(text, start, end) <= MAX_TAG * BYTES
                        && Graphemes.count(new String(text, start, end - start)) <= MAX_TAG;
    }

    private static boolean endsTag(char c) {
        return switch (c) {
            case '\u00AD', '\u2060', '\u200A', '\u200B', '\u200C', '\u200D', '\u20E2', '\uFEFF' -> true;
            default -> isSpace(c);
        };
    }

    private static boolean isPunctuation(int kind) {
        return kind >= CharClass.HASH && kind <= CharClass.PUNCT;
    }

    /** A handle, which is the name of a host (atproto.com/specs/handle). */
    @Override
    int mention(char[] text, int at, int limit) {
        if (!mayPrecede(text, at)) {
            return NONE;
        }
        int end = at + 1;
        while (end < limit && (isLatinOrDigit(text[end]) || text[end] == '.' || text[end] == '-')) {
            end++;
        }
        while (end > at + 1 && !isLatinOrDigit(text[end - 1])) {
            end--;
        }
        return isHandle(text, at + 1, end) ? end : NONE;
    }

    private static boolean isHandle(char[] text, int start, int end) {
        if (end - start > LONGEST_HANDLE) {
            return false;
        }
        int label = start;
        for (int i = start; i < end; i++) {
            if (text[i] == '.') {
                if (!isLabel(text, label, i)) {
                    return false;
                }
                label = i + 1;
            }
        }
        return label > start && isLabel(text, label, end) && isEnding(text, label, end);
    }

    private static boolean isLabel(char[] text, int start, int end) {
        return end > start && end - start <= LONGEST_LABEL && text[start] != '-' && text[end - 1] != '-';
    }

    private static boolean isEnding(char[] text, int start, int end) {
        boolean test = end - start == 4
                && (text[start] | 0x20) == 't'
                && (text[start + 1] | 0x20) == 'e'
                && (text[start + 2] | 0x20) == 's'
                && (text[start + 3] | 0x20) == 't';
        return test || TopLevelDomains.end(text, start, end) == end;
    }

    @Override
    int cashtag(char[] text, int at, int limit) {
        if (!mayPrecede(text, at) || at + 1 >= limit || !isLatinOrDigit(text[at + 1]) || isDigit(text[at + 1])) {
            return NONE;
        }
        int i = at + 1;
        while (i < limit && isLatinOrDigit(text[i])) {
            i++;
        }
        boolean ends = i >= limit || isSpace(text[i]) || ".,;:!?)\"'\u2019".indexOf(text[i]) >= 0;
        return ends && i - at - 1 <= 5 ? i : NONE;
    }

    @Override
    int link(char[] text, int start, int wordEnd, int limit) {
        if (!mayPrecede(text, start)) {
            return NONE;
        }
        int end;
        if (text[wordEnd] == ':') {
            int host = wordEnd + 3;
            boolean scheme = isScheme(text, start, wordEnd) && isSchemeEnd(text, wordEnd, limit);
            if (!scheme || !isWordPart(text, host, limit)) {
                return NONE;
            }
            end = toSpace(text, host, limit);
        } else {
            int host = Hosts.unicodeEnd(text, start, limit, Integer.MAX_VALUE);
            if (host < 0 || Hosts.asciiLength(text, start, host) == NONE) {
                return NONE;
            }
            end = port(text, host, limit);
            if (end < limit && (text[end] == '/' || text[end] == '?' || text[end] == '#')) {
                end = toSpace(text, end, limit);
            }
        }
        if (".,;!?".indexOf(text[end - 1]) >= 0) {
            end--;
        }
        return text[end - 1] == ')' && !holdsBracket(text, start, end) ? end - 1 : end;
    }

    private static boolean mayPrecede(char[] text, int at) {
        return isAfterSpace(text, at) || text[at - 1] == '(';
    }

    private static int port(char[] text, int from, int limit) {
        int i = from + 1;
        while (from < limit && text[from] == ':' && i < limit && i - from <= 5 && isDigit(text[i])) {
            i++;
        }
        return i - from > 2 ? i : from;
    }

    private static int toSpace(char[] text, int from, int limit) {
        int i = from;
        while (i < limit && !isSpace(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean holdsBracket(char[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '(') {
                return true;
            }
        }
        return false;
    }

    @Override
    int maxLength() {
        return MAX_LENGTH;
    }

    /** Characters as people see them, or a tenth of the bytes where that is more: each has its limit. */
    @Override
    int length(Scan scan) {
        int bytes = utf8(scan.buffer(), 0, scan.limit());
        return Math.max(scan.graphemes(), (bytes + BYTES - 1) / BYTES);
    }
}
