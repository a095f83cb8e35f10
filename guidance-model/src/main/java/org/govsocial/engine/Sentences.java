package org.govsocial.engine;

import java.util.Arrays;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.CharClass;

/**
 * The sentences of a scanned text, found when first asked for. A line break ends a sentence; so does a full stop,
 * question or exclamation mark before white space, unless an abbreviation, an initial or a number it belongs to stands
 * before it, or a small letter follows a full stop.
 */
final class Sentences {
    /** A full stop after one of these ends no sentence. Sorted. */
    private static final String[] ABBREVIATIONS = sorted(
            "approx", "apr", "aug", "ave", "capt", "cr", "dec", "dept", "dr", "eg", "feb", "govt", "hon", "ie", "jan",
            "jul", "jun", "lt", "mr", "mrs", "ms", "mt", "nov", "oct", "ph", "prof", "rd", "rev", "sep", "sept", "sgt",
            "st", "tel", "thu", "thur", "thurs", "tue", "tues", "vs", "wed", "fri");

    /** The same, but only before a number: otherwise they are words. Sorted. */
    private static final String[] BEFORE_NUMBERS =
            sorted("art", "ext", "fig", "mar", "mon", "no", "nos", "para", "pp", "sat", "sun", "vol");

    private static String[] sorted(String... words) {
        Arrays.sort(words);
        return words;
    }

    private final Scan scan;
    private int count = -1;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int[] words = new int[16];

    Sentences(Scan scan) {
        this.scan = scan;
    }

    void forget() {
        count = -1;
    }

    int count() {
        if (count < 0) {
            count = 0;
            find();
        }
        return count;
    }

    int start(int sentence) {
        return starts[check(sentence)];
    }

    int end(int sentence) {
        return ends[check(sentence)];
    }

    int words(int sentence) {
        return words[check(sentence)];
    }

    private int check(int sentence) {
        if (sentence < 0 || sentence >= count()) {
            throw new IndexOutOfBoundsException("sentence " + sentence + " of " + count);
        }
        return sentence;
    }

    private void find() {
        int tokens = scan.tokenCount();
        int tail = tail(tokens);
        int start = 0;
        int read = 0;
        int token = 0;
        while (token < tokens) {
            TokenKind kind = scan.kind(token);
            if (kind == TokenKind.LINE_BREAK) {
                close(start, token, read);
                start = token + 1;
                read = 0;
            } else if (kind == TokenKind.PUNCTUATION && ends(token, tokens)) {
                int end = token + 1;
                while (end < tokens && isCloser(end) && scan.start(end) == scan.end(end - 1)) {
                    end++;
                }
                close(start, end, read);
                start = end;
                read = 0;
                token = end - 1;
            } else if (isRead(kind, token, tail) && !isJoined(token)) {
                read++;
            }
            token++;
        }
        close(start, tokens, read);
    }

    private void close(int start, int end, int read) {
        if (read == 0) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            words = Arrays.copyOf(words, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        words[count] = read;
        count++;
    }

    private static boolean isRead(TokenKind kind, int token, int tail) {
        return kind == TokenKind.WORD || kind == TokenKind.NUMBER || kind == TokenKind.HASHTAG && token < tail;
    }

    /** The second half of "well-being" or "18–21" is not a word of its own. */
    private boolean isJoined(int token) {
        if (token < 2 || scan.start(token) != scan.end(token - 1) || scan.start(token - 1) != scan.end(token - 2)) {
            return false;
        }
        char between = scan.buffer()[scan.start(token - 1)];
        if (between == '\u2013') {
            return scan.kind(token) == TokenKind.NUMBER && scan.kind(token - 2) == TokenKind.NUMBER;
        }
        return between == '-' || between == '\u2010' || between == '\u2011' || between == '\'' || between == '\u2019';
    }

    /** The first token of the row of hashtags, mentions, links and emoji at the end of the post. */
    private int tail(int tokens) {
        int tail = tokens;
        while (tail > 0) {
            TokenKind kind = scan.kind(tail - 1);
            if (kind == TokenKind.WORD
                    || kind == TokenKind.NUMBER
                    || kind == TokenKind.PUNCTUATION
                            && CharClass.of(scan.buffer()[scan.start(tail - 1)]) == CharClass.SENTENCE_END) {
                break;
            }
            tail--;
        }
        return tail;
    }

    private boolean isCloser(int token) {
        if (scan.kind(token) != TokenKind.PUNCTUATION) {
            return false;
        }
        char c = scan.buffer()[scan.start(token)];
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '\u2019' || c == '\u201D' || c == '\u00BB';
    }

    private boolean ends(int token, int tokens) {
        char mark = scan.buffer()[scan.start(token)];
        if (CharClass.of(mark) != CharClass.SENTENCE_END) {
            return false;
        }
        int next = token + 1;
        while (next < tokens && isCloser(next) && scan.start(next) == scan.end(next - 1)) {
            next++;
        }
        if (next >= tokens) {
            return true;
        }
        boolean single = scan.end(token) - scan.start(token) == 1;
        if (scan.start(next) == scan.end(next - 1)) {
            // Nothing between: a decimal, an address, a list "a.b", or another mark of the same end.
            return mark != '.' && scan.kind(next) != TokenKind.PUNCTUATION;
        }
        if (mark == '!' || mark == '?' || !single) {
            return mark == '.' ? !startsSmall(next) : next == token + 1 || !startsSmall(next);
        }
        return mark != '.' || !startsSmall(next) && !isAbbreviation(token);
    }

    private boolean startsSmall(int token) {
        return scan.kind(token) == TokenKind.WORD
                && CharClass.of(scan.buffer()[scan.start(token)]) == CharClass.LETTER_LOWER;
    }

    private boolean isAbbreviation(int stop) {
        if (stop == 0 || scan.end(stop - 1) != scan.start(stop)) {
            return false;
        }
        TokenKind kind = scan.kind(stop - 1);
        if (kind != TokenKind.WORD) {
            return false;
        }
        int start = scan.start(stop - 1);
        int end = scan.end(stop - 1);
        if (end - start == 1) {
            // An initial: "J. Smith", "e.g."
            return true;
        }
        if (end - start > 6) {
            return false;
        }
        return holds(ABBREVIATIONS, start, end)
                || stop + 1 < scan.tokenCount()
                        && scan.kind(stop + 1) == TokenKind.NUMBER
                        && holds(BEFORE_NUMBERS, start, end);
    }

    private boolean holds(String[] words, int start, int end) {
        int low = 0;
        int high = words.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(words[middle], start, end);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private int compare(String word, int start, int end) {
        for (int i = 0; i < word.length() && start + i < end; i++) {
            int order = word.charAt(i) - Terms.fold(scan.buffer()[start + i]);
            if (order != 0) {
                return order;
            }
        }
        return word.length() - (end - start);
    }
}
