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

/**
 * How hard the English of a post is, by the Flesch-Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word −
 * 15.59. Names and te reo Māori words count as words but not for syllables, since the formula was fitted to English.
 */
final class ReadingLevel implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "reading-level",
                    "A11Y-PLAIN-READING-LEVEL",
                    "Write so that a young teenager can follow: short sentences and short, common words.")
            .withMessage(
                    "hard",
                    Severity.NOTE,
                    "The post reads at about school grade {grade}; aim for {most}. Use shorter sentences and shorter words.")
            .withSetting(
                    "grade",
                    8,
                    3,
                    16,
                    "The highest Flesch-Kincaid grade. WCAG 2.2 criterion 3.1.5: lower secondary schooling.")
            .withSetting("words", 30, 10, 200, "Posts with fewer words have no score. Our own judgement.")
            .withNeeds(Trait.WORDS)
            .withCriterion("3.1.5");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(circumstances.setting("words") - 1, TokenKind.WORD).orUnheard(circumstances, "hard");
    }

    @Override
    public boolean applies(PostFeatures post) {
        return post.count(TokenKind.WORD) > 0;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.count(TokenKind.WORD) < out.setting("words")) {
            return;
        }
        int words = 0;
        int sentences = 0;
        int english = 0;
        int syllables = 0;
        for (int sentence = 0; sentence < post.sentenceCount(); sentence++) {
            int here = 0;
            for (int token = post.sentenceStart(sentence); token < post.sentenceEnd(sentence); token++) {
                if (post.kind(token) != TokenKind.WORD) {
                    continue;
                }
                here++;
                boolean name = here > 1 && post.hasCapital(token);
                int count = name ? 0 : Syllables.count(post.post().text(), post.start(token), post.end(token));
                if (count > 0) {
                    english++;
                    syllables += count;
                }
            }
            words += here;
            sentences += here > 0 ? 1 : 0;
        }
        if (words < out.setting("words") || english * 2 < words) {
            return;
        }
        double grade = 0.39 * words / sentences + 11.8 * syllables / english - 15.59;
        int whole = (int) Math.round(grade);
        if (whole > out.setting("grade")) {
            out.fail("hard").with("grade", whole).with("most", out.setting("grade"));
        }
    }
}
