package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** Captions that flash up or stay for ever. */
final class CaptionDuration implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-duration", "A11Y-CAPTIONS-DURATION", "Show each caption for one to seven seconds.")
            .withMessage(
                    "flash", Severity.ERROR, "The caption at {at} is gone after {seconds} seconds; nobody can read it.")
            .withMessage(
                    "short",
                    Severity.WARNING,
                    "The caption at {at} is gone after {seconds} seconds; show it for a second at least.")
            .withMessage(
                    "long",
                    Severity.WARNING,
                    "The caption at {at} stays for {seconds} seconds; people read it twice. Part it or end it earlier.")
            .withSetting(
                    "least",
                    833,
                    100,
                    3000,
                    "milliseconds that a caption must be shown (Netflix: five sixths of a second)")
            .withSetting("short", 1000, 100, 5000, "milliseconds that a caption should be shown (other guides)")
            .withSetting("longest", 7000, 2000, 30000, "milliseconds that a caption should be shown at most (Netflix)")
            .withNeeds(Trait.CAPTIONS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            CaptionTrack track = Captions.of(post.post(), i);
            if (track != null) {
                check(track, i, out);
            }
        }
    }

    private static void check(CaptionTrack track, int media, Findings out) {
        for (int k = 0; k < track.cues().size(); k++) {
            Cue cue = track.cues().get(k);
            long duration = cue.duration();
            String key = duration <= 0
                    ? ""
                    : duration < out.setting("least")
                            ? "flash"
                            : duration < out.setting("short")
                                    ? "short"
                                    : duration > out.setting("longest") && !isSound(cue) ? "long" : "";
            if (key.isEmpty()) {
                continue;
            }
            Findings.Draft draft = out.fail(key)
                    .at(Place.cue(media, k))
                    .with("at", Captions.at(cue))
                    .with("seconds", Captions.seconds(duration));
            long free = k + 1 < track.cues().size() ? track.cues().get(k + 1).start() : Long.MAX_VALUE;
            long end = cue.start() + out.setting("short");
            if (!key.equals("long") && end <= free) {
                draft.suggest(Captions.ends(media, k, cue, end));
            }
        }
    }

    /** Music goes on for as long as it does. */
    private static boolean isSound(Cue cue) {
        String shown = cue.shown().strip();
        return shown.indexOf('♪') >= 0
                || shown.indexOf('♫') >= 0
                || shown.startsWith("[") && shown.endsWith("]")
                || shown.startsWith("(") && shown.endsWith(")");
    }
}
