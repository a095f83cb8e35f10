package org.govsocial.accessibility.hashtag;

import java.util.Arrays;

/**
 * Finds the most probable ways to cut one run of letters and digits into words: Viterbi over words and pairs of words,
 * keeping the best few hypotheses at each place. Reuses its arrays, so it belongs to one thread.
 *
 * <p>Costs are in {@link WordTable#UNIT}s; the constants were tuned together with those of the table's generator.
 */
final class Segmenter {

    /** The longest run that is read; hashtags of 100 or more characters link nowhere. */
    static final int LONGEST = 100;

    private static final int LONGEST_WORD = 24;

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

    private final WordTable table;

    private final byte[] letters = new byte[LONGEST];
    private int length;

    // Hypotheses: slot = place * WIDTH + rank.
    private final int[] cost = new int[(LONGEST + 1) * WIDTH];
    private final int[] before = new int[(LONGEST + 1) * WIDTH];
    private final short[] start = new short[(LONGEST + 1) * WIDTH];
    private final int[] node = new int[(LONGEST + 1) * WIDTH];
    private final int[] pairId = new int[(LONGEST + 1) * WIDTH];
    private final byte[] kept = new byte[LONGEST + 1];

    private boolean coarse;
    private int most;

    // The cheapest known word that ends at each place, in a reading made of known words only.
    private final int[] plainCost = new int[LONGEST + 1];
    private final byte[] plainStart = new byte[LONGEST + 1];

    Segmenter(WordTable table) {
        this.table = table;
    }

    /** Starts a new run of {@code length} letters, to be {@linkplain #put put} before {@link #segment()}. */
    void begin(int length) {
        this.length = length;
    }

    void put(int index, int letter) {
        letters[index] = (byte) letter;
    }

    int length() {
        return length;
    }

    boolean isDigit(int index) {
        return letters[index] == Folding.DIGIT;
    }

