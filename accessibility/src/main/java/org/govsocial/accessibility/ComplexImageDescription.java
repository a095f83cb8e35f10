package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** A chart, diagram or infographic whose data are nowhere in words. */
final class ComplexImageDescription implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "complex-image-description",
                    "A11Y-IMAGE-COMPLEX",
                    "Say what a chart, map or diagram shows, and give or link to its data.")
            .withMessage(
                    "no-data",
                    Severity.WARNING,
                    "Picture {number} seems to be a {kind}. Say its main point with the figures, or link to a page that has them.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    private static final WordTable KINDS =
            WordTable.of("chart", "graph", "diagram", "infographic", "table", "flowchart", "timeline", "map");

    /** A description with so many words, or with figures, is taken to say what the picture shows. */
    private static final int ENOUGH_WORDS = 15;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.LINKS) || post.count(TokenKind.NUMBER) > 1) {
            return;
        }
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            String kind = alt == null || Alt.words(alt) >= ENOUGH_WORDS || hasFigure(alt) ? null : kind(alt);
            if (kind != null) {
                out.review("no-data").at(Place.alt(i)).with("number", i + 1).with("kind", kind);
            }
        }
    }

    /** The kind of picture that the first words name; "on the table" further on is furniture. */
    private static @Nullable String kind(String alt) {
        int words = 0;
        for (int at = Alt.wordStart(alt, 0);
                at < alt.length() && words < 3;
                at = Alt.wordStart(alt, Alt.wordEnd(alt, at))) {
            words++;
            int end = Alt.wordEnd(alt, at);
            String kind = KINDS.get(alt, at, end);
            int next = Alt.wordStart(alt, end);
            boolean named = next == alt.length()
                    || alt.regionMatches(true, next, "of", 0, 2)
                    || alt.regionMatches(true, next, "show", 0, 4)
                    || alt.regionMatches(true, next, "about", 0, 5);
            if (kind != null && named) {
                return kind;
            }
        }
        return null;
    }

    private static boolean hasFigure(String alt) {
        for (int i = 0; i < alt.length(); i++) {
            if (alt.charAt(i) >= '0' && alt.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
