package org.govsocial.accessibility;

import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A post that begins with a row of tags, mentions, links and emoji. */
final class MessageFirst implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "message-first",
                    "A11Y-PLAIN-MESSAGE-FIRST",
                    "Put the key information first, before tags, mentions and links.")
            .withMessage(
                    "buried",
                    Severity.WARNING,
                    "{count} tags, mentions, links or emoji come before the first word. Begin with the message.")
            .withSetting("before", 3, 1, 20, "How many may come before the first word. Our own judgement.")
            .withNeeds(Trait.WORDS, Trait.LATE_WORDS)
            .withNeedsAny(Trait.HASHTAGS, Trait.MENTIONS, Trait.LINKS, Trait.EMOJI);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A reply begins with the people it answers. */
    @Override
    public boolean applies(PostFeatures post) {
        return post.post().kind() != Post.Kind.REPLY;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int count = 0;
        int token = 0;
        while (token < post.tokenCount()
                && post.kind(token) != TokenKind.WORD
                && post.kind(token) != TokenKind.NUMBER) {
            switch (post.kind(token)) {
                case HASHTAG, MENTION, CASHTAG, LINK, EMOJI -> count++;
                default -> {}
            }
            token++;
        }
        if (count > out.setting("before") && token < post.tokenCount()) {
            out.fail("buried").at(post.start(0), post.end(token - 1)).with("count", count);
        }
    }
}
