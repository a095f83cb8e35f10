package org.govsocial.accessibility.hashtag;

import java.util.Arrays;

/**
 * Finds the most probable ways to cut one run of letters and digits into words: Viterbi over words and pairs of words,
 * keeping the best few hypotheses at each place. Reuses its arrays, so it belongs to one thread.
 *
 * <p>Costs are in {@link WordTable#UNIT}s; the constants were tuned together with those of the table's generator.
 */
final class Segmenter {

    /** Hypotheses kept at each place. */
    private static final int WIDTH = 4;

    /** A hypothesis that is this much worse than the best at its place is dropped. */
    private static final int BEAM = 72;

    /** A hypothesis that is this much worse than one word for the whole run is dropped. */
    private static final int WORTH_KEEPING = 48;

    /** A letter costs about this much at least, even in a long word that its neighbour foretells. */
    private static final int LEAST = 4;

    private static final int NONE = Integer.MAX_VALUE / 2;

    static final int UNKNOWN = 76;
    static final int UNKNOWN_LETTER = 31;
    static final int NUMBER = 82;
    private static final int NUMBER_WITH_SUFFIX = 148;
    private static final int LETTER_WITH_NUMBER = 150;
    static final int UNPAIRED = -18;
    static final int UNPAIRED_SHORT = 19;
    private static final int WHOLE = -7;

    /** A word dearer than this is too rare to be read by accident. */
    private static final int COMMON = 190;

    private static final String[] SUFFIXES = {"st", "nd", "rd", "th", "am", "pm", "s", "k", "d", "g"};

    // A hypothesis in one number: what it costs (15 bits), the slot of the piece before it (12 bits), the number of its
    // last word in pairs (16 bits) and that word's node, or NUMBER_NODE (20 bits).
    private static final int COST_SHIFT = 48;
    private static final int BEFORE_SHIFT = 36;
    private static final int BEFORE_MASK = 0xfff;
    private static final int PAIR_SHIFT = 20;
    private static final int PAIR_MASK = 0xffff;
    private static final int NODE_MASK = 0xf_ffff;
    private static final int NUMBER_NODE = NODE_MASK;

    private final WordTable table;
    private final Run run;
    private int length;

    // Hypotheses: slot = place * WIDTH + rank.
    private final long[] slots = new long[(Run.LONGEST + 1) * WIDTH];
    private final byte[] kept = new byte[Run.LONGEST + 1];

    /** What a hypothesis may cost at each place to be kept there. */
    private final int[] limits = new int[Run.LONGEST + 1];

    private boolean coarse;

    // The cheapest known word that ends at each place, in a reading made of known words only.
    private final int[] plainCost = new int[Run.LONGEST + 1];
    private final byte[] plainStart = new byte[Run.LONGEST + 1];

    Segmenter(WordTable table, Run run) {
        this.table = table;
        this.run = run;
    }

    /** Finds the hypotheses; {@link #count()} says how many. */
    void segment() {
        length = run.length();
        int whole = run.wordAt(0, length);
        int most = WORTH_KEEPING
                + (whole > 0 ? WordTable.cost(table.facts(whole)) + WHOLE : UNKNOWN + UNKNOWN_LETTER * length);
        for (int i = 0; i <= length; i++) {
            kept[i] = 0;
            limits[i] = most - LEAST * (length - i);
        }
        kept[0] = 1;
        slots[0] = 0;
        coarse = false;
        int unknownCost = NONE;
        int unknownFrom = 0;
        int unknownStart = 0;
        for (int i = 0; i < length; i++) {
            if (run.isDigit(i)) {
                unknownCost = NONE;
                if (kept[i] > 0) {
                    numbers(i);
                }
                continue;
            }
            if (kept[i] > 0) {
                words(i);
                int from = i == 0 ? 0 : knownBefore(i);
                if (from >= 0) {
                    int begun = cost(from) + UNKNOWN + (i == 0 ? 0 : UNPAIRED + shortBefore(from, i));
                    if (begun < unknownCost) {
                        unknownCost = begun;
                        unknownFrom = from;
                        unknownStart = i;
                    }
                }
            }
            if (unknownCost < NONE) {
                unknownCost += UNKNOWN_LETTER;
                unknown(i + 1, unknownFrom, unknownCost, unknownStart);
            }
        }
        if (kept[length] == 0) {
            // Nothing is worth keeping: one unknown word.
            limits[length] = NONE;
            offer(length, 0, UNKNOWN + UNKNOWN_LETTER * length, 0, false);
        }
    }

    /** {@return how many hypotheses there are, the best first} */
    int count() {
        return kept[length];
    }

    /** {@return what the best hypothesis costs} */
    int cost() {
        return cost(last(0));
    }

    /** {@return how much dearer the second hypothesis is; {@link Integer#MAX_VALUE} where there is none} */
    int margin() {
        return count() < 2 ? Integer.MAX_VALUE : cost(last(1)) - cost(last(0));
    }

