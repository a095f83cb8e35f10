package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.Trait;

/** Caption lines that break off what belongs together. */
final class CaptionLineBreak implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-line-break", "A11Y-CAPTIONS-BREAKS", "Break caption lines where speech pauses.")
            .withMessage(
                    "leaning",
                    Severity.NOTE,
                    "A line of the caption at {at} ends in “{word}”, which belongs to the next line.")
            .withNeeds(Trait.CAPTIONS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "leaning");
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
            String shown = cue.shown();
            int end = shown.indexOf('\n');
            if (end <= 0) {
                continue;
            }
            String word = shown.substring(shown.lastIndexOf(' ', end) + 1, end);
            if (!CaptionBreaks.leans(word)) {
                continue;
            }
            Findings.Draft draft = out.fail("leaning")
                    .at(Place.cue(media, k))
                    .with("at", Captions.at(cue))
                    .with("word", word);
            String wrapped = out.wantsWords() ? CaptionBreaks.twoLines(cue.text(), 42) : null;
            if (wrapped != null && !wrapped.equals(cue.text())) {
                draft.suggest(Captions.edit(Captions.field(media, k, "text"), cue.text(), wrapped));
            }
        }
    }
}
