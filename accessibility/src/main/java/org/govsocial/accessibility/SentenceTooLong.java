package org.govsocial.accessibility;

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

/** A sentence with more words than readers can hold in mind. */
final class SentenceTooLong implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "sentence-too-long", "A11Y-PLAIN-SENTENCE", "Keep each sentence to 25 words at most.")
            .withMessage(
                    "long",
                    Severity.WARNING,
                    "This sentence has {words} words. Make two of it, each with at most {most}.")
            .withMessage(
                    "very-long", Severity.ERROR, "This sentence has {words} words, far more than {most}. Split it.")
            .withSetting("most", 25, 10, 60, "The most words in a sentence. UK Government Communication Service: 25.")
            .withSetting("far-more", 40, 20, 100, "Sentences with more words than this are errors. Our own judgement.")
            .withNeeds(Trait.WORDS)
            .withCriterion("3.1.5");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(circumstances.setting("most"), TokenKind.WORD, TokenKind.NUMBER, TokenKind.HASHTAG);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int most = out.setting("most");
        if (post.count(TokenKind.WORD) + post.count(TokenKind.NUMBER) + post.count(TokenKind.HASHTAG) <= most) {
            return; // no need to look for sentences
        }
        for (int sentence = 0; sentence < post.sentenceCount(); sentence++) {
            int words = post.sentenceWords(sentence);
            if (words > most) {
                out.fail(words > out.setting("far-more") ? "very-long" : "long")
                        .at(post.start(post.sentenceStart(sentence)), post.end(post.sentenceEnd(sentence) - 1))
                        .with("words", words)
                        .with("most", most);
            }
        }
    }
}
