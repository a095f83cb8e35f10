package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.Media;
import org.govsocial.model.Motion;
import org.govsocial.model.Place;
import org.govsocial.model.Seen;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** Flashes that can cause a seizure. */
final class FlashGeneralRed implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "flash-general-red",
                    "A11Y-FLASH-LIMIT",
                    "Show nothing that flashes more than three times in a second.")
            .withMessage(
                    "general",
                    Severity.ERROR,
                    "Medium {number} flashes: {flashes} times within the second from {at} (frames {first} to {last}), over {area} percent of the picture. This can cause a seizure; do not post it.")
            .withMessage(
                    "red",
                    Severity.ERROR,
                    "Medium {number} flashes in saturated red: {flashes} times within the second from {at} (frames {first} to {last}), over {area} percent of the picture. This can cause a seizure; do not post it.")
            .withMessage(
                    "unseen",
                    Severity.WARNING,
                    "Whether medium {number} flashes could not be told. {reason} Look at it before you post it.")
            .withNeeds(Trait.MEDIA_SEEN)
            .withCriterion("2.3.1");

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
        if (medium.seen().motion() instanceof Seen.CannotTell<Motion> why) {
            out.review("unseen")
                    .at(Place.media(media))
                    .with("number", media + 1)
                    .with("reason", why.reason());
            return;
        }
        Motion motion = medium.seen().motion().orNull();
        if (motion == null) {
            return;
        }
        for (Motion.Flashes flashes : motion.flashes()) {
            if (flashes.kind() != Motion.Kind.EXTENDED) {
                out.fail(flashes.kind() == Motion.Kind.RED ? "red" : "general")
                        .at(Place.media(media))
                        .with("number", media + 1)
                        .with("flashes", flashes.transitions() / 2)
                        .with("at", CaptionTrack.time(flashes.start()))
                        .with("first", flashes.firstFrame() + 1)
                        .with("last", flashes.lastFrame() + 1)
                        .with("area", flashes.area());
            }
        }
    }
}
