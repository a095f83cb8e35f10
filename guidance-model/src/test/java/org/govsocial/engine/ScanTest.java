package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.govsocial.model.Account;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.junit.jupiter.api.Test;

class ScanTest {
    private final Scan scan = new Scan(Terms.builder().build());

    @Test
    void a_text_is_cut_into_words_numbers_tags_mentions_links_emoji_and_marks() {
        assertEquals(
                List.of(
                        "WORD Kia",
                        "WORD ora",
                        "PUNCTUATION !",
                        "HASHTAG #StateOfEmergency",
                        "WORD updates",
                        "EMOJI 👋",
                        "LINK https://www.govt.nz",
                        "MENTION @NZTA",
                        "NUMBER 10:30am"),
                tokens("Kia ora! #StateOfEmergency updates 👋 https://www.govt.nz @NZTA 10:30am"));
    }

    @Test
    void what_looks_like_a_hashtag_is_not_always_one() {
        assertEquals(List.of("PUNCTUATION #", "NUMBER 16", "WORD bus"), tokens("#16 bus"));
        assertEquals(List.of("WORD C", "PUNCTUATION #"), tokens("C#"));
        assertEquals(List.of("LINK https://x.nz/#frag"), tokens("https://x.nz/#frag"));
        assertEquals(List.of("EMOJI #️⃣"), tokens("#️⃣"));
    }

