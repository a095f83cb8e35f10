package org.govsocial.accessibility;

import org.govsocial.model.Country;
import org.govsocial.model.Edit;
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
import org.govsocial.text.Letters;

/** A Māori word in a hashtag that has lost its macron. */
final class HashtagMacron implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-macron", "A11Y-TEREO-MACRONS", "Write Māori words in hashtags with their macrons.")
            .withMessage(
                    "missing",
                    Severity.NOTE,
                    "{text} has lost a macron: {better}. Check which of the two your campaign uses, since on most platforms"
                            + " they are different hashtags.")
            .withNeeds(Trait.HASHTAGS)
            .withCountries(Country.NZ)
            .withCriterion("3.1.2");

    /** The letters of the words, one bit each: most parts of tags have others. */
    private static final int LETTERS = letters();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "missing");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.HASHTAG, 0); token >= 0; token = post.next(TokenKind.HASHTAG, token + 1)) {
            if (post.hasCapital(token) && post.hasSmall(token)) {
                check(text, post.start(token), post.end(token), out);
            }
        }
    }

    /** Looks at each part that starts with a capital; in a tag in small letters the words are not sure enough. */
    private static void check(String text, int start, int end, Findings out) {
        int word = start + 1;
        while (word < end) {
            int letters = bit(text.charAt(word));
            int next = word + 1;
            while (next < end && !Character.isUpperCase(text.charAt(next))) {
                letters |= bit(text.charAt(next++));
            }
            String right = (letters & ~LETTERS) == 0 ? MaoriMacronMissing.WORDS.get(text, word, next) : null;
            if (right != null) {
                Findings.Draft draft = out.fail("missing").at(start, end);
                if (out.wantsWords()) {
                    int tab = right.indexOf('\t');
                    String better = text.substring(start, word)
                            + Spelling.like(text.substring(word, next), tab < 0 ? right : right.substring(0, tab))
                            + text.substring(next, end);
                    draft.with("text", text.substring(start, end))
                            .with("better", better)
                            .suggest(Edit.text(start, end, better));
                }
                return;
            }
            word = next;
        }
    }

    private static int letters() {
        int letters = 0;
        for (String word : MaoriMacronMissing.WORDS.words()) {
            for (int i = 0; i < word.length(); i++) {
                letters |= bit(Letters.base(word.charAt(i)));
            }
        }
        return letters;
    }

    /** The same for a capital and a small letter; none for what is not ASCII. */
    private static int bit(char c) {
        return c < 0x80 ? 1 << c : 0;
    }
}
