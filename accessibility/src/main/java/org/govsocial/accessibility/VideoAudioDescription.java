package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** A video whose pictures may say what its sound does not. */
final class VideoAudioDescription implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "video-audio-description",
                    "A11Y-VIDEO-DESCRIPTION",
                    "Say in sound what a video shows, or link to a described version.")
            .withMessage(
                    "check",
                    Severity.NOTE,
                    "Check that the sound of video {number} says all that its pictures show, words on the screen too, or link to a described version.")
            .withNeeds(Trait.MEDIA_SEEN)
            .withCriterion("1.2.5");

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
        // Asked of drafts only, whose files are at hand: of thousands of old posts nobody could answer it.
        if (medium.kind() == Media.Kind.VIDEO
                && !Boolean.FALSE.equals(medium.seen().sound().orNull())
                && !saysSo(post.text())
                && !saysSo(Alt.text(post, media))) {
            out.review("check").at(Place.media(media)).with("number", media + 1);
        }
    }

    private static boolean saysSo(@Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains("descri");
    }
}
