package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    @Test
    void folds_every_code_unit_as_icu_does() {
        for (char c = 0; c < 0xFFFF; c++) {
            assertEquals(UCharacter.foldCase(c, true), Letters.fold(c), Integer.toHexString(c));
        }
        assertEquals('ā', Letters.fold('Ā'));
        assertEquals('ß', Letters.fold('ẞ'));
        assertEquals('i', Letters.fold('I'));
        assertEquals('\uD83D', Letters.fold('\uD83D'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Māori", "WHĀNAU", "tēnā koutou", "café", "Việt Nam", "naïve", "Ångström", "ελληνικά", "plain"})
    void decomposed_letters_equal_composed_ones(String composed) {
        String decomposed = Normalizer2.getNFDInstance().normalize(composed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i = Letters.end(decomposed, i, decomposed.length())) {
            text.append(Letters.composed(decomposed, i, decomposed.length()));
        }
        assertEquals(composed, text.toString());
    }

    @Test
    void a_mark_after_the_limit_does_not_count() {
        assertEquals('a', Letters.composed("a\u0304", 0, 1));
        assertEquals(1, Letters.end("a\u0304", 0, 1));
    }

    @Test
    void a_mark_that_makes_no_letter_stays_a_mark() {
        assertEquals(0, Letters.compose('x', Letters.MACRON));
        assertEquals(0, Letters.compose('a', 'b'));
        assertEquals('c', Letters.composed("c\u0336", 0, 2));
        assertEquals(1, Letters.end("c\u0336", 0, 2));
    }

    @Test
    void composes_every_letter_that_icu_composes_with_these_marks() {
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        int composed = 0;
        for (String base : new UnicodeSet("[[:L:]&[\\u0000-\\uFFFF]]")) {
            for (char mark = '\u0300'; mark <= '\u036F'; mark++) {
                int expected = Math.max(0, nfc.composePair(base.charAt(0), mark));
                assertEquals(expected, Letters.compose(base.charAt(0), mark));
                composed += expected == 0 ? 0 : 1;
            }
        }
        assertTrue(composed > 700);
    }

    @Test
    void finds_the_letter_under_the_marks_as_icu_decomposes_it() {
        Normalizer2 nfd = Normalizer2.getNFDInstance();
        int composed = 0;
        for (char c = 'a'; c < '\u0250'; c++) {
            char base = nfd.normalize(String.valueOf(c)).charAt(0);
            assertEquals(base, Letters.base(c), Integer.toHexString(c));
            composed += base == c ? 0 : 1;
        }
        assertTrue(composed > 200, "found " + composed);
        assertEquals('e', Letters.base('ế'), "two marks");
    }

    @Test
    void takes_macrons_off_vowels_only() {
        StringBuilder plain = new StringBuilder();
        "Māori ĀĒĪŌŪ āēīōū é ñ ǖ".chars().forEach(c -> plain.append(Letters.withoutMacron((char) c)));
        assertEquals("Maori AEIOU aeiou é ñ ǖ", plain.toString());
    }
}
