package org.govsocial.accessibility;

import org.govsocial.model.Edit;
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

/** A text alternative that starts by saying that it is an image. */
final class ImageAltRedundantPrefix implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-redundant-prefix", "A11Y-ALT-PREFIX", "Leave “image of” out of a text alternative.")
            .withMessage(
                    "prefix",
                    Severity.NOTE,
                    "The text alternative of picture {number} starts with “{text}”; the screen reader has said that already.")
            .withNeeds(Trait.ALT_TEXT);

    private static final String[] PREFIXES = {
        "an image of ", "image of ", "a photo of ", "photo of ", "a photograph of ", "photograph of ", "a picture of ",
        "picture of ", "a graphic of ", "graphic of ", "image shows ", "photo shows ", "picture shows ",
                "image showing ",
        "photo showing ", "picture showing ", "this image shows ", "this is an image of ", "an image showing "
    };

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "prefix");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            if (alt != null) {
                check(i, alt, out);
            }
        }
    }

    private static void check(int media, String alt, Findings out) {
        int start = Alt.start(alt);
        for (String prefix : PREFIXES) {
            int end = start + prefix.length();
            if (end < alt.length() && alt.regionMatches(true, start, prefix, 0, prefix.length())) {
                String field = Place.alt(media).field();
                Findings.Draft draft =
                        out.fail("prefix").at(new Place(field, start, end - 1)).with("number", media + 1);
                if (out.wantsWords()) {
                    int next = end + Character.charCount(alt.codePointAt(end));
                    String first = alt.substring(end, next);
                    draft.with("text", alt.substring(start, end).strip())
                            .safeFix(new Edit(field, start, next, Spelling.capitalised(first)));
                }
                return;
            }
        }
    }
}
