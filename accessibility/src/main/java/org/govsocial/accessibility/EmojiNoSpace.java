package org.govsocial.accessibility;

import org.govsocial.model.Edit;
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
import org.govsocial.text.CharClass;

/** An emoji that touches a word. */
final class EmojiNoSpace implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-no-space", "A11Y-EMOJI-SPACE", "Put a space between an emoji and the words beside it.")
            .withMessage(
                    "touches",
                    Severity.NOTE,
                    "An emoji touches a word; some screen readers then run the two together. Put a space between.")
            .withNeeds(Trait.EMOJI);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "touches");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int token = 1; token < post.tokenCount(); token++) {
            int border = post.start(token);
            if (border != post.end(token - 1)) {
                continue;
            }
            boolean before = post.kind(token - 1) == TokenKind.EMOJI && isText(post, token);
            boolean after = post.kind(token) == TokenKind.EMOJI && isText(post, token - 1);
            if (before || after) {
                int emoji = before ? token - 1 : token;
                Findings.Draft draft = out.fail("touches").at(post.start(emoji), post.end(emoji));
                if (out.wantsWords()) {
                    draft.safeFix(Edit.text(border, border, " "));
                }
            }
        }
    }

    /** Words and numbers of scripts that set spaces between words. */
    private static boolean isText(PostFeatures post, int token) {
        if (post.kind(token) != TokenKind.WORD && post.kind(token) != TokenKind.NUMBER) {
            return false;
        }
        return (CharClass.flags(post.post().text().charAt(post.start(token))) & CharClass.EAST_ASIAN) == 0;
    }
}