    /** {@return the last piece of a hypothesis, to be walked with {@link #previous}} */
    int last(int rank) {
        return length * WIDTH + rank;
    }

    /** {@return the piece before, or -1 where {@code piece} is the first} */
    int previous(int piece) {
        int slot = before(piece);
        return slot == 0 ? -1 : slot;
    }

    int start(int piece) {
        return before(piece) / WIDTH;
    }

    int end(int piece) {
        return piece / WIDTH;
    }

    /** {@return the word of a piece in the table; 0 for an unknown word; -1 for a number, or a letter with a number} */
    int node(int piece) {
        int node = (int) slots[piece] & NODE_MASK;
        return node == NUMBER_NODE ? -1 : node;
    }

    private int cost(int piece) {
        return (int) (slots[piece] >>> COST_SHIFT);
    }

    private int before(int piece) {
        return (int) (slots[piece] >>> BEFORE_SHIFT) & BEFORE_MASK;
    }

    /** {@return the number by which the table's pairs know the word of a piece, or 0} */
    private int pairId(int piece) {
        return (int) (slots[piece] >>> PAIR_SHIFT) & PAIR_MASK;
    }

    /** {@return whether {@code piece} often follows the piece before it} */
    boolean paired(int piece) {
        int prior = previous(piece);
        return prior >= 0 && pairId(prior) != 0 && pairId(piece) != 0 && table.gain(pairId(prior), pairId(piece)) > 0;
    }

    /** {@return whether {@code piece} follows the piece before it in a phrase of our own list} */
    boolean listed(int piece) {
        return table.isListed(pairId(previous(piece)), pairId(piece));
    }

    /** {@return what it would cost to read {@code piece} and the piece before it as one unknown word, less what they cost} */
    int costOfJoining(int piece) {
        int prior = previous(piece);
        int first = previous(prior);
        int joined = UNKNOWN + UNKNOWN_LETTER * (end(piece) - start(prior)) + (first < 0 ? 0 : UNPAIRED);
        return joined - (cost(piece) - (first < 0 ? 0 : cost(first)));
    }

    /** {@return what it would cost to read the whole run as one unknown word, less what the best hypothesis costs} */
    int costOfWhole() {
        return UNKNOWN + UNKNOWN_LETTER * length - cost();
    }

