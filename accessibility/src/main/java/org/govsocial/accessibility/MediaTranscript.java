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

/** Sound, or silent video, without words to read. */
final class MediaTranscript implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "media-transcript",
                    "A11Y-MEDIA-TRANSCRIPT",
                    "Offer a transcript of sound, and of video that has no sound.")
            .withMessage(
                    "audio",
                    Severity.WARNING,
                    "Sound {number} has neither captions nor a word about a transcript. Check that a transcript is linked, and say so in the post.")
            .withMessage(
                    "silent",
                    Severity.NOTE,
                    "Video {number} has no sound. Check that the post or its text alternative says what it shows, or link to a transcript.")
            .withNeeds(Trait.MEDIA)
            .withCriterion("1.2.1");

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
        boolean silent = medium.kind() == Media.Kind.VIDEO
                && Boolean.FALSE.equals(medium.seen().sound().orNull());
        boolean audio = medium.kind() == Media.Kind.AUDIO;
        if (!silent && !audio
                || medium.captions() != null
                || medium.alt() instanceof TextAlternative.Unknown
                || silent && medium.alt() instanceof TextAlternative.Described
                || saysSo(post.text())
                || saysSo(Alt.text(post, media))) {
            return;
        }
        out.review(audio ? "audio" : "silent").at(Place.media(media)).with("number", media + 1);
    }

    private static boolean saysSo(@Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains("transcript");
    }
}
