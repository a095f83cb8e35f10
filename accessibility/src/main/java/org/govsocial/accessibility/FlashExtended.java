package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.Media;
import org.govsocial.model.Motion;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** Slower flashing that is kept up. */
final class FlashExtended implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "flash-extended",
                    "A11Y-FLASH-EXTENDED",
                    "Avoid flashing two or three times a second that goes on for seconds.")
            .withMessage(
                    "kept-up",
                    Severity.WARNING,
                    "Medium {number} goes on flashing two or three times a second from {at} on (frames {first} to {last}). WCAG does not count this as a failure, but it can harm all the same.")
            .withNeeds(Trait.MEDIA_SEEN);

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
        Motion motion = medium.seen().motion().orNull();
        if (motion == null) {
            return;
        }
        boolean worse = false;
        for (Motion.Flashes flashes : motion.flashes()) {
            worse |= flashes.kind() != Motion.Kind.EXTENDED;
        }
        for (Motion.Flashes flashes : motion.flashes()) {
            if (flashes.kind() == Motion.Kind.EXTENDED && !worse) {
                out.fail("kept-up")
                        .at(Place.media(media))
                        .with("number", media + 1)
                        .with("at", CaptionTrack.time(flashes.start()))
                        .with("first", flashes.firstFrame() + 1)
                        .with("last", flashes.lastFrame() + 1);
            }
        }
    }
}
