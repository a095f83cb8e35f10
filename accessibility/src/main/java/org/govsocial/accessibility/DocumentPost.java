package org.govsocial.accessibility;

import org.govsocial.model.Media;
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

/** A document uploaded to a post, with no link to a page that has the same in text. */
final class DocumentPost implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "document-post", "A11Y-POST-DOCUMENT", "Link to a web page rather than upload a document.")
            .withMessage(
                    "document",
                    Severity.NOTE,
                    "File {number} is a document; uploaded to a post it is hard to make accessible. Link to a web page with the"
                            + " same content.")
            .withNeeds(Trait.MEDIA);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "document");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.LINKS)) {
            return;
        }
        for (int i = 0; i < post.post().media().size(); i++) {
            if (post.post().media().get(i).kind() == Media.Kind.DOCUMENT) {
                out.fail("document").at(Place.alt(i)).with("number", i + 1);
            }
        }
    }
}
