package org.govsocial.text;

import java.util.Arrays;

/**
 * Letters and digits that are Unicode characters of their own, made for mathematics, phonetics or lists, and borrowed to
 * make plain text look bold, small or upside down. Screen readers skip them or spell them out; search does not find them.
 *
 * <p>This says what a character is, not whether it is misused: ℝ in mathematics, ɥ in phonetic notation, Ɔ in Ewe and ①
 * in a Japanese list are right, and the reader of the word has to decide. Never fancy here are the characters that
 * carry meaning in plain text: m², CO₂, ½, ™, ℠, №, ℃, ª, º. Ask {@link Emoji#match} first: flags, keycaps and 🅰️ are
 * emoji.
 *
 * <p>The table is by hand, since compatibility normalisation (NFKC) leaves 🅷, ʜ and ɥ as they are.
 */
public final class FancyText {

    /** Where a fancy letter comes from. */
    public enum Kind {
        /** Not a fancy letter. */
        NONE,
        /** Mathematical alphanumeric symbols: 𝐁𝐨𝐥𝐝, 𝒮𝒸𝓇𝒾𝓅𝓉, 𝔻𝕠𝕦𝕓𝕝𝕖. */
        MATH,
        /** Letters and numbers in circles, squares and brackets: Ⓐ, ⒜, 🅐, 🄰, ①. */
        ENCLOSED,
        /** Letters and digits as wide as a Han character: Ｗｉｄｅ. Right in East Asian text. */
        FULL_WIDTH,
        /** Small capitals: sᴍᴀʟʟ. Right in phonetic notation. */
        SMALL_CAP,
        /**
         * Upside-down or mirrored letters: uʍop ǝpısdn. Right in phonetic notation and some orthographies. A word
         * written so is read from its end.
         */
        TURNED,
        /** Raised and lowered letters: ˢᵐᵃˡˡ. Right in phonetic notation and abbreviations. */
        MODIFIER,
        /** Letters of mathematics in the basic plane: ℂ, ℋ, ℓ. Those missing among {@link #MATH} are here. */
        LETTERLIKE,
        /** Regional indicators, when they form no flag: 🇭 🇪 🇱 🇱 🇴. */
        REGIONAL
    }

    private static final String SMALL_CAPS =
            "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzᴃbᴌlᴎnᴙrᴩpᴁæɶœᴆðᴐɔᴣʒᴦγᴧλᴨπᴪψᴫл";
    private static final String TURNED = "ɐaɒaɔcↄcǝeɘeɟfⅎfƃgᵷgɥhᴉiɾjʞkꞁlɯmɹrʇtʌvʍwʎyⱯAƆCƎEℲFꟻF⅁GꞍHꞰKꞀL⅂LƜMꟼPꞱTɅV⅄Y";
    private static final String MODIFIERS = "ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐmⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻz"
            + "ᴬAᴮBꟲCᴰDᴱEꟳFᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴾPꟴQᴿR\uA7F1SᵀTᵁUⱽVᵂW"
            + "ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥv\u209Dw\u209Ey\u209Fzₓx";
    private static final String LETTERLIKE = "ℬBℂCℭCⅅDℰEℱFℋHℌHℍHℐIℑIℒLℳMℕNℙPℚQℛRℜRℝRℤZℨZⅆdℯeⅇeℊgℎhⅈiⅉjℓlℴo";

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String MATH_GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";

    /** Stands in a run for a number of more than one digit: fancy, but no one character says it plainly. */
    private static final char NO_PLAIN = '-';

    /** Sorted: the code point above bit 24, its kind in 8 bits, the plain character in 16. */
    private static final long[] TABLE = new Builder().build();

    private FancyText() {}

    /**
     * Whether {@link #kind} is anything but {@link Kind#NONE}.
     *
     * @param codePoint any character
     * @return true for a fancy letter or digit
     */
    public static boolean isFancy(int codePoint) {
        return at(codePoint) >= 0;
    }

    /**
     * Where a fancy letter comes from.
     *
     * @param codePoint any character
     * @return {@link Kind#NONE} when it is not fancy
     */
    public static Kind kind(int codePoint) {
        int at = at(codePoint);
        return at < 0 ? Kind.NONE : Builder.KINDS[(int) (TABLE[at] >>> 16) & 0xFF];
    }

