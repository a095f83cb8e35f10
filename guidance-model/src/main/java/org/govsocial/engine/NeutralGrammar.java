package org.govsocial.engine;

import org.govsocial.model.Platform;
import org.govsocial.text.CharClass;

/**
 * What most platforms agree on: hashtags of letters, digits and low lines with at least one letter; mentions of Latin
 * letters, digits and low lines, with a server where one follows; links with a scheme, {@code www.} or a well-known
 * ending. Length as X, Mastodon and Bluesky publish it, in graphemes elsewhere.
 */
final class NeutralGrammar extends Grammar {
    private final int maxLength;

    private NeutralGrammar(int maxLength) {
        this.maxLength = maxLength;
    }

    static Grammar of(Platform platform) {
        return new NeutralGrammar(
                switch (platform.id()) {
                    case "x" -> 280;
                    default -> Integer.MAX_VALUE;
                });
    }

    @Override
    int hashtag(char[] text, int at, int limit) {
        if (at > 0) {
            char before = text[at - 1];
            if (before == '&' || before == '/' || before == '_' || (CharClass.flags(before) & CharClass.WORD) != 0) {
                return NONE;
            }
        }
        int i = at + 1;
        boolean letter = false;
        while (i < limit) {
            char c = text[i];
            int flags = CharClass.flags(c);
            if ((flags & CharClass.WORD) != 0) {
                letter |= (flags & CharClass.LETTER) != 0;
                i++;
            } else if (c == '_') {
                i++;
            } else if (Character.isHighSurrogate(c) && isWordPart(text, i, limit)) {
                letter = true;
                i += 2;
            } else {
                break;
            }
        }
        return letter ? i : NONE;
    }

    @Override
    int mention(char[] text, int at, int limit) {
        if (at > 0) {
            char before = text[at - 1];
            if (before == '_' || before == '/' || before == '@' || (CharClass.flags(before) & CharClass.WORD) != 0) {
                return NONE;
            }
        }
        int i = at + 1;
        while (i < limit && isHandle(text[i])) {
            i++;
        }
        if (i == at + 1) {
            return NONE;
        }
        if (i + 1 < limit && text[i] == '@' && isHandle(text[i + 1])) {
            int end = host(text, i + 1, limit);
            return end > 0 ? end : i;
        }
        return i;
    }

    @Override
    int cashtag(char[] text, int at, int limit) {
        return NONE;
    }

    @Override
    int link(char[] text, int start, int wordEnd, int limit) {
        if (text[wordEnd] == ':') {
            boolean http = matches(text, start, wordEnd, "http") || matches(text, start, wordEnd, "https");
            return http
                            && wordEnd + 3 < limit
                            && text[wordEnd + 1] == '/'
                            && text[wordEnd + 2] == '/'
                            && isLinkPart(text[wordEnd + 3])
                    ? rest(text, wordEnd + 3, limit)
                    : NONE;
        }
        if (start > 0 && (text[start - 1] == '@' || text[start - 1] == '.' || text[start - 1] == '-')) {
            return NONE;
        }
        int end = host(text, start, limit);
        if (end < 0) {
            return NONE;
        }
        if (end < limit && text[end] == '@') {
            return NONE;
        }
        return end < limit && (text[end] == '/' || text[end] == '?' || text[end] == '#') ? rest(text, end, limit) : end;
    }

    private static boolean isHandle(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** Labels joined by full stops, the last of them a well-known ending. */
    private static int host(char[] text, int start, int limit) {
        int i = start;
        int labelStart = start;
        int labels = 0;
        int end = NONE;
        while (i <= limit) {
            char c = i < limit ? text[i] : ' ';
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
                i++;
                continue;
            }
            if (i == labelStart) {
                break;
            }
            labels++;
            if (labels > 1 && Endings.isEnding(text, labelStart, i)) {
                end = i;
            }
            if (c != '.') {
                break;
            }
            i++;
            labelStart = i;
        }
        return end;
    }

    /** The rest of a link: up to white space, less the punctuation that ends the sentence around it. */
    private static int rest(char[] text, int from, int limit) {
        int i = from;
        int open = 0;
        while (i < limit && isLinkPart(text[i])) {
            open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
            i++;
        }
        while (i > from && isTrailer(text[i - 1])) {
            i--;
        }
        return i;
    }

    private static boolean isLinkPart(char c) {
        int kind = CharClass.of(c);
        return kind != CharClass.SPACE
                && kind != CharClass.NEWLINE
                && kind != CharClass.OTHER
                && c != '"'
                && c != '<'
                && c != '>'
                && c != '\u201C'
                && c != '\u201D'
                && c != '\u2026'
                && kind != CharClass.SURROGATE_HIGH
                && kind != CharClass.SURROGATE_LOW;
    }

    private static boolean isTrailer(char c) {
        return c == '.'
                || c == ','
                || c == ';'
                || c == ':'
                || c == '!'
                || c == '?'
                || c == '\''
                || c == '\u2019'
                || c == '*'
                || c == ']';
    }

    private static boolean matches(char[] text, int start, int end, String word) {
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[start + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    int length(Scan scan) {
        return scan.graphemes();
    }

    @Override
    int maxLength() {
        return maxLength;
    }
}
