package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphemesTest {

    private final BreakIterator icu = BreakIterator.getCharacterInstance(ULocale.ROOT);

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "abc, 3",
        "Māori, 5",
        "Ma\u0304ori, 5",
        "नमस्ते, 3",
        "👨‍👩‍👧‍👧, 1",
        "🇳🇿🇦🇺, 2",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 1",
        "1️⃣👍🏽, 2",
        "한국, 2",
        "'\r\n\n', 2"
    })
    void counts_what_readers_call_characters(String text, int expected) {
        assertEquals(expected, Graphemes.count(text));
    }

    @Test
    void there_is_nothing_after_the_end() {
        assertThrows(StringIndexOutOfBoundsException.class, () -> Graphemes.next("a", 1));
    }

    @Test
    void breaks_the_published_test_strings_where_icu_does() {
        int checked = 0;
        for (String line : SharedData.lines("unicode-emoji/GraphemeBreakTest.txt")) {
            if (line.startsWith("÷")) {
                StringBuilder text = new StringBuilder();
                for (String hex : line.substring(0, line.indexOf('#')).split("[÷×\\s]+", -1)) {
                    if (!hex.isEmpty()) {
                        text.appendCodePoint(Integer.parseInt(hex, 16));
                    }
                }
                assertSameAsIcu(text.toString());
                checked++;
            }
        }
        assertEquals(602, checked);
    }

    @Test
    void breaks_real_posts_where_icu_does() {
        for (String posts : List.of("government-tweets", "emoji-tweets", "crisis-events")) {
            SharedData.posts(posts).forEach(this::assertSameAsIcu);
        }
    }

    @Test
    void breaks_random_texts_where_icu_does() {
        long seed = 1229;
        Random random = new Random(seed);
        List<int[]> kinds = new ArrayList<>();
        for (String pattern : List.of(
                "[a-z\\r\\n]",
                "[\\u0000-\\u00FF]",
                "[:GCB=Control:]",
                "[[:GCB=Extend:]-[:InCB=Linker:]]",
                "[:InCB=Linker:]",
                "[:InCB=Consonant:]",
                "[:InCB=Extend:]",
                "[:GCB=Prepend:]",
                "[:GCB=SpacingMark:]",
                "[:GCB=L:]",
                "[:GCB=V:]",
                "[:GCB=T:]",
                "[:GCB=LV:]",
                "[:GCB=LVT:]",
                "[:ExtPict:]",
                "[:Regional_Indicator:]",
                "[\\u200D]",
                "[\\uFE0F\\U0001F3FB-\\U0001F3FF]",
                "[\\uD800-\\uDFFF]",
                "[:Any:]")) {
            UnicodeSet set = new UnicodeSet(pattern);
            int[] kind = new int[Math.min(set.size(), 5000)];
            assertTrue(kind.length > 0, pattern);
            for (int i = 0; i < kind.length; i++) {
                kind[i] = set.charAt(kind.length < set.size() ? random.nextInt(set.size()) : i);
            }
            kinds.add(kind);
        }
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(10); length > 0; length--) {
                int[] kind = kinds.get(random.nextInt(kinds.size()));
                text.appendCodePoint(kind[random.nextInt(kind.length)]);
            }
            assertSameAsIcu(text.toString(), "seed " + seed);
        }
    }

    private void assertSameAsIcu(String text) {
        assertSameAsIcu(text, "");
    }

    private void assertSameAsIcu(String text, String origin) {
        icu.setText(text);
        icu.first();
        int clusters = 0;
        for (int at = 0; at < text.length(); clusters++) {
            int from = at;
            int expected = icu.next();
            at = Graphemes.next(text, from);
            int actual = at;
            assertEquals(expected, actual, () -> "after " + from + " in " + hex(text) + " " + origin);
        }
        assertEquals(clusters, Graphemes.count(text));
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.codePoints().forEach(codePoint -> hex.append(' ').append(Integer.toHexString(codePoint)));
        return hex.toString();
    }
}
