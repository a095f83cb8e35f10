package org.govsocial.engine;

import java.text.Normalizer;
import java.time.Instant;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;
import org.govsocial.text.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * X, as its library <a href="https://github.com/twitter/twitter-text">twitter-text</a> 3 reads and counts, after
 * composition (NFC), with one of the three configurations that the library holds. Version 3: at most 280, where a link
 * counts 23, an emoji 2, a character of most alphabets 1 and any other 2. Version 2, in force from 7 November 2017: the
 * same, but each character of an emoji counts by itself. Version 1, until then: at most 140 characters, a link 23.
 */
final class XGrammar extends TwitterTextGrammar {
    /** Version 3, in force since 11 October 2018. */
    static final XGrammar X = new XGrammar(280, true, true);

    private static final XGrammar VERSION_2 = new XGrammar(280, true, false);
    private static final XGrammar VERSION_1 = new XGrammar(140, false, false);

    /** Twitter's announcement "Tweeting Made Easier" is of this day; it came to all in the days after. */
    private static final Instant SINCE_2 = Instant.parse("2017-11-07T00:00:00Z");
    /** Twitter's announcement that all emoji count equally is of this day, as the press reported it. */
    private static final Instant SINCE_3 = Instant.parse("2018-10-11T00:00:00Z");

    private static final int LINK_LENGTH = 23;
    private static final int MOST_BEYOND_ONE = 2;
    private static final int EMOJI_LENGTH = 2;
    private static final int LONGEST_HANDLE = 20;
    private static final char FIRST_MARK = '\u0300';
    private static final int LONGEST_LIST = 25;
    private static final int LONGEST_SHORTENED = 40;

    /** What the characters of ASCII may be part of. */
    private static final byte[] MARKS = new byte[0x80];

    private static final int PATH = 1;
    private static final int PATH_END = 1 << 1;
    private static final int QUERY = 1 << 2;
    private static final int QUERY_END = 1 << 3;
    private static final int HANDLE = 1 << 4;
    private static final int LETTER = 1 << 5;

    static {
        mark("!*';:=+,.$/%#[]-_~|&@", PATH);
        mark("=_#/-+", PATH_END);
        mark("!?*'();:&=+$/%#[]-_.,~|@", QUERY);
        mark("-_&=#/", QUERY_END);
        mark("_", HANDLE);
        for (char c = 0; c < MARKS.length; c++) {
            if (isLatinOrDigit(c)) {
                MARKS[c] |= PATH | PATH_END | QUERY | QUERY_END | HANDLE;
                MARKS[c] |= (byte) (isDigit(c) ? 0 : LETTER);
            }
        }
    }

    private static void mark(String characters, int part) {
        for (int i = 0; i < characters.length(); i++) {
            MARKS[characters.charAt(i)] |= (byte) part;
        }
    }

    private final int maxLength;
    /** Whether characters outside most alphabets count 2. */
    private final boolean weighted;
    /** Whether an emoji counts 2, however many characters it has. */
    private final boolean wholeEmoji;

    private XGrammar(int maxLength, boolean weighted, boolean wholeEmoji) {
        this.maxLength = maxLength;
        this.weighted = weighted;
        this.wholeEmoji = wholeEmoji;
    }

    @Override
    Grammar asOf(@Nullable Instant time) {
        if (time == null || !time.isBefore(SINCE_3)) {
            return X;
        }
        return time.isBefore(SINCE_2) ? VERSION_1 : VERSION_2;
    }

    /** A byte order mark, or one of the two characters that are none: twitter-text's INVALID_CHARACTERS. */
    @Override
    int refused(Scan scan) {
        if (!scan.has(Trait.INVISIBLES) && scan.next(TokenKind.SYMBOL, 0) < 0) {
            return NONE;
        }
        char[] text = scan.buffer();
        for (int i = 0; i < scan.limit(); i++) {
            if (text[i] == '\uFFFE' || text[i] == '\uFFFF' || text[i] == '\uFEFF') {
                return i;
            }
        }
        return NONE;
    }

