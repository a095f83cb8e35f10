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

/** A block of text without a break. */
final class ParagraphTooLong implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "paragraph-too-long", "A11Y-PLAIN-PARAGRAPH", "Break a longer post up with line breaks.")
            .withMessage(
                    "block",
                    Severity.NOTE,
                    "{words} words stand in one block. Start a new paragraph after each two or three sentences.")
            .withSetting("words", 60, 20, 200, "The most words without a line break. Our own judgement.")
            .withNeeds(Trait.WORDS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(circumstances.setting("words"), TokenKind.WORD).orUnheard(circumstances, "block");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int most = out.setting("words");
        if (post.count(TokenKind.WORD) <= most) {
            return;
        }
        int words = 0;
        int first = 0;
        for (int token = 0; token <= post.tokenCount(); token++) {
            if (token == post.tokenCount() || post.kind(token) == TokenKind.LINE_BREAK) {
                if (words > most) {
                    out.fail("block").at(post.start(first), post.end(token - 1)).with("words", words);
                }
                words = 0;
                first = token + 1;
            } else if (post.kind(token) == TokenKind.WORD) {
                words++;
            }
        }
    }
}
