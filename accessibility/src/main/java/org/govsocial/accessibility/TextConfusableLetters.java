package org.govsocial.accessibility;

import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;
import org.govsocial.text.Confusables;

/** A Latin word with letters of another script that look the same. */
final class TextConfusableLetters implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-confusable-letters", "A11Y-TEXT-CONFUSABLE", "Spell a word with letters of one script.")
            .withMessage(
                    "mixed",
                    Severity.ERROR,
                    "“{text}” has {count} letters of another script that only look right. Type it anew: “{plain}”.")
            .withNeeds(Trait.OTHER_SCRIPTS)
            .withCriterion("1.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = 0; token < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.WORD || post.kind(token) == TokenKind.HASHTAG) {
                int count = lookalikes(text, post.start(token), post.end(token));
                if (count > 0) {
                    report(text, post.start(token), post.end(token), count, out);
                }
            }
        }
    }

    /** How many letters of a Latin word are lookalikes; 0 when the word is what it seems. */
    private static int lookalikes(String text, int start, int end) {
        int latin = 0;
        int alike = 0;
        int prefix = 0;
        for (int at = start; at < end; ) {
            int codePoint = text.codePointAt(at);
            int flags = CharClass.flags(codePoint);
            int next = at + Character.charCount(codePoint);
            if ((flags & CharClass.LATIN) != 0) {
                latin++;
            } else if (Confusables.latinLookalike(codePoint) >= 0) {
                alike++;
                boolean edge = at == start || next == end;
                prefix += edge && codePoint >= 'α' && codePoint <= 'ω' ? 1 : 0;
            } else if ((flags & CharClass.LETTER) != 0) {
                return 0;
            }
            at = next;
        }
        // One small Greek letter at the edge of a Latin word is science, such as αMSH or TNFα.
        return latin == 0 || alike == prefix && alike == 1 ? 0 : alike;
    }

    private static void report(String text, int start, int end, int count, Findings out) {
        Findings.Draft draft = out.fail("mixed").at(start, end).with("count", count);
        if (out.wantsWords()) {
            var plain = new StringBuilder(end - start);
            for (int at = start; at < end; ) {
                int codePoint = text.codePointAt(at);
                int latin = Confusables.latinLookalike(codePoint);
                plain.appendCodePoint(latin >= 0 ? latin : codePoint);
                at += Character.charCount(codePoint);
            }
            draft.with("text", text.substring(start, end))
                    .with("plain", plain.toString())
                    .safeFix(Edit.text(start, end, plain.toString()));
        }
    }
}
