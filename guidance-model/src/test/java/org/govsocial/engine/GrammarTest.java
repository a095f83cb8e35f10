package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each platform links and counts. X has tests of its own: {@link TwitterTextTest}. */
class GrammarTest {
    private static final List<Platform> PLATFORMS = List.of(
            Platform.ANY,
            Platform.X,
            Platform.MASTODON,
            Platform.BLUESKY,
            Platform.FACEBOOK,
            Platform.INSTAGRAM,
            Platform.THREADS,
            Platform.LINKEDIN,
            Platform.TIKTOK,
            Platform.YOUTUBE,
            Platform.PINTEREST);

    private final Scan scan = new Scan(Terms.builder().build());

    @Test
    void what_is_no_hashtag_is_none_on_any_platform() {
        for (Platform platform : PLATFORMS) {
            for (String text :
                    List.of("#16 bus", "C# and F#", "#️⃣", "# tag", "#", "https://x.nz/#frag", "№5 m² CO₂ ½ ™")) {
                assertEquals(List.of(), find(platform, TokenKind.HASHTAG, text), platform + ": " + text);
            }
            assertEquals(
                    List.of("https://www.govt.nz/a#b"), find(platform, TokenKind.LINK, "See https://www.govt.nz/a#b"));
        }
    }

    @Test
    void hashtags_with_macrons_are_whole_on_every_platform() {
        for (Platform platform : PLATFORMS) {
            assertEquals(
                    List.of("#TeReoMāori", "#Ma\u0304ori"),
                    find(platform, TokenKind.HASHTAG, "Kia ora #TeReoMāori #Ma\u0304ori!"),
                    platform.id());
        }
    }

    @Test
    void x_reads_hashtags_as_its_library_does() {
        assertEquals(List.of("#Te"), find(Platform.X, TokenKind.HASHTAG, "#Te-Reo"));
        assertEquals(List.of("#il·lusió"), find(Platform.X, TokenKind.HASHTAG, "#il·lusió"));
        assertEquals(List.of("#ok"), find(Platform.X, TokenKind.HASHTAG, "a#b ##ok #1_2"));
        assertEquals(280, limit(Platform.X));
        assertEquals(11 + 23, length(Platform.X, "Ko wai koe? https://www.govt.nz".replace("? ", "?")));
        assertEquals(5, length(Platform.X, "Ma\u0304ori"), "counted composed");
    }

    @Test
    void mastodon_joins_words_by_middle_dots_and_needs_one_letter() {
        assertEquals(List.of("#one·two"), find(Platform.MASTODON, TokenKind.HASHTAG, "#one·two· and"));
        assertEquals(List.of("#3d", "#1_2"), find(Platform.MASTODON, TokenKind.HASHTAG, "#3d #1_2 #16 #_"));
        assertEquals(List.of("#می\u200Cخواهم"), find(Platform.MASTODON, TokenKind.HASHTAG, "#می\u200Cخواهم"));
        assertEquals(List.of(), find(Platform.MASTODON, TokenKind.HASHTAG, "(#tag) a#b"));
        assertEquals(List.of("#tag"), find(Platform.MASTODON, TokenKind.HASHTAG, "#taghttps://govt.nz"));
    }

    @Test
    void mastodon_mentions_have_a_server_that_does_not_count() {
        String text = "Hi @dia@mastodon.nz and @te.papa, not me@example.nz";
        assertEquals(List.of("@dia@mastodon.nz", "@te.papa"), find(Platform.MASTODON, TokenKind.MENTION, text));
        assertEquals(text.length() - "@mastodon.nz".length(), length(Platform.MASTODON, text));
    }

    @Test
    void mastodon_counts_a_link_as_23_and_links_only_what_has_a_scheme() {
        String link = "https://www.māori.nz/a_(b)?q=ā";
        assertEquals(List.of(link), find(Platform.MASTODON, TokenKind.LINK, link + ". govt.nz"));
        assertEquals(23 + 9, length(Platform.MASTODON, link + ". govt.nz"));
        assertEquals(3, length(Platform.MASTODON, "a👨‍👩‍👧b"));
        assertEquals(500, limit(Platform.MASTODON));
    }

