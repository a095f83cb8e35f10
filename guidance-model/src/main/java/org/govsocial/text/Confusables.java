package org.govsocial.text;

import java.nio.ByteBuffer;

/**
 * Letters of one script that look like those of another, so that a word is not what it seems: the Cyrillic А of
 * <i>Аuckland</i> (UTS #39, <i>Unicode Security Mechanisms</i>).
 *
 * <p>A word that is wholly Greek or Cyrillic is what it seems; only a word that mixes scripts is suspicious.
 */
public final class Confusables {

    /** The scripts that a reader of Latin text may meet, the rest together. */
    public enum Script {
        /** Digits, punctuation, symbols, marks: belongs to any script. */
        COMMON,
        /** Latin, full-width letters included. */
        LATIN,
        /** Greek. */
        GREEK,
        /** Cyrillic. */
        CYRILLIC,
        /** Armenian. */
        ARMENIAN,
        /** Cherokee. */
        CHEROKEE,
        /** Hebrew. */
        HEBREW,
        /** Arabic. */
        ARABIC,
        /** The scripts of South Asia that descend from Brahmi and are in everyday use. */
        INDIC,
        /** Thai. */
        THAI,
        /** Han, Hiragana, Katakana, Bopomofo and Hangul, which are written together. */
        EAST_ASIAN,
        /** Any other script, and characters that are not assigned. */
        OTHER
    }

    private static final int[] LETTERS;
    private static final char[] LATIN;

    static {
        ByteBuffer in = Table.open("confusables.bin");
        LETTERS = Table.ints(in);
        LATIN = Table.chars(in);
    }

    private Confusables() {}

    /**
     * The Latin letter, A to Z or a to z, that a Greek, Cyrillic, Armenian, Cherokee, Coptic or Lisu letter looks like.
     *
     * @param codePoint any character
     * @return -1 if the character is no such letter, or looks like none
     */
    public static int latinLookalike(int codePoint) {
        int at = Table.find(LETTERS, 0, LETTERS.length, codePoint);
        return at < 0 ? -1 : LATIN[at];
    }

    /**
     * The script of a character, as the Java run time knows it.
     *
     * @param codePoint any character
     * @return the script; {@link Script#OTHER} for a character that is not assigned
     */
    public static Script script(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case COMMON, INHERITED -> Script.COMMON;
            case LATIN -> Script.LATIN;
            case GREEK -> Script.GREEK;
            case CYRILLIC -> Script.CYRILLIC;
            case ARMENIAN -> Script.ARMENIAN;
            case CHEROKEE -> Script.CHEROKEE;
            case HEBREW -> Script.HEBREW;
            case ARABIC -> Script.ARABIC;
            case DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA ->
                Script.INDIC;
            case THAI -> Script.THAI;
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL -> Script.EAST_ASIAN;
            default -> Script.OTHER;
        };
    }
}
