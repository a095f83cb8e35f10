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

/** Caption lines that do not fit the picture. */
final class CaptionLineLength implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-line-length", "A11Y-CAPTIONS-LINES", "Keep the lines of captions short.")
            .withMessage(
                    "long",
                    Severity.WARNING,
                    "A line of the caption at {at} has {length} characters; at most {limit} are easy to read.")
            .withMessage(
                    "too-long",
                    Severity.ERROR,
                    "A line of the caption at {at} has {length} characters; players cut or wrap it above {limit}.")
            .withMessage(
                    "vertical",
                    Severity.WARNING,
                    "A line of the caption at {at} has {length} characters; upright video has room for {limit}.")
            .withSetting("warn", 42, 20, 80, "characters of a line from which it is long (Netflix)")
            .withSetting("most", 45, 20, 80, "characters that a line may have (Section508.gov)")
            .withSetting(
                    "vertical",
                    29,
                    15,
                    60,
                    "characters that a line of an upright video may have (Limecraft on vertical video)")
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
                check(track, i, Captions.isVertical(post.post().media().get(i)), out);
            }
        }
    }

    private static void check(CaptionTrack track, int media, boolean vertical, Findings out) {
        int warn = vertical ? out.setting("vertical") : out.setting("warn");
        for (int k = 0; k < track.cues().size(); k++) {
            Cue cue = track.cues().get(k);
            int length = Captions.longestLine(cue.shown());
            if (length <= warn) {
                continue;
            }
            boolean tooLong = !vertical && length > out.setting("most");
            Findings.Draft draft = out.fail(vertical ? "vertical" : tooLong ? "too-long" : "long")
                    .at(Place.cue(media, k))
                    .with("at", Captions.at(cue))
                    .with("length", length)
                    .with("limit", tooLong ? out.setting("most") : warn);
            if (out.wantsWords()) {
                String wrapped = CaptionBreaks.twoLines(cue.text(), warn);
                if (wrapped != null) {
                    draft.safeFix(Captions.edit(Captions.field(media, k, "text"), cue.text(), wrapped));
                }
            }
        }
    }
}
