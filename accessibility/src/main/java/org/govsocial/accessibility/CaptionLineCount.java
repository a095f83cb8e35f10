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

/** Captions of more than two lines. */
final class CaptionLineCount implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-line-count", "A11Y-CAPTIONS-LINES", "Show at most two lines of captions at a time.")
            .withMessage(
                    "three",
                    Severity.WARNING,
                    "The caption at {at} has {lines} lines; two are the most that people can read at a glance.")
            .withMessage(
                    "many",
                    Severity.ERROR,
                    "The caption at {at} has {lines} lines and covers the picture. Make several captions of it.")
            .withSetting("most", 2, 1, 6, "lines of a caption (Section508.gov, Netflix)")
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
            int lines = Captions.lines(cue.shown());
            if (lines <= out.setting("most")) {
                continue;
            }
            Findings.Draft draft = out.fail(lines == out.setting("most") + 1 ? "three" : "many")
                    .at(Place.cue(media, k))
                    .with("at", Captions.at(cue))
                    .with("lines", lines);
            String wrapped = out.wantsWords() ? CaptionBreaks.twoLines(cue.text(), 42) : null;
            if (wrapped != null) {
                draft.suggest(Captions.edit(Captions.field(media, k, "text"), cue.text(), wrapped));
            }
        }
    }
}
