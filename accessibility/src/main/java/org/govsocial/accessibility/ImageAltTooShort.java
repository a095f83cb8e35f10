package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;

/** A text alternative of a word or two that only names the subject. */
final class ImageAltTooShort implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-too-short", "A11Y-ALT-USEFUL", "Say who or what is shown and what matters about it.")
            .withMessage(
                    "short",
                    Severity.WARNING,
                    "The text alternative of picture {number} is only “{text}”. Is that all that people need to know of it?")
            .withSetting(
                    "characters", 15, 5, 60, "A shorter text of one or two words is asked about. Our own judgement.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            if (alt != null && isShort(alt, out.setting("characters"))) {
                out.review("short").at(Place.alt(i)).with("number", i + 1).with("text", alt);
            }
        }
    }

    /** One or two words, unless they are a name: a capital inside, or on each of two words. */
    private static boolean isShort(String alt, int characters) {
        int start = Alt.start(alt);
        int end = Alt.end(alt);
        if (end - start >= characters) {
            return false;
        }
        int words = 0;
        int capitals = 0;
        for (int at = Alt.wordStart(alt, 0); at < alt.length(); at = Alt.wordStart(alt, Alt.wordEnd(alt, at))) {
            words++;
            capitals += CharClass.of(alt.charAt(at)) == CharClass.LETTER_UPPER ? 1 : 0;
        }
        boolean name = words == 2 && capitals == 2;
        return words > 0 && words < 3 && !name && !isLogo(alt);
    }

    private static boolean isLogo(String alt) {
        int end = Alt.end(alt);
        return end >= 5 && alt.regionMatches(true, end - 4, "logo", 0, 4) && Alt.words(alt) > 1;
    }
}
