package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A word with a digit in place of its sound. Only well-known ones: codes and names look the same. */
final class TextLeetspeak implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-leetspeak",
                    "A11Y-TEXT-LEETSPEAK",
                    "Write words out; do not put digits in place of their sounds.")
            .withMessage("digit", Severity.WARNING, "“{text}” is read as letters and a number. Write “{word}”.")
            .withNeeds(Trait.TERMS)
            .withCriterion("1.1.1");

    private static final WordTable WORDS = WordTable.read("digit-words.tsv");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return WORDS.words();
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int i = 0; i < post.termCount(); i++) {
            int start = post.start(post.termStart(i));
            int end = post.end(post.termEnd(i) - 1);
            boolean code = end - start == 2 && Character.isUpperCase(text.charAt(start)); // B4, M8: paper and roads
            String word = !code ? WORDS.get(text, start, end) : null;
            if (word != null) {
                Findings.Draft draft = out.fail("digit").at(start, end);
                if (out.wantsWords()) {
                    String better = Spelling.like(text.substring(start, end), word);
                    draft.with("text", text.substring(start, end))
                            .with("word", better)
                            .suggest(Edit.text(start, end, better));
                }
            }
        }
    }
}
