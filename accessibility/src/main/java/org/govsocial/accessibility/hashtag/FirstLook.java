package org.govsocial.accessibility.hashtag;

import org.jspecify.annotations.Nullable;

/**
 * Says at little cost that a tag needs no more capitals than it has, which is so of most tags: those of whole words, and
 * those of names for which {@link Promise} sees nothing in the words. Reuses its arrays, so it belongs to one thread.
 */
final class FirstLook {
    /** So many words are looked up before {@link WholeWords} are worth making: a check of one post must not wait. */
    private static final int MANY = 4_096;

    private static final long CAPITALS = (1L << 26) - 1 << Folding.CAPITAL;
    private static final long SMALL = (1L << 26) - 1;

    private final WordTable table;
    private final Run run;
    private final Promise promise;

    private final char[] chars = new char[Run.LONGEST];

    /** The tag, letter by letter as {@link Folding#withCase} has them. */
    private final byte[] codes = new byte[Run.LONGEST];

    private @Nullable WholeWords wholeWords;
    private int lookedUp;

    /**
     * @param run where the letters go that are looked at
     * @param smallWords the nodes of words like "of"
     */
    FirstLook(WordTable table, Run run, int[] smallWords) {
        this.table = table;
        this.run = run;
        promise = new Promise(table, run, smallWords);
    }

    /** {@return whether {@link TagReader#verdict} may be CLEAR or LIKELY} */
    boolean mayDivide(String text, int start, int end) {
        int length = end - start;
        if (length <= 0 || length > Run.LONGEST) {
            return false;
        }
        text.getChars(start, end, chars, 0);
        long seen = 0;
        for (int i = 0; i < length; i++) {
            int code = Folding.withCase(chars[i]);
            codes[i] = (byte) code;
            seen |= 1L << code;
        }
        if ((seen >>> Folding.OTHER & 1) != 0 || codes[0] == Folding.MARK) {
            return false;
        }
        boolean mixed = (seen & CAPITALS) != 0 && (seen & SMALL) != 0;
        return mixed || (seen >>> Folding.JOIN & 1) != 0 ? cased(length) : divides(0, length, true, false);
    }

    /** What {@link TagReader} does with a tag that capitals or low lines divide. */
    private boolean cased(int length) {
        int at = 0;
        while (at < length) {
            int first = at;
            int code = codes[at++];
            boolean capital = code >= Folding.CAPITAL;
            if (!capital && code >= Folding.DIGIT) {
                continue;
            }
            while (capital && at < length && codes[at] >= Folding.CAPITAL) {
                at++;
            }
            int small = at;
            while (at < length && isSmall(codes[at])) {
                at++;
            }
            if (at == small && small > first + 1 || at - first < TagReader.SHORTEST_PIECE) {
                continue; // capitals only, or too short
            }
            // Behind several capitals the word may start with the last of them, or after it.
            if (small > first + 1
                    ? piece(small - 1, at, at < length, true) || piece(small, at, at < length, true)
                    : piece(first, at, at < length, capital || first > 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(int code) {
        return code < Folding.DIGIT || code == Folding.MARK;
    }

    private boolean piece(int start, int end, boolean wordFollows, boolean named) {
        return end - start >= TagReader.SHORTEST_PIECE && divides(start, end, !named, wordFollows);
    }

    /**
     * Whether a part of the tag may be several words.
     *
     * @param likely whether a reading that is likely is enough, where one of the words may be unknown; or it must be clear
     * @param smallLast whether a word like "of" at the end makes a likely reading clear
     */
    private boolean divides(int start, int end, boolean likely, boolean smallLast) {
        run.begin();
        long key = 0;
        boolean plain = true;
        for (int i = start; i < end; i++) {
            int letter = codes[i] & Folding.CAPITAL - 1;
            if (letter != Folding.MARK) {
                key = WholeWords.extend(key, letter);
                plain &= letter < Folding.DIGIT;
                run.put(letter);
            }
        }
        int answer = plain ? answer(key) : WholeWords.NONE;
        if (answer == WholeWords.NONE) {
            return promise.divides(likely, smallLast);
        }
        // The table knows what the reader says of a whole word.
        Verdict verdict = WordTable.verdictOf(answer);
        return verdict == Verdict.CLEAR
                || likely && verdict == Verdict.LIKELY
                || smallLast && WordTable.isSmallLast(answer) && verdict != Verdict.ONE_WORD;
    }

    private int answer(long key) {
        if (run.length() <= WholeWords.LONGEST) {
            if (wholeWords == null && ++lookedUp > MANY) {
                wholeWords = table.wholeWords();
            }
            if (wholeWords != null) {
                return wholeWords.answer(key);
            }
        }
        int node = run.wholeNode();
        return node > 0 ? table.answer(node) : WholeWords.NONE;
    }
}
