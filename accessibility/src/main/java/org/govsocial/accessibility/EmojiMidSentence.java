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

/** An emoji between the words of a sentence. */
final class EmojiMidSentence implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-mid-sentence", "A11Y-EMOJI-PLACEMENT", "Put an emoji at the end of the sentence or post.")
            .withMessage(
                    "middle", Severity.NOTE, "An emoji interrupts the sentence with “{spoken}”. Put it at the end.")
            .withNeeds(Trait.EMOJI, Trait.WORDS)
            .withCriterion("1.3.2");

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
        for (int token = 1; token + 1 < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.EMOJI
                    && isText(post, token - 1)
                    && isText(post, token + 1)
                    && !startsSentence(post, token + 1)) {
                Findings.Draft draft = out.fail("middle").at(post.start(token), post.end(token));
                if (out.wantsWords()) {
                    draft.with("spoken", EmojiWords.spoken(post, token));
                }
            }
        }
    }

    private static boolean isText(PostFeatures post, int token) {
        return post.kind(token) == TokenKind.WORD || post.kind(token) == TokenKind.NUMBER;
    }

    /** Writers end sentences with an emoji in place of a full stop. */
    private static boolean startsSentence(PostFeatures post, int token) {
        return post.kind(token) == TokenKind.WORD && post.hasCapital(token);
    }
}
