package org.govsocial.accessibility;

import org.govsocial.model.Media;
import org.govsocial.model.Motion;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** An animation that plays for more than five seconds by itself. */
final class GifOver5s implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "gif-over-5s", "A11Y-GIF-STOP", "Avoid pictures that move for long by themselves.")
            .withMessage(
                    "endless",
                    Severity.WARNING,
                    "Animation {number} plays without end. Let it play once, or post a video, which people can stop.")
            .withMessage(
                    "long",
                    Severity.WARNING,
                    "Animation {number} plays for {seconds} seconds by itself. Keep it to {limit}, or post a video, which people can stop.")
            .withSetting("seconds", 5, 1, 60, "seconds that a picture may move by itself (WCAG 2.2.2)")
            .withNeeds(Trait.MEDIA_SEEN)
            .withCriterion("2.2.2");

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
        if (motion == null
                || medium.kind() == Media.Kind.VIDEO
                || !motion.playsLongerThan(out.setting("seconds") * 1_000L)) {
            return;
        }
        if (motion.loops() == 0) {
            out.fail("endless").at(Place.media(media)).with("number", media + 1);
        } else {
            out.fail("long")
                    .at(Place.media(media))
                    .with("number", media + 1)
                    .with("seconds", Captions.seconds(motion.millis() * motion.loops()))
                    .with("limit", out.setting("seconds"));
        }
    }
}
