package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** Words such as "click here" that introduce a link without saying what it is for. */
final class LinkGenericText implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "link-generic-text",
                    "A11Y-LINK-PURPOSE",
                    "Say what a link is for; “click here” and “read more” do not.")
            .withMessage(
                    "generic",
                    Severity.WARNING,
                    "“{text}” does not say what the link is for. Name what people will find or do there.")
            .withMessage(
                    "bio",
                    Severity.WARNING,
                    "“{text}” sends people to look for a link. Name the page as well, so that they can find it another way.")
            .withNeeds(Trait.TERMS)
            .withCriterion("2.4.4");

    /** The first words of the phrases. */
    private static final List<String> FIRST =
            List.of("click", "tap", "press", "read", "learn", "see", "view", "find", "this", "link", "more");

    /** Words that may follow such a phrase without saying more. */
    private static final WordTable EMPTY =
            WordTable.of("here", "at", "on", "via", "now", "today", "below", "online", "this", "link", "by");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return FIRST;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        boolean links = post.has(Trait.LINKS);
        int next = 0;
        for (int found = 0; found < post.termCount(); found++) {
            int token = post.termStart(found);
            if (token < next) {
                continue;
            }
            int words = links ? Math.max(verb(post, token), noun(post, token)) : bio(post, token);
            if (words > 0 && hasNoObject(post, token + words)) {
                report(post, token, token + words - 1, out);
                next = token + words + 1;
            }
        }
    }

    /** How many words a phrase that starts with a verb has; 0 for none. */
    private static int verb(PostFeatures post, int token) {
        boolean press =
                Tokens.is(post, token, "click") || Tokens.is(post, token, "tap") || Tokens.is(post, token, "press");
        if (press && Tokens.is(post, token + 1, "here")) {
            return 2;
        }
        if (press && (Tokens.is(post, token + 1, "this") || Tokens.is(post, token + 1, "the"))) {
            return Tokens.is(post, token + 2, "link") ? 3 : 0;
        }
        boolean more = Tokens.is(post, token + 1, "more");
        if ((Tokens.is(post, token, "read")
                        || Tokens.is(post, token, "learn")
                        || Tokens.is(post, token, "see")
                        || Tokens.is(post, token, "view"))
                && more) {
            return 2;
        }
        if (Tokens.is(post, token, "see") && Tokens.is(post, token + 1, "here")) {
            return 2;
        }
        if (Tokens.is(post, token, "find") && Tokens.is(post, token + 1, "out") && Tokens.is(post, token + 2, "more")) {
            return 3;
        }
        return Tokens.is(post, token, "this") && Tokens.is(post, token + 1, "link") ? 2 : 0;
    }

    private static int noun(PostFeatures post, int token) {
        if (Tokens.is(post, token, "more") && Tokens.is(post, token + 1, "info") && opens(post, token)) {
            return 2;
        }
        return bio(post, token);
    }

    /** How many words "link in bio" has; 0 when it does not start here. */
    private static int bio(PostFeatures post, int token) {
        if (!Tokens.is(post, token, "link") || !Tokens.is(post, token + 1, "in")) {
            return 0;
        }
        if (Tokens.is(post, token + 2, "bio")) {
            return 3;
        }
        boolean our = Tokens.is(post, token + 2, "our") || Tokens.is(post, token + 2, "the");
        return our && Tokens.is(post, token + 3, "bio") ? 4 : 0;
    }

    private static boolean opens(PostFeatures post, int token) {
        return token == 0 || post.kind(token - 1) != TokenKind.WORD;
    }

    /** Whether nothing in the clause says what the phrase is about. */
    private static boolean hasNoObject(PostFeatures post, int next) {
        int token = next;
        while (Tokens.in(EMPTY, post, token)) {
            token++;
        }
        if (token >= post.tokenCount()) {
            return true;
        }
        if (post.kind(token) == TokenKind.PUNCTUATION && isQuote(post, token)) {
            return false; // the words are quoted, or quote something
        }
        return switch (post.kind(token)) {
            case WORD, NUMBER, HASHTAG, MENTION, CASHTAG -> false;
            default -> true;
        };
    }

    private static boolean isQuote(PostFeatures post, int token) {
        char c = post.post().text().charAt(post.start(token));
        return c == '"' || c == '“' || c == '”' || c == '’' || c == '‘' || c == '\'';
    }

    private static void report(PostFeatures post, int first, int last, Findings out) {
        String key = Tokens.is(post, last, "bio") ? "bio" : "generic";
        Findings.Draft draft = out.fail(key).at(post.start(first), post.end(last));
        if (out.wantsWords()) {
            draft.with("text", post.post().text().substring(post.start(first), post.end(last)));
        }
    }
}
