package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A text alternative that says again what the post says. */
final class ImageAltDuplicatesPost implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-duplicates-post", "A11Y-ALT-ADDS", "Say what the picture adds; do not repeat the post.")
            .withMessage(
                    "repeats",
                    Severity.WARNING,
                    "The text alternative of picture {number} repeats the post. Say what the picture shows that the post does"
                            + " not.")
            .withSetting("words", 6, 3, 30, "Shorter text alternatives are not compared. Our own judgement.")
            .withSetting("alike", 80, 50, 100, "Per cent of words in common, of all words of both. Our own judgement.")
            .withNeeds(Trait.ALT_TEXT, Trait.WORDS);

    /** Texts with more words than this are compared by their first ones. */
    private static final int MOST = 300;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            if (alt != null && repeats(post, alt, out.setting("words"), out.setting("alike"))) {
                out.fail("repeats").at(Place.alt(i)).with("number", i + 1);
            }
        }
    }

    private static boolean repeats(PostFeatures post, String alt, int fewest, int alike) {
        int words = 0;
        int common = 0;
        int lastMatch = -1;
        int running = 0;
        int longest = 0;
        for (int at = Alt.wordStart(alt, 0);
                at < alt.length() && words < MOST;
                at = Alt.wordStart(alt, Alt.wordEnd(alt, at))) {
            words++;
            int end = Alt.wordEnd(alt, at);
            int next = nextWord(post, lastMatch);
            boolean inOrder = lastMatch >= 0 && next >= 0 && same(post, next, alt, at, end);
            int match = inOrder ? next : find(post, alt, at, end);
            running = inOrder ? running + 1 : match >= 0 ? 1 : 0;
            longest = Math.max(longest, running);
            common += match >= 0 ? 1 : 0;
            lastMatch = match;
        }
        if (words < fewest) {
            return false;
        }
        int posted = Math.min(MOST, post.count(TokenKind.WORD) + post.count(TokenKind.NUMBER));
        int all = words + posted - Math.min(common, posted);
        return longest == words || common * 100 >= all * alike;
    }

    private static int nextWord(PostFeatures post, int token) {
        for (int next = token + 1; next < post.tokenCount(); next++) {
            if (isWord(post, next)) {
                return next;
            }
        }
        return -1;
    }

    private static int find(PostFeatures post, String alt, int start, int end) {
        int seen = 0;
        for (int token = 0; token < post.tokenCount() && seen < MOST; token++) {
            if (isWord(post, token)) {
                seen++;
                if (same(post, token, alt, start, end)) {
                    return token;
                }
            }
        }
        return -1;
    }

    private static boolean isWord(PostFeatures post, int token) {
        return post.kind(token) == TokenKind.WORD || post.kind(token) == TokenKind.NUMBER;
    }

    private static boolean same(PostFeatures post, int token, String alt, int start, int end) {
        return post.end(token) - post.start(token) == end - start
                && post.post().text().regionMatches(true, post.start(token), alt, start, end - start);
    }
}
