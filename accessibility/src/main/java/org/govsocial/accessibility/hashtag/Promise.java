package org.govsocial.accessibility.hashtag;

import java.util.Arrays;

/**
 * Whether a run that is no word of the table may be several. Reckons with the costs of {@link Segmenter} and the thresholds
 * of {@link TagReader}, but supposes that each word is as cheap as any neighbour could make it and that nothing speaks
 * against a reading; so it never turns away a run that {@link TagReader} would divide. Reuses its arrays, so it belongs to
 * one thread.
 */
final class Promise {
    /** More words than this in one run are worth a closer look in any case. */
    private static final int MOST_EDGES = 96;

    private static final int NEVER = Integer.MIN_VALUE / 2;

    private final WordTable table;
    private final Run run;
    private int length;

    // Words found, each with the place where it starts, its node and facts, and the word found before it that ends
    // there.
    private final int[] from = new int[MOST_EDGES];
    private final int[] facts = new int[MOST_EDGES];
    private final int[] saves = new int[MOST_EDGES];
    private final int[] sameEnd = new int[MOST_EDGES];
    private final int[] lastTo = new int[Run.LONGEST + 1];
    private int edges;

    /** The most that any of the words saves that end at a place. */
    private final int[] mostSaved = new int[Run.LONGEST + 1];

    /** The most that known words save up to each place, where they may stand apart. */
    private final int[] saved = new int[Run.LONGEST + 1];

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
     * @param likely whether a reading that is likely is enough, where one of the words may be unknown; or it must be clear
     * @param smallLast whether a word like "of" at the end makes a likely reading clear
     */
    boolean divides(boolean likely, boolean smallLast) {
        length = run.length();
        int end = length;
        while (end > 0 && run.isDigit(end - 1)) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (run.letter(i) >= Folding.DIGIT) {
                return true; // a number inside: rare
            }
        }
        if (end == 0) {
            return false; // a number
        }
        int number = length - end;
        // A number may take the letter before it.
        int reached = number > 0 ? end - 1 : end;
        int spared =
                number > 0 ? Math.max(0, Segmenter.UNKNOWN_LETTER * number - Segmenter.NUMBER - Segmenter.UNPAIRED) : 0;
        int wanted = TagReader.LIKELY_WITH_UNKNOWN + Segmenter.UNPAIRED - spared;
        edges = 0;
        Arrays.fill(lastTo, 0, end + 1, -1);
        Arrays.fill(mostSaved, 0, end + 1, NEVER);
        Arrays.fill(saved, 0, end + 1, 0);
        int low = Segmenter.UNKNOWN - least(likely, smallLast, true);
        for (int i = 0; i < end; i++) {
            int so = i == 0 ? 0 : Math.max(saved[i], saved[i - 1]);
            saved[i] = so;
            boolean hopeless = !likely || so + Segmenter.UNKNOWN_LETTER * (end - i) < wanted;
            if (i > 0 && lastTo[i] < 0 && hopeless) {
                continue;
            }
            int before = i == 0 ? 0 : mostSaved[i] + low;
            for (int word = run.words(i), last = run.wordsEnd(i); word < last; word++) {
                int j = run.end(word);
                int fact = run.facts(word);
                int pairNumber = WordTable.pairId(fact);
                int gain = pairNumber == 0 ? 0 : table.mostAfter(pairNumber);
                int best = i == 0 ? 0 : Math.max(gain, -Segmenter.UNPAIRED);
                int saving = Segmenter.UNKNOWN_LETTER * (j - i) - WordTable.cost(fact) + best;
                saved[j] = Math.max(saved[j], so + saving);
                if (i > 0 && before + saving < 0) {
                    continue;
                }
                boolean small = smallLast && j == length && isSmallWord(run.node(word));
                if (i > 0 && !follows(i, j, fact, likely, small)) {
                    continue;
                }
                if (i > 0 && j >= reached || edges == MOST_EDGES) {
                    return true;
                }
                from[edges] = i;
                facts[edges] = fact;
                saves[edges] = saving + (i > 0 ? Segmenter.UNPAIRED : 0);
                mostSaved[j] = Math.max(mostSaved[j], saves[edges]);
                sameEnd[edges] = lastTo[j];
                lastTo[j] = edges++;
            }
        }
        return likely && Math.max(saved[end], saved[end - 1]) >= wanted;
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

    /** The least that two words must ever save to be believed. */
    private static int least(boolean likely, boolean small, boolean listed) {
        return Math.min(unpaired(likely, small, false), paired(likely, small, false, listed));
    }

    /** Whether two words meet often enough to be believed: dear to find out, as it is seldom in the processor's cache. */
    private boolean meet(int left, int right, int apart, boolean likely, boolean small, boolean two) {
        int gain = table.gain(left, right);
        return gain > 0 && apart + gain >= paired(likely, small, two, table.isListed(left, right));
    }

    /** Whether a word may be believed after one of those before it. */
    private boolean follows(int i, int j, int fact, boolean likely, boolean small) {
        int pairNumber = WordTable.pairId(fact);
        int gain = pairNumber == 0 ? 0 : table.mostAfter(pairNumber);
        boolean listed = pairNumber != 0 && table.mayBeListed(pairNumber);
        int alone = Segmenter.UNKNOWN + Segmenter.UNKNOWN_LETTER * (j - i) - WordTable.cost(fact);
        int free = alone - Segmenter.UNPAIRED - (j - i < 3 ? Segmenter.UNPAIRED_SHORT : 0);
        for (int prior = lastTo[i]; prior >= 0; prior = sameEnd[prior]) {
            int h = from[prior];
            boolean two = h == 0 && j == length;
            int left = WordTable.pairId(facts[prior]);
            int pair = left == 0 ? 0 : Math.min(gain, table.mostBefore(left));
            boolean brief = j - i < 3 || i - h < 3; // between strangers it makes a reading doubtful
            if ((likely || small || !brief)
                            && saves[prior] + free - (i - h < 3 ? Segmenter.UNPAIRED_SHORT : 0)
                                    >= unpaired(likely, small, two)
                    || pair > 0
                            && saves[prior] + alone + pair >= paired(likely, small, two, listed)
                            && meet(left, pairNumber, saves[prior] + alone, likely, small, two)) {
                return true;
            }
        }
        return false;
    }
}
