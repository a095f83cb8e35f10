package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharClassTest {

    @Test
    void every_character_of_interest_has_its_class() {
        assertClass(CharClass.SPACE, " \t\u00A0\u3000\u2009");
        assertClass(CharClass.NEWLINE, "\n\r\u2028\u0085");
        assertClass(CharClass.LETTER_LOWER, "azāēīōūßяα");
        assertClass(CharClass.LETTER_UPPER, "AZĀĒĪŌŪЯΑǅ");
        assertClass(CharClass.LETTER_OTHER, "中ひ한عעनªˢʻ");
        assertClass(CharClass.MARK, "\u0304\u0336्");
        assertClass(CharClass.DIGIT, "09٣３");
        assertClass(CharClass.NUMERAL, "½²₂Ⅷ①");
        assertClass(CharClass.HASH, "#＃");
        assertClass(CharClass.AT, "@＠");
        assertClass(CharClass.APOSTROPHE, "'’");
        assertClass(CharClass.SENTENCE_END, ".!?…‼。？।؟");
        assertClass(CharClass.UNDERSCORE, "_");
        assertClass(CharClass.PUNCT, ",;:-–—()\"“”&%/*·");
        assertClass(CharClass.SYMBOL, "$+<=>^`|~©™€→★❤");
        assertClass(CharClass.OTHER, "\u0000\u200B\u200D\uFE0F\u202E\uE000\uFFFF");
        assertClass(CharClass.SURROGATE_HIGH, "\uD800\uD83D\uDBFF");
        assertClass(CharClass.SURROGATE_LOW, "\uDC00\uDFFF");
        assertEquals(CharClass.LETTER_OTHER, CharClass.flags(0x20000) & CharClass.CLASS);
        assertEquals(CharClass.SYMBOL, CharClass.flags(0x1F600) & CharClass.CLASS);
        assertEquals(CharClass.OTHER, CharClass.flags(0x10FFFF) & CharClass.CLASS);
    }

    @ParameterizedTest
    @CsvSource({
        "a, WORD+LETTER+LATIN",
        "ā, WORD+LETTER+LATIN",
        "7, WORD+EMOJI",
        "#, EMOJI",
        "ｈ, WORD+LETTER+LATIN+STYLED",
        "ʜ, WORD+LETTER+LATIN+STYLED",
        "ᴬ, WORD+LETTER+LATIN+STYLED",
        "①, WORD+STYLED",
        "ⓗ, STYLED",
        "ℋ, WORD+LETTER+STYLED",
        "Ⓜ, EMOJI+STYLED",
        "А, WORD+LETTER+LOOKALIKE",
        "ο, WORD+LETTER+LOOKALIKE",
        "я, WORD+LETTER",
        "中, WORD+LETTER+EAST_ASIAN",
        "ツ, WORD+LETTER+EAST_ASIAN",
        "ـ, WORD+LETTER+RIGHT_TO_LEFT",
        "ע, WORD+LETTER+RIGHT_TO_LEFT",
        "❤, EMOJI",
        "∑, ''",
    })
    void characters_have_flags(char c, String expected) {
        assertEquals(expected, names(CharClass.flags(c)));
    }

    @Test
    void characters_that_cannot_be_seen_are_invisible() {
        for (char c :
                "\u200B\u00AD\u2060\uFEFF\u3164\u2800\u200C\u200D\u200E\u200F\u061C\uFE0E\uFE0F\u202A\u202E\u2066\u2069"
                        .toCharArray()) {
            assertTrue((CharClass.flags(c) & CharClass.INVISIBLE) != 0, () -> Integer.toHexString(c));
        }
        for (char c : " \u00A0a\u0304\n\t".toCharArray()) {
            assertEquals(0, CharClass.flags(c) & CharClass.INVISIBLE, () -> Integer.toHexString(c));
        }
    }

    @Test
    void a_high_surrogate_tells_what_its_pairs_may_be() {
        assertEquals("EMOJI", names(CharClass.flags('\uD83D')));
        assertEquals("EMOJI+STYLED", names(CharClass.flags('\uD83C')));
        assertEquals("STYLED", names(CharClass.flags('\uD835')));
        assertEquals("INVISIBLE", names(CharClass.flags('\uDB40')));
        assertEquals("", names(CharClass.flags('\uD840')));
    }

    private static void assertClass(int expected, String characters) {
        for (char c : characters.toCharArray()) {
            assertEquals(expected, CharClass.of(c), () -> "U+" + Integer.toHexString(c));
        }
    }

    private static String names(int flags) {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(CharClass.WORD, "WORD");
        names.put(CharClass.LETTER, "LETTER");
        names.put(CharClass.LATIN, "LATIN");
        names.put(CharClass.EMOJI, "EMOJI");
        names.put(CharClass.STYLED, "STYLED");
        names.put(CharClass.INVISIBLE, "INVISIBLE");
        names.put(CharClass.LOOKALIKE, "LOOKALIKE");
        names.put(CharClass.EAST_ASIAN, "EAST_ASIAN");
        names.put(CharClass.RIGHT_TO_LEFT, "RIGHT_TO_LEFT");
        names.keySet().removeIf(flag -> (flags & flag) == 0);
        return String.join("+", names.values());
    }
}
