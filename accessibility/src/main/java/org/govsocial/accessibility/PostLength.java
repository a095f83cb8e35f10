package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.Trait;

/** A post that is longer than its platform takes, counted as the platform counts, or that it refuses altogether. */
final class PostLength implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "post-length", "A11Y-POST-LENGTH", "Keep the post within the length that its platform accepts.")
            .withMessage(
                    "too-long",
                    Severity.ERROR,
                    "The post is {length} long as {platform} counts; it accepts {max}. Cut {over}, or split the post.")
            .withMessage(
                    "refused",
                    Severity.ERROR,
                    "{platform} refuses posts with the invisible character {character}, which stands here. Delete it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        // Characters that a platform refuses have no shape, or are symbols.
        return Silence.without(Trait.NEAR_LIMIT, Trait.INVISIBLES, Trait.SYMBOLS);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.isTooLong()) {
            int length = post.length();
            int max = post.maxLength();
            out.fail("too-long")
                    .with("length", length)
                    .with("max", max)
                    .with("over", length - max)
                    .with("platform", post.platform().id());
        }
        int refused = post.refused();
        if (refused >= 0) {
            Findings.Draft draft = out.fail("refused").at(refused, refused + 1);
            if (out.wantsWords()) {
                char character = post.post().text().charAt(refused);
                draft.with("platform", post.platform().id())
                        .with("character", "U+" + Integer.toHexString(character).toUpperCase(Locale.ROOT));
            }
        }
    }
}