    @Override
    int hashtag(char[] text, int at, int limit) {
        if (at > 0 && text[at - 1] != ' ' && (text[at - 1] == '&' || isTagBefore(text, at))) {
            return NONE;
        }
        int i = at + 1;
        if (i < limit && (text[i] == '\uFE0F' || text[i] == '\u20E3')) {
            return NONE;
        }
        int parts = 0;
        boolean letter = false;
        while (i < limit) {
            char c = text[i];
            if (c < 0x80) {
                if ((MARKS[c] & HANDLE) == 0) {
                    break;
                }
                parts |= MARKS[c];
                i++;
                continue;
            }
            int flags = flags(text, i, limit);
            if (isLetterOrMark(flags, c)) {
                letter = true;
            } else if ((flags & CharClass.CLASS) != CharClass.DIGIT && !isTagJoiner(c)) {
                break;
            }
            i += isPair(text, i, limit) ? 2 : 1;
        }
        boolean spoilt = i < limit && (CharClass.of(text[i]) == CharClass.HASH || isSchemeEnd(text, i, limit));
        return (letter || (parts & LETTER) != 0) && !spoilt ? i : NONE;
    }

    private static boolean isTagBefore(char[] text, int at) {
        char before = text[at - 1];
        // A variation selector belongs to the emoji before it.
        if (before == '\uFE0E' || before == '\uFE0F') {
            return false;
        }
        int flags = flagsBefore(text, at);
        return isLetterOrMark(flags, before) || (flags & CharClass.CLASS) == CharClass.DIGIT || isTagJoiner(before);
    }

    private static boolean isLetterOrMark(int flags, char c) {
        return (flags & CharClass.LETTER) != 0
                || (flags & CharClass.CLASS) == CharClass.MARK
                || c >= '\uFE00' && c <= '\uFE0F';
    }

    /** What may stand inside a hashtag though it is no letter, mark or digit. */
    private static boolean isTagJoiner(char c) {
        return switch (c) {
            case '_',
                    '\u00B7',
                    '\u05BE',
                    '\u05F3',
                    '\u05F4',
                    '\u0F0B',
                    '\u0F0C',
                    '\u200C',
                    '\u200D',
                    '\u3003',
                    '\u301C',
                    '\u309B',
                    '\u309C',
                    '\u30A0',
                    '\u30FB',
                    '\uA67E',
                    '\uFF5E' -> true;
            default -> false;
        };
    }

    /** A mention, or a list such as {@code @user/list}. */
    @Override
    int mention(char[] text, int at, int limit) {
        int i = at + 1;
        while (i < limit && i - at <= LONGEST_HANDLE && isHandle(text[i])) {
            i++;
        }
        if (i == at + 1 || !mayMentionFollow(text, at)) {
            return NONE;
        }
        if (i + 1 < limit && text[i] == '/' && isLatinOrDigit(text[i + 1]) && !isDigit(text[i + 1])) {
            int list = i + 1;
            i = list + 1;
            while (i < limit && i - list < LONGEST_LIST && (isHandle(text[i]) || text[i] == '-')) {
                i++;
            }
        }
        return spoilsMention(text, i, limit) ? NONE : i;
    }

    private static boolean mayMentionFollow(char[] text, int at) {
        int first = at;
        while (first > 0 && CharClass.of(text[first - 1]) == CharClass.AT) {
            first--;
        }
        if (first == 0) {
            return true;
        }
        char before = text[first - 1];
        if (isHandle(before)) {
            return isRetweet(text, first);
        }
        return switch (before) {
            case '!', '#', '$', '%', '&', '*' -> false;
            default -> true;
        };
    }

    /** Whether {@code RT} stands before the sign, as people mark what they pass on. */
    private static boolean isRetweet(char[] text, int at) {
        if (at < 2 || (text[at - 1] | 0x20) != 't' || (text[at - 2] | 0x20) != 'r') {
            return false;
        }
        if (at == 2) {
            return true;
        }
        char before = text[at - 3];
        return !isHandle(before) && before != '+' && before != '~' && before != '.' && before != '-';
    }

    private static boolean isHandle(char c) {
        return c < 0x80 && (MARKS[c] & HANDLE) != 0;
    }

    @Override
    int cashtag(char[] text, int at, int limit) {
        if (!isAfterSpace(text, at)) {
            return NONE;
        }
        int i = letters(text, at + 1, limit, 6);
        if (i == at + 1) {
            return NONE;
        }
        if (i + 1 < limit && (text[i] == '.' || text[i] == '_')) {
            int longer = letters(text, i + 1, limit, 2);
            for (int end = longer; end > i + 1; end--) {
                if (endsCashtag(text, end, limit)) {
                    return end;
                }
            }
        }
        return endsCashtag(text, i, limit) ? i : NONE;
    }

