package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * X's own conformance suite, read in place: what its library must extract and count, our scanner must find. A case that
 * differs stands in {@code twitter-text-exceptions.tsv} with the reason; a case that stands there must differ.
 */
class TwitterTextTest {
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>();
    private final Scan scan = new Scan(Terms.builder().build());
    private final Map<String, Integer> passed = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void read_the_exceptions() throws IOException {
        try (InputStream in = TwitterTextTest.class.getResourceAsStream("twitter-text-exceptions.tsv")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            all.lines().skip(1).forEach(line -> {
                String[] parts = line.split("\t", -1);
                assertEquals(3, parts.length, line);
                assertTrue(parts[2].length() > 10, () -> "no reason: " + line);
                EXCEPTIONS.put(parts[0] + "\t" + parts[1], parts[2]);
            });
        }
    }

    @Test
    void extracts_what_the_suite_extracts() {
        var sections = sections("extract.yml");
        check(
                "extract",
                "mentions",
                sections,
                (text, expected) -> names(TokenKind.MENTION).equals(expected));
        check("extract", "mentions_with_indices", sections, this::sameMentions);
        check("extract", "mentions_or_lists_with_indices", sections, this::sameMentions);
        check("extract", "replies", sections, (text, expected) -> Objects.equals(reply(), expected));
        check(
                "extract",
                "urls",
                sections,
                (text, expected) -> texts(TokenKind.LINK).equals(expected));
        check(
                "extract",
                "tco_urls_with_params",
                sections,
                (text, expected) -> texts(TokenKind.LINK).equals(expected));
        check(
                "extract",
                "urls_with_indices",
                sections,
                (text, expected) -> places(TokenKind.LINK, "url").equals(expected));
        check(
                "extract",
                "urls_with_directional_markers",
                sections,
                (text, expected) -> places(TokenKind.LINK, "url").equals(expected));
        check(
                "extract",
                "hashtags",
                sections,
                (text, expected) -> names(TokenKind.HASHTAG).equals(expected));
        check(
                "extract",
                "hashtags_from_astral",
                sections,
                (text, expected) -> names(TokenKind.HASHTAG).equals(expected));
        check(
                "extract",
                "hashtags_with_indices",
                sections,
                (text, expected) -> places(TokenKind.HASHTAG, "hashtag").equals(expected));
        check(
                "extract",
                "cashtags",
                sections,
                (text, expected) -> names(TokenKind.CASHTAG).equals(expected));
        check(
                "extract",
                "cashtags_with_indices",
                sections,
                (text, expected) -> places(TokenKind.CASHTAG, "cashtag").equals(expected));
        assertEquals(List.of(), wrong);
        assertEquals(sections.keySet(), passed.keySet(), "a section without a check");
        assertEquals(238 - exceptions("extract"), total());
    }

    @Test
    void judges_and_counts_what_the_suite_judges_and_counts() {
        var sections = sections("validate.yml");
        // The section is older than the limit of 280.
        Instant old = Instant.parse("2017-01-01T00:00:00Z");
        check(
                "validate",
                "tweets",
                sections,
                old,
                Platform.X,
                (text, expected) -> isValid().equals(expected));
        check(
                "validate",
                "usernames",
                sections,
                (text, expected) -> isOne(TokenKind.MENTION, text).equals(expected));
        check(
                "validate",
                "lists",
                sections,
                (text, expected) -> expected.equals(isOne(TokenKind.MENTION, text) && text.contains("/")));
        check(
                "validate",
                "hashtags",
                sections,
                (text, expected) -> isOne(TokenKind.HASHTAG, text).equals(expected));
        // The section is about addresses as such: X links fewer of them, and shows the others as plain text.
        check(
                "validate",
                "urls",
                sections,
                null,
                Platform.ANY,
                (text, expected) -> isOne(TokenKind.LINK, text).equals(expected));
        check(
                "validate",
                "urls_without_protocol",
                sections,
                (text, expected) -> isOne(TokenKind.LINK, text).equals(expected));
        // Counted with configuration 2, where the next one counts with 3.
        Instant between = Instant.parse("2018-01-01T00:00:00Z");
        check(
                "validate",
                "WeightedTweetsCounterTest",
                sections,
                between,
                Platform.X,
                (text, expected) -> weighs((Map<?, ?>) expected));
        for (String section :
                List.of("WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest")) {
            check("validate", section, sections, (text, expected) -> weighs((Map<?, ?>) expected));
        }
        assertEquals(List.of(), wrong);
        assertEquals(sections.keySet(), passed.keySet(), "a section without a check");
        assertEquals(97 - exceptions("validate"), total());
    }

