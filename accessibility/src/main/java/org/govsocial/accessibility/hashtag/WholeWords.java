package org.govsocial.accessibility.hashtag;

/**
 * What the reader says of the words of up to {@link #LONGEST} letters, each at the cost of one look into memory, where the
 * {@link WordTable} would be walked letter by letter. Immutable.
 */
final class WholeWords {

    /** The most letters of a word that is found here. */
    static final int LONGEST = 12;

    /** Says that no such word is known. */
    static final int NONE = -1;

    /** Letters are packed in this many bits each, counted from 1. */
    private static final int LETTER_BITS = 5;

    private static final int ANSWER_BITS = 3;

    /** Open hash: the packed letters, then what the table says of the word. */
    private final long[] slots;

    private final int shift;

    WholeWords(WordTable table) {
        int sizeBits = Integer.SIZE - Integer.numberOfLeadingZeros(table.words() + (table.words() >> 1));
        slots = new long[1 << sizeBits];
        shift = Long.SIZE - sizeBits;
        add(table, 0, 0, 0);
    }

    private void add(WordTable table, int node, long key, int length) {
        if (table.isWord(node)) {
            int slot = slot(key);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = key << ANSWER_BITS | table.answer(node);
        }
        for (int letter = 0; letter < Folding.DIGIT && length < LONGEST; letter++) {
            int child = table.child(node, letter);
            if (child >= 0) {
                add(table, child, extend(key, letter), length + 1);
            }
        }
    }

    /** {@return the packed letters of a word with one letter (0-25) more} */
    static long extend(long key, int letter) {
        return key << LETTER_BITS | letter + 1;
    }

    /** {@return {@link WordTable#answer} of the word with these letters, or {@link #NONE}} */
    int answer(long key) {
        for (int slot = slot(key); ; slot = slot + 1 & slots.length - 1) {
            long here = slots[slot];
            if (here >>> ANSWER_BITS == key) {
                return (int) here & (1 << ANSWER_BITS) - 1;
            }
            if (here == 0) {
                return NONE;
            }
        }
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }
}
