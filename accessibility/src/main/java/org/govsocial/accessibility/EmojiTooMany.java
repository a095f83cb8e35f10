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

/** More emoji than listeners can bear. Flags do not count: a list of countries needs them all. */
final class EmojiTooMany implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-too-many", "A11Y-EMOJI-COUNT", "Use at most two or three emoji in a post.")
            .withMessage(
                    "too-many",
                    Severity.WARNING,
                    "The post has {count} emoji, and a screen reader says the name of each. Keep {most} at most.")
            .withSetting(
                    "most",
                    3,
                    0,
                    50,
                    "The most emoji in a post. UK Government Communication Service, as copied by a council: two or three.")
            .withNeeds(Trait.EMOJI);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(circumstances.setting("most"), TokenKind.EMOJI);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int most = out.setting("most");
        if (post.count(TokenKind.EMOJI) <= most) {
            return;
        }
        int count = 0;
        int first = -1;
        int last = -1;
        for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
            if (!EmojiWords.isFlag(post, token)) {
                count++;
                last = token;
                if (count == most + 1) {
                    first = token;
                }
            }
        }
        if (count > most) {
            out.fail("too-many")
                    .at(post.start(first), post.end(last))
                    .with("count", count)
                    .with("most", most);
        }
    }
}
