package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A Māori word that has lost its macron. Only words that have no other spelling are looked for. */
final class MaoriMacronMissing implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "maori-macron-missing", "A11Y-TEREO-MACRONS", "Write Māori words with their macrons.")
            .withMessage(
                    "missing",
                    Severity.WARNING,
                    "“{text}” is written “{better}”: the macron tells how the word is said, to people and to screen readers.")
            .withNeeds(Trait.TERMS)
            .withCountries(Country.NZ)
            .withCriterion("3.1.2");

    /** Words of te reo Māori by their spelling without macrons. */
    static final WordTable WORDS = WordTable.read("macron-words.tsv");

    private static final List<String> TERMS = WORDS.words();
    private static final String SAFE = "\tsafe";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return TERMS;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int found = 0; found < post.termCount(); found++) {
            int token = post.termStart(found);
            report(text, post.start(token), post.end(token), WORDS.valueOf(TERMS.get(post.term(found))), out);
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
