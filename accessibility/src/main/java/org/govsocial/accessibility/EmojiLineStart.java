package org.govsocial.accessibility;

import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** An emoji that opens a line or serves as its bullet. */
final class EmojiLineStart implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-line-start", "A11Y-EMOJI-LINE-START", "Begin lines with words, not with emoji.")
            .withMessage(
                    "line-start",
                    Severity.WARNING,
                    "The line begins with an emoji, so “{spoken}” is the first thing heard. Put it at the end of the line.")
            .withMessage(
                    "bullet",
                    Severity.WARNING,
                    "Emoji serve as bullets, so each line begins with “{spoken}”. Use a hyphen.")
            .withMessage(
                    "number",
                    Severity.WARNING,
                    "A keycap serves as a number and is read as “{spoken}”. Type the number.")
            .withNeeds(Trait.EMOJI)
            .withCriterion("1.3.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int lines = 0;
        for (int token = 0; token < post.tokenCount(); token++) {
            if (opensLine(post, token)) {
                lines++;
            }
        }
        for (int token = 0; lines > 0 && token < post.tokenCount(); token++) {
            if (opensLine(post, token)) {
                report(post, token, lines > 1, out);
            }
        }
    }

    /** Whether a token is an emoji at the start of a line with words. */
    private static boolean opensLine(PostFeatures post, int token) {
        if (post.kind(token) != TokenKind.EMOJI || !Tokens.startsLine(post, token) || isMarker(post, token)) {
            return false;
        }
        for (int at = token + 1; at < post.tokenCount() && post.kind(at) != TokenKind.LINE_BREAK; at++) {
            if (post.kind(at) == TokenKind.WORD || post.kind(at) == TokenKind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** Thread, warning sign and police light: they mark what the post is, by custom or by an official scheme. */
    private static boolean isMarker(PostFeatures post, int token) {
        int codePoint = post.post().text().codePointAt(post.start(token));
        return codePoint == 0x1F9F5 || codePoint == 0x26A0 || codePoint == 0x1F6A8;
    }

    private static void report(PostFeatures post, int token, boolean several, Findings out) {
        String text = post.post().text();
        char first = text.charAt(post.start(token));
        boolean keycap = first >= '0' && first <= '9' && post.kind(token + 1) != TokenKind.EMOJI;
        int last = token;
        while (post.kind(last + 1) == TokenKind.EMOJI) { // a line with words has a token after its emoji
            last++;
        }
        Findings.Draft draft =
                out.fail(keycap ? "number" : several ? "bullet" : "line-start").at(post.start(token), post.end(last));
        if (!out.wantsWords()) {
            return;
        }
        draft.with("spoken", EmojiWords.spoken(post, token, last + 1));
        int next = post.start(last + 1);
        if (keycap) {
            draft.suggest(Edit.text(post.start(token), next, first + ". "));
        } else if (several) {
            draft.suggest(Edit.text(post.start(token), next, "- "));
        } else {
            int end = post.end(Tokens.lineEnd(post, token) - 1);
            draft.suggest(
                    Edit.text(post.start(token), next, ""),
                    Edit.text(end, end, " " + text.substring(post.start(token), post.end(last))));
        }
    }
}
