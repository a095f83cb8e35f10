package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Fault;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** Caption files that players cannot read whole. */
final class CaptionMalformed implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-malformed", "A11Y-CAPTIONS-WELL-FORMED", "Follow the grammar of the caption format.")
            .withMessage(
                    "no-header",
                    Severity.ERROR,
                    "Line {line}: the file does not start with WEBVTT, so players show none of it.")
            .withMessage(
                    "bad-time",
                    Severity.ERROR,
                    "Line {line}: “{found}” is not how times are written; players leave this caption out.")
            .withMessage(
                    "lost-cue",
                    Severity.ERROR,
                    "Line {line}: the times of “{found}” cannot be made out. Write them as 00:00:01.500 --> 00:00:04.000.")
            .withMessage(
                    "ends-before-start", Severity.ERROR, "Line {line}: in “{found}” the caption ends before it starts.")
            .withMessage(
                    "no-blank-line",
                    Severity.WARNING,
                    "Line {line}: there is no blank line before this caption, so players may show its times as words.")
            .withMessage(
                    "no-times",
                    Severity.WARNING,
                    "Line {line}: “{found}” stands alone, without times: players leave it out. Captions cannot hold a blank line.")
            .withMessage("bad-number", Severity.WARNING, "Line {line}: “{found}” is not the number that comes next.")
            .withMessage(
                    "charset",
                    Severity.ERROR,
                    "The file is not in UTF-8 but in {found}: players show wrong letters for macrons and the like.")
            .withMessage(
                    "webvtt-in-srt",
                    Severity.ERROR,
                    "The file is called .srt but starts with WEBVTT. Name it .vtt, or convert it.")
            .withMessage("empty", Severity.ERROR, "There is no caption in this file.")
            .withSetting(
                    "most",
                    20,
                    1,
                    1000,
                    "faults of one file that are told; the rest are counted in its last one (our judgement)")
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
                check(track, i, post.post().media().get(i).captions(), out);
            }
        }
    }

    private static void check(CaptionTrack track, int media, @Nullable String name, Findings out) {
        if (track.cues().isEmpty() && track.faults().isEmpty()) {
            out.fail("empty").at(Place.captions(media));
            return;
        }
        boolean certain = !track.cues().isEmpty();
        for (Fault fault : track.faults()) {
            certain &= !fault.key().equals("lost-cue")
                    && !fault.key().equals("no-times")
                    && !fault.key().equals("ends-before-start")
                    && !fault.key().equals("webvtt-in-srt");
        }
        int told = 0;
        for (Fault fault : track.faults()) {
            if (told == out.setting("most")) {
                break;
            }
            Findings.Draft draft = out.fail(fault.key())
                    .at(Place.captions(media))
                    .with("line", fault.line())
                    .with("found", fault.found());
            if (certain && told == 0 && name != null) {
                draft.safeFix(
                        Captions.renamed(media, name, "fixed." + track.format().ending()));
            }
            told++;
        }
    }
}