    /**
     * The letter or digit that a fancy one stands for: ASCII where it is a Latin letter, otherwise of its own script.
     *
     * @param codePoint any character
     * @return -1 if the character is not fancy, or stands for more than one character (⑩)
     */
    public static int plain(int codePoint) {
        int at = at(codePoint);
        int plain = at < 0 ? NO_PLAIN : (int) TABLE[at] & 0xFFFF;
        return plain == NO_PLAIN ? -1 : plain;
    }

    /**
     * Whether a combining mark underlines, strikes out, overlines or encloses letters, rather than being part of one:
     * c̶a̶n̶c̶e̶l̶l̶e̶d̶.
     *
     * @param codePoint any character
     * @return true for such a mark
     */
    public static boolean isOverlay(int codePoint) {
        return switch (codePoint) {
            case 0x0305,
                    0x0332,
                    0x0333,
                    0x0334,
                    0x0335,
                    0x0336,
                    0x0337,
                    0x0338,
                    0x033F,
                    0x20D2,
                    0x20D3,
                    0x20D8,
                    0x20D9,
                    0x20DA,
                    0x20DD,
                    0x20DE,
                    0x20DF,
                    0x20E0,
                    0x20E2,
                    0x20E3,
                    0x20E4,
                    0x20E5,
                    0x20E6,
                    0x20EA,
                    0x20EB -> true;
            default -> false;
        };
    }

    private static int at(int codePoint) {
        long key = (long) codePoint << 24;
        int at = ~Arrays.binarySearch(TABLE, key);
        return at < TABLE.length && TABLE[at] >>> 24 == codePoint ? at : -1;
    }

    private static final class Builder {
        static final Kind[] KINDS = Kind.values();

        private long[] entries = new long[2048];
        private int size;

        long[] build() {
            for (int alphabet = 0; alphabet < 13; alphabet++) {
                run(Kind.MATH, 0x1D400 + 52 * alphabet, CAPITALS + SMALL);
            }
            run(Kind.MATH, 0x1D6A4, "ıȷ");
            for (int alphabet = 0; alphabet < 5; alphabet++) {
                run(Kind.MATH, 0x1D6A8 + 58 * alphabet, MATH_GREEK);
                run(Kind.MATH, 0x1D7CE + 10 * alphabet, "0123456789");
            }
            run(Kind.MATH, 0x1D7CA, "Ϝϝ");
            run(Kind.ENCLOSED, 0x2460, "123456789-----------123456789-----------123456789-----------");
            run(Kind.ENCLOSED, 0x249C, SMALL + CAPITALS + SMALL + "0----------123456789-0");
            run(Kind.ENCLOSED, 0x2776, "123456789-123456789-123456789-");
            run(Kind.ENCLOSED, 0x1F110, CAPITALS + "SCR");
            run(Kind.ENCLOSED, 0x1F130, CAPITALS);
            run(Kind.ENCLOSED, 0x1F150, CAPITALS);
            run(Kind.ENCLOSED, 0x1F170, CAPITALS);
            run(Kind.FULL_WIDTH, 0xFF10, "0123456789");
            run(Kind.FULL_WIDTH, 0xFF21, CAPITALS);
            run(Kind.FULL_WIDTH, 0xFF41, SMALL);
            run(Kind.REGIONAL, 0x1F1E6, CAPITALS);
            pairs(Kind.SMALL_CAP, SMALL_CAPS);
            pairs(Kind.TURNED, TURNED);
            pairs(Kind.MODIFIER, MODIFIERS);
            pairs(Kind.LETTERLIKE, LETTERLIKE);
            entries = Arrays.copyOf(entries, size);
            Arrays.sort(entries);
            return entries;
        }

        private void run(Kind kind, int first, String plain) {
            for (int i = 0; i < plain.length(); i++) {
                add(kind, first + i, plain.charAt(i));
            }
        }

        private void pairs(Kind kind, String pairs) {
            for (int i = 0; i < pairs.length(); i += 2) {
                add(kind, pairs.charAt(i), pairs.charAt(i + 1));
            }
        }

        private void add(Kind kind, int codePoint, char plain) {
            entries[size++] = (long) codePoint << 24 | kind.ordinal() << 16 | plain;
        }
    }
}
