package org.govsocial.accessibility;

import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** The same text alternative on different pictures of a post. */
final class ImageAltRepeated implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-repeated", "A11Y-ALT-SPECIFIC", "Write a text alternative for each picture of its own.")
            .withMessage(
                    "same",
                    Severity.WARNING,
                    "Pictures {first} and {number} have the same text alternative. Say what is different about this one.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        var media = post.post().media();
        for (int i = 1; i < media.size(); i++) {
            String alt = Alt.text(post.post(), i);
            for (int earlier = 0; alt != null && earlier < i; earlier++) {
                String other = Alt.text(post.post(), earlier);
                if (other != null && other.equals(alt) && !sameFile(media.get(i), media.get(earlier))) {
                    out.fail("same").at(Place.alt(i)).with("first", earlier + 1).with("number", i + 1);
                    break;
                }
            }
        }
    }

    private static boolean sameFile(Media one, Media other) {
        String file = one.file();
        return file != null && file.equals(other.file());
    }
}
