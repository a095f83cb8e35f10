package org.govsocial.accessibility.hashtag;

import java.util.Arrays;

/**
 * Says at little cost that a tag needs no more capitals than it has, which is so of most tags. Reckons with the costs of
 * {@link Segmenter} and the thresholds of {@link TagReader}, but supposes that each word is as cheap as any neighbour could
 * make it and that nothing speaks against a reading; so it never turns away a tag that {@link TagReader} would divide.
 * Reuses its arrays, so it belongs to one thread.
 */
final class FirstLook {
    /** More words than this in one run are worth a closer look in any case. */
    private static final int MOST_EDGES = 96;

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final WordTable table;
    private final byte[] letters = new byte[Segmenter.LONGEST];
    private int length;

    // Words found, each with the place where it starts, its node and facts, and the word found before it that ends
    // there.
    private final int[] from = new int[MOST_EDGES];
    private final int[] facts = new int[MOST_EDGES];
    private final int[] cheapest = new int[MOST_EDGES];
    private final int[] sameEnd = new int[MOST_EDGES];
    private final int[] lastTo = new int[Segmenter.LONGEST + 1];
    private int edges;

    // The most that known words save up to each place, next to one unknown word: without a gap, and with one.
    private final int[] whole = new int[Segmenter.LONGEST + 1];
    private final int[] gapped = new int[Segmenter.LONGEST + 1];

    /** The nodes of words like "of". */
    private final int[] smallWords;

    FirstLook(WordTable table, int[] smallWords) {
        this.table = table;
        this.smallWords = smallWords;
    }

