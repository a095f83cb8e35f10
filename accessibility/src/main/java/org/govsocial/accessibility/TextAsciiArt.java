package org.govsocial.accessibility;

import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A picture made of characters. */
final class TextAsciiArt implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-ascii-art",
                    "A11Y-TEXT-ASCII-ART",
                    "Post a picture with alt text instead of a drawing in characters.")
            .withMessage(
                    "drawing",
                    Severity.ERROR,
                    "{count} lines look like a drawing made of characters; a screen reader reads out each sign. Post a"
                            + " picture with a text alternative instead.")
            .withMessage(
                    "blocks",
                    Severity.ERROR,
                    "{count} box, block or Braille characters make a drawing; a screen reader reads out each of them. Use"
                            + " words, or a picture with a text alternative.")
            .withSetting("lines", 3, 2, 20, "How many lines of signs make a drawing. Our own judgement.")
            .withSetting("blocks", 8, 4, 50, "How many block characters make a drawing. Our own judgement.")
            .withCriterion("1.1.1")
            .withNeedsAny(Trait.SYMBOLS, Trait.LINES);

    /** Fewer signs than this in all are punctuation, not a drawing. */
    private static final int FEWEST_SIGNS = 10;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int signs = post.count(TokenKind.SYMBOL) + post.count(TokenKind.PUNCTUATION);
        if (post.count(TokenKind.SYMBOL) > 0 && blocks(post, out)) {
            return;
        }
        if (signs >= FEWEST_SIGNS && post.count(TokenKind.LINE_BREAK) + 1 >= out.setting("lines")) {
            lines(post, out);
        }
    }

    private static boolean blocks(PostFeatures post, Findings out) {
        String text = post.post().text();
        int count = 0;
        int first = -1;
        int last = -1;
        for (int token = 0; token < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.SYMBOL) {
                for (int i = post.start(token); i < post.end(token); i++) {
                    count += isBlock(text.charAt(i)) ? 1 : 0;
                }
                if (isBlock(text.charAt(post.start(token)))) {
                    first = first < 0 ? token : first;
                    last = token;
                }
            }
        }
        if (count < out.setting("blocks")) {
            return false;
        }
        out.fail("blocks").at(post.start(first), post.end(last)).with("count", count);
        return true;
    }

    /** Box drawing, blocks, and the Braille patterns of eight dots, which no Braille text of six dots has. */
    private static boolean isBlock(char c) {
        return c >= '\u2500' && c <= '\u259F' || c >= '\u2840' && c <= '\u28FF';
    }

    private static void lines(PostFeatures post, Findings out) {
        int count = 0;
        int signs = 0;
        int first = -1;
        int last = -1;
        int token = 0;
        while (token < post.tokenCount()) {
            int end = token;
            while (end < post.tokenCount() && post.kind(end) != TokenKind.LINE_BREAK) {
                end++;
            }
            int drawn = drawn(post, token, end);
            if (drawn > 0) {
                count++;
                signs += drawn;
                first = first < 0 ? token : first;
                last = end - 1;
            }
            token = end + 1;
        }
        if (count >= out.setting("lines") && signs >= FEWEST_SIGNS) {
            out.fail("drawing").at(post.start(first), post.end(last)).with("count", count);
        }
    }

    /** How many signs a line of a drawing has; 0 for a line of words, numbers or one repeated sign. */
    private static int drawn(PostFeatures post, int from, int to) {
        String text = post.post().text();
        int signs = 0;
        int letters = 0;
        boolean mixed = false;
        char sign = 0;
        for (int token = from; token < to; token++) {
            switch (post.kind(token)) {
                case PUNCTUATION, SYMBOL -> {
                    signs += post.end(token) - post.start(token);
                    char c = text.charAt(post.start(token));
                    mixed |= sign != 0 && c != sign;
                    sign = c;
                }
                case WORD -> letters += post.end(token) - post.start(token);
                case EMOJI -> {}
                default -> {
                    return 0;
                }
            }
        }
        boolean drawing = signs >= 3 && mixed && signs * 10 > (signs + letters) * 4;
        return drawing ? signs : 0;
    }
}