    @Test
    void bluesky_tags_run_to_the_next_space() {
        assertEquals(
                List.of("#with,punctuation", "#butter🦋fly", "#Te-Reo", "#end"),
                find(
                        Platform.BLUESKY,
                        TokenKind.HASHTAG,
                        "#with,punctuation #butter🦋fly #Te-Reo (#no) #end!? #12, #-"));
        assertEquals(List.of("#" + "ā".repeat(64)), find(Platform.BLUESKY, TokenKind.HASHTAG, "#" + "ā".repeat(64)));
        assertEquals(List.of(), find(Platform.BLUESKY, TokenKind.HASHTAG, "#" + "ā".repeat(65)));
        assertEquals(
                List.of("#" + "e\u0301".repeat(64)),
                find(Platform.BLUESKY, TokenKind.HASHTAG, "#" + "e\u0301".repeat(64)),
                "64 characters as people see them");
    }

    @Test
    void bluesky_links_and_counts_characters_and_bytes() {
        assertEquals(
                List.of("https://www.govt.nz/a", "govt.nz"),
                find(Platform.BLUESKY, TokenKind.LINK, "See https://www.govt.nz/a, (govt.nz) and done.nothing"));
        assertEquals(1, length(Platform.BLUESKY, "ā"));
        assertEquals(2, length(Platform.BLUESKY, "👨‍👩‍👧"), "18 bytes are more than one character's share");
        assertEquals(300, limit(Platform.BLUESKY));
        assertEquals(List.of("$NZX"), find(Platform.BLUESKY, TokenKind.CASHTAG, "($NZX) $toolong"));
    }

    @Test
    void bluesky_mentions_are_handles() {
        int whole = 0;
        int unregistered = 0;
        for (String handle : SharedData.lines("bluesky/handle_syntax_valid.txt")) {
            if (handle.isBlank() || handle.startsWith("#")) {
                continue;
            }
            String ending = handle.substring(handle.lastIndexOf('.') + 1);
            boolean registered = ending.equals("test")
                    || TopLevelDomains.end(ending.toCharArray(), 0, ending.length()) == ending.length();
            whole += registered ? 1 : 0;
            unregistered += registered ? 0 : 1;
            // A handle by syntax with an ending that is not registered: the application finds no mention either.
            assertEquals(
                    registered ? List.of("@" + handle) : List.of(),
                    find(Platform.BLUESKY, TokenKind.MENTION, "@" + handle));
        }
        assertTrue(whole > 50 && unregistered > 5, whole + " and " + unregistered);
    }

    @Test
    void bluesky_mentions_nothing_that_is_no_handle() {
        int read = 0;
        for (String handle : SharedData.lines("bluesky/handle_syntax_invalid.txt")) {
            if (!handle.isBlank() && !handle.startsWith("#")) {
                String text = "@" + handle;
                assertFalse(find(Platform.BLUESKY, TokenKind.MENTION, text).contains(text), text);
                read++;
            }
        }
        assertTrue(read > 40, "read " + read);
    }

    @Test
    void elsewhere_an_ending_that_begins_a_sentence_makes_no_link() {
        assertEquals(List.of(), find(Platform.ANY, TokenKind.LINK, "We are done.It is over.So we left e.g.Bob"));
        assertEquals(
                List.of("te-papa.govt.nz", "GOVT.NZ", "example.com/a_(b)", "http://localhost:80/x", "https://t.co/a"),
                find(
                        Platform.ANY,
                        TokenKind.LINK,
                        "te-papa.govt.nz, GOVT.NZ; (example.com/a_(b)) http://localhost:80/x 日本語https://t.co/a"));
        assertEquals(List.of(), find(Platform.ANY, TokenKind.LINK, "me@example.com a@b.co.nz $x.com report.pdf"));
    }

    @Test
    void handles_may_hold_full_stops_where_the_platform_allows_them() {
        assertEquals(List.of("@te.papa"), find(Platform.INSTAGRAM, TokenKind.MENTION, "Hi @te.papa."));
        assertEquals(List.of("@te"), find(Platform.ANY, TokenKind.MENTION, "Hi @te.papa."));
        assertEquals(List.of("@dia@mastodon.nz"), find(Platform.ANY, TokenKind.MENTION, "Hi @dia@mastodon.nz."));
        assertEquals(List.of(), find(Platform.ANY, TokenKind.MENTION, "a@b @ @@ /@c"));
    }

