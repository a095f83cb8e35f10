package org.govsocial.accessibility.hashtag;

import org.jspecify.annotations.Nullable;

/**
 * Says at little cost that a tag needs no more capitals than it has, which is so of most tags: those of whole words, and
 * those of names in which {@link Promise} sees no words. Reuses its arrays, so it belongs to one thread.
 */
final class FirstLook {
    /** What a first look finds. */
    enum Sight {
        /** A tag that is not to be divided. */
        NOTHING,
        /** A word of the table that is clearly several. */
        CLEAR,
        /** A word of the table that is likely to be several. */
        LIKELY,
        /** A run that is no word of the table: its letters lie in the {@link Run}. */
        RUN,
        /** A tag of several pieces, one of which may be several words. */
        PIECES
    }

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

    /** {@return what to do about a tag; the run is changed} */
    Sight at(String text, int start, int end) {
        int length = end - start;
        if (length <= 0 || length > Run.LONGEST) {
            return Sight.NOTHING;
        }
        text.getChars(start, end, chars, 0);
        long seen = 0;
        for (int i = 0; i < length; i++) {
            int code = Folding.withCase(chars[i]);
            codes[i] = (byte) code;
            seen |= 1L << code;
        }
        if ((seen >>> Folding.OTHER & 1) != 0 || codes[0] == Folding.MARK) {
            return Sight.NOTHING;
        }
        boolean mixed = (seen & CAPITALS) != 0 && (seen & SMALL) != 0;
        if (mixed || (seen >>> Folding.JOIN & 1) != 0) {
            return cased(length) ? Sight.PIECES : Sight.NOTHING;
        }
        int answer = answer(0, length);
        if (answer == WholeWords.NONE) {
            return Sight.RUN;
        }
        Verdict verdict = WordTable.verdictOf(answer);
        return verdict == Verdict.CLEAR ? Sight.CLEAR : verdict == Verdict.LIKELY ? Sight.LIKELY : Sight.NOTHING;
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

    /**
     * Whether a piece of the tag may be several words.
     *
     * @param wordFollows whether a word like "of" at the end makes a likely reading clear
     * @param named whether only a clear reading will do
     */
    private boolean piece(int start, int end, boolean wordFollows, boolean named) {
        if (end - start < TagReader.SHORTEST_PIECE) {
            return false;
        }
        int answer = answer(start, end);
        if (answer == WholeWords.NONE) {
            return !named || promise.divides(wordFollows);
        }
        Verdict verdict = WordTable.verdictOf(answer);
        return verdict == Verdict.CLEAR
                || verdict == Verdict.LIKELY && !named
                || verdict != Verdict.ONE_WORD && wordFollows && WordTable.isSmallLast(answer);
    }

    /** Makes a part of the tag the run, and says what the table says of it as one word. */
    private int answer(int start, int end) {
        run.begin();
        long key = 0;
        for (int i = start; i < end; i++) {
            int letter = codes[i] & Folding.CAPITAL - 1;
            if (letter != Folding.MARK) {
                key = WholeWords.extend(key, letter);
                run.put(letter);
            }
        }
        // A digit makes a key that no word has.
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
