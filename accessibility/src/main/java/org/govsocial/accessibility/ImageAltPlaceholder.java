package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;

/** A text alternative that only fills the field: "image", "logo", "n/a", a full stop. */
final class ImageAltPlaceholder implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-placeholder",
                    "A11Y-ALT-PLACEHOLDER",
                    "Describe the picture; do not just fill the field with a word such as “image”.")
            .withMessage(
                    "placeholder",
                    Severity.ERROR,
                    "The text alternative of picture {number} says only “{text}”. Say what the picture shows.")
            .withMessage(
                    "untitled",
                    Severity.WARNING,
                    "The text alternative of picture {number} says only “{text}”. Unless that is the title of a work,"
                            + " say what the picture shows.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    private static final WordTable PLACEHOLDERS = WordTable.of(
            "image",
            "images",
            "img",
            "photo",
            "photos",
            "photograph",
            "picture",
            "pictures",
            "pic",
            "pics",
            "graphic",
            "graphics",
            "logo",
            "icon",
            "banner",
            "header",
            "gif",
            "jpg",
            "jpeg",
            "png",
            "screenshot",
            "screen shot",
            "thumbnail",
            "placeholder",
            "picture placeholder",
            "image placeholder",
            "alt",
            "alt text",
            "alttext",
            "image alt",
            "image alt text",
            "description",
            "image description",
            "add description",
            "add alt text",
            "caption",
            "n/a",
            "na",
            "none",
            "null",
            "undefined",
            "nil",
            "no alt",
            "no alt text",
            "no description",
            "blank",
            "empty",
            "spacer",
            "tbc",
            "tba",
            "tbd",
            "todo",
            "test",
            "asdf",
            "xxx",
            "decorative",
            "decorative image",
            "poster",
            "flyer",
            "tile",
            "social tile",
            "social media tile",
            "infographic",
            "the image",
            "the photo",
            "an image",
            "a photo",
            "a picture",
            "a graphic",
            "our logo",
            "company logo",
            "picture1",
            "image1",
            "photo1");

    private static final WordTable TITLES = WordTable.of("untitled", "no title");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        var media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).alt() instanceof TextAlternative.Described alt) {
                check(i, alt.text(), out);
            }
        }
    }

    private static void check(int media, String alt, Findings out) {
        int start = 0;
        int end = alt.length();
        while (start < end && isEdge(alt.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(alt.charAt(end - 1))) {
            end--;
        }
        // Nothing but points, hyphens and space, unless a symbol or an emoji hides among them.
        if (start == end || PLACEHOLDERS.contains(alt, start, end)) {
            out.fail("placeholder")
                    .at(Place.alt(media))
                    .with("number", media + 1)
                    .with("text", alt);
        } else if (TITLES.contains(alt, start, end)) {
            out.review("untitled")
                    .at(Place.alt(media))
                    .with("number", media + 1)
                    .with("text", alt);
        }
    }

    private static boolean isEdge(char c) {
        int kind = CharClass.of(c);
        return kind == CharClass.SPACE
                || kind == CharClass.NEWLINE
                || kind == CharClass.PUNCT
                || kind == CharClass.SENTENCE_END
                || kind == CharClass.UNDERSCORE
                || kind == CharClass.APOSTROPHE
                || c == '#';
    }
}
