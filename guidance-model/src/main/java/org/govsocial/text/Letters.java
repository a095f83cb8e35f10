package org.govsocial.text;

import java.nio.ByteBuffer;

/** Letters compared without regard to case, and to whether a macron or accent is part of the letter or follows it. */
public final class Letters {

    /** The combining macron: what turns <i>a</i> into the <i>ā</i> of decomposed text. */
    public static final char MACRON = '\u0304';

    /** No character before this one is made of a letter and a mark. */
    private static final char FIRST_COMPOSED = '\u00C0';

    /** What to add to a character to fold it. */
    private static final char[] FOLD;
    /** Pairs of letter (high half) and mark (low half), sorted, and the letters that they make. */
    private static final int[] PAIRS;

    private static final char[] COMPOSED;

    static {
        ByteBuffer in = Table.open("letters.bin");
        FOLD = new Table(in).basicPlane();
        PAIRS = Table.ints(in);
        COMPOSED = Table.chars(in);
    }

    private Letters() {}

    /**
     * Simple case folding (Unicode Standard, section 5.18): one to one, of no locale, half a surrogate pair as is.
     *
     * @param c a UTF-16 code unit
     * @return its folded form
     */
    public static char fold(char c) {
        return (char) (c + FOLD[c]);
    }

    /**
     * The letter that {@code base} and a combining mark make together in composed text (NFC).
     *
     * @param base a letter
     * @param mark what follows it
     * @return the letter, or 0 if no single character stands for the two
     */
    public static char compose(char base, char mark) {
        if (mark < '\u0300' || mark > '\u036F') {
            return 0;
        }
        int at = Table.find(PAIRS, 0, PAIRS.length, base << 16 | mark);
        return at < 0 ? 0 : COMPOSED[at];
    }

    /**
     * The character at {@code i} with the combining marks after it that make one composed letter with it, so that a
     * decomposed <i>Māori</i> compares equal to a composed one. Go on at {@link #end}.
     *
     * @param text any text
     * @param i where the character stands
     * @param limit where the text ends
     * @return the composed letter, or the character itself
     */
    public static char composed(CharSequence text, int i, int limit) {
        char letter = text.charAt(i);
        for (int next = i + 1; next < limit; next++) {
            char composed = compose(letter, text.charAt(next));
            if (composed == 0) {
                break;
            }
            letter = composed;
        }
        return letter;
    }

    /**
     * Where the letter ends that {@link #composed} gives for the same arguments.
     *
     * @param text any text
     * @param i where the character stands
     * @param limit where the text ends
     * @return at least {@code i + 1}
     */
    public static int end(CharSequence text, int i, int limit) {
        char letter = text.charAt(i);
        int next = i + 1;
        while (next < limit && (letter = compose(letter, text.charAt(next))) != 0) {
            next++;
        }
        return next;
    }

    /**
     * The letter under all combining marks of {@code letter}: the first character of its decomposed form (NFD). Looks
     * through the whole table for it, so it is for making ready, not for reading texts.
     *
     * @param letter any character
     * @return the letter, or {@code letter} itself where it is not composed
     */
    public static char base(char letter) {
        if (letter < FIRST_COMPOSED) {
            return letter;
        }
        char base = letter;
        for (int i = 0; i < COMPOSED.length; i++) {
            if (COMPOSED[i] == base) {
                base = (char) (PAIRS[i] >>> 16);
                i = -1;
            }
        }
        return base;
    }

    /**
     * A vowel without its macron.
     *
     * @param c a UTF-16 code unit
     * @return any other character as it is
     */
    public static char withoutMacron(char c) {
        return switch (c) {
            case 'ā' -> 'a';
            case 'ē' -> 'e';
            case 'ī' -> 'i';
            case 'ō' -> 'o';
            case 'ū' -> 'u';
            case 'Ā' -> 'A';
            case 'Ē' -> 'E';
            case 'Ī' -> 'I';
            case 'Ō' -> 'O';
            case 'Ū' -> 'U';
            default -> c;
        };
    }
}
