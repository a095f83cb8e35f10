package org.govsocial.text;

/**
 * What a reader calls one character: extended grapheme clusters (UAX #29, <i>Unicode Text Segmentation</i>), the same as
 * ICU's character break iterator. A family emoji, a flag, a letter with its accents and नि are one each.
 */
public final class Graphemes {

    /** The low bits of a character's property: Grapheme_Cluster_Break. */
    static final int BREAK = 0xF;

    static final int ANY = 0;
    static final int CR = 1;
    static final int LF = 2;
    static final int CONTROL = 3;
    static final int EXTEND = 4;
    static final int ZWJ = 5;
    static final int REGIONAL = 6;
    static final int PREPEND = 7;
    static final int SPACING_MARK = 8;
    static final int L = 9;
    static final int V = 10;
    static final int T = 11;
    static final int LV = 12;
    static final int LVT = 13;

    /** Extended_Pictographic. */
    static final int PICTOGRAPH = 1 << 4;
    /** Indic_Conjunct_Break: consonant, linker, extend. */
    static final int CONSONANT = 1 << 5;

    static final int LINKER = 1 << 6;
    static final int CONJUNCT_EXTEND = 1 << 7;

    /** Below this nothing joins the character before it, but for the line feed after a carriage return. */
    private static final char FIRST_JOINING = '\u0300';

    private static final Table TABLE = new Table(Table.open("graphemes.bin"));

    private Graphemes() {}

    /**
     * How many grapheme clusters the text has.
     *
     * @param text any text
     * @return the number
     */
    public static int count(String text) {
        int count = 0;
        int length = text.length();
        for (int i = 0; i < length; count++) {
            char c = text.charAt(i);
            boolean plain = c < FIRST_JOINING && c != '\r' && (i + 1 == length || text.charAt(i + 1) < FIRST_JOINING);
            i = plain ? i + 1 : next(text, i);
        }
        return count;
    }

    /**
     * Where the grapheme cluster that starts at {@code from} ends.
     *
     * @param text any text
     * @param from a boundary: 0, or what this method returned
     * @return the offset after the cluster, at most the length of the text
     * @throws StringIndexOutOfBoundsException if nothing is left at {@code from}
     */
    public static int next(String text, int from) {
        int length = text.length();
        char first = text.charAt(from);
        int i = from + 1;
        if (i == length) {
            return i;
        }
        if (first < FIRST_JOINING) {
            char second = text.charAt(i);
            if (second < FIRST_JOINING) {
                return first == '\r' && second == '\n' ? i + 1 : i;
            }
        }
        int codePoint = text.codePointAt(from);
        int before = TABLE.get(codePoint);
        i = from + Character.charCount(codePoint);
        // Whether a joiner is the last of pictograph, extends, joiner; a consonant would follow a linker; a flag is
        // open.
        boolean pictograph = (before & PICTOGRAPH) != 0;
        boolean linker = (before & LINKER) != 0;
        boolean halfFlag = (before & BREAK) == REGIONAL;
        while (i < length) {
            codePoint = text.codePointAt(i);
            int after = TABLE.get(codePoint);
            boolean joined = joins(before & BREAK, after & BREAK)
                    || linker && (after & CONSONANT) != 0
                    || pictograph && (before & BREAK) == ZWJ && (after & PICTOGRAPH) != 0
                    || halfFlag && (after & BREAK) == REGIONAL;
            if (!joined) {
                break;
            }
            i += Character.charCount(codePoint);
            linker = (after & LINKER) != 0 || linker && (after & CONJUNCT_EXTEND) != 0;
            halfFlag = (after & BREAK) == REGIONAL && !halfFlag;
            pictograph = (after & PICTOGRAPH) != 0
                    || pictograph && ((after & BREAK) == EXTEND || (after & BREAK) == ZWJ && (before & BREAK) != ZWJ);
            before = after;
        }
        return i;
    }

    /** Rules GB3 to GB9b: what two neighbours decide by themselves. */
    private static boolean joins(int before, int after) {
        if (before == CR) {
            return after == LF;
        }
        if (before == LF || before == CONTROL || after == CR || after == LF || after == CONTROL) {
            return false;
        }
        return switch (after) {
            case EXTEND, ZWJ, SPACING_MARK -> true;
            case L, LV, LVT -> before == L || before == PREPEND;
            case V -> before == L || before == LV || before == V || before == PREPEND;
            case T -> before == LV || before == V || before == LVT || before == T || before == PREPEND;
            default -> before == PREPEND;
        };
    }
}
