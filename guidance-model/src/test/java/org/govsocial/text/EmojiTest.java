package org.govsocial.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    private static final String SELECTOR = "\uFE0F";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👨‍👩‍👧‍👧",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🇳🇿",
                "1️⃣",
                "#️⃣",
                "1⃣",
                "👍🏽",
                "❤️",
                "❤",
                "❤️‍🔥",
                "❤‍🔥",
                "🏳️‍🌈",
                "🏳‍🌈",
                "©️",
                "☎️",
                "🕊",
                "⚠",
                "☀",
                "✌",
                "✌️🏽",
                "😀️",
                "🏽",
                "🅰️",
                "👩🏽‍❤️‍💋‍👨🏿",
                "👁️‍🗨️",
                "👁‍🗨"
            })
    void is_one_emoji(String text) {
        assertEquals(text.length(), match(text));
        assertEquals(text.length(), match(text + " and more"));
        assertEquals(1 + text.length(), Emoji.match("x" + text, 1, 1 + text.length()));
        assertTrue(Emoji.maybeStart(text.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "#",
                "*",
                "©",
                "®",
                "™",
                "‼",
                "☎",
                "✔",
                "➡",
                "♠",
                "🅰",
                "Ⓜ",
                "❤\uFE0E",
                "😀\uFE0E",
                "🇳",
                "🇽🇽",
                "🇭🇪",
                "1️",
                "#️",
                "\u200D",
                "\uFE0F",
                "\u20E3",
                "\uD83D",
                "\uDE00",
                "\uD83D\uD83D",
                "\uD83C\uE000",
                "𝐁",
                "ā",
                "中"
            })
    void is_no_emoji(String text) {
        assertEquals(-1, match(text));
        assertEquals(-1, match(text + "a"));
    }

    @Test
    void the_longest_sequence_that_exists_wins() {
        assertEquals("🚗".length(), match("🚗🏽"), "a car has no skin tone");
        assertEquals("🐈".length(), match("🐈‍🚀"), "nobody joined these two");
        assertEquals("🇳🇿".length(), match("🇳🇿🇦🇺"));
        assertEquals("👩".length(), Emoji.match("👩‍🚀", 0, 3), "what is after the limit does not count");
    }

    @Test
    void every_fully_qualified_emoji_of_the_published_test_is_one_and_the_others_count_as_displayed() {
        Map<String, Integer> seen = new HashMap<>();
        for (String line : SharedData.lines("unicode-emoji/emoji-test.txt")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("[;#]", -1);
            String emoji = Arrays.stream(fields[0].trim().split(" ", -1))
                    .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                    .collect(Collectors.joining());
            String status = fields[1].trim();
            seen.merge(status, 1, Integer::sum);
            boolean textByDefault = status.equals("unqualified") && emoji.codePointCount(0, emoji.length()) == 1;
            if (!textByDefault || match(emoji) > 0) {
                assertEquals(emoji.length(), match(emoji), line);
                boolean qualified = status.equals("fully-qualified") || status.equals("component");
                assertEquals(qualified, Emoji.fullyQualified(emoji, 0, emoji.length()), line);
            } else {
                seen.merge("text", 1, Integer::sum);
            }
        }
        assertEquals(3655, seen.get("fully-qualified"));
        assertEquals(827, seen.get("minimally-qualified"));
        assertEquals(242, seen.get("unqualified"));
        assertEquals(86, seen.get("text"), "of these, the ones that count only with a selector");
    }

    @Test
    void every_emoji_of_icu_is_one_with_and_without_its_selectors() {
        UnicodeSet all = UnicodeTables.rgiEmoji();
        assertTrue(all.size() > 3900);
        for (String emoji : all) {
            assertEquals(emoji.length(), match(emoji), emoji);
            assertTrue(Emoji.fullyQualified(emoji, 0, emoji.length()), emoji);
            String bare = emoji.replace(SELECTOR, "");
            if (bare.codePointCount(0, bare.length()) > 1) {
                assertEquals(bare.length(), match(bare), emoji);
                assertTrue(Emoji.id(emoji, 0, emoji.length()) == Emoji.id(bare, 0, bare.length()), emoji);
                assertEquals(bare.equals(emoji), Emoji.fullyQualified(bare, 0, bare.length()), emoji);
            }
        }
    }

    @Test
    void finds_in_real_posts_what_icu_finds() {
        int found = compare(SharedData.posts("emoji-tweets"));
        assertTrue(found > 6000, () -> "only " + found);
        compare(SharedData.posts("government-tweets"));
        compare(SharedData.posts("crisis-events"));
    }

    @Test
    void finds_in_random_runs_of_emoji_parts_what_icu_finds() {
        long seed = 20121;
        Random random = new Random(seed);
        int[] parts =
                "a1#©❤☀👨👩👧🧑🤝🚀🔥🏴🏳🌈😀👍🚗🇳🇿🇦🇺🇽\u200D\u200D\u200D\uFE0F\uFE0F\u20E3🏻🏽🏿♀♂⚕⚕\uFE0E\uD83D\uDC69"
                        .codePoints()
                        .toArray();
        List<String> texts = random.ints(20_000, 1, 12)
                .mapToObj(length -> random.ints(length, 0, parts.length)
                        .mapToObj(i -> Character.toString(parts[i]))
                        .collect(Collectors.joining()))
                .toList();
        int found = compare(texts);
        assertTrue(found > 20_000, () -> "only " + found + " with seed " + seed);
    }

    /** At each place: the longest emoji of ICU's set, or if longer the same with fewer or more selectors. */
    private static int compare(List<String> texts) {
        Set<String> icu = new HashSet<>();
        Set<String> bare = new HashSet<>();
        int longest = 0;
        for (String emoji : UnicodeTables.rgiEmoji()) {
            icu.add(emoji);
            bare.add(emoji.replace(SELECTOR, ""));
            longest = Math.max(longest, emoji.length());
        }
        int found = 0;
        for (String text : texts) {
            for (int i = 0; i < text.length(); ) {
                int expected = -1;
                for (int end = i + 1; end <= Math.min(text.length(), i + longest); end++) {
                    if (icu.contains(text.substring(i, end))) {
                        expected = end;
                    }
                }
                int actual = Emoji.match(text, i, text.length());
                if (actual != expected) {
                    if (actual < 0) {
                        assertTrue(text.indexOf('\uFE0E', i) == text.offsetByCodePoints(i, 1), text);
                    } else {
                        assertTrue(actual > expected, text);
                        String emoji = text.substring(i, actual);
                        assertTrue(bare.contains(emoji.replace(SELECTOR, "")), text);
                        assertFalse(emoji.contains(SELECTOR + SELECTOR), text);
                    }
                }
                if (actual > 0) {
                    assertTrue(Emoji.maybeStart(text.charAt(i)), text);
                    found++;
                }
                i = actual > 0 ? actual : i + 1;
            }
        }
        return found;
    }

    @Test
    void the_same_emoji_has_one_id_whatever_its_skin_and_selectors() {
        assertEquals(id("👍"), id("👍🏿"));
        assertEquals(id("❤"), id("❤️"));
        assertEquals(id("👫"), id("👩🏽‍🤝‍👨🏿"));
        assertEquals(id("🤝"), id("🫱🏻‍🫲🏿"));
        assertEquals(id("💏"), id("🧑🏻‍❤️‍💋‍🧑🏿"));
        assertNotEquals(id("👍"), id("👎"));
        assertNotEquals(id("🇳🇿"), id("🇦🇺"));
        assertNotEquals(id("🏽"), id("🏿"), "alone a skin tone is an emoji of its own");
    }

    @Test
    void emoji_with_one_id_differ_in_name_by_skin_tone_only() {
        Map<Integer, String> names = new HashMap<>();
        for (String emoji : UnicodeTables.rgiEmoji()) {
            String name = name(emoji)
                    .replaceAll("(, )?(medium-|)(light|dark|medium) skin tone", "")
                    .replaceAll(": ?$", "")
                    .replace(": person, person", "")
                    .replace(": ,", ":");
            if (!emoji.matches("[\\x{1F3FB}-\\x{1F3FF}]")) {
                assertEquals(names.computeIfAbsent(id(emoji), id -> name), name, emoji);
            }
        }
        assertTrue(names.size() > 1900, () -> "only " + names.size());
    }

    @Test
    void speaks_the_short_names() {
        assertEquals("waving hand", name("👋"));
        assertEquals("waving hand: medium skin tone", name("👋🏽"));
        assertEquals("flag: New Zealand", name("🇳🇿"));
        assertEquals("flag: England", name("🏴󠁧󠁢󠁥󠁮󠁧󠁿"));
        assertEquals("keycap: 1", name("1️⃣"));
        assertEquals("red heart", name("❤"));
        assertEquals("red heart", Emoji.name("I ❤️ it", 2, 4));
        assertEquals("kiss: woman, man, medium skin tone, dark skin tone", name("👩🏽‍❤️‍💋‍👨🏿"));
    }

    @Test
    void names_are_those_of_the_published_test_but_for_later_changes() {
        int same = 0;
        List<String> changed = new ArrayList<>();
        for (String line : SharedData.lines("unicode-emoji/emoji-test.txt")) {
            Matcher fields = Pattern.compile(".*; fully-qualified +# (\\S+) E[0-9.]+ (.+)")
                    .matcher(line);
            if (fields.matches()) {
                String name = name(fields.group(1));
                if (name.equals(fields.group(2))) {
                    same++;
                } else {
                    changed.add(fields.group(2) + " -> " + name);
                }
            }
        }
        assertEquals(3655, same + changed.size());
        assertTrue(
                changed.stream().allMatch(names -> names.matches("mx claus.*|flag: Turkey.*")),
                () -> String.join("\n", changed));
    }

    @Test
    void knows_the_length_of_a_name_without_the_name() {
        for (String emoji : UnicodeTables.rgiEmoji()) {
            assertEquals(name(emoji).length(), Emoji.nameLength(emoji, 0, emoji.length()), emoji);
            assertTrue(
                    Emoji.neutralNameLength(emoji, 0, emoji.length())
                                    <= name(emoji).length()
                            || emoji.contains("🤝"),
                    emoji);
        }
        String couple = "👩🏽‍❤️‍💋‍👨🏿";
        assertEquals("kiss: woman, man".length(), Emoji.neutralNameLength(couple, 0, couple.length()));
    }

    @Test
    void knows_since_which_unicode_devices_have_the_characters() {
        Matcher line =
                Pattern.compile(".*; fully-qualified +# (\\S+) E(\\d+)\\.0 .+").matcher("");
        int compared = 0;
        for (String each : SharedData.lines("unicode-emoji/emoji-test.txt")) {
            if (line.reset(each).matches() && Integer.parseInt(line.group(2)) >= 11) {
                String emoji = line.group(1);
                int version = Emoji.unicodeVersion(emoji, 0, emoji.length());
                boolean sequence = emoji.codePointCount(0, emoji.length()) > 1;
                int published = Integer.parseInt(line.group(2));
                assertTrue(sequence ? version <= published : version == published, each);
                compared++;
            }
        }
        assertTrue(compared > 600, "compared " + compared);
    }

    @Test
    void refuses_to_name_what_is_not_one_emoji() {
        assertThrows(IllegalArgumentException.class, () -> name("no"));
        assertThrows(IllegalArgumentException.class, () -> name("😀😀"));
        assertThrows(IllegalArgumentException.class, () -> Emoji.id("😀", 1, 1));
    }

    private static int match(String text) {
        return Emoji.match(text, 0, text.length());
    }

    private static int id(String emoji) {
        return Emoji.id(emoji, 0, emoji.length());
    }

    private static String name(String emoji) {
        return Emoji.name(emoji, 0, emoji.length());
    }
}
