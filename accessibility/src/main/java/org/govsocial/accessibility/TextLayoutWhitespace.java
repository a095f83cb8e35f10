package org.govsocial.accessibility;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
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

/** Tabs, rows of spaces and empty lines that imitate a layout. */
final class TextLayoutWhitespace implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-layout-whitespace",
                    "A11Y-TEXT-SPACING",
                    "Do not lay text out with tabs, spaces or empty lines.")
            .withMessage(
                    "columns",
                    Severity.NOTE,
                    "Tabs or rows of spaces set text in columns, which are read across as one line. Put each item on a line"
                            + " of its own.")
            .withMessage(
                    "empty-lines",
                    Severity.NOTE,
                    "{count} empty lines in a row push the text apart; some screen readers stop there. One is enough.")
            .withMessage(
                    "spacers",
                    Severity.NOTE,
                    "{count} lines hold nothing but a point or dash, and each is read out. Use one empty line.")
            .withCriterion("1.3.2")
            .withNeedsAny(Trait.WIDE_GAPS, Trait.LINES);

    private static final int SPACES = 3;

    /** One gap is a slip of the thumb; two make columns. */
    private static final int GAPS = 2;

    private static final int EMPTY_LINES = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "columns", "empty-lines", "spacers");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.WIDE_GAPS)) {
            columns(post, out);
        }
        if (post.count(TokenKind.LINE_BREAK) > EMPTY_LINES) {
            emptyLines(post, out);
            spacers(post, out);
        }
    }

    private static void columns(PostFeatures post, Findings out) {
        String text = post.post().text();
        int gaps = 0;
        int first = -1;
        for (int token = 1; token < post.tokenCount(); token++) {
            int from = post.end(token - 1);
            int to = post.start(token);
            if (to - from > 0
                    && isGap(text, from, to)
                    && post.kind(token) != TokenKind.LINE_BREAK
                    && post.kind(token - 1) != TokenKind.LINE_BREAK) {
                first = first < 0 ? token : first;
                gaps++;
            }
        }
        if (gaps >= GAPS) {
            Findings.Draft draft = out.fail("columns").at(post.end(first - 1), post.start(first));
            if (out.wantsWords()) {
                draft.fix(new Fix(false, closed(post)));
            }
        }
    }

    /** At least three spaces, or a tab, and nothing else. */
    private static boolean isGap(String text, int from, int to) {
        boolean tab = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t') {
                return false;
            }
            tab |= c == '\t';
        }
        return tab || to - from >= SPACES;
    }

    private static List<Edit> closed(PostFeatures post) {
        List<Edit> edits = new ArrayList<>();
        for (int token = 1; token < post.tokenCount(); token++) {
            int from = post.end(token - 1);
            int to = post.start(token);
            if (to > from
                    && isGap(post.post().text(), from, to)
                    && post.kind(token) != TokenKind.LINE_BREAK
                    && post.kind(token - 1) != TokenKind.LINE_BREAK) {
                edits.add(Edit.text(from, to, " "));
            }
        }
        return edits;
    }

    private static void emptyLines(PostFeatures post, Findings out) {
        int first = emptyLines(post, 0);
        if (first < 0) {
            return;
        }
        int end = breaksEnd(post, first);
        Findings.Draft draft =
                out.fail("empty-lines").at(post.start(first), post.end(end - 1)).with("count", end - first - 1);
        if (out.wantsWords()) {
            List<Edit> edits = new ArrayList<>();
            for (int token = first; token >= 0; token = emptyLines(post, end)) {
                end = breaksEnd(post, token);
                edits.add(Edit.text(post.start(token), post.end(end - 1), "\n\n"));
            }
            draft.safeFix(edits.toArray(Edit[]::new));
        }
    }

    /** The first break of the next empty lines that push words apart; -1 when there are none. */
    private static int emptyLines(PostFeatures post, int from) {
        int token = from;
        while (token < post.tokenCount()) {
            int end = breaksEnd(post, token);
            if (end - token - 1 > EMPTY_LINES && token > 0 && end < post.tokenCount()) {
                return token;
            }
            token = Math.max(end, token + 1);
        }
        return -1;
    }

    private static int breaksEnd(PostFeatures post, int token) {
        int end = token;
        while (Tokens.isKind(post, end, TokenKind.LINE_BREAK)) {
            end++;
        }
        return end;
    }

    /** Lines with a single mark, as Instagram posts had them to keep lines apart. */
    private static void spacers(PostFeatures post, Findings out) {
        int count = 0;
        int first = -1;
        int last = -1;
        for (int token = 0; token < post.tokenCount(); token++) {
            boolean alone = post.kind(token) == TokenKind.PUNCTUATION
                    && post.end(token) - post.start(token) == 1
                    && ".-_•·".indexOf(post.post().text().charAt(post.start(token))) >= 0
                    && Tokens.startsLine(post, token)
                    && Tokens.isKind(post, token + 1, TokenKind.LINE_BREAK);
            if (alone) {
                count++;
                first = first < 0 ? token : first;
                last = token;
            }
        }
        if (count > 1) {
            out.fail("spacers").at(post.start(first), post.end(last)).with("count", count);
        }
    }
}
