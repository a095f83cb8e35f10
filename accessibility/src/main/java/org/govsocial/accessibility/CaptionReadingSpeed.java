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
import org.govsocial.text.Graphemes;

/** Captions that go before people have read them. */
final class CaptionReadingSpeed implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-reading-speed", "A11Y-CAPTIONS-SPEED", "Leave each caption up long enough to read.")
            .withMessage(
                    "fast",
                    Severity.WARNING,
                    "The caption at {at} runs at {speed} words a minute: hard to follow above {limit}. Show it longer, or say it in fewer words.")
            .withMessage(
                    "too-fast",
                    Severity.ERROR,
                    "The caption at {at} runs at {speed} words a minute: most people cannot read above {limit}. Show it longer, or say it in fewer words.")
            .withMessage(
                    "dense",
                    Severity.ERROR,
                    "The caption at {at} has {speed} characters for each second: most people cannot read above {limit}. Show it longer, or say it in fewer words.")
            .withSetting(
                    "warn-words",
                    180,
                    60,
                    400,
                    "words a minute from which a caption is fast (BBC and Ofcom guidance; Section508.gov)")
            .withSetting(
                    "most-words", 200, 60, 400, "words a minute from which it is too fast (BBC and Ofcom guidance)")
            .withSetting(
                    "most-characters",
                    20,
                    8,
                    60,
                    "characters a second from which it is too fast (our judgement, near what Netflix asks)")
            .withSetting(
                    "fewest-words",
                    4,
                    1,
                    20,
                    "captions of fewer words are judged by their characters alone, since one long word distorts the rate (our judgement)")
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
        for (int k = 0; k < track.cues().size(); k++) {
            Cue cue = track.cues().get(k);
            long duration = cue.duration();
            String shown = cue.shown();
            int words = Captions.words(shown);
            if (duration <= 0 || words < 2) {
                continue;
            }
            long perMinute = words * 60_000L / duration;
            long perSecond = Graphemes.count(shown) * 1_000L / duration;
            boolean counts = words >= out.setting("fewest-words");
            if (perSecond > out.setting("most-characters")) {
                Findings.Draft draft = out.fail("dense").with("speed", (int) perSecond);
                told(draft, track, media, k, out.setting("most-characters"));
            } else if (counts && perMinute > out.setting("most-words")) {
                Findings.Draft draft = out.fail("too-fast").with("speed", (int) perMinute);
                told(draft, track, media, k, out.setting("most-words"));
            } else if (counts && perMinute > out.setting("warn-words")) {
                Findings.Draft draft = out.fail("fast").with("speed", (int) perMinute);
                told(draft, track, media, k, out.setting("warn-words"));
            }
        }
    }

    /** Offers to leave the caption up until just before the next. */
    private static void told(Findings.Draft draft, CaptionTrack track, int media, int index, int limit) {
        Cue cue = track.cues().get(index);
        draft.at(Place.cue(media, index)).with("at", Captions.at(cue)).with("limit", limit);
        long free = index + 1 < track.cues().size()
                ? track.cues().get(index + 1).start() - Captions.TWO_FRAMES
                : cue.end() + cue.duration();
        long end = Math.min(free, cue.start() + 7_000);
        if (end >= cue.end() + 200) {
            draft.suggest(Captions.ends(media, index, cue, end));
        }
    }
}
