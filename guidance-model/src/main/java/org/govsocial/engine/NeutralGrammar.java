package org.govsocial.engine;

import org.govsocial.spi.TokenKind;
import org.govsocial.text.CharClass;

/**
 * What most platforms agree on, where a platform publishes no grammar: hashtags of letters, digits and low lines with at
 * least one letter; mentions of Latin letters, digits and low lines, with a server where one follows; links with a
 * scheme or a registered ending. The limits are those that the platforms publish; {@code docs/platforms.md} has them all
 * with the day they were read.
 */
class NeutralGrammar extends Grammar {
    /** No limit. */
    static final NeutralGrammar ANY = new NeutralGrammar(Unit.CHARACTERS, Integer.MAX_VALUE, "");

    /**
     * 63,206: Facebook's announcement of 30 November 2011, still in force. User names are Latin letters, digits and full
     * stops: Facebook's help centre, "Guidelines for creating a custom username", read in November 2026.
     */
    static final NeutralGrammar FACEBOOK = new NeutralGrammar(Unit.CHARACTERS, 63_206, ".") {
        @Override
        boolean isHandle(char c) {
            return isLatinOrDigit(c);
        }
    };

    /** 2,200: Instagram Graph API, reference of the field {@code caption} of {@code ig-user/media}. */
    static final NeutralGrammar INSTAGRAM = new NeutralGrammar(Unit.CHARACTERS, 2_200, ".");

    /**
     * 500, an emoji as many as it has bytes of UTF-8: Threads API, "Threads Posts" of 14 April 2026, limitations. A tag has
     * at most 50 characters: the API's {@code topic_tag}, as the scheduling tool Zernio documents it, November 2026.
     */
    static final NeutralGrammar THREADS = new NeutralGrammar(Unit.EMOJI_AS_BYTES, 500, ".") {
        private static final int LONGEST_TAG = 50;

        @Override
        int hashtag(char[] text, int at, int limit) {
            int end = super.hashtag(text, at, limit);
            return end - at - 1 > LONGEST_TAG ? NONE : end;
        }
    };

    /**
     * 3,000: as the scheduling tools Publer and Ayrshare, which post there, document it. Besides names, a mention as
     * drafts for its Posts API write it, {@code @[Name](urn:li:organization:1)}: Microsoft Learn, "little text format",
     * version of May 2026.
     */
    static final NeutralGrammar LINKEDIN = new NeutralGrammar(Unit.CHARACTERS, 3_000, "") {
        private static final String URN = "](urn:li:";

        @Override
        int mention(char[] text, int at, int limit) {
            return at + 1 < limit && text[at + 1] == '['
                    ? written(text, at + 2, limit)
                    : super.mention(text, at, limit);
        }

        private static int written(char[] text, int from, int limit) {
            int i = from;
            while (i < limit && text[i] != ']' && text[i] != '\n') {
                i++;
            }
            for (int k = 0; k < URN.length(); k++) {
                if (i + k >= limit || text[i + k] != URN.charAt(k)) {
                    return NONE;
                }
            }
            while (i < limit && text[i] != ')' && !isSpace(text[i])) {
                i++;
            }
            return i < limit && text[i] == ')' ? i + 1 : NONE;
        }
    };

    /** 2,200 UTF-16 code units: TikTok Content Posting API, Direct Post, {@code post_info.title} of a video. */
    static final NeutralGrammar TIKTOK = new NeutralGrammar(Unit.UTF_16, 2_200, ".");

    /** 5,000 bytes: YouTube Data API, {@code snippet.description} of a video. */
    static final NeutralGrammar YOUTUBE = new NeutralGrammar(Unit.UTF_8, 5_000, ".-");

    /** 500, the description of a Pin: as the scheduling tools Publer and Ayrshare, which post there, document it. */
    static final NeutralGrammar PINTEREST = new NeutralGrammar(Unit.CHARACTERS, 500, "");

    private enum Unit {
        /** Characters as people see them: the least that a platform which does not say can mean. */
        CHARACTERS,
        EMOJI_AS_BYTES,
        UTF_16,
        UTF_8
    }

    private final Unit unit;
    private final int maxLength;
    private final String insideHandles;

    /** @param insideHandles what may join the words of a handle, besides the low line */
    private NeutralGrammar(Unit unit, int maxLength, String insideHandles) {
        this.unit = unit;
        this.maxLength = maxLength;
        this.insideHandles = insideHandles;
    }

