package org.govsocial.accessibility.hashtag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FirstLookTest {
    private static final HashtagWords WORDS = HashtagWords.shared();

    private static final List<String> PARTS = List.of(
            "state",
            "of",
            "emergency",
            "the",
            "gulf",
            "Mexico",
            "nsw",
            "NSW",
            "fires",
            "Fires",
            "kia",
            "kaha",
            "te",
            "reo",
            "maori",
            "māori",
            "ma\u0304ori",
            "qu",
            "zx",
            "b",
            "a",
            "I",
            "2011",
            "5",
            "19",
            "k",
            "st",
            "_",
            "brisbane",
            "Brisbane",
            "floods",
            "flood",
            "redshirt",
            "s",
            "to",
            "Save",
            "date",
            "pol",
            "aus",
            "AUS",
            "iPhone",
            "covid",
            "weather",
            "Warning",
            "drop",
            "and",
            "hold",
            "on",
            "gillard",
            "ing",
            "er",
            "xy");

    @Test
    void it_divides_what_the_reader_would_divide() {
        long seed = 20261122L;
        var random = new Random(seed);
        int divided = 0;
        int turnedAway = 0;
        for (int i = 0; i < 200_000; i++) {
            var made = new StringBuilder();
            for (int parts = 1 + random.nextInt(5); parts > 0; parts--) {
                String part = PARTS.get(random.nextInt(PARTS.size()));
                made.append(
                        random.nextInt(4) == 0
                                ? part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)
                                : part);
            }
            String tag = random.nextInt(3) == 0 ? made.toString().toLowerCase(Locale.ROOT) : made.toString();
            Verdict verdict = WORDS.verdict(tag, 0, tag.length());
            boolean divides = verdict == Verdict.CLEAR || verdict == Verdict.LIKELY;
            Verdict division = WORDS.division(tag, 0, tag.length());
            assertEquals(divides ? verdict : Verdict.UNCLEAR, division, "seed " + seed + ": " + tag);
            divided += divides ? 1 : 0;
            turnedAway += divides ? 0 : 1;
        }
        assertTrue(divided > 10_000, "tags of several words: " + divided);
        assertTrue(turnedAway > 10_000, "tags turned away: " + turnedAway);
    }

    @Test
    void it_turns_away_names_and_words() {
        for (String tag : List.of("Wellington", "Gillard", "auspol", "nzpol", "YouTube", "Abbott", "CampbellNewman")) {
            assertEquals(Verdict.UNCLEAR, WORDS.division(tag, 0, tag.length()), tag);
        }
    }
}
