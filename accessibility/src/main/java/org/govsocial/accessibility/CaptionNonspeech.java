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

/** Captions of more than a minute that hold nothing but speech. */
final class CaptionNonspeech implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-nonspeech", "A11Y-CAPTIONS-SOUNDS", "Caption sounds and speakers as well as words.")
            .withMessage(
                    "none",
                    Severity.NOTE,
                    "These captions run for {seconds} seconds and mark no sound, music or speaker. Add those that matter, in brackets: [applause].")
            .withSetting("seconds", 60, 10, 3600, "seconds of captions from which a mark is expected (our judgement)")
            .withNeeds(Trait.CAPTIONS)
            .withCriterion("1.2.2");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "none");
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
        if (track.cues().isEmpty()) {
            return;
        }
        Cue last = track.cues().get(track.cues().size() - 1);
        long length = last.end() - track.cues().get(0).start();
        if (length <= out.setting("seconds") * 1_000L) {
            return;
        }
        for (Cue cue : track.cues()) {
            if (isMarked(cue)) {
                return;
            }
        }
        out.fail("none").at(Place.captions(media)).with("seconds", Captions.seconds(length));
    }

    private static boolean isMarked(Cue cue) {
        String text = cue.text();
        return text.indexOf('[') >= 0
                || text.indexOf('(') >= 0
                || text.indexOf('♪') >= 0
                || text.indexOf('♫') >= 0
                || text.indexOf(">>") >= 0
                || text.indexOf("<v ") >= 0
                || text.startsWith("-")
                || text.startsWith("–")
                || isLabelled(cue.shown());
    }

    /** {@code ANA:} or {@code Ana Tui:} at the start. */
    private static boolean isLabelled(String shown) {
        int colon = shown.indexOf(':');
        if (colon < 2 || colon > 30 || !Character.isUpperCase(shown.charAt(0))) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            if (!Character.isLetter(shown.charAt(i)) && shown.charAt(i) != ' ' && shown.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }
}