    @Override
    int hashtag(char[] text, int at, int limit) {
        if (at > 0) {
            char before = text[at - 1];
            if (before == '&' || before == '/' || before == '_' || (flagsBefore(text, at) & CharClass.WORD) != 0) {
                return NONE;
            }
        }
        int i = at + 1;
        boolean letter = false;
        while (i < limit) {
            int flags = flags(text, i, limit);
            if ((flags & CharClass.WORD) == 0 && text[i] != '_') {
                break;
            }
            letter |= (flags & CharClass.LETTER) != 0;
            i += isPair(text, i, limit) ? 2 : 1;
        }
        return letter && !isSchemeEnd(text, i, limit) ? i : NONE;
    }

    @Override
    int mention(char[] text, int at, int limit) {
        if (at > 0) {
            char before = text[at - 1];
            if (before == '_'
                    || before == '/'
                    || CharClass.of(before) == CharClass.AT
                    || (flagsBefore(text, at) & CharClass.WORD) != 0) {
                return NONE;
            }
        }
        int i = at + 1;
        while (i < limit
                && (isHandle(text[i])
                        || i > at + 1
                                && i + 1 < limit
                                && insideHandles.indexOf(text[i]) >= 0
                                && isHandle(text[i + 1]))) {
            i++;
        }
        if (i == at + 1 || isSchemeEnd(text, i, limit)) {
            return NONE;
        }
        if (i + 1 < limit && text[i] == '@' && isHandle(text[i + 1])) {
            return Math.max(Hosts.end(text, i + 1, limit), i);
        }
        return i;
    }

    /** Whether a character is part of the names of accounts. */
    boolean isHandle(char c) {
        return isLatinOrDigit(c) || c == '_';
    }

    @Override
    int link(char[] text, int start, int wordEnd, int limit) {
        char before = start > 0 ? text[start - 1] : ' ';
        if (isLatinOrDigit(before)) {
            return NONE;
        }
        if (text[wordEnd] == ':') {
            int host = wordEnd + 3;
            boolean scheme = isScheme(text, start, wordEnd) && isSchemeEnd(text, wordEnd, limit);
            if (!scheme || host >= limit || !isLinkPart(text[host])) {
                return NONE;
            }
            int end = rest(text, host, limit);
            return Authority.isValid(text, host, end) ? end : ~end;
        }
        if (CharClass.of(before) == CharClass.AT
                || CharClass.of(before) == CharClass.HASH
                || "$./-_".indexOf(before) >= 0) {
            return NONE;
        }
        int end = Hosts.end(text, start, limit);
        if (end < 0 || Hosts.asciiLength(text, start, end) == NONE) {
            return NONE;
        }
        if (end < limit && (text[end] == '/' || text[end] == '?' || text[end] == '#')) {
            return rest(text, end, limit);
        }
        return isMissedSpace(text, start, end) ? NONE : end;
    }

    /** {@code done.It} is the end of a sentence, though {@code it} is registered. */
    private static boolean isMissedSpace(char[] text, int start, int end) {
        int ending = end;
        while (text[ending - 1] != '.') {
            ending--;
        }
        boolean name =
                Character.isUpperCase(text[ending]) && ending + 1 < end && Character.isLowerCase(text[ending + 1]);
        for (int i = start; i < ending - 1; i++) {
            name &= text[i] != '.';
        }
        return name;
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
        while (i > from + 1 && ".,;:!?'\u2019*]".indexOf(text[i - 1]) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isLinkPart(char c) {
        return switch (CharClass.of(c)) {
            case CharClass.SPACE,
                    CharClass.NEWLINE,
                    CharClass.OTHER,
                    CharClass.SURROGATE_HIGH,
                    CharClass.SURROGATE_LOW -> false;
            default -> "\"<>\u201C\u201D\u2026".indexOf(c) < 0;
        };
    }

    @Override
    int maxLength() {
        return maxLength;
    }

    @Override
    int length(Scan scan) {
        return switch (unit) {
            case CHARACTERS -> scan.graphemes();
            case UTF_16 -> scan.limit();
            case UTF_8 -> utf8(scan.buffer(), 0, scan.limit());
            case EMOJI_AS_BYTES -> {
                int length = scan.graphemes();
                for (int token = 0; token < scan.tokenCount(); token++) {
                    if (scan.kind(token) == TokenKind.EMOJI) {
                        length += utf8(scan.buffer(), scan.start(token), scan.end(token)) - 1;
                    }
                }
                yield length;
            }
        };
    }
}
