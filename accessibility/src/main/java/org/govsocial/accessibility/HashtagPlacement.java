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

/** A hashtag in the middle of the words. */
final class HashtagPlacement implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-placement", "A11Y-HASHTAG-PLACEMENT", "Consider putting hashtags at the end of the post.")
            .withMessage(
                    "middle",
                    Severity.NOTE,
                    "A hashtag stands among the words, where it interrupts people who listen. Consider a plain word, and the"
                            + " tag at the end.")
            .withNeeds(Trait.HASHTAGS, Trait.WORDS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "middle");
    }

    private static final WordTable CREDITS = WordTable.of(
            "via",
            "photo",
            "photos",
            "photograph",
            "image",
            "images",
            "picture",
            "pictures",
            "video",
            "credit",
            "source");

    /** A name has no more tokens than this: Dr. Aroha van der Berg. */
    private static final int LONGEST_NAME = 6;

    @Override
    public void check(PostFeatures post, Findings out) {
        int tag = post.next(TokenKind.HASHTAG, 0);
        if (hasWordAfter(post, tag)) {
            out.fail("middle").at(post.start(tag), post.end(tag));
        }
    }

    /**
     * Whether a word of the message stands behind a token: what a link is (PDF) and whom a picture or the news is from may
     * follow the tags.
     */
    private static boolean hasWordAfter(PostFeatures post, int tag) {
        int word = post.tokenCount() - 1;
        while (word > tag) {
            int before = word - 1;
            if (post.kind(word) == TokenKind.WORD) {
                before = aside(post, word);
                if (before < 0) {
                    return true;
                }
            }
            word = before;
        }
        return false;
    }

    /** The token before the credit or the label of a link that ends with a word; -1 when the word is of the message. */
    private static int aside(PostFeatures post, int word) {
        if (Tokens.isKind(post, word + 1, TokenKind.MENTION) && Tokens.in(CREDITS, post, word)) {
            return word - 1;
        }
        for (int at = word - 1; at > 0 && at >= word - LONGEST_NAME; at--) {
            TokenKind kind = post.kind(at);
            if (kind == TokenKind.LINE_BREAK || kind == TokenKind.HASHTAG) {
                return -1;
            }
            if (kind == TokenKind.PUNCTUATION && isMark(post, at, '(') && post.kind(at - 1) == TokenKind.LINK
                    || kind == TokenKind.WORD && endsCredit(post, at) && Tokens.in(CREDITS, post, at)) {
                return at - 1;
            }
        }
        return -1;
    }

    /** Whether a name may follow: "Photo: Aroha", "Photo by Aroha". */
    private static boolean endsCredit(PostFeatures post, int word) {
        return isMark(post, word + 1, ':') || Tokens.is(post, word + 1, "by");
    }

    private static boolean isMark(PostFeatures post, int token, char mark) {
        return Tokens.isKind(post, token, TokenKind.PUNCTUATION)
                && post.post().text().charAt(post.start(token)) == mark;
    }
}
