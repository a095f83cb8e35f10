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

/** Captions that overlap, or that are parted by a blink. */
final class CaptionOverlapGap implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-overlap-gap",
                    "A11Y-CAPTIONS-GAP",
                    "Keep captions from overlapping, and from flickering between one and the next.")
            .withMessage(
                    "overlap",
                    Severity.ERROR,
                    "The caption at {at} is still there when the next one comes, {seconds} seconds early.")
            .withMessage(
                    "positioned",
                    Severity.NOTE,
                    "The caption at {at} overlaps the next one in time. Check that this is meant: two people who speak at once.")
            .withMessage(
                    "flicker",
                    Severity.WARNING,
                    "Between the caption at {at} and the next one the words are gone for a blink. Join them, or leave two frames.")
            .withSetting("frames", 83, 20, 500, "milliseconds below which a gap is a blink (Netflix: two frames)")
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
        for (int k = 0; k + 1 < track.cues().size(); k++) {
            Cue cue = track.cues().get(k);
            Cue next = track.cues().get(k + 1);
            long gap = next.start() - cue.end();
            if (cue.duration() <= 0 || next.start() < cue.start() || gap == 0 || gap >= out.setting("frames")) {
                continue;
            }
            boolean meant =
                    gap < 0 && (!cue.settings().isEmpty() || !next.settings().isEmpty() || next.start() == cue.start());
            String key = gap > 0 ? "flicker" : meant ? "positioned" : "overlap";
            Findings.Draft draft = meant ? out.review(key) : out.fail(key);
            draft.at(Place.cue(media, k)).with("at", Captions.at(cue));
            if (key.equals("overlap")) {
                draft.with("seconds", Captions.seconds(-gap));
            }
            if (!meant && next.start() - cue.start() >= 1_000) {
                draft.safeFix(Captions.ends(media, k, cue, next.start()));
            }
        }
    }
}
