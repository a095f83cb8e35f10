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

/** A link in the middle of the words. */
final class LinkPosition implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "link-position",
                    "A11Y-LINK-POSITION",
                    "Put the link at the end of the post, before any closing hashtags.")
            .withMessage("middle", Severity.NOTE, "The link stands in the middle of the words. Put it after them.")
            .withNeeds(Trait.LINKS, Trait.WORDS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "middle");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.count(TokenKind.LINK) != 1) {
            return; // with several links each stands by what it belongs to
        }
        int link = post.next(TokenKind.LINK, 0);
        for (int token = link + 1; token < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.WORD && !Tokens.is(post, token, "via")) {
                out.fail("middle").at(post.start(link), post.end(link));
                return;
            }
            if (post.kind(token) == TokenKind.LINE_BREAK || Tokens.is(post, token, "via")) {
                return;
            }
        }
    }
}
