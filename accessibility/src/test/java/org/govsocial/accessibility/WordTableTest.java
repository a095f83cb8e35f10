package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTableTest {
    private static final String[] LETTERS = {
        "a", "b", "e", "k", "s", "z", "A", "B", "Z", "0", "9", ".", "-", "'", "’", "&", " ", "ā", "Ā", "a\u0304",
        "e\u0301", "é", "\u212a", "ſ", "ß", "日", "\u0304", "🔥"
    };

    @Test
    void a_word_is_found_in_any_case_and_however_its_macrons_are_written() {
        WordTable table = WordTable.of(Map.of("Māori", "1", "NZ", "2", "bit.ly", "3", "internationally", "4"));
        assertEquals("1", table.get("te reo MA\u0304ORI!", 7, 13));
        assertEquals("2", table.get("(nz)", 1, 3));
        assertEquals("3", table.get("Bit.ly/x", 0, 6));
        assertEquals("4", table.get("INTERNATIONALLY", 0, 15));
        assertNull(table.get("maori", 0, 5));
        assertNull(table.get("", 0, 0));
        assertEquals("2", table.valueOf("nz"));
        assertEquals(4, table.words().size());
        assertEquals(4, table.values().size());
        assertTrue(WordTable.of("K").contains("\u212a", 0, 1), "the sign for kelvin");
        assertFalse(WordTable.of().contains("a", 0, 1));
    }

    @Test
    void a_table_holds_what_a_map_of_folded_words_holds() {
        long seed = 20261123;
        var random = new Random(seed);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            var entries = new LinkedHashMap<String, String>();
            for (int i = random.nextInt(60); i > 0; i--) {
                entries.put(word(random), "value " + i);
            }
            var expected = new HashMap<String, String>();
            entries.forEach((word, value) -> expected.put(folded(word), value));
            WordTable table = WordTable.of(entries);
            assertEquals(expected.keySet(), new HashSet<>(table.words()), "seed " + seed);
            assertEquals(expected.size(), table.words().size(), "seed " + seed);
            var words = entries.keySet().toArray(String[]::new);
            for (int i = 0; i < 200; i++) {
                String word = words.length > 0 && random.nextBoolean()
                        ? disguised(words[random.nextInt(words.length)], random)
                        : word(random);
                String text = "x" + word + " y";
                String value = expected.get(folded(word));
                assertEquals(value, table.get(text, 1, 1 + word.length()), "seed " + seed + ": " + word);
                assertEquals(value != null, table.contains(text, 1, 1 + word.length()));
                found += value == null ? 0 : 1;
            }
        }
        assertTrue(found > 10_000, "words found: " + found);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int letters = 1 + random.nextInt(random.nextInt(4) == 0 ? 14 : 4); letters > 0; letters--) {
            // Mostly plain words, so that some are alike.
            word.append(LETTERS[random.nextInt(random.nextInt(3) == 0 ? LETTERS.length : 9)]);
        }
        return word.toString();
    }

    /** The same word in other letters. */
    private static String disguised(String word, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Normalizer.normalize(word, Normalizer.Form.NFC);
            case 1 -> word.toUpperCase(Locale.ROOT).length() == word.length() ? word.toUpperCase(Locale.ROOT) : word;
            case 2 -> word.toLowerCase(Locale.ROOT);
            default -> word;
        };
    }

    /** Composed and folded with the means of Java alone. */
    private static String folded(String word) {
        var out = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
