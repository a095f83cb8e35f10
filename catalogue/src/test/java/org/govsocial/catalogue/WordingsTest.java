package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingsTest {
    @Test
    void plain_words_stand_for_themselves() {
        assertEquals(List.of("in order to"), Wordings.of("in order to"));
        assertEquals(List.of("Māori"), Wordings.of("\\bMāori\\b"));
    }

    @Test
    void alternatives_options_and_letters_are_spelled_out() {
        assertEquals(List.of("utilise", "utilize"), Wordings.of("utili(?:s|z)e"));
        assertEquals(
                List.of("word", "words"),
                List.copyOf(Wordings.of("words?")).stream().sorted().toList());
        assertEquals(List.of("grey", "gray"), Wordings.of("gr[ea]y"));
        assertEquals(List.of("at this point in time", "at this time"), Wordings.of("at\\s+this (point in )?time"));
        assertEquals(List.of("a", "b", "c"), Wordings.of("a|b|c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\w+",
                "a*",
                "a+",
                "a{2}",
                "[^a]",
                "[a-z]",
                "a.b",
                "(?=a)b",
                "(a",
                "a)",
                "[ab",
                "\\",
                "?",
                "((((",
                "(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)"
            })
    void what_is_no_list_of_words_is_refused(String pattern) {
        assertEquals(List.of(), Wordings.of(pattern));
    }

    @Test
    void every_wording_matches_the_pattern_that_it_came_from() {
        var random = new Random(20261122);
        int spelled = 0;
        for (int round = 0; round < 3_000; round++) {
            String pattern = made(random, 3);
            for (String word : Wordings.of(pattern)) {
                assertTrue(Pattern.matches("\\s*(?:" + pattern + ")\\s*", word), pattern + " does not match " + word);
                spelled++;
            }
        }
        assertTrue(spelled > 3_000, "spelled out " + spelled);
    }

    /** A pattern of letters, groups and options, without two spaces in a row. */
    private static String made(Random random, int depth) {
        var pattern = new StringBuilder();
        for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
            int kind = depth == 0 ? random.nextInt(2) : random.nextInt(5);
            pattern.append(
                    switch (kind) {
                        case 0, 1 -> String.valueOf((char) ('a' + random.nextInt(5)));
                        case 2 -> "[" + (char) ('a' + random.nextInt(3)) + (char) ('k' + random.nextInt(3)) + "]";
                        default -> "(?:" + made(random, depth - 1) + "|" + made(random, depth - 1) + ")";
                    });
            if (random.nextInt(4) == 0) {
                pattern.append('?');
            }
        }
        return pattern.toString();
    }
}
