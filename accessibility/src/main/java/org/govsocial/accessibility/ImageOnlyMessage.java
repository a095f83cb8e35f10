package org.govsocial.accessibility;

import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A post that leaves its message to a picture. */
final class ImageOnlyMessage implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-only-message",
                    "A11Y-POST-IMAGE-ONLY",
                    "Say the facts in the post, or link to a page that has them as text; do not leave them to a picture.")
            .withMessage(
                    "no-words",
                    Severity.ERROR,
                    "The post has no words and picture {number} has no text alternative, so some people get nothing. Say the"
                            + " facts in the post.")
            .withMessage(
                    "few-words",
                    Severity.WARNING,
                    "The post has {words} words and picture {number} has no text alternative. Does the picture carry the"
                            + " message? Say it in the post.")
            .withMessage(
                    "poster",
                    Severity.WARNING,
                    "Picture {number} seems to be a poster or flyer and the post has {words} words. Say when, where and how in"
                            + " the post too.")
            .withSetting(
                    "words", 5, 1, 30, "A post with fewer words leaves its message to the picture. Our own judgement.")
            .withNeeds(Trait.PICTURES)
            .withCriterion("1.1.1");

    private static final WordTable POSTERS =
            WordTable.of("poster", "flyer", "flier", "infographic", "leaflet", "notice");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int words = post.count(TokenKind.WORD) + post.count(TokenKind.NUMBER);
        if (words >= out.setting("words") || post.has(Trait.LINKS)) {
            return;
        }
        var media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            Media medium = media.get(i);
            if (!medium.isPicture()) {
                continue;
            }
            if (medium.alt() instanceof TextAlternative.Missing) {
                boolean none = words == 0 && !post.has(Trait.HASHTAGS);
                Findings.Draft draft = (none ? out.fail("no-words") : out.review("few-words"))
                        .at(Place.alt(i))
                        .with("number", i + 1);
                if (!none) {
                    draft.with("words", words);
                }
            } else if (medium.alt() instanceof TextAlternative.Described alt && isPoster(alt.text())) {
                out.review("poster").at(Place.alt(i)).with("number", i + 1).with("words", words);
            }
        }
    }

    /** Whether a short description calls the picture a poster; a long one may well hold all its words. */
    private static boolean isPoster(String alt) {
        if (Alt.words(alt) > 8) {
            return false;
        }
        for (int at = Alt.wordStart(alt, 0); at < alt.length(); at = Alt.wordStart(alt, Alt.wordEnd(alt, at))) {
            if (POSTERS.contains(alt, at, Alt.wordEnd(alt, at))) {
                return true;
            }
        }
        return false;
    }
}