    @Test
    void each_platform_has_its_limit_and_unit() {
        assertEquals(Integer.MAX_VALUE, limit(Platform.ANY));
        assertEquals(63_206, limit(Platform.FACEBOOK));
        assertEquals(2_200, limit(Platform.INSTAGRAM));
        assertEquals(500, limit(Platform.THREADS));
        assertEquals(3_000, limit(Platform.LINKEDIN));
        assertEquals(2_200, limit(Platform.TIKTOK));
        assertEquals(5_000, limit(Platform.YOUTUBE));
        assertEquals(500, limit(Platform.PINTEREST));
        assertEquals(2, length(Platform.FACEBOOK, "ā👋"));
        assertEquals(1 + 4, length(Platform.THREADS, "ā👋"));
        assertEquals(1 + 2, length(Platform.TIKTOK, "ā👋"));
        assertEquals(2 + 4, length(Platform.YOUTUBE, "ā👋"));
    }

    @Test
    void x_counts_an_old_post_as_it_did_then() {
        String cats = "🐱".repeat(141);
        String family = "👨‍👩‍👧‍👦";
        assertEquals(List.of(282, 280), counted(cats, null));
        assertEquals(List.of(282, 280), counted(cats, "2017-11-07T00:00:00Z"));
        assertEquals(List.of(141, 140), counted(cats, "2017-11-06T23:59:59Z"));
        assertEquals(List.of(2, 280), counted(family, "2018-10-11T00:00:00Z"));
        assertEquals(List.of(11, 280), counted(family, "2018-10-10T23:59:59Z"));
        assertEquals(List.of(23, 140), counted("http://www.govt.nz/a/long/address/for/all", "2015-01-01T00:00:00Z"));
        assertEquals(List.of(20, 140), counted("http://t.co/abcdefgh", "2012-01-01T00:00:00Z"));
    }

    private List<Integer> counted(String text, @Nullable String time) {
        scan.scan(Post.of("p", text).withTime(time == null ? null : Instant.parse(time)), Platform.X);
        return List.of(scan.length(), scan.maxLength());
    }

    @Test
    void x_alone_refuses_characters_that_are_none() {
        for (String text : List.of("ABC\uFFFE", "\uFFFFABC", "A\uFEFFBC")) {
            scan.scan(Post.of("p", text), Platform.X);
            assertTrue(scan.refused() >= 0, text);
            scan.scan(Post.of("p", text), Platform.ANY);
            assertEquals(Grammar.NONE, scan.refused(), text);
        }
        scan.scan(Post.of("p", "ABC ☃ \u200B"), Platform.X);
        assertEquals(Grammar.NONE, scan.refused());
    }

    @Test
    void elsewhere_an_address_that_can_lead_nowhere_is_no_link() {
        for (String text : List.of(
                "http://localhost:8080/a", "http://[::1]/", "http://intra_net.dia.govt.nz", "http://1.2.3.4.")) {
            assertEquals(1, find(Platform.ANY, TokenKind.LINK, text).size(), text);
        }
        for (String text : List.of(
                "http://-a.nz", "http://a..nz", "http://[1:2", "http://999.1.1.1", "http://a.nz:80a/", "http://")) {
            assertEquals(List.of(), find(Platform.ANY, TokenKind.LINK, text), text);
        }
    }

    @Test
    void linkedin_mentions_as_drafts_for_its_api_write_them() {
        String mention = "@[Department of Internal Affairs](urn:li:organization:2414183)";
        assertEquals(List.of(mention), find(Platform.LINKEDIN, TokenKind.MENTION, "Kia ora " + mention + " team"));
        assertEquals(List.of(), find(Platform.LINKEDIN, TokenKind.MENTION, "see @[1] and @[a](b)"));
        assertEquals(List.of(), find(Platform.FACEBOOK, TokenKind.MENTION, mention));
    }