    /** Finds the hypotheses; {@link #count()} says how many. */
    void segment() {
        Arrays.fill(kept, 0, length + 1, (byte) 0);
        kept[0] = 1;
        coarse = false;
        int whole = wholeNode();
        most = WORTH_KEEPING + (whole > 0 ? table.cost(whole) + WHOLE : UNKNOWN + UNKNOWN_LETTER * length);
        int unknownCost = NONE;
        int unknownFrom = 0;
        int unknownStart = 0;
        for (int i = 0; i < length; i++) {
            if (letters[i] == Folding.DIGIT) {
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
                    int begun = cost[from] + UNKNOWN + (i == 0 ? 0 : UNPAIRED + shortBefore(from, i));
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
            most = NONE;
            offer(length, 0, UNKNOWN + UNKNOWN_LETTER * length, 0, 0, 0);
        }
    }

    /** {@return whether known words alone make up the run: much cheaper than to find which} */
    boolean isAllKnown() {
        if (length >= Long.SIZE) {
            return true;
        }
        long reached = 1;
        for (int i = 0; i < length; i++) {
            if ((reached >>> i & 1) == 0) {
                continue;
            }
            int at = 0;
            int limit = Math.min(length, i + LONGEST_WORD);
            for (int j = i; j < limit; j++) {
                if (letters[j] >= Folding.DIGIT) {
                    return true;
                }
                at = table.child(at, letters[j]);
                if (at < 0) {
                    break;
                }
                if (table.isWord(at)) {
                    reached |= 1L << j + 1;
                }
            }
        }
        return (reached >>> length & 1) != 0;
    }

    /** {@return how many hypotheses there are, the best first} */
    int count() {
        return kept[length];
    }

    /** {@return what the best hypothesis costs} */
    int cost() {
        return cost[last(0)];
    }

    /** {@return how much dearer the second hypothesis is; {@link Integer#MAX_VALUE} where there is none} */
    int margin() {
        return count() < 2 ? Integer.MAX_VALUE : cost[last(1)] - cost[last(0)];
    }

    /** {@return the last piece of a hypothesis, to be walked with {@link #previous}} */
    int last(int rank) {
        return length * WIDTH + rank;
    }

    /** {@return the piece before, or -1 where {@code piece} is the first} */
    int previous(int piece) {
        int slot = before[piece];
        return slot == 0 ? -1 : slot;
    }

    int start(int piece) {
        return start[piece];
    }

    int end(int piece) {
        return piece / WIDTH;
    }

    /** {@return the word of a piece in the table; 0 for an unknown word; -1 for a number, or a letter with a number} */
    int node(int piece) {
        return node[piece];
    }

    /** {@return whether {@code piece} often follows the piece before it} */
    boolean paired(int piece) {
        int prior = previous(piece);
        return prior >= 0
                && node[prior] > 0
                && node[piece] > 0
                && table.gain(table.pairId(node[prior]), table.pairId(node[piece])) > 0;
    }

    /** {@return whether {@code piece} follows the piece before it in a phrase of our own list} */
    boolean listed(int piece) {
        return table.isListed(table.pairId(node[previous(piece)]), table.pairId(node[piece]));
    }

    /** {@return the node of the whole run where it is one word, or 0} */
    int wholeNode() {
        return wordAt(0, length);
    }

    /** {@return the node of the word from {@code from} to {@code to}, or 0 where that is none} */
    int wordAt(int from, int to) {
        int at = 0;
        for (int i = from; i < to; i++) {
            if (letters[i] >= Folding.DIGIT) {
                return 0;
            }
            at = table.child(at, letters[i]);
            if (at < 0) {
                return 0;
            }
        }
        return table.isWord(at) ? at : 0;
    }

    /** {@return what it would cost to read {@code piece} and the piece before it as one unknown word, less what they cost} */
    int costOfJoining(int piece) {
        int prior = previous(piece);
        int first = previous(prior);
        int joined = UNKNOWN + UNKNOWN_LETTER * (end(piece) - start(prior)) + (first < 0 ? 0 : UNPAIRED);
        return joined - (cost[piece] - (first < 0 ? 0 : cost[first]));
    }

    /** {@return what it would cost to read the whole run as one unknown word, less what the best hypothesis costs} */
    int costOfWhole() {
        return UNKNOWN + UNKNOWN_LETTER * length - cost[last(0)];
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
            int at = 0;
            for (int j = i + 1; j <= length && letters[j - 1] < Folding.DIGIT; j++) {
                at = table.child(at, letters[j - 1]);
                if (at < 0) {
                    break;
                }
                if (table.isWord(at) && table.has(at, WordTable.FLAG_COARSE) && !bestHas(i, j)) {
                    int words = plainReading(i, j);
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
            int at = 0;
            int limit = i < from ? from : i == from ? to : length;
            for (int j = i + 1; j <= limit && letters[j - 1] < Folding.DIGIT; j++) {
                at = table.child(at, letters[j - 1]);
                if (at < 0) {
                    break;
                }
                boolean whole = i != from || j == to;
                if (whole
                        && table.isWord(at)
                        && table.cost(at) <= COMMON
                        && (j - i > 1 || letters[i] == 0 || letters[i] == 8)) {
                    int total = plainCost[i] + table.cost(at);
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
        int at = 0;
        int limit = Math.min(length, i + LONGEST_WORD);
        for (int j = i + 1; j <= limit && letters[j - 1] < Folding.DIGIT; j++) {
            at = table.child(at, letters[j - 1]);
            if (at < 0) {
                break;
            }
            if (table.isWord(at)) {
                known(i, j, at);
            }
        }
        int digits = i + 1;
        while (digits < length && digits <= i + 3 && letters[digits] == Folding.DIGIT) {
            digits++;
        }
        if (digits > i + 1 && digits <= i + 3) {
            arrive(i, digits, LETTER_WITH_NUMBER);
        }
    }

    private void known(int i, int j, int word) {
        int facts = table.facts(word);
        int alone = facts & 0xff;
        int pairNumber = facts >>> 16;
        coarse |= (facts >> 8 & WordTable.FLAG_COARSE) != 0;
        if (i == 0) {
            offer(j, 0, alone + (j == length ? WHOLE : 0), 0, word, pairNumber);
            return;
        }
        int unpaired = alone + UNPAIRED + (j - i < 3 ? UNPAIRED_SHORT : 0);
        int most = pairNumber == 0 ? 0 : table.mostAfter(pairNumber);
        int least = Math.min(unpaired, alone - most);
        int first = i * WIDTH;
        for (int slot = first, end = first + kept[i]; slot < end && isWanted(j, cost[slot] + least); slot++) {
            int gain = most == 0 || pairId[slot] == 0 ? 0 : gain(slot, j, alone, unpaired, pairNumber);
            int step = gain > 0 ? alone - gain : unpaired + shortBefore(slot, i);
            offer(j, slot, cost[slot] + step, i, word, pairNumber);
        }
    }

    /** {@return what a pair gains, looked up only where it could matter: most hypotheses are dropped at any gain} */
    private int gain(int slot, int j, int alone, int unpaired, int pairNumber) {
        int left = pairId[slot];
        int least = Math.min(unpaired, alone - Math.min(table.mostAfter(pairNumber), table.mostBefore(left)));
        return isWanted(j, cost[slot] + least) ? table.gain(left, pairNumber) : 0;
    }

    /** {@return whether {@link #offer} would look at a hypothesis of this cost} */
    private boolean isWanted(int j, int total) {
        int base = j * WIDTH;
        int n = kept[j];
        return total <= most - LEAST * (length - j)
                && (n == 0 || total <= cost[base] + BEAM)
                && (n < WIDTH || total < cost[base + WIDTH - 1]);
    }

    /** {@return what an unpaired word costs more after a word of one or two letters} */
    private int shortBefore(int slot, int i) {
        return node[slot] >= 0 && i - start[slot] < 3 ? UNPAIRED_SHORT : 0;
    }

    /** {@return the best hypothesis at {@code i} that does not end in an unknown word, as one such word is better than two; or -1} */
    private int knownBefore(int i) {
        for (int slot = i * WIDTH, end = slot + kept[i]; slot < end; slot++) {
            if (node[slot] != 0) {
                return slot;
            }
        }
        return -1;
    }

    /** Offers an unknown word, unless the table knows the very same letters. */
    private void unknown(int j, int from, int total, int i) {
        for (int slot = j * WIDTH, end = slot + kept[j]; slot < end; slot++) {
            if (start[slot] == i) {
                return;
            }
        }
        offer(j, from, total + (i > 0 && j - i < 3 ? UNPAIRED_SHORT : 0), i, 0, 0);
    }

    private void numbers(int i) {
        if (i > 0 && letters[i - 1] == Folding.DIGIT) {
            return;
        }
        int j = i + 1;
        while (j < length && letters[j] == Folding.DIGIT) {
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
            if (letters[at + i] != text.charAt(i) - 'a') {
                return false;
            }
        }
        return true;
    }

    /** Adds a number, or a letter with a number, after every hypothesis at {@code i}. */
    private void arrive(int i, int j, int alone) {
        for (int slot = i * WIDTH, end = slot + kept[i]; slot < end; slot++) {
            offer(j, slot, cost[slot] + alone + (i == 0 ? 0 : shortBefore(slot, i)), i, -1, 0);
        }
    }

    /** Keeps the hypothesis if it is among the best at {@code j}, and among the best two with the same last piece. */
    private void offer(int j, int from, int total, int i, int word, int pairNumber) {
        if (!isWanted(j, total)) {
            return;
        }
        int base = j * WIDTH;
        int n = kept[j];
        int same = 0;
        int drop = n < WIDTH ? n : WIDTH - 1;
        for (int k = 0; k < n; k++) {
            if (start[base + k] == i && node[base + k] == word && ++same == 2) {
                if (total >= cost[base + k]) {
                    return;
                }
                drop = k;
            }
        }
        int k = drop;
        while (k > 0 && cost[base + k - 1] > total) {
            int to = base + k;
            cost[to] = cost[to - 1];
            before[to] = before[to - 1];
            start[to] = start[to - 1];
            node[to] = node[to - 1];
            pairId[to] = pairId[to - 1];
            k--;
        }
        cost[base + k] = total;
        before[base + k] = from;
        start[base + k] = (short) i;
        node[base + k] = word;
        pairId[base + k] = pairNumber;
        if (drop == n) {
            kept[j]++;
        }
    }
}
