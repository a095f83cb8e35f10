package org.govsocial.text;

import java.nio.ByteBuffer;

/**
 * What a character is to a tokenizer, in one table lookup: a small class (the low bits, see {@link #of}) and flags.
 *
 * <p>Classes follow the Unicode general category (Unicode Standard, section 4.5) and the properties White_Space and
 * Sentence_Terminal, except for the few characters that posts give a meaning of their own.
 */
public final class CharClass {

    /** Controls, format characters, private use and unassigned characters, joiners and variation selectors. */
    public static final int OTHER = 0;
    /** White space within a line, the tab included. */
    public static final int SPACE = 1;
    /** A line or paragraph break: LF, VT, FF, CR, NEL, U+2028, U+2029. */
    public static final int NEWLINE = 2;
    /** A lower-case letter. */
    public static final int LETTER_LOWER = 3;
    /** An upper-case or title-case letter. */
    public static final int LETTER_UPPER = 4;
    /** A letter without case, or a modifier letter. */
    public static final int LETTER_OTHER = 5;
    /** A combining mark. */
    public static final int MARK = 6;
    /** A decimal digit of any script. */
    public static final int DIGIT = 7;
    /** Any other numeral: fractions, superscripts, Roman and circled numerals. */
    public static final int NUMERAL = 8;
    /** The hash sign, ASCII or full-width. */
    public static final int HASH = 9;
    /** The commercial at, ASCII or full-width. */
    public static final int AT = 10;
    /** An apostrophe: U+0027, U+2019 or U+FF07. */
    public static final int APOSTROPHE = 11;
    /** A mark that can end a sentence: Sentence_Terminal, and the ellipsis. */
    public static final int SENTENCE_END = 12;
    /** The low line, which hashtags and user names treat as a letter. */
    public static final int UNDERSCORE = 13;
    /** Any other punctuation. */
    public static final int PUNCT = 14;
    /** A symbol: mathematical, currency, pictograph or other. */
    public static final int SYMBOL = 15;
    /** The first half of a surrogate pair: see {@link #flags(int)} for the whole. Only for {@code char}. */
    public static final int SURROGATE_HIGH = 16;
    /** The second half of a surrogate pair. Only for {@code char}. */
    public static final int SURROGATE_LOW = 17;

    /** The bits of {@link #flags(char)} that hold the class. */
    public static final int CLASS = 0x1F;
    /** An emoji may start here, so ask {@link Emoji#match}: also digits, the hash sign and the asterisk (keycaps). */
    public static final int EMOJI = 1 << 5;
    /** {@link FancyText} has something to say: a styled letter, or a mark that strikes, underlines or encloses. */
    public static final int STYLED = 1 << 6;
    /** Nothing to see: default ignorable characters, direction controls and the blank Braille pattern. */
    public static final int INVISIBLE = 1 << 7;
    /** A letter of another script that looks like a Latin one: {@link Confusables#latinLookalike}. */
    public static final int LOOKALIKE = 1 << 8;
    /** A letter, mark, digit or other numeral. */
    public static final int WORD = 1 << 9;
    /** A letter. */
    public static final int LETTER = 1 << 10;
    /** A letter of the Latin script, full-width and modifier letters included. */
    public static final int LATIN = 1 << 11;
    /** Written without spaces between words, or in syllable blocks: Han, Kana, Bopomofo, Hangul. */
    public static final int EAST_ASIAN = 1 << 12;
    /** A letter that runs from right to left. */
    public static final int RIGHT_TO_LEFT = 1 << 13;

    private static final Table TABLE;
    private static final char[] BASIC;

    static {
        ByteBuffer in = Table.open("chars.bin");
        TABLE = new Table(in);
        BASIC = TABLE.basicPlane();
    }

    private CharClass() {}

    /**
     * The class of a UTF-16 code unit.
     *
     * @param c the code unit
     * @return {@link #OTHER} to {@link #SURROGATE_LOW}
     */
    public static int of(char c) {
        return BASIC[c] & CLASS;
    }

    /**
     * The class and flags of a UTF-16 code unit. A high surrogate has those of the flags {@link #EMOJI}, {@link
     * #STYLED} and {@link #INVISIBLE} that any of its code points has, and no other.
     *
     * @param c the code unit
     * @return bits
     */
    public static int flags(char c) {
        return BASIC[c];
    }

    /**
     * The class and flags of a code point; an unpaired surrogate counts as a code unit.
     *
     * @param codePoint any character
     * @return bits
     */
    public static int flags(int codePoint) {
        return TABLE.get(codePoint);
    }
}
