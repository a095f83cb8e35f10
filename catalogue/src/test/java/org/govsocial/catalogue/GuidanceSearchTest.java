package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.govsocial.engine.Guidance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidanceSearchTest {
    private static final GuidanceSearch SEARCH = GuidanceSearch.of(Shipped.GUIDANCE);

    @AfterAll
    static void close() {
        SEARCH.close();
    }

    private static List<String> found(String words) {
        return SEARCH.search(words, 10).hits().stream().map(h -> h.entry().id()).toList();
    }

    private static String marked(GuidanceSearch.Hit hit) {
        var words = new StringBuilder();
        for (var mark : hit.marks()) {
            words.append('[').append(hit.snippet(), mark.start(), mark.end()).append(']');
        }
        return words.toString();
    }

    @Test
    void macrons_make_no_difference_in_either_direction() {
        var plain = SEARCH.search("maori", 20);
        assertTrue(plain.hits().stream().anyMatch(h -> marked(h).contains("[Māori]")), plain::toString);
        assertEquals(found("maori"), found("Māori"));
        assertEquals(found("maori"), found("Ma\u0304ori"));
        assertEquals(found("maori"), found("MĀORI"));
    }

    @ParameterizedTest
    @CsvSource({
        "LEG-07, LEG-07",
        "leg-07, LEG-07",
        "leg 07, LEG-07",
        "toolbox, toolbox",
        "what is acc-4, ACC-4",
        "safe harbour counter-notice, HDCA-24-3",
    })
    void the_best_hit_comes_first(String words, String id) {
        assertEquals(id, found(words).get(0), () -> found(words).toString());
    }

    @Test
    void the_form_of_a_word_makes_no_difference() {
        assertFalse(found("captions").isEmpty());
        assertEquals(
                SEARCH.search("captions", 1).total(),
                SEARCH.search("caption", 1).total());
        assertEquals(
                SEARCH.search("hashtag", 1).total(),
                SEARCH.search("hashtags", 1).total());
    }

    @Test
    void snippets_show_the_words_that_were_found() {
        var results = SEARCH.search("blog archive", 50);
        assertTrue(results.hits().size() > 1);
        int marks = 0;
        for (var hit : results.hits()) {
            for (var mark : hit.marks()) {
                String word = hit.snippet().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
                assertTrue(word.startsWith("blog") || word.startsWith("archiv"), word);
                marks++;
            }
            assertTrue(hit.snippet().length() < 420, hit.snippet());
        }
        assertTrue(marks > 0);
    }

    @Test
    void entries_with_all_words_hide_those_with_some() {
        for (var hit : SEARCH.search("police 111", 50).hits()) {
            String text = hit.snippet().toLowerCase(Locale.ROOT);
            assertTrue(text.contains("111"), text);
        }
        assertTrue(SEARCH.search("police xyzzy", 50).total() > 1, "any word will do when no entry has all");
    }

    @Test
    void what_nobody_says_is_not_found() {
        assertEquals(0, SEARCH.search("xyzzy", 10).total());
        assertEquals(0, SEARCH.search("", 10).total());
        assertEquals(0, SEARCH.search("the of and", 10).total());
        assertEquals(0, SEARCH.search("?*\"~:", 10).total());
    }

    @Test
    void scores_fall_and_the_limit_holds() {
        var results = SEARCH.search("social media", 7);
        assertEquals(7, results.hits().size());
        assertTrue(results.total() > 7);
        for (int i = 1; i < results.hits().size(); i++) {
            assertTrue(
                    results.hits().get(i - 1).score() >= results.hits().get(i).score());
        }
    }

    @Test
    void nothing_that_people_type_makes_it_fail() {
        long seed = 20261122;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var words = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                words.appendCodePoint(
                        random.nextInt(4) == 0
                                ? random.nextInt(0xd7ff)
                                : " aeo-+\"(māori:*".codePointAt(random.nextInt(14)));
            }
            var results = SEARCH.search(words.toString(), 5);
            assertTrue(results.hits().size() <= 5, () -> "seed " + seed + ": " + words);
        }
    }

    @Test
    void an_empty_catalogue_can_be_searched() {
        try (var search = GuidanceSearch.of(Guidance.of(List.of()))) {
            assertEquals(0, search.search("anything", 5).total());
        }
    }
}
