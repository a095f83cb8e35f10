package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** Words that people may have to act on, with neither a link nor a phone number. */
final class CriticalInfoSingleChannel implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "critical-info-single-channel",
                    "ACC-4",
                    "Give a link to the official page, or a phone number, with information that people have to act on.")
            .withMessage(
                    "alone",
                    Severity.WARNING,
                    "People may have to act on “{text}”, but the post gives neither a link nor a phone number. Is the"
                            + " information on a government website too? Link to it.")
            .withNeeds(Trait.TERMS);

    private static final List<String> PHRASES = List.of(
            "state of emergency",
            "boil water",
            "boil your water",
            "boil all water",
            "do not drink",
            "evacuate now",
            "evacuate immediately",
            "must evacuate",
            "evacuation order",
            "evacuation orders",
            "mandatory evacuation",
            "mandatory evacuations",
            "tsunami warning",
            "emergency alert",
            "product recall",
            "have your say",
            "submissions close",
            "submissions are open",
            "consultation closes",
            "consultation is open",
            "applications close",
            "applications are open",
            "apply now",
            "enrol to vote",
            "register to vote");

    /** Words that say that it is not for real, or not now. */
    private static final WordTable PRACTICE =
            WordTable.of("drill", "exercise", "test", "training", "practice", "lifted", "ended", "cancelled", "over");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return PHRASES;
    }

    @Override
    public boolean applies(PostFeatures post) {
        return post.post().kind() != Post.Kind.REPLY;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.LINKS)) {
            return;
        }
        boolean none = Tokens.is(post, post.termStart(0) - 1, "no");
        if (!none && !hasPhone(post) && !isPractice(post)) {
            report(post, post.termStart(0), post.termEnd(0) - 1, out);
        }
    }

    /** Seven digits or more with nothing but the usual signs between them, or 111. */
    private static boolean hasPhone(PostFeatures post) {
        String text = post.post().text();
        int digits = 0;
        for (int token = 0; token < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.NUMBER) {
                digits += post.end(token) - post.start(token);
                if (digits >= 7 || text.startsWith("111", post.start(token)) && digits == 3) {
                    return true;
                }
            } else if (post.kind(token) != TokenKind.PUNCTUATION && post.kind(token) != TokenKind.SYMBOL) {
                boolean vanity = digits == 4 && text.startsWith("0800", post.end(token - 1) - 4);
                if (vanity && post.kind(token) == TokenKind.WORD) {
                    return true; // 0800 and a word to dial
                }
                digits = 0;
            }
        }
        return false;
    }

    private static boolean isPractice(PostFeatures post) {
        for (int token = 0; token < post.tokenCount(); token++) {
            if (Tokens.in(PRACTICE, post, token)) {
                return true;
            }
        }
        return false;
    }

    private static void report(PostFeatures post, int first, int last, Findings out) {
        Findings.Draft draft = out.review("alone").at(post.start(first), post.end(last));
        if (out.wantsWords()) {
            draft.with("text", post.post().text().substring(post.start(first), post.end(last)));
        }
    }
}
