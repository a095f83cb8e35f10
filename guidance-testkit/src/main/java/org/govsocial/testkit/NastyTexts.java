package org.govsocial.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that rules stumble over. */
public final class NastyTexts {
    private static final int LONG = 100_000;

    private NastyTexts() {}

    /**
     * The texts, by what is awkward about them.
     *
     * @return in a fixed order
     */
    public static Map<String, String> all() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("nothing", "");
        texts.put("only spaces", "   \t  ");
        texts.put("only line breaks", "\n\r\n\u2028\n");
        texts.put("a lone high surrogate", "flood \uD83D warning");
        texts.put("a lone low surrogate", "\uDE00 flood");
        texts.put("a surrogate at the end", "flood\uD83D");
        texts.put("surrogates the wrong way round", "\uDE00\uD83D");
        texts.put("NUL and other controls", "flood\u0000 \u0001\u0007\u001B[31m warning\u007F\u0085");
        texts.put("a combining mark first", "\u0304Maori");
        texts.put("10,000 combining marks", "M" + "\u0304".repeat(10_000));
        texts.put("stacked marks on each letter", "Z\u0335\u0321\u0302a\u0335\u0321\u0302l\u0335\u0321\u0302go");
        texts.put("Hebrew and Arabic with isolates", "שלום \u2067مرحبا\u2069 abc \u2066x\u2069");
        texts.put("unbalanced direction marks", "abc \u202Edef \u2067ghi \u202C\u202C\u2069\u2069");
        texts.put("a family, a flag, keycaps and a skin tone", "👨‍👩‍👧‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿🇳🇿1️⃣👍🏽");
        texts.put("broken emoji sequences", "👨‍ ‍👩 🇳 \uFE0F\u20E3 🏴󠁧󠁢 ‍");
        texts.put("100,000 emoji", "🔥".repeat(LONG / 2));
        texts.put("100,000 letters in one word", "a".repeat(LONG));
        texts.put("100,000 capitals in one word", "A".repeat(LONG));
        texts.put("short words in capitals", "AB CDE ".repeat(LONG / 7));
        texts.put("different words in capitals", codes(LONG / 6));
        texts.put("hash signs only", "#".repeat(LONG));
        texts.put("many hashtags", "#stateofemergency ".repeat(LONG / 18));
        texts.put("one hashtag of 100,000 letters", "#" + "tag".repeat(LONG / 3));
        texts.put("many mentions", "@a ".repeat(LONG / 3));
        texts.put("many links", "https://a.nz/b ".repeat(LONG / 15));
        texts.put("one link of 100,000 characters", "https://a.nz/" + "b".repeat(LONG));
        texts.put("points only", ".".repeat(LONG));
        texts.put("brackets only", "([{<".repeat(LONG / 4));
        texts.put("quotation marks only", "\"'“’".repeat(LONG / 4));
        texts.put("many lines", "- ☑ a\n".repeat(LONG / 6));
        texts.put("many sentences", "Go. ".repeat(LONG / 4));
        texts.put("one sentence of many words", "word ".repeat(LONG / 5));
        texts.put("an invisible character after each letter", "a\u200B".repeat(LONG / 2));
        texts.put("mathematical letters only", "𝗙".repeat(LONG / 2));
        texts.put("regional indicators only", "🇦".repeat(LONG / 2));
        texts.put("mixed scripts", "Аuckland Ωm ｈｅｌｌｏ नमस्ते 한국어 日本語 ไทย");
        texts.put("Turkish capitals", "İSTANBUL ıI iİ #İSTANBUL");
        texts.put("digits of many scripts", "١٢٣ ४५६ ７８９ ①②③ ½ ²");
        texts.put("tag characters", "a\uDB40\uDC61\uDB40\uDC7F b");
        texts.put("non-characters and private use", "\uFFFF\uFFFE \uE000 \uDBFF\uDFFF");
        return texts;
    }

    private static String codes(int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int code = i;
            for (int letter = 0; letter < 5; letter++) {
                out.append((char) ('A' + code % 26));
                code /= 26;
            }
            out.append(' ');
        }
        return out.toString();
    }
}
