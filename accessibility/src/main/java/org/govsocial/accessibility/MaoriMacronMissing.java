package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A Māori word that has lost its macron. Only words that have no other spelling are looked for. */
final class MaoriMacronMissing implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "maori-macron-missing", "A11Y-TEREO-MACRONS", "Write Māori words with their macrons.")
            .withMessage(
                    "missing",
                    Severity.WARNING,
                    "“{text}” is written “{better}”: the macron tells how the word is said, to people and to screen readers.")
            .withNeeds(Trait.WORDS)
            .withCriterion("3.1.2");

    private static final WordTable WORDS = WordTable.read("macron-words.tsv");
    private static final String SAFE = "\tsafe";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = 0; token < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.WORD) {
                String right = WORDS.get(text, post.start(token), post.end(token));
                if (right != null) {
                    report(text, post.start(token), post.end(token), right, out);
                }
            }
        }
    }

    private static void report(String text, int start, int end, String right, Findings out) {
        Findings.Draft draft = out.fail("missing").at(start, end);
        if (out.wantsWords()) {
            boolean safe = right.endsWith(SAFE);
            String word = safe ? right.substring(0, right.length() - SAFE.length()) : right;
            String found = text.substring(start, end);
            String better = Spelling.like(found, word);
            draft.with("text", found).with("better", better).fix(new Fix(safe, List.of(Edit.text(start, end, better))));
        }
    }
}
