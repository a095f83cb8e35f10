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

/** A hashtag that marks off some of its words only. */
final class HashtagPartialCase implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-partial-case",
                    "A11Y-HASHTAG-CASE",
                    "Give every word of a hashtag its capital, the small ones too.")
            .withMessage(
                    "partly",
                    Severity.WARNING,
                    "{text} marks off only some of its words. Write {better}, so that a screen reader says each of them.")
            .withMessage(
                    "maybe-partly",
                    Severity.NOTE,
                    "{text} may hold more words than its capitals show. If it says “{words}”, write {better}.")
            .withCitation(Country.UK, Accessibility.statement("A11Y-HASHTAG-CASE-UK"))
            .withCitation(Country.AU, Accessibility.statement("A11Y-HASHTAG-CASE-AU"))
            .withNeeds(Trait.HASHTAGS)
            .withCriterion("1.3.1");

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
            if (post.hasCapital(token) && post.hasSmall(token)) {
                Verdict verdict = Hashtags.verdict(post, token, out.agency().glossary());
                if (verdict == Verdict.CLEAR || verdict == Verdict.LIKELY) {
                    boolean clear = verdict == Verdict.CLEAR;
                    Findings.Draft draft =
                            out.fail(clear ? "partly" : "maybe-partly").at(post.start(token), post.end(token));
                    if (out.wantsWords()) {
                        Hashtags.recase(post, token, out.agency().glossary(), clear, draft);
                    }
                }
            }
        }
    }
}
