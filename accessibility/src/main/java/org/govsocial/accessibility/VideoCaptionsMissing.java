package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** A video without captions. */
final class VideoCaptionsMissing implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "video-captions-missing", "A11Y-CAPTIONS-PRESENT", "Publish video that has sound with captions.")
            .withMessage(
                    "missing",
                    Severity.WARNING,
                    "Video {number} has sound and no caption file. Add captions, or say in the post that they are part of the picture.")
            .withMessage(
                    "check",
                    Severity.WARNING,
                    "Video {number} comes without a caption file. Check that it has captions, or that it has no sound.")
            .withNeeds(Trait.MEDIA)
            .withCriterion("1.2.2");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        var media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            check(post.post(), media.get(i), i, out);
        }
    }

    private static void check(Post post, Media medium, int media, Findings out) {
        // What an archive does not carry is unknown, like its text alternatives.
        if (medium.kind() != Media.Kind.VIDEO
                || medium.captions() != null
                || medium.alt() instanceof TextAlternative.Unknown
                || Boolean.FALSE.equals(medium.seen().sound().orNull())
                || saysSo(post.text())
                || saysSo(Alt.text(post, media))) {
            return;
        }
        boolean sound = Boolean.TRUE.equals(medium.seen().sound().orNull());
        Findings.Draft draft = sound ? out.fail("missing") : out.review("check");
        draft.at(Place.media(media)).with("number", media + 1);
    }

    private static boolean saysSo(@Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains("caption");
    }
}
