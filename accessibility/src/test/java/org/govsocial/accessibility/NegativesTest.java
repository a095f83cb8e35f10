package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What careless rules would find, and no rule here may: the negative tests of the reference of rules, section 5. */
class NegativesTest {
    private final Reviewer reviewer = Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS);

    @ParameterizedTest
    @ValueSource(strings = {"#iPhone", "#eBay", "#NZTA", "#COVID19", "#NSWRFS", "#MFAT"})
    void names_and_acronyms_are_written_as_they_are(String tag) {
        assertNone(rules("Kia ora koutou " + tag), "hashtag-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The #16 bus", "We teach C#", "See https://example.govt.nz/#frag", "Press #️⃣ now"})
    void a_hash_sign_alone_makes_no_tag(String text) {
        for (Platform platform : Platform.KNOWN) {
            int tags = reviewer.features(Post.of("p", text), platform, post -> post.count(TokenKind.HASHTAG));
            assertEquals(0, tags, platform + ": " + text);
        }
        assertNone(rules(text), "hashtag-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇳🇿", "1️⃣", "👍🏽"})
    void an_emoji_of_several_characters_is_one(String emoji) {
        int count =
                reviewer.features(Post.of("p", "Kia ora " + emoji), Platform.ANY, post -> post.count(TokenKind.EMOJI));
        assertEquals(1, count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A room of 12 m² and CO₂ at ½, Brand™, №5",
                "او می‌خواهد کتاب‌ها را بخواند",
                "انتقل إلى \u2066Wellington\u2069 اليوم",
                "בואו ל־\u2066Auckland\u2069 היום",
                "नमस्ते दुनिया"
            })
    void other_scripts_and_units_are_no_styling(String text) {
        Set<String> rules = rules(text);
        assertNone(rules, "text-");
    }

    @Test
    void a_greeting_in_devanagari_has_three_characters_as_people_see_them() {
        int graphemes = reviewer.features(Post.of("p", "नमस्ते"), Platform.ANY, post -> post.graphemes());
        assertEquals(3, graphemes);
    }

    @Test
    void a_decomposed_macron_is_a_matter_of_encoding_alone() {
        String text = Normalizer.normalize("We speak Māori here", Normalizer.Form.NFD);
        assertEquals(Set.of("maori-vowel-encoding"), rules(text));
        assertEquals(Set.of(), rules(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    @Test
    void english_words_never_get_macrons() {
        assertNone(rules("To no avail we say hi, mango in hand"), "maori-");
    }

    @Test
    void a_name_may_be_the_name_of_the_file_but_not_the_file() {
        assertNone(alt("nyhavn.jpg", "Nyhavn"), "image-alt-filename");
        assertTrue(alt("nyhavn.jpeg", "nyhavn.jpeg").contains("image-alt-filename"));
    }

    @Test
    void a_link_to_a_picture_is_not_counted() {
        assertNone(rules("See the flood map: https://t.co/abc123 https://t.co/def456"), "link-too-many");
    }

    @Test
    void an_unknown_text_alternative_is_not_a_missing_one() {
        Post post = Post.of("p", "Kererū season in the park")
                .withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN)));
        assertEquals(Set.of("unknown"), aboutMissing(post), "a person has to look");
        assertEquals(Outcome.CANT_TELL, reviewer.screen(post));
        Post missing = post.withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)));
        assertEquals(Set.of("missing"), aboutMissing(missing));
        assertEquals(Outcome.FAILED, reviewer.screen(missing));
    }

    /** What {@code image-alt-missing} says of a post. */
    private Set<String> aboutMissing(Post post) {
        return reviewer.review(post).findings().stream()
                .filter(finding -> finding.rule().name().equals("image-alt-missing"))
                .map(Finding::messageKey)
                .collect(Collectors.toSet());
    }

    private Set<String> alt(String file, String alt) {
        return rules(Post.of("p", "A day out in the old harbour")
                .withMedia(List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of(alt)).withFile(file))));
    }

    private Set<String> rules(String text) {
        return rules(Post.of("p", text));
    }

    private Set<String> rules(Post post) {
        return reviewer.review(post).findings().stream()
                .map(Finding::rule)
                .map(rule -> rule.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertNone(Set<String> rules, String prefix) {
        assertTrue(rules.stream().noneMatch(rule -> rule.startsWith(prefix)), rules.toString());
    }
}
