package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** Captions in a format that the platform refuses. */
final class CaptionFormat implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "caption-format", "A11Y-CAPTIONS-FORMAT", "Upload captions in the format that the platform takes.")
            .withMessage(
                    "srt-only",
                    Severity.ERROR,
                    "This platform takes SubRip captions (.srt) only; this file is WebVTT. Convert it; styles and places are lost.")
            .withMessage(
                    "vtt-only",
                    Severity.ERROR,
                    "Bluesky takes WebVTT captions (.vtt) only; this file is SubRip. Convert it.")
            .withMessage(
                    "too-big", Severity.ERROR, "Bluesky takes captions of up to {limit} bytes; this file has {bytes}.")
            .withSetting(
                    "most-bytes",
                    20000,
                    1000,
                    1000000,
                    "bytes of a caption file on Bluesky (its lexicon app.bsky.embed.video)")
            .withNeeds(Trait.CAPTIONS)
            .withPlatforms(Platform.X, Platform.LINKEDIN, Platform.FACEBOOK, Platform.BLUESKY);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            CaptionTrack track = Captions.of(post.post(), i);
            String name = post.post().media().get(i).captions();
            if (track == null || name == null) {
                continue;
            }
            boolean vtt = track.format() == CaptionTrack.Format.WEBVTT;
            if (post.platform().equals(Platform.BLUESKY)) {
                if (!vtt) {
                    out.fail("vtt-only").at(Place.captions(i)).safeFix(Captions.renamed(i, name, "vtt"));
                }
                if (track.bytes() > out.setting("most-bytes")) {
                    out.fail("too-big")
                            .at(Place.captions(i))
                            .with("limit", out.setting("most-bytes"))
                            .with("bytes", Long.toString(track.bytes()));
                }
            } else if (vtt) {
                out.fail("srt-only").at(Place.captions(i)).safeFix(Captions.renamed(i, name, "srt"));
            }
        }
    }
}
