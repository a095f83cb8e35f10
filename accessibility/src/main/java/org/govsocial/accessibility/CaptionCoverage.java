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
import org.jspecify.annotations.Nullable;

/** Captions that do not fit the length of their medium, or leave long holes. */
final class CaptionCoverage implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-coverage",
                    "A11Y-CAPTIONS-SYNC",
                    "Caption everything that is said, from the first word to the last, when it is said.")
            .withMessage(
                    "after-end",
                    Severity.WARNING,
                    "The caption at {at} comes after the end of the video or sound, which lasts {seconds} seconds. Check that these are its captions.")
            .withMessage(
                    "hangs",
                    Severity.WARNING,
                    "The last caption ends {seconds} seconds after the video or sound. Check its times.")
            .withMessage(
                    "hole",
                    Severity.WARNING,
                    "From {at} on there is no caption for {seconds} seconds. Check that nobody speaks there.")
            .withMessage(
                    "late",
                    Severity.WARNING,
                    "The first caption comes after {seconds} seconds. Check that nobody speaks before.")
            .withSetting(
                    "hole", 30, 5, 600, "seconds without a caption from which a person should look (our judgement)")
            .withSetting("hang", 1500, 100, 10000, "milliseconds that a caption may outlast its medium (BBC)")
            .withNeeds(Trait.CAPTIONS)
            .withCriterion("1.2.2");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            CaptionTrack track = Captions.of(post.post(), i);
            if (track != null) {
                check(track, i, post.post().media().get(i).seen().duration().orNull(), out);
            }
        }
    }

    private static void check(CaptionTrack track, int media, @Nullable Long duration, Findings out) {
        long hole = out.setting("hole") * 1_000L;
        long covered = 0;
        for (int k = 0; k < track.cues().size(); k++) {
            Cue cue = track.cues().get(k);
            if (duration != null && cue.start() >= duration) {
                out.fail("after-end")
                        .at(Place.cue(media, k))
                        .with("at", Captions.at(cue))
                        .with("seconds", Captions.seconds(duration));
                return;
            }
            long silence = cue.start() - covered;
            if (silence > hole) {
                out.review(k == 0 ? "late" : "hole")
                        .at(Place.cue(media, k))
                        .with("at", Captions.at(cue.withTime(covered, covered)))
                        .with("seconds", Captions.seconds(silence));
            }
            covered = Math.max(covered, cue.end());
        }
        if (track.cues().isEmpty() || duration == null) {
            return;
        }
        int last = track.cues().size() - 1;
        if (covered > duration + out.setting("hang")) {
            out.fail("hangs").at(Place.cue(media, last)).with("seconds", Captions.seconds(covered - duration));
        } else if (duration - covered > hole) {
            out.review("hole")
                    .at(Place.cue(media, last))
                    .with("at", CaptionTrack.time(covered))
                    .with("seconds", Captions.seconds(duration - covered));
        }
    }
}
