package org.govsocial.accessibility;

import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Media;
import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A picture whose author left the text alternative out. What an archive does not carry is not missing. */
final class ImageAltMissing implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-missing", "A11Y-ALT-PRESENT", "Give every picture a text alternative.")
            .withMessage(
                    "missing",
                    Severity.ERROR,
                    "Picture {number} has no text alternative. Say in a sentence or two what it shows and why it is there.")
            .withMessage(
                    "embedded",
                    Severity.ERROR,
                    "Picture {number} has no text alternative, but its file holds one: “{alt}”. Check that it fits, and use"
                            + " it.")
            .withMessage(
                    "decorative",
                    Severity.NOTE,
                    "Picture {number} is marked as decorative. In a post few pictures are: describe it if it adds anything.")
            .withCitation(Country.US, Accessibility.statement("A11Y-ALT-PRESENT-US"))
            .withCitation(Country.AU, Accessibility.statement("A11Y-ALT-PRESENT-AU"))
            .withMessage(
                    "unknown",
                    Severity.NOTE,
                    "The file does not say whether its pictures have a text alternative. Look where the post was published."
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
            TextAlternative alt = media.get(i).alt();
            if (media.get(i).kind() != Media.Kind.IMAGE) {
                continue;
            }
            if (alt instanceof TextAlternative.Unknown) {
                out.review("unknown").at(Place.alt(i));
            } else if (alt instanceof TextAlternative.Missing) {
                String embedded = media.get(i).seen().embeddedAlt().orNull();
                if (embedded == null || embedded.isEmpty()) {
                    out.fail("missing").at(Place.alt(i)).with("number", i + 1);
                } else {
                    out.fail("embedded")
                            .at(Place.alt(i))
                            .with("number", i + 1)
                            .with("alt", embedded)
                            .suggest(new Edit("/media/" + i + "/alt", 0, 0, embedded));
                }
            } else if (alt instanceof TextAlternative.Decorative) {
                out.fail("decorative").at(Place.alt(i)).with("number", i + 1);
            }
        }
    }
}
