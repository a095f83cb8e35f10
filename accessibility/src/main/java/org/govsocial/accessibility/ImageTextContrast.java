package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.accessibility.contrast.Colour;
import org.govsocial.accessibility.contrast.Contrast;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.model.TextColours;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** Text in a picture that is too pale for its background. */
final class ImageTextContrast implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-text-contrast",
                    "A11Y-IMAGE-CONTRAST",
                    "Give text in pictures enough contrast with what is behind it.")
            .withMessage(
                    "low",
                    Severity.ERROR,
                    "In picture {number}, {text} on {background} has a contrast of {ratio} to 1; {needed} is needed. The nearest colour that passes is {better}.")
            .withMessage(
                    "aim",
                    Severity.NOTE,
                    "In picture {number}, {text} on {background} has a contrast of {ratio} to 1: enough, but aim for 7.")
            .withMessage(
                    "unknown",
                    Severity.WARNING,
                    "In picture {number}, “{found}” is no colour that can be read here. Write it as #RRGGBB.")
            .withSetting(
                    "phone",
                    375,
                    200,
                    1000,
                    "width in pixels at which a picture is seen on a phone, by which letters count as large (DEFRA)")
            .withSetting(
                    "large", 24, 10, 100, "height in pixels from which letters count as large (WCAG 1.4.3: 18 point)")
            .withSetting(
                    "large-bold",
                    19,
                    10,
                    100,
                    "height in pixels from which bold letters count as large (WCAG 1.4.3: 14 point, 18.66 pixels)")
            .withNeeds(Trait.MEDIA_SEEN)
            .withCriterion("1.4.3");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        var media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            check(media.get(i), i, out);
        }
    }

    private static void check(Media medium, int media, Findings out) {
        for (TextColours pair : medium.colours()) {
            check(pair, medium, media, out);
        }
        List<TextColours> found = medium.seen().colours().orNull();
        if (found != null) {
            for (TextColours pair : found) {
                check(pair, medium, media, out);
            }
        }
    }

    private static void check(TextColours pair, Media medium, int media, Findings out) {
        Colour text = Colour.parse(pair.text());
        Colour background = Colour.parse(pair.background());
        if (text == null || background == null) {
            out.review("unknown")
                    .at(Place.media(media))
                    .with("number", media + 1)
                    .with("found", text == null ? pair.text() : pair.background());
            return;
        }
        Contrast contrast = Contrast.of(text, background);
        boolean large = isLarge(pair, medium, out);
        double needed = large ? Contrast.LARGE_TEXT : Contrast.TEXT;
        if (contrast.reaches(Contrast.AIM)) {
            return;
        }
        Colour better = contrast.reaches(needed) ? text : Contrast.nearest(text, background, needed);
        Findings.Draft draft = out.fail(contrast.reaches(needed) ? "aim" : "low")
                .at(Place.media(media))
                .with("number", media + 1)
                .with("text", text.toString())
                .with("background", background.toString())
                .with("ratio", contrast.toString())
                .with("needed", large ? "3" : "4.5");
        // Black or white reaches 4.58 on any background.
        if (better != null) {
            draft.with("better", better.toString());
        }
    }

    /** As seen on a phone: what is large in a wide picture may be small there. */
    private static boolean isLarge(TextColours pair, Media medium, Findings out) {
        if (pair.pixels() <= 0) {
            return false;
        }
        MediaFeatures.PixelSize size = medium.seen().size().orNull();
        double scale = size == null ? 1 : Math.min(1, out.setting("phone") / (double) size.width());
        double shown = pair.pixels() * scale;
        return shown >= out.setting("large") || pair.bold() && shown >= out.setting("large-bold");
    }
}
