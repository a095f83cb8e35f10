package org.govsocial.accessibility;

import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** An animation without a text alternative. */
final class GifAltMissing implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "gif-alt-missing", "A11Y-GIF-ALT", "Describe an animated picture as you would a still one.")
            .withMessage(
                    "missing",
                    Severity.ERROR,
                    "Animation {number} has no text alternative. Say in a sentence what happens in it.")
            .withMessage(
                    "facebook",
                    Severity.WARNING,
                    "Facebook takes no text alternative for animation {number}. Check that the post itself says what happens"
                            + " in it.")
            .withMessage(
                    "unknown",
                    Severity.NOTE,
                    "The file does not say whether its animations have a text alternative. Look where the post was published."
                            + " “audit --alt” takes a list of them.")
            .saidOnce("unknown")
            .withNeeds(Trait.PICTURES)
            .withCriterion("1.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        var media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            if (media.get(i).kind() != Media.Kind.ANIMATION) {
                continue;
            }
            if (media.get(i).alt() instanceof TextAlternative.Unknown) {
                out.review("unknown").at(Place.alt(i));
            } else if (media.get(i).alt() instanceof TextAlternative.Missing) {
                if (post.platform().equals(Platform.FACEBOOK)) {
                    out.review("facebook").at(Place.alt(i)).with("number", i + 1);
                } else {
                    out.fail("missing").at(Place.alt(i)).with("number", i + 1);
                }
            }
        }
    }
}
