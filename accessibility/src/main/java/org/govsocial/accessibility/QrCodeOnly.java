package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A picture with a QR code, and no link in the post. */
final class QrCodeOnly implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "qr-code-only", "A11Y-LINK-QR", "Give the link in the text as well as in a QR code.")
            .withMessage(
                    "no-link",
                    Severity.WARNING,
                    "Picture {number} has a QR code, but the post has no link. Put the link in the post: people who read it on"
                            + " their phone cannot scan it.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.LINKS)) {
            return;
        }
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            if (alt != null && namesCode(alt)) {
                out.fail("no-link").at(Place.alt(i)).with("number", i + 1);
            }
        }
    }

    private static boolean namesCode(String alt) {
        for (int at = Alt.wordStart(alt, 0); at < alt.length(); at = Alt.wordStart(alt, Alt.wordEnd(alt, at))) {
            int end = Alt.wordEnd(alt, at);
            if (end - at == 2
                    && alt.regionMatches(true, at, "QR", 0, 2)
                    && alt.regionMatches(true, Alt.wordStart(alt, end), "code", 0, 4)) {
                return true;
            }
        }
        return false;
    }
}
