package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @Test
    void every_assigned_character_is_wide_when_unicode_says_so() {
        int wide = 0;
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (UCharacter.isDefined(c)) {
                int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
                boolean expected =
                        width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
                assertEquals(expected, DisplayWidth.isWide(c), "U+" + Integer.toHexString(c));
                wide += expected ? 1 : 0;
            }
        }
        assertTrue(wide > 100_000, "found only " + wide);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "kia ora, 7",
        "whānau, 6",
        "wha\u0304nau, 6",
        "日本, 4",
        "👋, 2",
        "👩\u200d👩\u200d👧, 2",
        "🇳🇿, 2",
        "❤\ufe0f, 2",
        "❤, 1",
        "👍🏽, 2",
        "ｆｕｌｌ, 8"
    })
    void columns_are_those_of_a_terminal(String text, int columns) {
        assertEquals(columns, DisplayWidth.of(text));
    }
}
