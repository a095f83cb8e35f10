package org.govsocial.accessibility.hashtag;

import java.util.Arrays;

/**
 * Whether a run of letters that is no word of the table may clearly be several. Reckons with the costs of {@link Segmenter}
 * and the thresholds of {@link TagReader}, but supposes that each word is as cheap as any neighbour could make it and that
 * nothing else speaks against a reading; so it never turns away a run that {@link TagReader} would divide. Reuses its
 * arrays, so it belongs to one thread.
 */
final class Promise {
    /** More words than this in one run are worth a closer look in any case. */
    private static final int MOST_WORDS = 96;

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final WordTable table;
    private final Run run;
    private int length;

    // Words found, each with the place where it starts, its facts, what it saves at most, and the word found before it
    // that ends where it does.
    private final int[] from = new int[MOST_WORDS];
    private final int[] facts = new int[MOST_WORDS];
    private final int[] saved = new int[MOST_WORDS];
    private final int[] sameEnd = new int[MOST_WORDS];
    private final int[] lastTo = new int[Run.LONGEST + 1];
    private int words;

    /** The most that any of the words saves that end at a place. */
    private final int[] mostSaved = new int[Run.LONGEST + 1];

    /** The nodes of words like "of". */
    private final int[] smallWords;

    Promise(WordTable table, Run run, int[] smallWords) {
        this.table = table;
        this.run = run;
        this.smallWords = smallWords;
    }

    /**
     * Whether the run may be several words.
     *
     * @param smallLast whether a word like "of" at the end makes a likely reading clear
     */
    boolean divides(boolean smallLast) {
        length = run.length();
        words = 0;
        Arrays.fill(lastTo, 0, length + 1, -1);
        Arrays.fill(mostSaved, 0, length + 1, NEVER);
        int apart = Segmenter.UNKNOWN - TagReader.CLEAR_LISTED;
        for (int i = 0; i < length; i++) {
            if (i > 0 && lastTo[i] < 0) {
                continue;
            }
            int before = mostSaved[i] + apart;
            for (int word = run.words(i), last = run.wordsEnd(i); word < last; word++) {
                int j = run.end(word);
                int fact = run.facts(word);
                if (j - i < 3 && WordTable.pairId(fact) == 0 && !smallLast) {
                    continue; // between strangers, which makes any reading doubtful
                }
                int saving = Segmenter.UNKNOWN_LETTER * (j - i) - WordTable.cost(fact);
                if (i > 0) {
                    int pairNumber = WordTable.pairId(fact);
                    saving += Math.max(pairNumber == 0 ? 0 : table.mostAfter(pairNumber), -Segmenter.UNPAIRED);
                    if (before + saving < 0) {
                        continue;
                    }
                    boolean small = smallLast && j == length && isSmallWord(run.node(word));
                    if (!follows(i, j, fact, small)) {
                        continue;
                    }
                    if (j == length) {
                        return true;
                    }
                    saving += Segmenter.UNPAIRED;
                }
                if (words == MOST_WORDS) {
                    return true;
                }
                from[words] = i;
                facts[words] = fact;
                saved[words] = saving;
                mostSaved[j] = Math.max(mostSaved[j], saving);
                sameEnd[words] = lastTo[j];
                lastTo[j] = words++;
            }
        }
        return false;
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
    private static int unpaired(boolean small, boolean two) {
        return small ? TagReader.CLEAR_SMALL_WORD : two ? TagReader.CLEAR_TWO_WORDS : TagReader.CLEAR_UNPAIRED;
    }

    /** What they must save as two that often meet. */
    private static int paired(boolean small, boolean two, boolean listed) {
        return listed ? TagReader.CLEAR_LISTED : two || small ? unpaired(small, two) : TagReader.CLEAR_PAIRED;
    }

    /** Whether a word may be believed after one of those before it. */
    private boolean follows(int i, int j, int fact, boolean small) {
        int right = WordTable.pairId(fact);
        int most = right == 0 ? 0 : table.mostAfter(right);
        boolean mayBeListed = right != 0 && table.mayBeListed(right);
        int alone = Segmenter.UNKNOWN + Segmenter.UNKNOWN_LETTER * (j - i) - WordTable.cost(fact);
        int free = alone - Segmenter.UNPAIRED - (j - i < 3 ? Segmenter.UNPAIRED_SHORT : 0);
        for (int prior = lastTo[i]; prior >= 0; prior = sameEnd[prior]) {
            boolean two = from[prior] == 0 && j == length;
            boolean brief = i - from[prior] < 3;
            // Between strangers a short word makes a reading doubtful.
            if ((small || !brief && j - i >= 3)
                    && saved[prior] + free - (brief ? Segmenter.UNPAIRED_SHORT : 0) >= unpaired(small, two)) {
                return true;
            }
            int left = WordTable.pairId(facts[prior]);
            int gain = left == 0 ? 0 : Math.min(most, table.mostBefore(left));
            if (gain > 0
                    && saved[prior] + alone + gain >= paired(small, two, mayBeListed)
                    && meet(left, right, saved[prior] + alone, small, two)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two words meet often enough to be believed: dear to find out, as it is seldom in the processor's cache. */
    private boolean meet(int left, int right, int apart, boolean small, boolean two) {
        int gain = table.gain(left, right);
        return gain > 0 && apart + gain >= paired(small, two, table.isListed(left, right));
    }
}
