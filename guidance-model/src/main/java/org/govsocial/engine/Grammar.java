package org.govsocial.engine;

import java.time.Instant;
import org.govsocial.model.Platform;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.CharClass;
import org.jspecify.annotations.Nullable;

/**
 * How a platform reads text: what it links as hashtag, mention, cashtag and link, and how it counts length. Stateless.
 * Offsets are positions in a buffer of UTF-16 code units of which {@code limit} are the text.
 */
abstract class Grammar {
    /** No such token here. */
    static final int NONE = -1;

    static Grammar of(Platform platform) {
        return switch (platform.id()) {
            case "x" -> XGrammar.X;
            case "mastodon" -> MastodonGrammar.MASTODON;
            case "bluesky" -> BlueskyGrammar.BLUESKY;
            case "facebook" -> NeutralGrammar.FACEBOOK;
            case "instagram" -> NeutralGrammar.INSTAGRAM;
            case "threads" -> NeutralGrammar.THREADS;
            case "linkedin" -> NeutralGrammar.LINKEDIN;
            case "tiktok" -> NeutralGrammar.TIKTOK;
            case "youtube" -> NeutralGrammar.YOUTUBE;
            case "pinterest" -> NeutralGrammar.PINTEREST;
            default -> NeutralGrammar.ANY;
        };
    }

    /** Where the hashtag ends whose sign stands at {@code at}; {@link #NONE} when the platform links none. */
    abstract int hashtag(char[] text, int at, int limit);

    /** Where the mention ends whose sign stands at {@code at}. */
    abstract int mention(char[] text, int at, int limit);

    /** Where the cashtag ends whose sign stands at {@code at}. */
    int cashtag(char[] text, int at, int limit) {
        return NONE;
    }

    /**
     * Where the link ends that begins at {@code start}, in a word that ends at {@code wordEnd} before one of the marks
     * that {@link #mayBeLink} knows.
     *
     * @param start what {@link #linkStart} returned
     * @return {@link #NONE} when none does; for a link that is refused, the complement ({@code ~}) of where it would
     *     end, since none begins inside it
     */
    abstract int link(char[] text, int start, int wordEnd, int limit);

    /**
     * The grammar by which the platform counted at a time.
     *
     * @param time null for today
     */
    Grammar asOf(@Nullable Instant time) {
        return this;
    }

    /** Where the first character stands that makes the platform refuse a post; {@link #NONE} when it takes them all. */
    int refused(Scan scan) {
        return NONE;
    }

    /** The post's length in the platform's unit. */
    abstract int length(Scan scan);

    /** More than the length can be, at little cost. */
    int longest(Scan scan) {
        return Math.max(2 * scan.limit() + 23 * scan.count(TokenKind.LINK), 0);
    }

    /** The most that the platform accepts; {@link Integer#MAX_VALUE} when none is known. */
    abstract int maxLength();

    /** Whether what stands after a word, at {@code at}, can go on with a link; most sentences end with the answer no. */
    static boolean mayBeLink(char[] text, int at, int limit) {
        if (at + 1 >= limit) {
            return false;
        }
        char next = text[at + 1];
        return switch (text[at]) {
            case '.', '-', '_' -> next > ' ';
            case ':' -> next == '/';
            default -> false;
        };
    }

    /**
     * Where in the word from {@code start} to {@code wordEnd} a link would begin: scripts without spaces put a link
     * right behind the word before it.
     */
    int linkStart(char[] text, int start, int wordEnd) {
        if (text[wordEnd] == ':') {
            int from = schemeStart(text, start, wordEnd);
            return from < 0 || from > start && isLatinOrDigit(text[from - 1]) ? start : from;
        }
        int from = wordEnd;
        while (from > start && (Hosts.isLetter(text[from - 1]) || text[from - 1] == '.')) {
            from--;
        }
        return from == wordEnd ? start : from;
    }

    /** Where the {@code http} or {@code https} starts that ends at {@code end}. */
    private static int schemeStart(char[] text, int start, int end) {
        int from = (text[end - 1] | 0x20) == 's' ? end - 5 : end - 4;
        return from >= start && isScheme(text, from, end) ? from : NONE;
    }

    /** Whether {@code http} or {@code https} stands here, in capital or small letters. */
    static boolean isScheme(char[] text, int start, int end) {
        return (end - start == 4 || end - start == 5 && (text[end - 1] | 0x20) == 's')
                && (text[start] | 0x20) == 'h'
                && (text[start + 1] | 0x20) == 't'
                && (text[start + 2] | 0x20) == 't'
                && (text[start + 3] | 0x20) == 'p';
    }

    /** Whether {@code ://} stands at {@code at}. */
    static boolean isSchemeEnd(char[] text, int at, int limit) {
        return at + 2 < limit && text[at] == ':' && text[at + 1] == '/' && text[at + 2] == '/';
    }

    static boolean isWordPart(char[] text, int at, int limit) {
        return (flags(text, at, limit) & CharClass.WORD) != 0;
    }

    /** The class and flags of the whole character at {@code at}; 0 at the end of the text. */
    static int flags(char[] text, int at, int limit) {
        if (at >= limit) {
            return 0;
        }
        int flags = CharClass.flags(text[at]);
        return (flags & CharClass.CLASS) == CharClass.SURROGATE_HIGH && isPair(text, at, limit)
                ? CharClass.flags(Character.toCodePoint(text[at], text[at + 1]))
                : flags;
    }

    /** The class and flags of the whole character before {@code at}; 0 at the start of the text. */
    static int flagsBefore(char[] text, int at) {
        if (at == 0) {
            return 0;
        }
        return at > 1 && isPair(text, at - 2, at)
                ? CharClass.flags(Character.toCodePoint(text[at - 2], text[at - 1]))
                : CharClass.flags(text[at - 1]);
    }

    static boolean isPair(char[] text, int at, int limit) {
        return at + 1 < limit && Character.isHighSurrogate(text[at]) && Character.isLowSurrogate(text[at + 1]);
    }

    static boolean isLatinOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether white space or nothing stands before {@code at}. */
    static boolean isAfterSpace(char[] text, int at) {
        return at == 0 || isSpace(text[at - 1]);
    }

    static boolean isSpace(char c) {
        int kind = CharClass.of(c);
        return kind == CharClass.SPACE || kind == CharClass.NEWLINE;
    }

    /** How many bytes a part of the text has in UTF-8. */
    static int utf8(char[] text, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            // Each half of a surrogate pair is half of four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
