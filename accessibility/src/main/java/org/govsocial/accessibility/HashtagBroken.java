package org.govsocial.accessibility;

import org.govsocial.model.Edit;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.govsocial.text.Graphemes;

/** A hashtag that the platform links only in part, or not at all. */
final class HashtagBroken implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-broken", "A11Y-HASHTAG-WHOLE", "Check that the platform links the whole hashtag.")
            .withMessage(
                    "cut",
                    Severity.WARNING,
                    "The platform links only {linked} of {text}: a hyphen or apostrophe ends a hashtag. Write {better}.")
            .withMessage("space", Severity.WARNING, "{text} is no hashtag: a space ends it at once. Write {better}.")
            .withMessage(
                    "joined",
                    Severity.WARNING,
                    "{text} is no hashtag: a letter stands right before the sign. Put a space before it.")
            .withMessage(
                    "too-long",
                    Severity.ERROR,
                    "This hashtag has {length} characters; Bluesky takes {max}. Shorten it.")
            .withNeedsAny(Trait.HASHTAGS, Trait.LONE_HASH_SIGNS);

    /** Bluesky's limit in its published lexicon, in graphemes. */
    private static final int BLUESKY_MAX = 64;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int token = post.next(TokenKind.HASHTAG, 0); token >= 0; token = post.next(TokenKind.HASHTAG, token + 1)) {
            tag(post, token, out);
        }
        if (post.has(Trait.LONE_HASH_SIGNS)) {
            signs(post, out);
        }
    }

    private static void signs(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.PUNCTUATION, 0);
                token >= 0;
                token = post.next(TokenKind.PUNCTUATION, token + 1)) {
            if (text.charAt(post.start(token)) == '#' && post.end(token) - post.start(token) == 1) {
                sign(post, token, out);
            }
        }
    }

    private static void tag(PostFeatures post, int token, Findings out) {
        String text = post.post().text();
        int start = post.start(token);
        int end = post.end(token);
        if (touches(post, token, token + 1) && touches(post, token + 1, token + 2) && isCut(post, token)) {
            int cutEnd = post.end(token + 2);
            Findings.Draft draft = out.fail("cut").at(start, cutEnd);
            if (out.wantsWords()) {
                String better = text.substring(start, end)
                        + Spelling.capitalised(text.substring(post.start(token + 2), cutEnd));
                draft.with("linked", text.substring(start, end))
                        .with("text", text.substring(start, cutEnd))
                        .with("better", better)
                        .suggest(Edit.text(start, cutEnd, better));
            }
        }
    }

    /** Bluesky links all that stands up to the next space, and nothing where that is too long. */
    private static boolean isTooLong(PostFeatures post, int sign, Findings out) {
        if (!post.platform().equals(Platform.BLUESKY) || touches(post, sign - 1, sign)) {
            return false;
        }
        int last = sign;
        for (int token = sign + 1; touches(post, token - 1, token); token++) {
            last = post.kind(token) == TokenKind.PUNCTUATION ? last : token;
        }
        int start = post.start(sign);
        int end = post.end(last);
        if (end - start <= BLUESKY_MAX) {
            return false;
        }
        int length = Graphemes.count(post.post().text().substring(start + 1, end));
        if (length > BLUESKY_MAX) {
            out.fail("too-long").at(start, end).with("length", length).with("max", BLUESKY_MAX);
        }
        return true;
    }

    /** A hyphen before another word with a capital or a number, or an apostrophe inside a word; not -based, nor 's. */
    private static boolean isCut(PostFeatures post, int token) {
        String text = post.post().text();
        char mark = text.charAt(post.start(token + 1));
        int rest = token + 2;
        boolean one = post.end(token + 1) - post.start(token + 1) == 1;
        if (mark == '-' && one) {
            return post.kind(rest) == TokenKind.NUMBER && post.hasSmall(token)
                    || post.kind(rest) == TokenKind.WORD
                            && post.hasCapital(rest)
                            && post.hasSmall(rest)
                            && post.end(token) - post.start(token) <= 4;
        }
        return (mark == '\'' || mark == '’')
                && one
                && post.kind(rest) == TokenKind.WORD
                && post.end(rest) - post.start(rest) > 2;
    }

    private static boolean touches(PostFeatures post, int token, int next) {
        return token >= 0 && next < post.tokenCount() && post.start(next) == post.end(token);
    }

    /** A hash sign that starts no tag. */
    private static void sign(PostFeatures post, int token, Findings out) {
        if (isTooLong(post, token, out)) {
            return;
        }
        String text = post.post().text();
        boolean wordAfter = Tokens.isKind(post, token + 1, TokenKind.WORD);
        boolean wordBefore = Tokens.isKind(post, token - 1, TokenKind.WORD) && touches(post, token - 1, token);
        if (!wordAfter) {
            return;
        }
        int start = post.start(token);
        int end = post.end(token + 1);
        if (wordBefore && touches(post, token, token + 1) && post.end(token - 1) - post.start(token - 1) > 2) {
            Findings.Draft draft = out.fail("joined").at(start, end);
            if (out.wantsWords()) {
                draft.with("text", text.substring(start, end)).suggest(Edit.text(start, start, " "));
            }
        } else if (!wordBefore
                && post.start(token + 1) == post.end(token) + 1
                && text.charAt(post.end(token)) == ' '
                && !Tokens.startsLine(post, token)
                && !Tokens.is(post, token + 1, "http")
                && !Tokens.is(post, token + 1, "https")) {
            Findings.Draft draft = out.fail("space").at(start, end);
            if (out.wantsWords()) {
                String better = "#" + text.substring(post.start(token + 1), end);
                draft.with("text", text.substring(start, end))
                        .with("better", better)
                        .suggest(Edit.text(start, end, better));
            }
        }
    }
}
