package org.govsocial.accessibility;

import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A hashtag in the middle of the words. */
final class HashtagPlacement implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-placement", "A11Y-HASHTAG-PLACEMENT", "Consider putting hashtags at the end of the post.")
            .withMessage(
                    "middle",
                    Severity.NOTE,
                    "A hashtag stands among the words, where it interrupts people who listen. Consider a plain word, and the"
                            + " tag at the end.")
            .withNeeds(Trait.HASHTAGS, Trait.WORDS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int lastWord = post.tokenCount() - 1;
        while (lastWord >= 0 && post.kind(lastWord) != TokenKind.WORD) {
            lastWord--;
        }
        int tag = post.next(TokenKind.HASHTAG, 0);
        if (tag < lastWord) {
            out.fail("middle").at(post.start(tag), post.end(tag));
        }
    }
}
