package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.SpoofChecker;
import java.util.stream.Collectors;
import org.govsocial.text.Confusables.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusablesTest {

    @ParameterizedTest
    @CsvSource({
        "Аuсkland, Auckland",
        "Неllо, Hello",
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ, ABEZHIKMNOPTYX",
        "АВЕЅІЈКМНОРСТУХ, ABESIJKMHOPCTYX",
        "аеорсухѕіј, aeopcyxsij",
        "օռ, on",
        "ᎪᏴ, AB"
    })
    void a_look_alike_has_the_latin_letter_of_its_case(String text, String latin) {
        assertEquals(
                latin,
                text.codePoints()
                        .map(codePoint -> codePoint < 0x250 ? codePoint : Confusables.latinLookalike(codePoint))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @CsvSource({"Ж", "я", "Ω", "Δ", "π", "µ", "a", "ā", "中", "1", "é", "😀"})
    void other_characters_look_like_no_latin_letter(String text) {
        assertEquals(-1, Confusables.latinLookalike(text.codePointAt(0)));
    }

    @Test
    void icu_finds_every_pair_confusable() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        int pairs = 0;
        for (int codePoint = 0; codePoint <= 0xFFFF; codePoint++) {
            int latin = Confusables.latinLookalike(codePoint);
            if (latin >= 0) {
                assertTrue(
                        checker.areConfusable(Character.toString(codePoint), Character.toString(latin)) != 0,
                        Character.toString(codePoint));
                assertTrue((CharClass.flags(codePoint) & CharClass.LOOKALIKE) != 0);
                pairs++;
            }
        }
        assertTrue(pairs > 150);
    }

    @ParameterizedTest
    @CsvSource({
        "a, LATIN",
        "ā, LATIN",
        "Ω, GREEK",
        "я, CYRILLIC",
        "ա, ARMENIAN",
        "Ꭺ, CHEROKEE",
        "ע, HEBREW",
        "ع, ARABIC",
        "न, INDIC",
        "ไ, THAI",
        "中, EAST_ASIAN",
        "ツ, EAST_ASIAN",
        "한, EAST_ASIAN",
        "1, COMMON",
        "'\u0304', COMMON",
        "ა, OTHER"
    })
    void characters_have_a_script(String text, Script script) {
        assertEquals(script, Confusables.script(text.codePointAt(0)));
    }
}
