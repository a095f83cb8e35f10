package org.govsocial.accessibility;

import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.PictureWords;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.model.TextColours;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** Text that a phone shows too small to read. */
final class ImageTextSize implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-text-size", "A11Y-IMAGE-TEXT-SIZE", "Make text in pictures large enough to read on a phone.")
            .withMessage(
                    "small",
                    Severity.WARNING,
                    "In picture {number} most words are {pixels} pixels high in a picture {width} wide: {shown} on a phone. Make them {needed} pixels or more.")
            .withMessage(
                    "small-described",
                    Severity.WARNING,
                    "In picture {number} the text is {pixels} pixels high in a picture {width} wide: {shown} on a phone. Make it {needed} pixels or more.")
            .withSetting(
                    "least",
                    14,
                    6,
                    40,
                    "height in pixels of a line of text as a phone shows it; DEFRA asks for 14 points in words, of which 14 pixels is the least that people read")
            .withSetting("phone", 375, 200, 1000, "width in pixels at which a picture is seen on a phone (DEFRA)")
            .withSetting(
                    "fewest-words",
                    5,
                    1,
                    100,
                    "words that a picture must hold, when they were read by a machine (our judgement)")
            .withNeeds(Trait.MEDIA_SEEN)
            .withCriterion("1.4.4");

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
        MediaFeatures.PixelSize size = medium.seen().size().orNull();
        if (size == null || size.width() <= out.setting("phone") || medium.kind() != Media.Kind.IMAGE) {
            return;
        }
        int least = 0;
        for (TextColours pair : medium.colours()) {
            least = pair.pixels() > 0 && (least == 0 || pair.pixels() < least) ? pair.pixels() : least;
        }
        if (least > 0) {
            tell("small-described", least, size, media, out);
            return;
        }
        PictureWords words = medium.seen().words().orNull();
        if (words == null || words.words().size() < out.setting("fewest-words")) {
            return;
        }
        int small = 0;
        int tallest = 0;
        for (PictureWords.Word word : words.words()) {
            if (isSmall(word.height(), size, out)) {
                small++;
                tallest = Math.max(tallest, word.height());
            }
        }
        if (small * 2 > words.words().size()) {
            tell("small", tallest, size, media, out);
        }
    }

    private static boolean isSmall(int pixels, MediaFeatures.PixelSize size, Findings out) {
        return (long) pixels * out.setting("phone") < (long) out.setting("least") * size.width();
    }

    private static void tell(String key, int pixels, MediaFeatures.PixelSize size, int media, Findings out) {
        if (isSmall(pixels, size, out)) {
            int needed = (out.setting("least") * size.width() + out.setting("phone") - 1) / out.setting("phone");
            out.fail(key)
                    .at(Place.media(media))
                    .with("number", media + 1)
                    .with("pixels", pixels)
                    .with("width", size.width())
                    .with("shown", pixels * out.setting("phone") / size.width())
                    .with("needed", needed);
        }
    }
}
