package org.govsocial.accessibility;

import org.govsocial.accessibility.hashtag.Verdict;
import org.govsocial.model.Country;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A hashtag of several words, all in capitals. */
final class HashtagAllCaps implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-all-caps",
                    "A11Y-HASHTAG-CASE",
                    "Do not write the words of a hashtag in capitals throughout.")
            .withMessage(
                    "capitals",
                    Severity.WARNING,
                    "{text} runs its words together in capitals; a screen reader may spell it out. Write {better}.")
            .withMessage(
                    "maybe-capitals",
                    Severity.NOTE,
                    "{text} may run words together in capitals. If it says “{words}”, write {better}.")
            .withCitation(Country.UK, Accessibility.statement("A11Y-HASHTAG-CASE-UK"))
            .withCitation(Country.AU, Accessibility.statement("A11Y-HASHTAG-CASE-AU"))
            .withNeeds(Trait.HASHTAGS)
            .withCriterion("1.3.1");

    /** A tag of up to this many letters is more likely an acronym. */
    private static final int SHORT = 5;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isDear() {
        return true;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int token = post.next(TokenKind.HASHTAG, 0); token >= 0; token = post.next(TokenKind.HASHTAG, token + 1)) {
            if (post.isCapitals(token) && post.end(token) - post.start(token) - 1 > SHORT) {
                Verdict verdict = Hashtags.verdict(post, token, out.agency().glossary());
                if (verdict == Verdict.CLEAR || verdict == Verdict.LIKELY) {
                    Findings.Draft draft = out.fail(verdict == Verdict.CLEAR ? "capitals" : "maybe-capitals")
                            .at(post.start(token), post.end(token));
                    if (out.wantsWords()) {
                        Hashtags.recase(post, token, out.agency().glossary(), false, draft);
                    }
                }
            }
        }
    }
}
