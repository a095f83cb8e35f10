package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A declared language that is not the one the post is written in. */
final class LanguageTag implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "language-tag", "A11Y-POST-LANGUAGE", "Declare the language that the post is written in.")
            .withMessage(
                    "differs",
                    Severity.NOTE,
                    "The post is marked as “{declared}” and seems to be written in “{seems}”. A screen reader chooses its"
                            + " voice by the mark.")
            .withSetting("words", 8, 5, 50, "Shorter posts are not looked at. Our own judgement.")
            .withNeeds(Trait.WORDS)
            .withPlatforms(Platform.MASTODON, Platform.BLUESKY)
            .withCriterion("3.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(PostFeatures post) {
        Locale declared = post.post().language();
        return declared != null && !declared.getLanguage().isEmpty();
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        Locale declared = post.post().language();
        String seems = WrittenLanguage.of(post.post().text(), out.setting("words"));
        if (declared != null && seems != null && !seems.equals(declared.getLanguage())) {
            out.review("differs").with("declared", declared.getLanguage()).with("seems", seems);
        }
    }
}
