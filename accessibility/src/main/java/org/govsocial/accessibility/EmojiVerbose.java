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
import org.govsocial.text.Emoji;

/** An emoji whose name takes long to hear. One skin tone is never too long: it is who people are. */
final class EmojiVerbose implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-verbose",
                    "A11Y-EMOJI-NAME",
                    "Know the name by which an emoji is read out, and keep it short.")
            .withMessage(
                    "long",
                    Severity.NOTE,
                    "A screen reader says “{spoken}” for this emoji. If a simpler one, or a word, says the same, use that.")
            .withSetting(
                    "characters",
                    40,
                    10,
                    100,
                    "The longest name, in characters of Unicode's English short name. Our own judgement.")
            .withNeeds(Trait.EMOJI);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "long");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
            int start = post.start(token);
            int end = post.end(token);
            int most = out.setting("characters");
            if (Emoji.nameLength(text, start, end) > most
                    && (Emoji.neutralNameLength(text, start, end) > most || tones(text, start, end) > 1)) {
                Findings.Draft draft = out.fail("long").at(start, end);
                if (out.wantsWords()) {
                    draft.with("spoken", EmojiWords.spoken(post, token));
                }
            }
        }
    }

    private static int tones(String text, int start, int end) {
        int tones = 0;
        for (int i = start; i < end; i++) {
            // The five skin tones, U+1F3FB to U+1F3FF, share the first half of their pairs with other pictures.
            char second = text.charAt(i);
            tones += second >= '\uDFFB' && second <= '\uDFFF' && i > start && text.charAt(i - 1) == '\uD83C' ? 1 : 0;
        }
        return tones;
    }
}
