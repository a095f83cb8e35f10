package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.accessibility.contrast.Colour;
import org.govsocial.accessibility.contrast.Contrast;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Origin;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.TextAlternative;
import org.govsocial.model.TextColours;
import org.govsocial.spi.MediaProbe;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of two ACT rules of the W3C. */
class ActExamplesTest {
    /** What is drawn by scripts, style sheets, the browser's own styles, or opacity, which a card is not read for. */
    private static final Set<String> NOT_READ =
            Set.of("Passed Example 9", "Passed Example 10", "Failed Example 5", "Failed Example 6", "Failed Example 7");

    @TempDir
    Path folder;

    private final Guidance guidance = Guidance.load(List.of(new Origin.Application()));

    private static Map<String, String> examples(String file) throws IOException {
        Path path = Path.of(System.getProperty("govsocial.sharedTestData", "../shared/test-data"), "act", file);
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.isRegularFile(path), "SKIPPED: " + path + " is not there");
        }
        var all = new TreeMap<String, String>();
        Matcher parts = Pattern.compile("(?ms)^#### ((?:Passed|Failed) Example \\d+)$(.*?)(?=^###)")
                .matcher(Files.readString(path));
        while (parts.find()) {
            all.put(parts.group(1), parts.group(2));
        }
        return all;
    }

    @Test
    void contrast_is_within_a_tenth_of_what_the_examples_state() throws IOException {
        MediaProbe cards = guidance.mediaProbes().stream()
                .filter(p -> p.id().equals("cards"))
                .findFirst()
                .orElseThrow();
        Pattern stated = Pattern.compile("contrast ratio of (\\d+(?:\\.\\d+)?):1");
        var compared = new ArrayList<String>();
        for (var example : examples("text-contrast-afw4f7.md").entrySet()) {
            Matcher ratio = stated.matcher(example.getValue());
            var want = new ArrayList<Double>();
            while (ratio.find()) {
                want.add(Double.parseDouble(ratio.group(1)));
            }
            if (want.isEmpty() || NOT_READ.contains(example.getKey())) {
                continue;
            }
            Path file = folder.resolve("card.html");
            Matcher html = Pattern.compile("(?s)```html\\n(.*?)```").matcher(example.getValue());
            assertTrue(html.find(), example.getKey());
            Files.writeString(file, html.group(1));
            List<TextColours> pairs = cards.look(Inputs.file(file, "card.html"), MediaFeatures.NONE)
                    .colours()
                    .orNull();
            assertTrue(pairs != null && !pairs.isEmpty(), example.getKey() + " has no colours");
            for (double one : want) {
                boolean near = pairs.stream().anyMatch(p -> Math.abs(ratio(p) - one) <= 0.1);
                assertTrue(near, example.getKey() + " states " + one + ", but its pairs are " + pairs);
            }
            compared.add(example.getKey());
        }
        assertTrue(compared.size() >= 9, "compared only " + compared);
    }

    private static double ratio(TextColours pair) {
        Colour text = Objects.requireNonNull(Colour.parse(pair.text()), pair.text());
        return Contrast.of(text, Objects.requireNonNull(Colour.parse(pair.background()), pair.background()))
                .ratio();
    }

    @Test
    void a_file_name_in_place_of_a_description_is_told_wherever_words_can_tell() throws IOException {
        RuleId rule = RuleId.of("accessibility/image-alt-filename");
        var reviewer = guidance.reviewer(ReviewConfig.DEFAULTS.withOnly(Set.of(rule)));
        // Only the picture itself tells that these two are wrong: the same words pass in other examples.
        Set<String> needThePicture = Set.of("Failed Example 1", "Failed Example 5");
        // There a file is offered for download, which posts do not do.
        Set<String> noPost = Set.of("Passed Example 2");
        int seen = 0;
        for (var example :
                examples("image-filename-as-accessible-name-9eb3f6.md").entrySet()) {
            Matcher image = Pattern.compile("(?s)<(?:img|input)\\b(.*?)/>").matcher(example.getValue());
            assertTrue(image.find(), example.getKey());
            Matcher source = Pattern.compile("src=\"[^\"]*/([^\"/]+)\"").matcher(image.group(1));
            Matcher alt = Pattern.compile("alt=\"([^\"]*)\"").matcher(image.group(1));
            assertTrue(source.find() && alt.find(), example.getKey());
            Post post = Post.of("a", "Words")
                    .withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of(alt.group(1)))
                            .withFile(source.group(1))));
            boolean fails = example.getKey().startsWith("Failed") && !needThePicture.contains(example.getKey());
            if (!noPost.contains(example.getKey())) {
                assertEquals(
                        fails ? Outcome.FAILED : Outcome.PASSED,
                        reviewer.review(post).outcome(),
                        example.getKey());
                seen++;
            }
        }
        assertEquals(10, seen);
    }
}
