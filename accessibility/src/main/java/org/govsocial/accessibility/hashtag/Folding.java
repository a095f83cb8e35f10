package org.govsocial.accessibility.hashtag;

/** Which of the letters a-z, digits and marks a code unit counts as. */
final class Folding {

    static final int DIGIT = 26;

    /** A combining mark: part of the letter before it. */
    static final int MARK = 27;

    /** The low line, which keeps words apart. */
    static final int JOIN = 28;

    /** Anything else: no reading. */
    static final int OTHER = 29;

    /** The letter under each accented letter of U+00C0-U+017F; a space where there is none. */
    private static final String LATIN = "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkk llllllllllnnnnnnnnn"
            + "oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /** Added to the letter by {@link #withCase} where it is a capital. */
    static final int CAPITAL = 32;

    /** What {@link #withCase} gives for characters up to the last Latin letter with an accent. */
    private static final byte[] WITH_CASE = new byte[0xC0 + LATIN.length()];

    static {
        for (char c = 0; c < WITH_CASE.length; c++) {
            int letter = of(c);
            WITH_CASE[c] = (byte) (letter < DIGIT && Character.isUpperCase(c) ? letter + CAPITAL : letter);
        }
    }

    private Folding() {}

    /** {@return what {@link #of} gives, but letters in capitals and small ones apart} */
    static int withCase(char c) {
        return c < WITH_CASE.length ? WITH_CASE[c] : of(c);
    }

    /** {@return 0-25 for a letter, or one of the constants of this class} */
    static int of(char c) {
        if (c < 0x80) {
            int letter = (c | 0x20) - 'a';
            if (letter >= 0 && letter < 26) {
                return letter;
            }
            return c >= '0' && c <= '9' ? DIGIT : c == '_' ? JOIN : OTHER;
        }
        if (c >= 0x300 && c < 0x370) {
            return MARK;
        }
        if (c >= 0xC0 && c < 0xC0 + LATIN.length()) {
            char letter = LATIN.charAt(c - 0xC0);
            return letter == ' ' ? OTHER : letter - 'a';
        }
        return OTHER;
    }
}