    private static int letters(char[] text, int from, int limit, int most) {
        int i = from;
        while (i < limit && i - from < most && isLatinOrDigit(text[i]) && !isDigit(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean endsCashtag(char[] text, int at, int limit) {
        return at >= limit || text[at] <= '~' && !isLatinOrDigit(text[at]) && (text[at] > ' ' || isSpace(text[at]));
    }

    /**
     * Where no link may begin, as after a sign or inside another word, an accented letter may still stand before one; it
     * does even at the start of the text, where the accented letter could belong to the link.
     */
    @Override
    int linkStart(char[] text, int start, int wordEnd) {
        int from = super.linkStart(text, start, wordEnd);
        if (text[wordEnd] == ':' || from > 0 && mayPrecede(text[from - 1])) {
            return from;
        }
        int next = from;
        int last = from == 0 ? 1 : wordEnd - 1;
        while (next < last && text[next] < 0x80) {
            next++;
        }
        return next < last && Hosts.isLetter(text[next + 1]) ? next + 1 : from;
    }

    @Override
    boolean linksWithoutScheme() {
        return true;
    }

    @Override
    int host(char[] text, int from, int limit, boolean scheme) {
        int end = Hosts.end(text, from, limit);
        return end > 0 || !scheme ? end : Hosts.unicodeEnd(text, from, limit, 1);
    }

    /** What {@link #shortened} says of the common case: a code of letters and digits, and no query. */
    @Override
    int ownLink(char[] text, int host, int limit) {
        int code = host + 5;
        if (code >= limit
                || text[host] != 't'
                || text[host + 1] != '.'
                || text[host + 2] != 'c'
                || text[host + 3] != 'o'
                || text[host + 4] != '/') {
            return NONE;
        }
        int i = code;
        while (i < limit && isLatinOrDigit(text[i])) {
            i++;
        }
        return i > code && i - code <= LONGEST_SHORTENED && (i == limit || text[i] != '?') ? i : NONE;
    }

    /** A link of X's own shortener ends with its code of letters and digits; with a code too long it is none. */
    @Override
    int shortened(char[] text, int host, int hostEnd, int end) {
        boolean own = hostEnd - host == 4
                && (text[host] | 0x20) == 't'
                && text[host + 1] == '.'
                && (text[host + 2] | 0x20) == 'c'
                && (text[host + 3] | 0x20) == 'o';
        if (!own || hostEnd + 1 >= end || text[hostEnd] != '/' || !isLatinOrDigit(text[hostEnd + 1])) {
            return end;
        }
        int i = hostEnd + 1;
        while (i < end && isLatinOrDigit(text[i])) {
            i++;
        }
        return i - hostEnd - 1 > LONGEST_SHORTENED ? ~end : query(text, i, end);
    }

    @Override
    boolean isPath(char c) {
        return c < 0x80 ? (MARKS[c] & PATH) != 0 : Hosts.isLetter(c) || c >= 0x400 && c <= 0x4FF || c == '\u2013';
    }

    @Override
    boolean isPathEnd(char c) {
        return c < 0x80 ? (MARKS[c] & PATH_END) != 0 : c != '\u2013';
    }

    @Override
    boolean isQuery(char c) {
        return c < 0x80 && (MARKS[c] & QUERY) != 0;
    }

    @Override
    boolean isQueryEnd(char c) {
        return c < 0x80 && (MARKS[c] & QUERY_END) != 0;
    }

    @Override
    int maxLength() {
        return maxLength;
    }

    @Override
    int longest(Scan scan) {
        int characters = scan.limit() - scan.charactersOfLinks();
        int most =
                scan.limit() + MOST_BEYOND_ONE * (characters - scan.latin()) + LINK_LENGTH * scan.count(TokenKind.LINK);
        if (most <= maxLength) {
            return most;
        }
        char[] text = scan.buffer();
        int length = scan.limit() + scan.count(TokenKind.EMOJI);
        for (int link = scan.next(TokenKind.LINK, 0); link >= 0; link = scan.next(TokenKind.LINK, link + 1)) {
            length += linkLength(scan, link) - (scan.end(link) - scan.start(link));
        }
        int beyond = mostBeyondOne(text, scan.limit());
        // Composition may make letters that a link cannot follow, so that its own characters count.
        boolean changes = beyond > 0 && maybeNotComposed(text, scan.limit());
        return length + beyond + (changes ? scan.charactersOfLinks() : 0);
    }

    /** What the characters of a text may count more than 1 each: nothing, for most texts. */
    private int mostBeyondOne(char[] text, int limit) {
        // All bits at once: most texts have no character of any weight, and a loop as plain as this is quick.
        int all = 0;
        for (int i = 0; i < limit; i++) {
            all |= text[i];
        }
        if (all < FIRST_MARK) {
            return 0;
        }
        int beyond = 0;
        for (int i = 0; i < limit; i++) {
            beyond += text[i] < FIRST_MARK ? 0 : mostBeyondOne(text[i]);
        }
        return beyond;
    }

    /** What a character may count more than 1: composition makes up to three of some. */
    private int mostBeyondOne(char c) {
        return maybeNotComposed(c) ? MOST_BEYOND_ONE : weighted && !isLight(c) ? 1 : 0;
    }

    @Override
    int length(Scan scan) {
        String text = scan.post().text();
        if (text.isBlank() && text.trim().isEmpty()) {
            return 0;
        }
        if (maybeNotComposed(scan.buffer(), scan.limit()) && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            var composed = new Scan(Terms.builder().build());
            composed.scan(Post.of("composed", Normalizer.normalize(text, Normalizer.Form.NFC)), Platform.X);
            return weigh(composed);
        }
        return weigh(scan);
    }

    private int weigh(Scan scan) {
        int length = 0;
        int from = 0;
        for (int token = 0; token < scan.tokenCount(); token++) {
            if (scan.kind(token) == TokenKind.LINK) {
                length += weigh(scan, from, scan.start(token)) + linkLength(scan, token);
                from = scan.end(token);
            }
        }
        return length + weigh(scan, from, scan.limit());
    }

    /** While the limit was 140, links that X had shortened had 20 to 23 characters, and counted as many. */
    private int linkLength(Scan scan, int token) {
        int start = scan.start(token);
        String text = scan.post().text();
        boolean shortened =
                !weighted && (text.startsWith("http://t.co/", start) || text.startsWith("https://t.co/", start));
        return shortened ? Math.min(LINK_LENGTH, scan.end(token) - start) : LINK_LENGTH;
    }

    private int weigh(Scan scan, int from, int to) {
        char[] text = scan.buffer();
        int weight = 0;
        int i = from;
        while (i < to) {
            int emoji = wholeEmoji && Emoji.maybeStart(text[i])
                    ? Emoji.match(scan.post().text(), i, to)
                    : NONE;
            weight += emoji > 0 ? EMOJI_LENGTH : !weighted || isLight(text[i]) ? 1 : 2;
            i = emoji > 0 ? emojiEnd(text, emoji) : isPair(text, i, to) ? i + 2 : i + 1;
        }
        return weight;
    }

    private static boolean isLight(char c) {
        return c <= 0x10FF || c >= 0x2000 && c <= 0x200D || c >= 0x2010 && c <= 0x201F || c >= 0x2032 && c <= 0x2037;
    }

    /** The emoji without a variation selector at its end that X does not know for it, and so counts by itself. */
    private static int emojiEnd(char[] text, int end) {
        return text[end - 1] != '\uFE0F' || takesSelector(Character.codePointBefore(text, end - 1)) ? end : end - 1;
    }

    /** Characters with a text style, and those of the others that had variation sequences in Unicode 6.1. */
    private static boolean takesSelector(int c) {
        return switch (c) {
            case 0x231A, 0x231B, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x267F, 0x2693, 0x26A1, 0x26AA, 0x26AB, 0x26BD -> true;
            case 0x26BE, 0x26C4, 0x26C5, 0x26D4, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26FA, 0x26FD, 0x2757, 0x2B1B -> true;
            case 0x2B1C, 0x2B50, 0x2B55, 0x1F004, 0x1F21A, 0x1F22F -> true;
            default -> c >= 0x2648 && c <= 0x2653 || Emoji.isTextByDefault(c);
        };
    }

    private static boolean maybeNotComposed(char[] text, int limit) {
        for (int i = 0; i < limit; i++) {
            if (text[i] >= 0x300 && maybeNotComposed(text[i])) {
                return true;
            }
        }
        return false;
    }

    /**
     * False only for characters that composition leaves alone, whatever stands beside them; chosen so that plain text,
     * typographic marks, most scripts and emoji need no copy.
     */
    private static boolean maybeNotComposed(char c) {
        if (CharClass.of(c) == CharClass.MARK) {
            return true;
        }
        boolean stable = c >= 0x388 && c <= 0x904
                || c >= 0x2002 && c < 0x2126
                || c >= 0x2190 && c < 0x2329
                || c >= 0x232B && c < 0x2ADC
                || c >= 0x2E80 && c < 0xD7A4
                || c >= 0xD83C && c <= 0xD83E
                || c >= 0xDC00 && c <= 0xDFFF
                || c >= 0xFE00 && c <= 0xFFEF;
        return !stable;
    }
}
