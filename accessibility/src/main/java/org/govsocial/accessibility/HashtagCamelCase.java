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

/** A hashtag of several words, all in small letters. */
final class HashtagCamelCase implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-camel-case", "A11Y-HASHTAG-CASE", "Start each word of a hashtag with a capital letter.")
            .withMessage(
                    "lower-case",
                    Severity.ERROR,
                    "{text} runs its words together, so a screen reader says them as one. Write {better}.")
            .withMessage(
                    "maybe-lower-case",
                    Severity.WARNING,
                    "{text} seems to run words together. If it says “{words}”, write {better}.")
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
            if (post.hasSmall(token) && !post.hasCapital(token)) {
                Verdict verdict = Hashtags.verdict(post, token, out.agency().glossary());
                if (verdict == Verdict.CLEAR) {
                    Findings.Draft draft = out.fail("lower-case").at(post.start(token), post.end(token));
                    if (out.wantsWords()) {
                        Hashtags.recase(post, token, out.agency().glossary(), true, draft);
                    }
                } else if (verdict == Verdict.LIKELY) {
                    Findings.Draft draft = out.fail("maybe-lower-case").at(post.start(token), post.end(token));
                    if (out.wantsWords()) {
                        Hashtags.recase(post, token, out.agency().glossary(), false, draft);
                    }
                }
            }
        }
    }
}
