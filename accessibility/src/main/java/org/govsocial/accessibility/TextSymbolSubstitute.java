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

/** A symbol in place of a word or a bullet, or a row of signs as a divider. */
final class TextSymbolSubstitute implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-symbol-substitute", "A11Y-TEXT-SYMBOLS", "Write words, not symbols that stand for them.")
            .withMessage(
                    "symbol",
                    Severity.NOTE,
                    "“{text}” stands for a word, and screen readers may skip it. Write what it means.")
            .withMessage(
                    "divider",
                    Severity.NOTE,
                    "A row of {count} signs divides the text; it may be read out sign by sign. An empty line is enough.")
            .withCriterion("1.1.1")
            .withNeedsAny(Trait.SYMBOLS, Trait.LINES);

    /** Arrows, ticks, stars, triangles, and signs of mathematics that stand for words. */
    private static final String SYMBOLS = "→←↑↓⇒⇨➔➜➡►▶▸✓✔✗✘★☆≠≈＋⟶⮕❯";

    private static final int DIVIDER = 5;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "symbol", "divider");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (!symbol(post, out) && post.count(TokenKind.LINE_BREAK) > 0) {
            divider(post, out);
        }
    }

    private static boolean symbol(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.SYMBOL, 0); token >= 0; token = post.next(TokenKind.SYMBOL, token + 1)) {
            int start = post.start(token);
            if (SYMBOLS.indexOf(text.charAt(start)) >= 0) {
                Findings.Draft draft = out.fail("symbol").at(start, post.end(token));
                if (out.wantsWords()) {
                    draft.with("text", text.substring(start, post.end(token)));
                }
                return true;
            }
        }
        return false;
    }

    private static void divider(PostFeatures post, Findings out) {
        int token = 0;
        while (token < post.tokenCount()) {
            int lineEnd = Tokens.lineEnd(post, token);
            if (lineEnd > token
                    && isSign(post.kind(token))
                    && isDivider(post.post().text(), post.start(token), post.end(lineEnd - 1))) {
                int start = post.start(token);
                int end = post.end(lineEnd - 1);
                Findings.Draft draft = out.fail("divider").at(start, end).with("count", end - start);
                if (out.wantsWords()) {
                    draft.suggest(Edit.text(start, end, ""));
                }
                return;
            }
            token = lineEnd + 1;
        }
    }

    private static boolean isSign(TokenKind kind) {
        return kind == TokenKind.PUNCTUATION || kind == TokenKind.SYMBOL;
    }

    /** A line of one sign over and over. */
    private static boolean isDivider(String text, int start, int end) {
        char sign = text.charAt(start);
        if (end - start < DIVIDER || ".!?…".indexOf(sign) >= 0) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (text.charAt(i) != sign) {
                return false;
            }
        }
        return true;
    }
}
