package org.govsocial.accessibility.hashtag;

/**
 * One run of letters and digits, and the words of the table in it: those from one place are looked for when first asked
 * for, since each step through the table is likely to wait for memory. Reuses its arrays, so it belongs to one thread.
 */
final class Run {

    /** The longest run that is read; hashtags of 100 or more characters link nowhere. */
    static final int LONGEST = 100;

    /** More letters than the longest word of the table, by which the room for words is reckoned. */
    private static final int LONGEST_WORD = 24;

    private static final int NODE_SHIFT = 32;
    private static final int NODE_MASK = 0xff_ffff;
    private static final int END_SHIFT = 56;

    private final WordTable table;
    private final byte[] letters = new byte[LONGEST];
    private int length;

    /** Words, those from one place together and the shortest first: facts (32 bits), node (24 bits), end (8 bits). */
    private final long[] words = new long[LONGEST * LONGEST_WORD + 1];

    private int wordCount;

    /** For each place where its words begin and end in {@link #words}; the former is -1 where none were looked for. */
    private final int[] from = new int[LONGEST];

    private final int[] to = new int[LONGEST];

    Run(WordTable table) {
        this.table = table;
    }

    /** Starts a new run of letters that will be {@linkplain #put put}. */
    void begin() {
        length = 0;
        wordCount = 0;
    }

    /** Adds a letter: 0-25 or {@link Folding#DIGIT} or {@link Folding#JOIN}. */
    void put(int letter) {
        from[length] = -1;
        letters[length++] = (byte) letter;
    }

    int length() {
        return length;
    }

    int letter(int index) {
        return letters[index];
    }

    boolean isDigit(int index) {
        return letters[index] == Folding.DIGIT;
    }

    /** {@return the first of the words that start at a place, up to {@link #wordsEnd}} */
    int words(int place) {
        if (from[place] < 0) {
            from[place] = wordCount;
            find(place);
            to[place] = wordCount;
        }
        return from[place];
    }

    /** {@return where the words end that start at a place, after {@link #words}} */
    int wordsEnd(int place) {
        return to[place];
    }

    private void find(int place) {
        int count = wordCount;
        int node = 0;
        for (int i = place; i < length && letters[i] < Folding.DIGIT; i++) {
            node = table.child(node, letters[i]);
            if (node < 0) {
                break;
            }
            // Written in any case and kept where it is a word, which no processor foretells.
            words[count] = (long) (i + 1) << END_SHIFT | (long) node << NODE_SHIFT | table.facts(node) & 0xffff_ffffL;
            count += table.wordsAt(node);
        }
        wordCount = count;
    }

    /** {@return the place behind a word} */
    int end(int word) {
        return (int) (words[word] >>> END_SHIFT);
    }

    /** {@return the node of a word in the table} */
    int node(int word) {
        return (int) (words[word] >>> NODE_SHIFT) & NODE_MASK;
    }

    /** {@return {@link WordTable#facts} of a word} */
    int facts(int word) {
        return (int) words[word];
    }

    /** {@return the node of the whole run where it is one word, or 0} */
    int wholeNode() {
        return table.node(letters, length);
    }

    /** {@return the node of the word from {@code start} to {@code end}, or 0 where that is none} */
    int wordAt(int start, int end) {
        int word = words(start);
        int last = wordsEnd(start);
        while (word < last && end(word) < end) {
            word++;
        }
        return word < last && end(word) == end ? node(word) : 0;
    }
}