    @Test
    void an_emoji_is_one_token_however_many_characters_it_has() {
        assertEquals(
                List.of("EMOJI 👨‍👩‍👧‍👧", "EMOJI 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "EMOJI 🇳🇿", "EMOJI 1️⃣", "EMOJI 👍🏽"),
                tokens("👨‍👩‍👧‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇳🇿 1️⃣ 👍🏽"));
    }

    @Test
    void a_link_leaves_the_full_stop_and_bracket_around_it() {
        assertEquals(
                List.of("PUNCTUATION (", "WORD see", "LINK www.govt.nz/a_(b)", "PUNCTUATION )", "PUNCTUATION ."),
                tokens("(see www.govt.nz/a_(b))."));
        assertEquals(List.of("WORD me", "MENTION @example"), tokens("me @example"));
    }

    @Test
    void macrons_composed_and_decomposed_belong_to_their_word() {
        assertEquals(List.of("WORD Māori"), tokens("M\u0101ori"));
        assertEquals(List.of("WORD Ma\u0304ori"), tokens("Ma\u0304ori"));
    }

    @Test
    void an_apostrophe_straight_or_curly_joins_letters_of_any_script() {
        for (String apostrophe : List.of("'", "\u2019")) {
            assertEquals(List.of("WORD don" + apostrophe + "t"), tokens("don" + apostrophe + "t"));
            assertEquals(List.of("WORD d" + apostrophe + "\u0416"), tokens("d" + apostrophe + "\u0416"));
            assertEquals(List.of("WORD cats", "PUNCTUATION " + apostrophe), tokens("cats" + apostrophe));
        }
    }

    @Test
    void sentences_end_at_marks_and_lines_but_not_at_abbreviations_or_decimals() {
        take("Dr. Smith paid $3.50 at No. 1 High St. today. Then she left! \"Why?\" he asked\nNobody knew");
        assertEquals(4, scan.sentenceCount());
        assertEquals(10, scan.sentenceWords(0));
        assertEquals(3, scan.sentenceWords(1));
        assertEquals(3, scan.sentenceWords(2));
        assertEquals(2, scan.sentenceWords(3));
    }

    @Test
    void the_row_of_tags_at_the_end_is_not_read_as_words() {
        take("We love #Wellington in winter #wellington #winter https://wcc.govt.nz");
        assertEquals(1, scan.sentenceCount());
        assertEquals(5, scan.sentenceWords(0));
    }

    @Test
    void a_hyphenated_word_is_one_word() {
        take("A well-being check");
        assertEquals(3, scan.sentenceWords(0));
    }

    @Test
    void traits_say_what_a_post_has() {
        take("FREE entry");
        assertTrue(scan.has(Trait.CAPITALS));
        assertTrue(scan.has(Trait.WORDS));
        assertFalse(scan.has(Trait.EMOJI));
        assertFalse(scan.has(Trait.OTHER_SCRIPTS));
        take("А and 𝗙𝗿𝗲𝗲 and a\u200Bb and e\u0301");
        assertTrue(scan.has(Trait.OTHER_SCRIPTS));
        assertTrue(scan.has(Trait.STYLED_LETTERS));
        assertTrue(scan.has(Trait.INVISIBLES));
        assertTrue(scan.has(Trait.COMBINING_MARKS));
        take("👨‍👩‍👧 🇳🇿 1️⃣ ❤️");
        assertFalse(scan.has(Trait.INVISIBLES), "joiners inside emoji are not stray");
        assertFalse(scan.has(Trait.STYLED_LETTERS), "flags are not styled letters");
    }

    @Test
    void tokens_never_overlap_and_stay_inside_any_text() {
        long seed = 20261122;
        var random = new Random(seed);
        String[] pieces = {
            "#", "@", "a", "Z", "ā", "̄", "’", "'", ".", "http", "://", "www.", ".nz", "1", "٣", "\r", "\n", " ", "👋",
            "🏽", "\u200D", "\uFE0F", "🇳", "🇿", "\uD83D", "\uDC4B", "𝗙", "漢", "$", "_", "-", "…", "\u0000", "\u202E",
            "&", "/"
        };
        int tokens = 0;
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder();
            int length = random.nextInt(12);
            for (int i = 0; i < length; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            take(text.toString());
            int last = 0;
            for (int i = 0; i < scan.tokenCount(); i++) {
                String at = "seed " + seed + " round " + round + " text " + text;
                assertTrue(scan.start(i) >= last && scan.end(i) > scan.start(i), at);
                last = scan.end(i);
                tokens++;
            }
            assertTrue(last <= text.length(), "seed " + seed + " round " + round);
            for (int i = 0; i < scan.sentenceCount(); i++) {
                assertTrue(scan.sentenceStart(i) < scan.sentenceEnd(i), "seed " + seed + " round " + round);
            }
        }
        assertTrue(tokens > 100_000);
    }

    private List<String> tokens(String text) {
        take(text);
        var tokens = new ArrayList<String>();
        for (int i = 0; i < scan.tokenCount(); i++) {
            tokens.add(scan.kind(i) + " " + text.substring(scan.start(i), scan.end(i)));
        }
        int counted = 0;
        for (TokenKind kind : TokenKind.values()) {
            counted += scan.count(kind);
        }
        assertEquals(scan.tokenCount(), counted);
        return tokens;
    }

    private void take(String text) {
        scan.scan(Post.of("p", text), Platform.ANY);
    }

    @Test
    void a_link_that_composition_makes_part_of_a_word_counts_in_full() {
        String path = "a".repeat(300);
        scan.scan(Post.of("p", "https://example.nz/" + path), Platform.X);
        assertFalse(scan.isTooLong());
        // The Kelvin sign becomes the letter K.
        scan.scan(Post.of("p", "\u212Ahttps://example.nz/" + path), Platform.X);
        assertTrue(scan.isTooLong());
        assertTrue(scan.length() > 300);
    }

    @Test
    void a_post_is_too_long_exactly_when_its_length_is_over_the_limit() {
        long seed = 20261122L;
        var random = new Random(seed);
        var pieces = List.of(
                "word ",
                "M\u0101ori ",
                "Ma\u0304ori ",
                "\u2019",
                "\u2014",
                "👋",
                "👨‍👩‍👧 ",
                "1️⃣ ",
                "漢字",
                "\u0958",
                "\uFB2C",
                " ",
                "http://t.co/abcdefghij ",
                "https://www.govt.nz/a-rather-long-path ",
                "bit.ly/x ",
                "#Tag ",
                "@who ",
                "\n");
        var times = List.of("2013-01-01T00:00:00Z", "2018-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
        int tooLong = 0;
        int close = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            int most = 100 + random.nextInt(250);
            while (text.length() < most) {
                text.append(pieces.get(random.nextInt(4) == 0 ? random.nextInt(pieces.size()) : 0));
            }
            Platform platform = List.of(Platform.X, Platform.MASTODON, Platform.BLUESKY, Platform.ANY)
                    .get(i % 4);
            scan.scan(
                    Post.of("post", text.toString()).withTime(Instant.parse(times.get(random.nextInt(times.size())))),
                    platform);
            boolean expected = scan.length() > scan.maxLength();
            assertEquals(expected, scan.isTooLong(), () -> "seed " + seed + ", " + platform + ": " + text);
            tooLong += expected ? 1 : 0;
            close += Math.abs((long) scan.length() - scan.maxLength()) < 5 ? 1 : 0;
        }
        assertTrue(tooLong > 1_000, "posts that are too long: " + tooLong);
        assertTrue(close > 100, "posts close to the limit: " + close);
    }

    @Test
    void traits_tell_of_marks_numbers_and_long_runs() {
        assertEquals(EnumSet.of(Trait.WORDS), traits("Open today."));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.LEADING_MARKS), traits("Open (today)"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.LEADING_MARKS, Trait.SYMBOLS), traits("Open > closed"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.NUMBERS), traits("Open at 10"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.LONE_AT_SIGNS), traits("a.person@"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.MENTIONS), traits("see @dia"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.LONG_RUNS), traits("abcdefghijklmnopqrst"));
        assertEquals(EnumSet.of(Trait.WORDS), traits("abcdefghijklmnopqrs open"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.LINKS), traits("see https://www.govt.nz/browse/everything"));
        assertEquals(EnumSet.of(Trait.HASHTAGS, Trait.LATE_WORDS), traits("#AVeryLongHashtagWithManyWords"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.LATE_WORDS, Trait.LEADING_MARKS), traits("(Open)"));
        assertEquals(EnumSet.of(Trait.WORDS, Trait.NEAR_LIMIT), traits("Open today ".repeat(30)));
        scan.scan(Post.of("post", "Open").withAccount(Account.of("dia").withPlanned("nzta")), Platform.X);
        assertTrue(scan.has(Trait.ACCOUNT_IN_DOUBT));
    }

    private EnumSet<Trait> traits(String text) {
        scan.scan(Post.of("post", text), Platform.X);
        var found = EnumSet.noneOf(Trait.class);
        for (Trait trait : Trait.values()) {
            if (scan.has(trait)) {
                found.add(trait);
            }
        }
        return found;
    }
}
