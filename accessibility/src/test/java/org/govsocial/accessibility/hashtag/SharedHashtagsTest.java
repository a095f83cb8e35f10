package org.govsocial.accessibility.hashtag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures against hashtags with splits that people accept (STAN small). A tag counts as several words where any accepted
 * split is. Tags of the half held out were not looked at while tuning; {@code src/words/README.md} says how far its totals
 * were.
 */
class SharedHashtagsTest {

    private record Tag(String text, Set<String> accepted) {

        boolean severalWords() {
            return accepted.stream().anyMatch(split -> split.contains(" "));
        }

        boolean lowerCase() {
            return text.equals(text.toLowerCase(Locale.ROOT));
        }

        boolean heldOut() {
            CRC32 hash = new CRC32();
            hash.update(("govsocial-hashtags:" + text.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
            return (hash.getValue() & 1) == 1;
        }

        /** The tag as a reader meets it in lower case. */
        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        boolean exact(Reading reading) {
            return accepted.contains(reading.best().words().stream()
                    .map(w -> lower().substring(w.start(), w.end()))
                    .collect(Collectors.joining(" ")));
        }
    }

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private static final List<Tag> TAGS = new ArrayList<>();
    private static final HashtagWords WORDS = HashtagWords.load();

    @BeforeAll
    static void readTags() throws IOException {
        Path file = Path.of(
                System.getProperty("govsocial.sharedTestData", "../../shared/test-data"), "hashtags", "stan_small.csv");
        boolean there = Files.exists(file);
        assertTrue(there || !Boolean.getBoolean("govsocial.requireSharedData"), "no test data at " + file);
        assumeTrue(there, "SKIPPED: no test data at " + file);
        for (String line :
                Files.readAllLines(file).subList(1, (int) Files.lines(file).count())) {
            String[] cells = line.split(",", 3);
            Matcher splits = QUOTED.matcher(
                    cells[2].replaceAll("^\"\\[|\\]\"$|^\\[|\\]$", "").replace("\"\"", "\""));
            Set<String> accepted = splits.results()
                    .map(m -> (m.group(1) == null ? m.group(2) : m.group(1))
                            .strip()
                            .toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            TAGS.add(new Tag(cells[1], accepted));
        }
    }

    @Test
    void every_tag_was_read_with_its_splits() {
        assertEquals(1_108, TAGS.size());
        assertEquals(671, TAGS.stream().filter(Tag::severalWords).count());
        assertEquals(
                539,
                TAGS.stream().filter(t -> t.severalWords() && t.lowerCase()).count());
        assertTrue(TAGS.stream()
                .allMatch(t ->
                        t.accepted().stream().anyMatch(s -> s.replace(" ", "").equals(t.lower()))));
    }

    @Test
    void tags_of_several_words_in_lower_case_are_split_exactly_in_at_least_88_percent() {
        assertAtLeast(0.88, exact(t -> t.severalWords() && t.lowerCase()), "lower-case tags of several words, all");
        assertAtLeast(
                0.88,
                exact(t -> t.severalWords() && t.lowerCase() && t.heldOut()),
                "lower-case tags of several words, held out");
    }

    @Test
    void at_most_3_percent_of_single_words_are_reported_as_errors() {
        Predicate<Tag> single = t -> !t.severalWords();
        assertAtMost(0.03, share(single, t -> verdict(t) == Verdict.CLEAR), "single words judged clear, all");
        assertAtMost(
                0.03,
                share(single.and(Tag::heldOut), t -> verdict(t) == Verdict.CLEAR),
                "single words judged clear, held out");
    }

    @Test
    void clear_readings_are_exact_in_at_least_98_percent_of_the_half_held_out() {
        Predicate<Tag> clear = t -> verdict(t) == Verdict.CLEAR;
        assertAtLeast(0.98, exact(clear.and(Tag::heldOut)), "clear readings, held out");
        assertAtLeast(0.98, exact(clear), "clear readings, all");
    }

    @Test
    void clear_readings_cover_more_than_a_fifth_of_the_tags_of_several_words() {
        Predicate<Tag> several = Tag::severalWords;
        assertAtLeast(0.2, share(several, t -> verdict(t) == Verdict.CLEAR), "several words judged clear, all");
    }

    private static Verdict verdict(Tag tag) {
        return WORDS.verdict(tag.lower(), 0, tag.lower().length());
    }

    private static double exact(Predicate<Tag> which) {
        return share(which, t -> t.exact(WORDS.read(t.lower())));
    }

    private static double share(Predicate<Tag> which, Predicate<Tag> good) {
        List<Tag> tags = TAGS.stream().filter(which).toList();
        assertTrue(tags.size() > 50, "too few tags to measure: " + tags.size());
        return (double) tags.stream().filter(good).count() / tags.size();
    }

    private static void assertAtLeast(double least, double found, String what) {
        assertTrue(
                found >= least,
                () -> String.format(Locale.ROOT, "%s: %.1f %% of at least %.1f %%", what, 100 * found, 100 * least));
    }

    private static void assertAtMost(double most, double found, String what) {
        assertTrue(
                found <= most,
                () -> String.format(Locale.ROOT, "%s: %.1f %% of at most %.1f %%", what, 100 * found, 100 * most));
    }
}
