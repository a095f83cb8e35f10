package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What we find on X and what X's own library (3.1.0, of 2020) finds are the same, on real posts and on nonsense. Known
 * differences, each in a test or pattern below:
 *
 * <ul>
 *   <li>emoji newer than the library, and two older ones, are one emoji to us and several characters to it;
 *   <li>endings of hosts registered since, or given up since, are in our list of today and in its list of 2020;
 *   <li>a link that lies partly in a hashtag, as in {@code #māori.nz}: both show the hashtag alone, but the library
 *       still counts 23 for the rest;
 *   <li>a scheme that follows a letter or sign, where no link can begin, before a host of another script: the library
 *       looks behind and refuses what we link from the first Latin letter on.
 * </ul>
 */
class TwitterTextLibraryTest {
    private static final Pattern KNOWN_DIFFERENCE = Pattern.compile(
            "[a-z0-9@\uFF20$#\uFF03]https?://" + "|[#\uFF03][^\\s.]*[^\\x00-\\x7F][^\\s.]*\\.",
            Pattern.CASE_INSENSITIVE);

    private static final String[] PIECES = {
        "#",
        "\uFF03",
        "@",
        "\uFF20",
        "$",
        "a",
        "B",
        "abc",
        "1",
        "23",
        "é",
        "ā",
        "e\u0301",
        "の",
        "日本語",
        "트",
        "م",
        "_",
        "-",
        ".",
        ",",
        ":",
        "/",
        "//",
        "http",
        "https",
        "http://",
        "https://",
        "://",
        "www.",
        ".com",
        ".nz",
        ".co.nz",
        ".みんな",
        "t.co/",
        "t.co",
        "co",
        "com",
        "?",
        "?q=1",
        "&",
        "=",
        "(",
        ")",
        "!",
        "'",
        "\u2019",
        "…",
        " ",
        " ",
        " ",
        "\n",
        "\u00A0",
        "\u3000",
        "😀",
        "👍🏽",
        "☺",
        "☺️",
        "1️⃣",
        "#️⃣",
        "👨‍👩‍👧",
        "\uFE0F",
        "\u200D",
        "\u200C",
        "\u202A",
        "\u2066",
        "RT",
        "rt:",
        "·",
        "・",
        "+",
        "%",
        "*",
        "~",
        "|",
        "[",
        "]",
        "½",
        "²",
        "–",
        "\uFEFF",
        "xn--",
        "𠀡",
        "Ⅷ",
        "\"",
        "<",
        ">",
        ";"
    };

    private final Scan scan = new Scan(Terms.builder().build());
    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @CsvSource({"government-tweets, 560", "crisis-events, 13729", "emoji-tweets, 3026"})
    void real_posts_have_the_same_parts_and_the_same_length(String name, int size) {
        var posts = SharedData.posts(name);
        assertEquals(size, posts.size());
        // The library is slow: of many posts a release compares all, a build each fifth.
        int step = size > 10_000 && !Boolean.getBoolean("govsocial.release") ? 5 : 1;
        int parts = 0;
        for (int post = 0; post < size; post += step) {
            parts += assertSame(posts.get(post), posts.get(post));
        }
        assertTrue(parts > size / step, () -> "too little found in " + name);
    }

    @Test
    void nonsense_has_the_same_parts_and_the_same_length() {
        long seed = 20261122;
        var random = new Random(seed);
        int compared = 0;
        int parts = 0;
        for (int round = 0; round < 60_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (!KNOWN_DIFFERENCE.matcher(text).find()) {
                parts += assertSame(text.toString(), "seed " + seed + " round " + round + " text " + text);
                compared++;
            }
        }
        assertTrue(compared > 50_000, "compared " + compared);
        assertTrue(parts > 7_000, "parts " + parts);
    }

    @Test
    void emoji_that_the_library_knows_count_two_in_both_and_newer_ones_count_two_in_ours() {
        Matcher line = Pattern.compile("^([0-9A-F ]+); fully-qualified +# \\S+ E(\\d+)\\.(\\d+) ")
                .matcher("");
        var differing = new TreeSet<String>();
        int known = 0;
        for (String each : SharedData.lines("unicode-emoji/emoji-test.txt")) {
            if (line.reset(each).find()) {
                var emoji = new StringBuilder();
                for (String codePoint : line.group(1).strip().split(" ", -1)) {
                    emoji.appendCodePoint(Integer.parseInt(codePoint, 16));
                }
                assertEquals(2, length(emoji.toString()), each);
                int version = Integer.parseInt(line.group(2)) * 10 + Integer.parseInt(line.group(3));
                if (TwitterTextParser.parseTweet(emoji.toString()).weightedLength != 2) {
                    differing.add(version > 120 ? "newer" : emoji.toString());
                } else {
                    known++;
                }
            }
        }
        assertTrue(known > 2_900, "known " + known);
        assertEquals(Set.of("newer", "♾️", "👁️‍🗨️"), differing, "the library of 2020 knows Emoji 12 but for two");
    }

    @Test
    void where_we_part_from_the_conformance_suite_the_library_does_too() {
        for (String text : List.of(
                "http://user:PASSW0RD@example.com:8080/login.php",
                "http://192.168.0.1/index.html?src=asdf",
                "http://[3ffe:1900:4545:3:200:f8ff:fe21:67cf]:80/index.html",
                "http://example.com?foo=$bar.;baz?BAZ&c=d-#top/?stories+",
                "ABC\u202A\uFFFFABC\uFFFE")) {
            assertSame(text, text);
        }
    }

    @Test
    void the_known_differences_are_as_we_tell_them() {
        assertEquals(List.of("HASHTAG 0 #māori"), ours("#māori.nz"));
        assertEquals(List.of("HASHTAG 0 #māori"), theirs("#māori.nz"));
        assertEquals(9, length("#māori.nz"));
        assertEquals(26, TwitterTextParser.parseTweet("#māori.nz").weightedLength);
        assertEquals(List.of("URL 10 t.co"), ours("@https://のt.co"));
        assertEquals(List.of(), theirs("@https://のt.co"));
    }

    private int assertSame(String text, String message) {
        var theirs = theirs(text);
        assertEquals(theirs, ours(text), message);
        assertEquals(TwitterTextParser.parseTweet(text).weightedLength, scan.length(), message);
        return theirs.size();
    }

    private int length(String text) {
        scan.scan(Post.of("p", text), Platform.X);
        return scan.length();
    }

    private List<String> ours(String text) {
        scan.scan(Post.of("p", text), Platform.X);
        var parts = new ArrayList<String>();
        for (int token = 0; token < scan.tokenCount(); token++) {
            TokenKind kind = scan.kind(token);
            switch (kind) {
                case HASHTAG, MENTION, CASHTAG, LINK ->
                    parts.add((kind == TokenKind.LINK ? "URL" : kind) + " " + scan.start(token) + " "
                            + text.substring(scan.start(token), scan.end(token)));
                default -> {}
            }
        }
        return parts;
    }

    private List<String> theirs(String text) {
        return extractor.extractEntitiesWithIndices(text).stream()
                .map(part ->
                        part.getType() + " " + part.getStart() + " " + text.substring(part.getStart(), part.getEnd()))
                .toList();
    }
}
