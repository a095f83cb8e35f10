package org.govsocial.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Emoji as readers see them: a family, a flag, a keycap or a hand with a skin tone is one.
 *
 * <p>What counts (UTS #51, <i>Unicode Emoji</i>, all sequences recommended for general interchange):
 *
 * <ul>
 *   <li>every such sequence, with all, some or none of its variation selectors (U+FE0F);
 *   <li>a single character that is shown as emoji by default, or that U+FE0F follows;
 *   <li>of the characters that Unicode shows as text by default, without U+FE0F: the pictures of the supplementary
 *       planes (no font draws them as text, and screen readers speak them) and, since the widely used platforms show
 *       them in colour, hearts, faces, hands, weather, aeroplane, shamrock, skull, hot springs, warning sign and the
 *       map symbols U+26C8 to U+26F9. Not ©, ®, ™, ‼, digits, arrows, ticks, stars, card suits but the heart, zodiac
 *       and religious signs, telephone, envelope, geometric shapes, or letters in circles and squares.
 * </ul>
 *
 * What does not: a character before U+FE0E (text style), and a pair of regional indicators that is no flag.
 */
public final class Emoji {

    static final char TEXT_STYLE = '\uFE0E';
    static final char EMOJI_STYLE = '\uFE0F';
    static final char JOINER = '\u200D';

    /** Node flags. */
    static final int EMOJI = 1;
    /** A character that Unicode shows as text unless U+FE0F follows. */
    static final int TEXT_DEFAULT = 2;
    /** A text-default character that counts only with U+FE0F. */
    static final int NEEDS_SELECTOR = 4;

    /** Where the characters of the basic plane that start emoji end, and where those beyond it begin and end. */
    static final int BASIC_END = 0x3300;

    static final int PICTOGRAPHS = 0x1F000;
    static final int PICTOGRAPHS_END = 0x1FC00;

    private static final int FIRST_TONE = 0x1F3FB;
    private static final int LAST_TONE = 0x1F3FF;

    /*
     * A trie of all sequences without U+FE0F, in breadth-first order: the children of node n are the nodes from
     * CHILDREN[n] to CHILDREN[n + 1], sorted by label. Node 0 is the root.
     */
    private static final int[] LABEL;
    private static final char[] CHILDREN;
    private static final char[] FLAGS;
    /** For each emoji the node of its neutral form: the same without skin tones. */
    private static final char[] NEUTRAL;
    /** For each emoji the version of Unicode that has all its characters. */
    private static final char[] AGE;
    /** For each emoji how many characters its name has. */
    private static final char[] SPOKEN;
    /** The root's children, by code point. */
    private static final char[] START = new char[BASIC_END + PICTOGRAPHS_END - PICTOGRAPHS];

    static {
        ByteBuffer in = Table.open("emoji.bin");
        LABEL = Table.ints(in);
        CHILDREN = Table.chars(in);
        FLAGS = Table.chars(in);
        NEUTRAL = Table.chars(in);
        AGE = Table.chars(in);
        SPOKEN = Table.chars(in);
        for (char node = CHILDREN[0]; node < CHILDREN[1]; node++) {
            int codePoint = LABEL[node];
            START[codePoint < BASIC_END ? codePoint : codePoint - PICTOGRAPHS + BASIC_END] = node;
        }
    }

    private Emoji() {}

    /**
     * Whether an emoji may start with this code unit. False means that none does; for plain text this is the only
     * question that needs asking.
     *
     * @param c a UTF-16 code unit
     * @return false when no emoji starts with it
     */
    public static boolean maybeStart(char c) {
        return (CharClass.flags(c) & CharClass.EMOJI) != 0;
    }

    /**
     * Where the longest emoji that starts at {@code start} ends.
     *
     * <p>After -1 at a regional indicator, go on after the whole pair: readers see the two as one box.
     *
     * @param text any text
     * @param start where the emoji would start
     * @param limit where the text ends; the emoji ends there at the latest
     * @return the offset after the emoji, or -1 if none starts here
     */
    public static int match(String text, int start, int limit) {
        // Digits are common and keycaps rare.
        boolean plain = text.charAt(start) < '\u0080' && (start + 1 >= limit || text.charAt(start + 1) < '\u0080');
        return plain ? -1 : walk(text, start, limit, false);
    }

    /**
     * A number that is equal for two emoji that differ at most in skin tone and variation selectors. It is not stable
     * between versions of this library.
     *
     * @param text any text
     * @param start where the emoji starts
     * @param end what {@link #match} returned
     * @return the number
     * @throws IllegalArgumentException if the part of the text is not one emoji
     */
    public static int id(String text, int start, int end) {
        return NEUTRAL[node(text, start, end)];
    }

    /**
     * Whether every character that needs U+FE0F to be shown as emoji has it. If not, some devices show text style.
     *
     * @param text any text
     * @param start where the emoji starts
     * @param end what {@link #match} returned
     * @return true when none lacks it
     */
    public static boolean fullyQualified(String text, int start, int end) {
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if ((FLAGS[start(codePoint)] & TEXT_DEFAULT) != 0) {
                int after = next < end ? text.codePointAt(next) : 0;
                if (after != EMOJI_STYLE && !isTone(after)) {
                    return false;
                }
            }
            i = next;
        }
        return true;
    }

    /**
     * Whether Unicode shows the character as text unless U+FE0F follows.
     *
     * @param codePoint any character
     * @return false for what is no emoji
     */
    public static boolean isTextByDefault(int codePoint) {
        return (FLAGS[start(codePoint)] & TEXT_DEFAULT) != 0;
    }

    /**
     * The English short name that screen readers speak, from the Unicode Common Locale Data Repository: <i>waving hand:
     * medium skin tone</i>, <i>flag: New Zealand</i>. Emoji newer than its names have their character name.
     *
     * @param text any text
     * @param start where the emoji starts
     * @param end what {@link #match} returned
     * @return the name
     * @throws IllegalArgumentException if the part of the text is not one emoji
     */
    public static String name(String text, int start, int end) {
        return Names.OF[node(text, start, end)];
    }

    /**
     * How much of the speech a name takes: the length of {@link #name}, without loading the names.
     *
     * @param text any text
     * @param start where the emoji starts
     * @param end what {@link #match} returned
     * @return characters
     * @throws IllegalArgumentException if the part of the text is not one emoji
     */
    public static int nameLength(String text, int start, int end) {
        return SPOKEN[node(text, start, end)];
    }

    /**
     * The length of the name that the emoji has without skin tones.
     *
     * @param text any text
     * @param start where the emoji starts
     * @param end what {@link #match} returned
     * @return characters
     * @throws IllegalArgumentException if the part of the text is not one emoji
     */
    public static int neutralNameLength(String text, int start, int end) {
        return SPOKEN[NEUTRAL[node(text, start, end)]];
    }

    /**
     * The version of Unicode that has every character of the emoji. A device with an older one shows a box; a new
     * sequence of characters that it knows falls apart into them.
     *
     * @param text any text
     * @param start where the emoji starts
     * @param end what {@link #match} returned
     * @return the major version, such as 15
     * @throws IllegalArgumentException if the part of the text is not one emoji
     */
    public static int unicodeVersion(String text, int start, int end) {
        return AGE[node(text, start, end)];
    }

    private static int node(String text, int start, int end) {
        int node = start < end ? walk(text, start, end, true) : -1;
        if (node < 0) {
            throw new IllegalArgumentException("not one emoji: \"" + text.substring(start, Math.max(start, end)) + '"');
        }
        return node;
    }

    /** The end of the longest emoji, or its node if it ends at the limit; -1 if there is none. */
    private static int walk(String text, int start, int limit, boolean wantNode) {
        int first = codePoint(text, start, limit);
        int i = start + Character.charCount(first);
        int node = start(first);
        if (node == 0 || i < limit && text.charAt(i) == TEXT_STYLE) {
            return -1;
        }
        boolean selector = i < limit && text.charAt(i) == EMOJI_STYLE;
        if (selector) {
            i++;
        }
        int flags = FLAGS[node];
        int end = (flags & EMOJI) != 0 && (selector || (flags & NEEDS_SELECTOR) == 0) ? i : -1;
        int found = node;
        while (i < limit) {
            int codePoint = codePoint(text, i, limit);
            node = child(node, codePoint);
            if (node < 0) {
                break;
            }
            i += Character.charCount(codePoint);
            if (i < limit && text.charAt(i) == EMOJI_STYLE && start(codePoint) != 0) {
                i++;
            }
            if ((FLAGS[node] & EMOJI) != 0) {
                end = i;
                found = node;
            }
        }
        return !wantNode ? end : end == limit ? found : -1;
    }

    private static int codePoint(String text, int i, int limit) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c) && i + 1 < limit ? text.codePointAt(i) : c;
    }

    private static int child(int node, int codePoint) {
        int from = CHILDREN[node];
        int to = CHILDREN[node + 1];
        return from == to ? -1 : Table.find(LABEL, from, to, codePoint);
    }

    private static int start(int codePoint) {
        if (codePoint < BASIC_END) {
            return START[codePoint];
        }
        int at = codePoint - PICTOGRAPHS;
        return at >= 0 && at < PICTOGRAPHS_END - PICTOGRAPHS ? START[at + BASIC_END] : 0;
    }

    private static boolean isTone(int codePoint) {
        return codePoint >= FIRST_TONE && codePoint <= LAST_TONE;
    }

    /** Loaded when somebody first asks for a name. */
    private static final class Names {
        static final String[] OF = new String[LABEL.length];

        static {
            String[] lines = StandardCharsets.UTF_8
                    .decode(Table.open("emoji-names.txt"))
                    .toString()
                    .split("\n");
            int line = 0;
            for (int node = 0; node < OF.length; node++) {
                OF[node] = (FLAGS[node] & EMOJI) != 0 ? lines[line++] : "";
            }
        }
    }
}
