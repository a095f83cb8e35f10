package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;
import org.govsocial.text.FancyText;

/** Marks stacked on letters to strike, underline or deform them. */
final class TextCombiningStyling implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-combining-styling",
                    "A11Y-TEXT-PLAIN-LETTERS",
                    "Do not strike, underline or deform letters with added marks.")
            .withMessage(
                    "underlined",
                    Severity.ERROR,
                    "“{plain}” is underlined with an added mark on each letter, which screen readers spell out. Use the"
                            + " plain word.")
            .withMessage(
                    "struck",
                    Severity.ERROR,
                    "“{plain}” is struck out with an added mark on each letter. Many screen readers do not say so: delete"
                            + " it, or say in words what has changed.")
            .withMessage(
                    "stacked",
                    Severity.ERROR,
                    "“{plain}” has marks stacked on its letters, which screen readers spell out. Use the plain word.")
            .withNeeds(Trait.COMBINING_MARKS)
            .withCriterion("1.1.1");

    /** No letter of a living language has more marks than this, when written decomposed; Greek has three. */
    private static final int MOST_MARKS = 2;

    /** So many letters marked in a row are a style, not a sign. */
    private static final int LETTERS = 3;

    private static final int NONE = 0;
    private static final int UNDERLINED = 1;
    private static final int STRUCK = 2;
    private static final int STACKED = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        int length = text.length();
        int start = -1;
        int end = -1;
        int style = NONE;
        int at = 0;
        while (at < length) {
            int chunk = at;
            while (at < length && !isSpace(text.charAt(at))) {
                at++;
            }
            int found = at > chunk ? style(text, chunk, at) : NONE;
            if (found != NONE && found == style) {
                end = at;
            } else if (at > chunk) {
                report(text, start, end, style, out);
                start = chunk;
                end = at;
                style = found;
            }
            at++;
        }
        report(text, start, end, style, out);
    }

    private static boolean isSpace(char c) {
        int kind = CharClass.of(c);
        return kind == CharClass.SPACE || kind == CharClass.NEWLINE;
    }

    /** What the marks of a word do to it. */
    private static int style(String text, int start, int end) {
        int overlaid = 0;
        int run = 0;
        int marks = 0;
        int most = MOST_MARKS;
        boolean struck = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isStackable(c)) {
                most = isGreek(c) ? MOST_MARKS + 1 : MOST_MARKS;
                marks = 0;
                overlaid = i + 1 < end && FancyText.isOverlay(text.charAt(i + 1)) ? overlaid + 1 : 0;
                run = Math.max(run, overlaid);
            } else if (++marks > most) {
                return STACKED;
            } else if (FancyText.isOverlay(c)) {
                struck |= c != '\u0332' && c != '\u0333' && c != '\u0305' && c != '\u033F';
            }
        }
        return run < LETTERS ? NONE : struck ? STRUCK : UNDERLINED;
    }

    private static boolean isGreek(char c) {
        return c >= '\u0370' && c <= '\u03FF' || c >= '\u1F00' && c <= '\u1FFF';
    }

    /** Marks of no script of their own. */
    private static boolean isStackable(char c) {
        return c >= '\u0300' && c <= '\u036F'
                || c >= '\u1AB0' && c <= '\u1AFF'
                || c >= '\u1DC0' && c <= '\u1DFF'
                || c >= '\u20D0' && c <= '\u20FF' && c != '\u20E3'
                || c >= '\uFE20' && c <= '\uFE2F';
    }

    private static void report(String text, int start, int end, int style, Findings out) {
        if (style == NONE) {
            return;
        }
        Findings.Draft draft = out.fail(style == STACKED ? "stacked" : style == STRUCK ? "struck" : "underlined")
                .at(start, end);
        if (out.wantsWords()) {
            String plain = plain(text, start, end, style);
            draft.with("plain", plain).fix(new Fix(style != STRUCK, List.of(Edit.text(start, end, plain))));
        }
    }

    private static String plain(String text, int start, int end, int style) {
        var out = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean kept = style == STACKED ? !isStackable(c) : !FancyText.isOverlay(c);
            if (kept) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
