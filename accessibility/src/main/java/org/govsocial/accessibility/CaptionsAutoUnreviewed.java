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

/** Captions that a machine made and nobody read. */
final class CaptionsAutoUnreviewed implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "captions-auto-unreviewed",
                    "A11Y-CAPTIONS-REVIEW",
                    "Read and correct automatic captions before you publish them.")
            .withMessage(
                    "unreviewed",
                    Severity.WARNING,
                    "{share} of 100 captions have neither a capital nor a punctuation mark, as automatic captions do. Read and correct them.")
            .withSetting("share", 90, 50, 100, "percent of captions without capitals and punctuation (our judgement)")
            .withSetting("fewest", 5, 2, 100, "captions below which nothing is said (our judgement)")
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
                check(track, i, out);
            }
        }
    }

    private static void check(CaptionTrack track, int media, Findings out) {
        int judged = 0;
        int bare = 0;
        for (Cue cue : track.cues()) {
            String shown = cue.shown();
            int letters = 0;
            boolean marked = false;
            for (int i = 0; i < shown.length(); i++) {
                char c = shown.charAt(i);
                boolean small = Character.isLowerCase(c);
                letters += small ? 1 : 0;
                marked |= Character.isUpperCase(c) || ".,?!:;…♪[(\"”".indexOf(c) >= 0;
            }
            // Scripts without capitals cannot show this.
            if (letters >= 3) {
                judged++;
                bare += marked ? 0 : 1;
            }
        }
        if (judged >= out.setting("fewest") && bare * 100 >= judged * out.setting("share")) {
            out.fail("unreviewed").at(Place.captions(media)).with("share", bare * 100 / judged);
        }
    }
}
