package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A text alternative in another language than the post. */
final class ImageAltLanguage implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-language",
                    "A11Y-ALT-LANGUAGE",
                    "Write the text alternative in the language of the post.")
            .withMessage(
                    "differs",
                    Severity.NOTE,
                    "The text alternative of picture {number} seems to be written in “{seems}”, and the post in “{post}”. Write"
                            + " both in the language of the people you speak to.")
            .withSetting("words", 5, 3, 50, "Shorter texts are not looked at. Our own judgement.")
            .withNeeds(Trait.ALT_TEXT, Trait.WORDS)
            .withCriterion("3.1.2");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int fewest = out.setting("words");
        String language = WrittenLanguage.of(post.post().text(), fewest);
        if (language == null) {
            return;
        }
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            String seems = alt == null ? null : WrittenLanguage.of(alt, fewest);
            if (seems != null && !seems.equals(language)) {
                out.review("differs")
                        .at(Place.alt(i))
                        .with("number", i + 1)
                        .with("seems", seems)
                        .with("post", language);
            }
        }
    }
}