    @Test
    void threads_tags_are_no_longer_than_its_api_takes() {
        assertEquals(
                1,
                find(Platform.THREADS, TokenKind.HASHTAG, "#" + "a".repeat(50)).size());
        assertEquals(
                0,
                find(Platform.THREADS, TokenKind.HASHTAG, "#" + "a".repeat(51)).size());
    }

    @Test
    void facebook_names_have_no_low_line() {
        assertEquals(List.of("@dia.nz"), find(Platform.FACEBOOK, TokenKind.MENTION, "@dia.nz_team"));
    }

    @Test
    void a_keycap_behind_a_word_is_an_emoji() {
        assertEquals(List.of("1️⃣", "2️⃣", "3⃣"), find(Platform.ANY, TokenKind.EMOJI, "Step1️⃣ 12️⃣ a3⃣"));
        assertEquals(List.of("Step", "a"), find(Platform.ANY, TokenKind.WORD, "Step1️⃣ 12️⃣ a3⃣"));
    }

    @Test
    void any_text_is_cut_into_tokens_that_do_not_overlap_on_any_platform() {
        String[] pieces = {
            "#",
            "＃",
            "@",
            "＠",
            "$",
            "a",
            "Z",
            "ā",
            "\u0304",
            "’",
            "'",
            ".",
            "http",
            "https://",
            "://",
            "www.",
            ".nz",
            "1",
            "٣",
            "\r",
            "\n",
            " ",
            "👋",
            "🏽",
            "\u200D",
            "\uFE0F",
            "\u20E3",
            "🇳",
            "🇿",
            "\uD83D",
            "\uDC4B",
            "𝗙",
            "漢",
            "_",
            "-",
            "…",
            "\u0000",
            "\u202E",
            "&",
            "/",
            "?",
            "(",
            ")",
            "t.co/",
            "·",
            "\u200C",
            "\uFEFF",
            "xn--",
            ":80"
        };
        for (Platform platform : PLATFORMS) {
            long seed = 20261122L + platform.id().hashCode();
            var random = new Random(seed);
            int tagged = 0;
            for (int round = 0; round < 20_000; round++) {
                var text = new StringBuilder();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                tagged += assertSound(platform, text.toString(), "seed " + seed + " round " + round + " " + text);
            }
            assertTrue(tagged > 500, platform + " " + tagged);
        }
    }

    @Test
    @Timeout(60)
    void long_hostile_texts_take_no_more_than_their_length_allows() {
        for (String piece : List.of("a.", "é.", "a-", "a_", "www.", "@a.", "#a#", "http://a.com/(", "a.com,", "xn--")) {
            String text = piece.repeat(100_000 / piece.length());
            for (Platform platform : PLATFORMS) {
                assertSound(platform, text, platform + " " + piece);
            }
        }
    }

    private int assertSound(Platform platform, String text, String message) {
        scan.scan(Post.of("p", text), platform);
        int last = 0;
        int tagged = 0;
        for (int token = 0; token < scan.tokenCount(); token++) {
            int start = scan.start(token);
            assertTrue(start >= last && scan.end(token) > start, message);
            last = scan.end(token);
            String signs = switch (scan.kind(token)) {
                case HASHTAG -> "#＃";
                case MENTION -> "@＠";
                case CASHTAG -> "$";
                default -> "";
            };
            if (!signs.isEmpty()) {
                assertTrue(signs.indexOf(text.charAt(start)) >= 0 && last > start + 1, message);
                tagged++;
            }
        }
        assertTrue(last <= text.length(), message);
        assertTrue(scan.length() >= 0 && scan.length() <= 4 * text.length() + 23 * scan.tokenCount(), message);
        return tagged;
    }

    private List<String> find(Platform platform, TokenKind kind, String text) {
        scan.scan(Post.of("p", text), platform);
        var found = new ArrayList<String>();
        for (int token = 0; token < scan.tokenCount(); token++) {
            if (scan.kind(token) == kind) {
                found.add(text.substring(scan.start(token), scan.end(token)));
            }
        }
        return found;
    }

    private int length(Platform platform, String text) {
        scan.scan(Post.of("p", text), platform);
        return scan.length();
    }

    private int limit(Platform platform) {
        scan.scan(Post.of("p", ""), platform);
        return scan.maxLength();
    }
}
