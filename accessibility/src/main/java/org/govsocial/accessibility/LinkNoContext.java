package org.govsocial.accessibility;

import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A link with no word about where it leads. */
final class LinkNoContext implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "link-no-context", "A11Y-LINK-CONTEXT", "Say what the reader will find or do, then give the link.")
            .withMessage(
                    "bare",
                    Severity.WARNING,
                    "Nothing says where this link leads. Write what people will find or do there, then the link.")
            .withNeeds(Trait.LINKS)
            .withCriterion("2.4.4");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.with(Trait.WORDS, Trait.HASHTAGS);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.WORDS) || post.has(Trait.HASHTAGS)) {
            return;
        }
        for (int token = post.next(TokenKind.LINK, 0); token >= 0; token = post.next(TokenKind.LINK, token + 1)) {
            out.fail("bare").at(post.start(token), post.end(token));
            return;
        }
    }
}