    /**
     * Looks for a reading made of common words that has a coarse word where the best hypothesis has none. Where there is one,
     * {@link #coarseStart} walks it from the end.
     *
     * @return how many words it has, or 0
     */
    int coarseReading() {
        if (!coarse) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            for (int word = run.words(i); word < run.wordsEnd(i); word++) {
                if (WordTable.has(run.facts(word), WordTable.FLAG_COARSE) && !bestHas(i, run.end(word))) {
                    int words = plainReading(i, run.end(word));
                    if (words > 1) {
                        return words;
                    }
                }
            }
        }
        return 0;
    }

    /** {@return where the word of the coarse reading starts that ends at {@code place}} */
    int coarseStart(int place) {
        return plainStart[place];
    }

    private boolean bestHas(int from, int to) {
        for (int piece = last(0); piece >= 0; piece = previous(piece)) {
            if (start(piece) == from && end(piece) == to) {
                return true;
            }
        }
        return false;
    }

    /** Reads the run with common words and no cut inside {@code from}-{@code to}; returns how many words, 0 where it cannot. */
    private int plainReading(int from, int to) {
        Arrays.fill(plainCost, 0, length + 1, Integer.MAX_VALUE);
        plainCost[0] = 0;
        for (int i = 0; i < length; i++) {
            if (plainCost[i] == Integer.MAX_VALUE || i > from && i < to) {
                continue;
            }
            int limit = i < from ? from : i == from ? to : length;
            for (int word = run.words(i); word < run.wordsEnd(i) && run.end(word) <= limit; word++) {
                int j = run.end(word);
                int alone = WordTable.cost(run.facts(word));
                boolean whole = i != from || j == to;
                if (whole && alone <= COMMON && (j - i > 1 || run.letter(i) == 0 || run.letter(i) == 8)) {
                    int total = plainCost[i] + alone;
                    if (total < plainCost[j]) {
                        plainCost[j] = total;
                        plainStart[j] = (byte) i;
                    }
                }
            }
        }
        if (plainCost[length] == Integer.MAX_VALUE) {
            return 0;
        }
        int words = 0;
        for (int at = length; at > 0; at = plainStart[at]) {
            words++;
        }
        return words;
    }

    private void words(int i) {
        for (int word = run.words(i), last = run.wordsEnd(i); word < last; word++) {
            known(i, word);
        }
        int digits = i + 1;
        while (digits < length && digits <= i + 3 && run.isDigit(digits)) {
            digits++;
        }
        if (digits > i + 1 && digits <= i + 3) {
            arrive(i, digits, LETTER_WITH_NUMBER);
        }
    }

    private void known(int i, int word) {
        int j = run.end(word);
        int facts = run.facts(word);
        int alone = WordTable.cost(facts);
        int pairNumber = WordTable.pairId(facts);
        long last = (long) pairNumber << PAIR_SHIFT | run.node(word);
        coarse |= WordTable.has(facts, WordTable.FLAG_COARSE);
        if (i == 0) {
            offer(j, 0, alone + (j == length ? WHOLE : 0), last, false);
            return;
        }
        int unpaired = alone + UNPAIRED + (j - i < 3 ? UNPAIRED_SHORT : 0);
        int most = pairNumber == 0 ? 0 : table.mostAfter(pairNumber);
        int least = Math.min(unpaired, alone - most);
        int first = i * WIDTH;
        for (int slot = first, end = first + kept[i]; slot < end && cost(slot) + least <= limits[j]; slot++) {
            int gain = most == 0 || pairId(slot) == 0 ? 0 : gain(slot, j, alone, unpaired, pairNumber);
            int step = gain > 0 ? alone - gain : unpaired + shortBefore(slot, i);
            offer(j, slot, cost(slot) + step, last, slot - first > 1);
        }
    }

    /** {@return what a pair gains, looked up only where it could matter: most hypotheses are dropped at any gain} */
    private int gain(int slot, int j, int alone, int unpaired, int pairNumber) {
        int left = pairId(slot);
        int least = Math.min(unpaired, alone - Math.min(table.mostAfter(pairNumber), table.mostBefore(left)));
        return cost(slot) + least <= limits[j] ? table.gain(left, pairNumber) : 0;
    }

    /** {@return what an unpaired word costs more after a word of one or two letters} */
    private int shortBefore(int slot, int i) {
        return node(slot) >= 0 && i - start(slot) < 3 ? UNPAIRED_SHORT : 0;
    }

    /** {@return the best hypothesis at {@code i} that does not end in an unknown word, as one such word is better than two; or -1} */
    private int knownBefore(int i) {
        for (int slot = i * WIDTH, end = slot + kept[i]; slot < end; slot++) {
            if (node(slot) != 0) {
                return slot;
            }
        }
        return -1;
    }

    /** Offers an unknown word, unless the table knows the very same letters. */
    private void unknown(int j, int from, int total, int i) {
        for (int slot = j * WIDTH, end = slot + kept[j]; slot < end; slot++) {
            if (start(slot) == i) {
                return;
            }
        }
        offer(j, from, total + (i > 0 && j - i < 3 ? UNPAIRED_SHORT : 0), 0, false);
    }

    private void numbers(int i) {
        if (i > 0 && run.isDigit(i - 1)) {
            return;
        }
        int j = i + 1;
        while (j < length && run.isDigit(j)) {
            j++;
        }
        arrive(i, j, NUMBER + (i == 0 ? 0 : UNPAIRED));
        for (String suffix : SUFFIXES) {
            int end = j + suffix.length();
            if (end <= length && matches(j, suffix)) {
                arrive(i, end, NUMBER_WITH_SUFFIX + (i == 0 ? 0 : UNPAIRED));
            }
        }
    }

    private boolean matches(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (run.letter(at + i) != text.charAt(i) - 'a') {
                return false;
            }
        }
        return true;
    }

    /** Adds a number, or a letter with a number, after every hypothesis at {@code i}. */
    private void arrive(int i, int j, int alone) {
        for (int slot = i * WIDTH, end = slot + kept[i]; slot < end; slot++) {
            offer(j, slot, cost(slot) + alone + (i == 0 ? 0 : shortBefore(slot, i)), NUMBER_NODE, true);
        }
    }

    /**
     * Keeps the hypothesis if it is among the best at {@code j}, and among the best two with the same last piece.
     *
     * @param last the node and the number in pairs of its last word
     * @param third whether two with the same last piece may be kept already
     */
    private void offer(int j, int from, int total, long last, boolean third) {
        if (total > limits[j]) {
            return;
        }
        int base = j * WIDTH;
        int n = kept[j];
        int same = 0;
        int drop = n < WIDTH ? n : WIDTH - 1;
        for (int k = 0; third && k < n; k++) {
            long other = slots[base + k];
            if (((other ^ last) & NODE_MASK) == 0 && start(base + k) == from / WIDTH && ++same == 2) {
                if (total >= cost(base + k)) {
                    return;
                }
                drop = k;
            }
        }
        int to = base + drop;
        while (to > base && cost(to - 1) > total) {
            slots[to] = slots[to - 1];
            to--;
        }
        slots[to] = (long) total << COST_SHIFT | (long) from << BEFORE_SHIFT | last;
        if (drop == n) {
            kept[j] = (byte) ++n;
        }
        int limit = Math.min(limits[j], cost(base) + BEAM);
        limits[j] = n < WIDTH ? limit : Math.min(limit, cost(base + WIDTH - 1) - 1);
    }
}
