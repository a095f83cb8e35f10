package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FancyTextTest {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    @ParameterizedTest
    @CsvSource({
        "𝐇𝐞𝐥𝐥𝐨, Hello, MATH",
        "𝓗𝓮𝓵𝓵𝓸, Hello, MATH",
        "𝗙𝗿𝗲𝗲, Free, MATH",
        "𝙷𝚎𝚕𝚕𝚘𝟷, Hello1, MATH",
        "𝛀𝛆, Ωε, MATH",
        "Ｈｅｌｌｏ１, Hello1, FULL_WIDTH",
        "Ⓗⓔⓛⓛⓞ①⓪, Hello10, ENCLOSED",
        "🅷🅴🅻🅻🅾, HELLO, ENCLOSED",
        "🅗🅔🅛🅛🅞, HELLO, ENCLOSED",
        "🄷🄴🄻🄻🄾, HELLO, ENCLOSED",
        "🄗⒣❶, Hh1, ENCLOSED",
        "ʜᴇʟʟᴏ, hello, SMALL_CAP",
        "ɥǝꞁꞁɔ, hellc, TURNED",
        "ᴴᵉˡˡᵒ, Hello, MODIFIER",
        "ₕₑₗₗₒ, hello, MODIFIER",
        "ℋℯℓℂℝ, HelCR, LETTERLIKE",
        "🇭🇪🇱🇱🇴, HELLO, REGIONAL"
    })
    void fancy_letters_have_a_plain_form(String fancy, String plain, FancyText.Kind kind) {
        assertEquals(
                plain,
                fancy.codePoints()
                        .mapToObj(codePoint -> Character.toString(FancyText.plain(codePoint)))
                        .collect(Collectors.joining()));
        fancy.codePoints().forEach(codePoint -> {
            assertEquals(kind, FancyText.kind(codePoint));
            assertTrue(FancyText.isFancy(codePoint));
        });
    }

    @Test
    void a_number_of_two_digits_is_fancy_and_has_no_plain_character() {
        for (int codePoint : "⑩⑳⓫⒑❿⓴".codePoints().toArray()) {
            assertEquals(FancyText.Kind.ENCLOSED, FancyText.kind(codePoint));
            assertEquals(-1, FancyText.plain(codePoint));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m²", "½", "™", "℠", "№", "℃", "CO₂", "ª", "º", "µ", "Ω", "Ω", "Å", "Māori", "中ツ한", "əɛŋ", "ʻʼ", "😀❤",
                "©®"
            })
    void characters_of_plain_text_are_not_fancy(String text) {
        text.codePoints().forEach(codePoint -> {
            assertFalse(FancyText.isFancy(codePoint), () -> Character.toString(codePoint));
            assertEquals(FancyText.Kind.NONE, FancyText.kind(codePoint));
            assertEquals(-1, FancyText.plain(codePoint));
        });
    }

    @Test
    void strokes_and_frames_are_overlays_and_accents_are_not() {
        assertTrue("\u0336\u0335\u0332\u0338\u20DD\u20E3".chars().allMatch(FancyText::isOverlay));
        assertTrue("\u0304\u0301\u0308\u0331\u0323\u0327a".chars().noneMatch(FancyText::isOverlay));
    }

    /** Where Unicode says what a character stands for, by decomposition or by name, the table says the same. */
    @Test
    void the_table_agrees_with_unicode() {
        Pattern named = Pattern.compile(
                "(?:NEGATIVE (?:CIRCLED|SQUARED)|SQUARED|TORTOISE SHELL BRACKETED|REGIONAL INDICATOR"
                        + "|LATIN) (?:LATIN )?(?:SYMBOL )?(CAPITAL |SMALL )?LETTER (SMALL CAPITAL )?(?:TURNED |REVERSED )?([A-Z])");
        Map<FancyText.Kind, Integer> seen = new EnumMap<>(FancyText.Kind.class);
        StringBuilder byHand = new StringBuilder();
        for (int codePoint = 0; codePoint <= 0x10FFFF; codePoint++) {
            if (!FancyText.isFancy(codePoint) || !UCharacter.isDefined(codePoint)) {
                continue;
            }
            seen.merge(FancyText.kind(codePoint), 1, Integer::sum);
            int plain = FancyText.plain(codePoint);
            String character = Character.toString(codePoint);
            String name = UCharacter.getName(codePoint);
            String normal = NFKC.normalize(character).replaceAll("[()〔〕.]", "");
            Matcher matcher = named.matcher(name);
            if (!normal.equals(character)) {
                assertEquals(normal.length() == 1 ? normal.charAt(0) : -1, plain, name);
            } else if (matcher.matches()) {
                boolean small = matcher.group(2) != null || "SMALL ".equals(matcher.group(1));
                char letter = matcher.group(3).charAt(0);
                assertEquals(small ? Character.toLowerCase(letter) : letter, plain, name);
            } else if (UCharacter.getNumericValue(codePoint) >= 0) {
                int value = UCharacter.getNumericValue(codePoint);
                assertEquals(value < 10 ? '0' + value : -1, plain, name);
            } else {
                byHand.append(character).append((char) plain);
            }
        }
        assertEquals(
                Map.of(
                        FancyText.Kind.MATH, 996,
                        FancyText.Kind.ENCLOSED, 297,
                        FancyText.Kind.FULL_WIDTH, 62,
                        FancyText.Kind.SMALL_CAP, 40,
                        FancyText.Kind.TURNED, 36,
                        FancyText.Kind.MODIFIER, 68,
                        FancyText.Kind.LETTERLIKE, 30,
                        FancyText.Kind.REGIONAL, 26),
                seen);
        assertEquals(
                "ƃgƆCɒaɔcɟfɶœɾjᴁæᴃbᴆðᴌlᴐɔᴣʒᴦγᴧλᴨπᴩpᴪψᴫлℲF⅁G⅂L⅄YⅎfꟻFꟼP",
                byHand.toString(),
                "characters whose plain form is ours alone");
    }

    /** No modifier, double-struck or other borrowed letter is left out. */
    @Test
    void the_table_is_complete() {
        UnicodeSet missing = new UnicodeSet();
        // The letters of the phonetic supplement beyond U+FFFF are too rare to look for.
        for (String letter : new UnicodeSet("[[:L:][:So:]-[\\U00010000-\\U0001D3FF]]")) {
            int codePoint = letter.codePointAt(0);
            String normal = NFKC.normalize(letter);
            if (!normal.equals(letter)
                    && normal.matches("[a-zA-Z]")
                    && UCharacter.getType(codePoint) != UCharacterCategory.OTHER_LETTER
                    && !FancyText.isFancy(codePoint)) {
                missing.add(codePoint);
            }
        }
        // The long s, the kelvin sign and the information symbol, which is an emoji.
        assertEquals(new UnicodeSet("[\\u017F\\u212A\\u2139]"), missing);
    }
}