    private void check(String file, String section, Map<String, List<?>> sections, BiPredicate<String, Object> passes) {
        check(file, section, sections, null, Platform.X, passes);
    }

    private void check(
            String file,
            String section,
            Map<String, List<?>> sections,
            @Nullable Instant time,
            Platform platform,
            BiPredicate<String, Object> passes) {
        int right = 0;
        for (Object each : sections.get(section)) {
            var sample = (Map<?, ?>) each;
            String text = (String) sample.get("text");
            String name = file + "/" + section + "\t" + sample.get("description");
            scan.scan(Post.of("p", text).withTime(time), platform);
            boolean passed = passes.test(text, sample.get("expected"));
            right += passed ? 1 : 0;
            if (passed == EXCEPTIONS.containsKey(name)) {
                wrong.add(name
                        + (passed
                                ? " passes, but is listed"
                                : " of <" + text + "> expects " + sample.get("expected") + " and gives " + tokens()
                                        + ", length " + scan.length()));
            }
        }
        assertTrue(right > 0, section);
        passed.put(section, right);
    }

    private int total() {
        return passed.values().stream().mapToInt(i -> i).sum();
    }

    private static int exceptions(String file) {
        return (int) EXCEPTIONS.keySet().stream()
                .filter(name -> name.startsWith(file + "/"))
                .count();
    }

    private static Map<String, List<?>> sections(String file) {
        try {
            var load = new Load(LoadSettings.builder().build());
            var root = (Map<?, ?>) load.loadFromString(
                    Files.readString(SharedData.file("twitter-text/" + file), StandardCharsets.UTF_8));
            var sections = new TreeMap<String, List<?>>();
            ((Map<?, ?>) root.get("tests")).forEach((name, cases) -> sections.put((String) name, (List<?>) cases));
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Boolean isValid() {
        return scan.length() > 0 && scan.length() <= scan.maxLength() && scan.refused() < 0;
    }

    private Boolean isOne(TokenKind kind, String text) {
        return scan.tokenCount() == 1 && scan.kind(0) == kind && scan.start(0) == 0 && scan.end(0) == text.length();
    }

    private boolean weighs(Map<?, ?> expected) {
        return expected.get("weightedLength").equals(scan.length())
                && expected.get("permillage").equals(scan.length() * 1000 / scan.maxLength())
                && expected.get("valid").equals(isValid());
    }

    private String reply() {
        return scan.tokenCount() > 0 && scan.kind(0) == TokenKind.MENTION ? text(0).substring(1) : null;
    }

    private List<String> names(TokenKind kind) {
        return texts(kind).stream().map(text -> text.substring(1)).toList();
    }

    private List<String> texts(TokenKind kind) {
        var texts = new ArrayList<String>();
        for (int token = 0; token < scan.tokenCount(); token++) {
            if (scan.kind(token) == kind) {
                texts.add(text(token));
            }
        }
        return texts;
    }

    private List<Map<String, Object>> places(TokenKind kind, String name) {
        var places = new ArrayList<Map<String, Object>>();
        for (int token = 0; token < scan.tokenCount(); token++) {
            if (scan.kind(token) == kind) {
                var place = new LinkedHashMap<String, Object>();
                place.put(
                        name, kind == TokenKind.LINK ? text(token) : text(token).substring(1));
                place.put("indices", List.of(scan.start(token), scan.end(token)));
                places.add(place);
            }
        }
        return places;
    }

    private boolean sameMentions(String text, Object expected) {
        var places = new ArrayList<Map<String, Object>>();
        boolean lists = expected.toString().contains("list_slug");
        for (Map<String, Object> mention : places(TokenKind.MENTION, "screen_name")) {
            String name = (String) mention.get("screen_name");
            int slash = (name + "/").indexOf('/');
            mention.put("screen_name", name.substring(0, slash));
            if (lists) {
                mention.put("list_slug", name.substring(slash));
            }
            places.add(mention);
        }
        return places.equals(expected);
    }

    private String text(int token) {
        return scan.post().text().substring(scan.start(token), scan.end(token));
    }

    private List<String> tokens() {
        var tokens = new ArrayList<String>();
        for (int token = 0; token < scan.tokenCount(); token++) {
            tokens.add(scan.kind(token) + " " + text(token));
        }
        return tokens;
    }
}
