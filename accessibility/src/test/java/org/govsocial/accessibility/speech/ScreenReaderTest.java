package org.govsocial.accessibility.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.govsocial.accessibility.Accessibility;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenReaderTest {
    private final Reviewer reviewer = Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS);
    private final ScreenReader reader = new ScreenReader(reviewer);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kia ora!                        | Kia ora!",
                "Ma\u0304ori and Māori           | Māori and Māori",
                "Done 👋                         | Done waving hand",
                "Done👋now                       | Done waving hand now",
                "👩‍👩‍👧 home                         | family: woman, woman, girl home",
                "🇳🇿 and 👋🏽                      | flag: New Zealand and waving hand: medium skin tone",
                "❤️❤️ ❤️                            | red heart, red heart, red heart",
                "1️⃣ step                          | keycap: 1 step",
                "#StateOfEmergency now           | hashtag state of emergency now",
                "#stateofemergency now           | hashtag stateofemergency now",
                "#STATEOFEMERGENCY               | hashtag stateofemergency",
                "#NZTransport2026 #mahi_tahi     | hashtag N Z transport 2026 hashtag mahi tahi",
                "#MāoriLanguageWeek              | hashtag māori language week",
                "Ask @NZCivilDefence!            | Ask at N Z civil defence!",
                "See https://www.govt.nz/a-b?x=1 | See link, w w w dot govt dot nz slash a dash b",
                "STAY HOME, NZ, GPS, I do        | stay home, N Z, G P S, I do",
                "𝗛𝗶                              | mathematical sans-serif bold capital h, mathematical sans-serif bold small i",
                "Ｗｉｄｅ c̶a̶t̶                    | Wide cat",
                "50% off & $5                    | 50 percent off and dollar 5",
                "no\u200Bwhere \u202Eback        | nowhere back",
                "مرحبا بكم in Auckland            | مرحبا بكم in Auckland",
                "2,500 people on 3 May           | 2,500 people on 3 May"
            })
    void says_what_people_hear(String written, String heard) {
        assertEquals(List.of(heard), hear(written).lines());
    }

    @Test
    void a_mention_of_another_server_says_at_and_dot() {
        Post post = Post.of("a", "Thanks @team@mastodon.nz").withPlatform(Platform.MASTODON);
        assertEquals(
                List.of("Thanks at team at mastodon dot nz"), reader.hear(post).lines());
    }

    @Test
    void lines_stay_lines_and_empty_ones_are_silent() {
        assertEquals(List.of("One.", "Two."), hear("One.\n\n \nTwo.\n").lines());
        assertEquals(List.of(), hear("").lines());
    }

    @Test
    void each_state_of_a_text_alternative_sounds_different() {
        Post post = Post.of("a", "")
                .withMedia(List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("A 🗺️ of #roadWorks")),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING),
                        Media.of(Media.Kind.VIDEO, TextAlternative.UNKNOWN),
                        Media.of(Media.Kind.IMAGE, TextAlternative.DECORATIVE)));
        assertEquals(
                List.of(
                        "image, A world map of hashtag road works",
                        "image, no description",
                        "video, description unknown"),
                reader.hear(post).media());
    }

    @Test
    void safe_fixes_are_heard() {
        Post post = Post.of("a", "Help: #stateofemergency").withPlatform(Platform.X);
        assertEquals(
                List.of("Help: hashtag state of emergency"),
                reader.hear(reviewer.fixed(post)).lines());
    }

    @Test
    void any_text_can_be_said() {
        long seed = 11;
        var random = new Random(seed);
        int[] odd = {
            '#', '@', '_', ' ', '\n', 'A', 'b', '1', 0x1F468, 0x200D, 0xFE0F, 0x1F1F3, 0x1D5DB, 0x301, 0x202E, 0x5D0,
            0xD800, 0xDC00, 0x2605, 0xE000, 0x378, '$', '.', ':', '/'
        };
        int said = 0;
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.appendCodePoint(odd[random.nextInt(odd.length)]);
            }
            for (Platform platform : List.of(Platform.ANY, Platform.X, Platform.MASTODON, Platform.BLUESKY)) {
                String why = "seed " + seed + " round " + round;
                List<String> lines = reader.hear(Post.of("a", text.toString()).withPlatform(platform))
                        .lines();
                said += lines.size();
                for (String line : lines) {
                    assertFalse(line.isBlank() || line.indexOf('\n') >= 0 || line.indexOf(0x202E) >= 0, why);
                }
            }
        }
        assertTrue(said > 3_000, "" + said);
    }

    private Speech hear(String text) {
        return reader.hear(Post.of("a", text).withPlatform(Platform.X));
    }
}
