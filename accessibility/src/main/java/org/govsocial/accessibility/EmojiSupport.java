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
import org.govsocial.text.Emoji;

/** An emoji that some devices show as an empty box, or as a plain black sign. */
final class EmojiSupport implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-support", "A11Y-EMOJI-SUPPORT", "Use emoji that your audience's devices can show and name.")
            .withMessage(
                    "new",
                    Severity.NOTE,
                    "“{spoken}” came with Unicode {version}. Older devices show an empty box and say nothing. Choose an older"
                            + " emoji, or a word.")
            .withMessage(
                    "text-style",
                    Severity.NOTE,
                    "This is typed as a text sign that may look and sound like an emoji or not. Add the emoji style, so that"
                            + " all devices treat “{spoken}” alike.")
            .withSetting(
                    "newest",
                    15,
                    6,
                    30,
                    "The newest version of Unicode that devices are taken to have. Version 15 is of September 2022. Our own"
                            + " judgement.")
            .withNeeds(Trait.EMOJI);

    private static final char EMOJI_STYLE = '\uFE0F';

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "new", "text-style");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
            int start = post.start(token);
            int end = post.end(token);
            int version = Emoji.unicodeVersion(text, start, end);
            if (version > out.setting("newest")) {
                Findings.Draft draft = out.fail("new").at(start, end).with("version", version);
                if (out.wantsWords()) {
                    draft.with("spoken", EmojiWords.spoken(post, token));
                }
            } else if (!Emoji.fullyQualified(text, start, end)) {
                Findings.Draft draft = out.fail("text-style").at(start, end);
                if (out.wantsWords()) {
                    draft.with("spoken", EmojiWords.spoken(post, token))
                            .suggest(Edit.text(start, end, qualified(text, start, end)));
                }
            }
        }
    }

    /** The emoji with the emoji style after each character that needs it. */
    private static String qualified(String text, int start, int end) {
        var out = new StringBuilder();
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            out.appendCodePoint(codePoint);
            boolean styled = next < end && text.charAt(next) == EMOJI_STYLE;
            boolean toned = next < end && isTone(text.codePointAt(next));
            if (Emoji.isTextByDefault(codePoint) && !styled && !toned) {
                out.append(EMOJI_STYLE);
            }
            i = next;
        }
        return out.toString();
    }

    private static boolean isTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }
}