    /** {@return whether {@link TagReader#verdict} may be CLEAR or LIKELY} */
    boolean mayDivide(CharSequence text, int start, int end) {
        if (end <= start || end - start > Segmenter.LONGEST) {
            return false;
        }
        boolean capitals = false;
        boolean small = false;
        boolean low = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int letter = Folding.of(c);
            if (letter == Folding.OTHER || i == start && letter == Folding.MARK) {
                return false;
            }
            low |= letter == Folding.JOIN;
            if (letter < Folding.DIGIT) {
                boolean capital = TagReader.isCapital(c);
                capitals |= capital;
                small |= !capital;
            }
        }
        return low || capitals && small ? cased(text, start, end) : run(text, start, end);
    }

    /** What {@link TagReader} does with a tag that capitals or low lines divide. */
    private boolean cased(CharSequence text, int start, int end) {
        int at = start;
        while (at < end) {
            int first = at;
            char c = text.charAt(at++);
            if (Folding.of(c) >= Folding.DIGIT) {
                continue;
            }
            int small = at;
            if (TagReader.isCapital(c)) {
                while (at < end && isLetter(text.charAt(at)) && TagReader.isCapital(text.charAt(at))) {
                    at++;
                }
                small = at;
            }
            while (at < end && isSmall(text.charAt(at))) {
                at++;
            }
            if (at == small && small > first + 1 || at - first < TagReader.SHORTEST_PIECE) {
                continue; // capitals only, or too short
            }
            boolean named = first > start || TagReader.isCapital(c);
            // Behind several capitals the word may start with the last of them, or after it.
            if (small > first + 1
                    ? piece(text, small - 1, at, at < end, true) || piece(text, small, at, at < end, true)
                    : piece(text, first, at, at < end, named)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return Folding.of(c) < Folding.DIGIT;
    }

    private static boolean isSmall(char c) {
        int letter = Folding.of(c);
        return letter == Folding.MARK || letter < Folding.DIGIT && !TagReader.isCapital(c);
    }

    private boolean piece(CharSequence text, int start, int end, boolean wordFollows, boolean named) {
        if (end - start < TagReader.SHORTEST_PIECE) {
            return false;
        }
        fold(text, start, end);
        return divides(!named, wordFollows);
    }

    private boolean run(CharSequence text, int start, int end) {
        fold(text, start, end);
        return divides(true, false);
    }

    private void fold(CharSequence text, int start, int end) {
        int n = 0;
        for (int i = start; i < end; i++) {
            int letter = Folding.of(text.charAt(i));
            if (letter != Folding.MARK) {
                letters[n++] = (byte) letter;
            }
        }
        length = n;
    }

    /**
     * Whether the run may be several words.
     *
     * @param likely whether a reading that is likely is enough, where one of the words may be unknown; or it must be clear
     * @param smallLast whether a word like "of" at the end makes a likely reading clear
     */
    private boolean divides(boolean likely, boolean smallLast) {
        int one = word();
        if (one > 0) {
            // The table knows what the reader says of a whole word.
            Verdict verdict = table.verdict(one);
            return verdict == Verdict.CLEAR
                    || verdict == Verdict.LIKELY
                    || smallLast && table.has(one, WordTable.FLAG_SMALL_LAST);
        }
        int end = length;
        while (end > 0 && letters[end - 1] == Folding.DIGIT) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (letters[i] >= Folding.DIGIT) {
                return true; // a number inside: rare
            }
        }
        if (end == 0) {
            return false; // a number
        }
        int number = length - end;
        // A number may take the letter before it.
        int reached = number > 0 ? end - 1 : end;
        int saved =
                number > 0 ? Math.max(0, Segmenter.UNKNOWN_LETTER * number - Segmenter.NUMBER - Segmenter.UNPAIRED) : 0;
        int wanted = TagReader.LIKELY_WITH_UNKNOWN + Segmenter.UNPAIRED - saved;
        edges = 0;
        Arrays.fill(lastTo, 0, end + 1, -1);
        Arrays.fill(whole, 0, end + 1, NEVER);
        Arrays.fill(gapped, 0, end + 1, NEVER);
        whole[0] = 0;
        int most = NEVER;
        for (int i = 0; i < end; i++) {
            if (likely) {
                gapped[i] = Math.max(gapped[i], most);
                most = Math.max(most, whole[i]);
            }
            int best = Math.max(whole[i], gapped[i]);
            boolean hopeless = !likely || best + Segmenter.UNKNOWN_LETTER * (end - i) < wanted;
            if (i > 0 && lastTo[i] < 0 && hopeless) {
                continue;
            }
            int at = 0;
            for (int j = i; j < end; j++) {
                at = table.child(at, letters[j]);
                if (at < 0) {
                    break;
                }
                if (!table.isWord(at)) {
                    continue;
                }
                boolean small = smallLast && j + 1 == length && isSmallWord(at);
                if (edges == MOST_EDGES || word(i, j + 1, table.facts(at), likely, small) && j + 1 >= reached) {
                    return true;
                }
            }
        }
        if (!likely) {
            return false;
        }
        int savings = Math.max(most, gapped[end]);
        for (int j = reached; j <= end; j++) {
            savings = Math.max(savings, gapped[j]);
        }
        return savings >= wanted;
    }

    /** {@return the node of the run where it is one word, or 0} */
    private int word() {
        int at = 0;
        for (int i = 0; i < length; i++) {
            at = letters[i] < Folding.DIGIT ? table.child(at, letters[i]) : -1;
            if (at < 0) {
                return 0;
            }
        }
        return table.isWord(at) ? at : 0;
    }

    private boolean isSmallWord(int node) {
        for (int small : smallWords) {
            if (small == node) {
                return true;
            }
        }
        return false;
    }

    /** What a word and the one before it must save, as strangers, to be believed. */
    private static int unpaired(boolean likely, boolean small, boolean two) {
        if (small) {
            return TagReader.CLEAR_SMALL_WORD;
        }
        return likely ? TagReader.LIKELY : two ? TagReader.CLEAR_TWO_WORDS : TagReader.CLEAR_UNPAIRED;
    }

    /** What they must save as two that often meet. */
    private static int paired(boolean likely, boolean small, boolean two, boolean listed) {
        if (listed) {
            return likely
                    ? TagReader.LIKELY - (TagReader.CLEAR_PAIRED - TagReader.CLEAR_LISTED)
                    : TagReader.CLEAR_LISTED;
        }
        return two || small ? unpaired(likely, small, two) : likely ? TagReader.LIKELY : TagReader.CLEAR_PAIRED;
    }

    /** Whether two words meet often enough to be believed: dear to find out, as it is seldom in the processor's cache. */
    private boolean meet(int left, int right, int apart, boolean likely, boolean small, boolean two) {
        int gain = table.gain(left, right);
        return gain > 0 && apart + gain >= paired(likely, small, two, table.isListed(left, right));
    }

    /** Takes in a word, and says whether it may be believed after another. */
    private boolean word(int i, int j, int fact, boolean likely, boolean small) {
        int alone = fact & 0xff;
        int pairNumber = fact >>> 16;
        int gain = pairNumber == 0 ? 0 : table.mostAfter(pairNumber);
        int least = i == 0 ? alone : alone - Math.max(gain, -Segmenter.UNPAIRED);
        int saving = Segmenter.UNKNOWN_LETTER * (j - i) - least;
        gapped[j] = Math.max(gapped[j], gapped[i] + saving);
        boolean believed = false;
        boolean open = i == 0;
        if (i > 0) {
            int free = alone + Segmenter.UNPAIRED + (j - i < 3 ? Segmenter.UNPAIRED_SHORT : 0);
            boolean mayBeListed = pairNumber != 0 && table.mayBeListed(pairNumber);
            for (int prior = lastTo[i]; prior >= 0 && !believed; prior = sameEnd[prior]) {
                int h = from[prior];
                boolean two = h == 0 && j == length;
                int joined = Segmenter.UNKNOWN
                        + Segmenter.UNKNOWN_LETTER * (j - h)
                        + (h > 0 ? Segmenter.UNPAIRED : 0)
                        - cheapest[prior];
                int left = facts[prior] >>> 16;
                int pair = left == 0 ? 0 : Math.min(gain, table.mostBefore(left));
                boolean brief = j - i < 3 || i - h < 3; // between strangers it makes a reading doubtful
                believed = (likely || small || !brief)
                                && joined - free - (i - h < 3 ? Segmenter.UNPAIRED_SHORT : 0)
                                        >= unpaired(likely, small, two)
                        || pair > 0
                                && joined - (alone - pair) >= paired(likely, small, two, mayBeListed)
                                && meet(left, pairNumber, joined - alone, likely, small, two);
            }
            open = believed;
        }
        if (whole[i] != NEVER) {
            whole[j] = Math.max(whole[j], whole[i] + saving);
        }
        if (open) {
            from[edges] = i;
            facts[edges] = fact;
            cheapest[edges] = least;
            sameEnd[edges] = lastTo[j];
            lastTo[j] = edges++;
        }
        return believed;
    }
}
