package org.govsocial.accessibility;

import java.util.ArrayList;
import java.util.List;
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

/** More hashtags than listeners can bear, or than the platform takes. */
final class HashtagTooMany implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-too-many", "A11Y-HASHTAG-COUNT", "Use no more than two hashtags in a post.")
            .withMessage(
                    "too-many",
                    Severity.WARNING,
                    "The post has {count} hashtags, and a screen reader reads each of them. Keep {most} at most.")
            .withMessage(
                    "over-cap",
                    Severity.ERROR,
                    "The post has {count} hashtags; this platform takes {cap}. Keep the ones that matter most.")
            .withSetting(
                    "most",
                    2,
                    0,
                    30,
                    "The most hashtags in a post. UK Government Communication Service, as copied by a council: two.")
            .withNeeds(Trait.HASHTAGS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(Math.min(circumstances.setting("most"), cap(platform)), TokenKind.HASHTAG);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int count = post.count(TokenKind.HASHTAG);
        int cap = cap(post.platform());
        int most = Math.min(out.setting("most"), cap);
        if (count <= most) {
            return;
        }
        int[] surplus = surplus(post, most, count);
        Findings.Draft draft = out.fail(count > cap ? "over-cap" : "too-many")
                .at(post.start(surplus[0]), post.end(surplus[0]))
                .with("count", count)
                .with("most", most);
        if (count > cap) {
            draft.with("cap", cap);
        }
        if (out.wantsWords() && closing(post) <= surplus[0]) {
            draft.suggest(dropped(post, surplus));
        }
    }

    /** As read in December 2025: YouTube ignores all tags of a post with more; the others refuse or cut. */
    private static int cap(Platform platform) {
        return switch (platform.id()) {
            case "threads" -> 1;
            case "instagram", "tiktok" -> 5;
            case "youtube" -> 15;
            default -> Integer.MAX_VALUE;
        };
    }

    private static int[] surplus(PostFeatures post, int most, int count) {
        var tokens = new int[count - most];
        int seen = 0;
        for (int token = post.next(TokenKind.HASHTAG, 0); token >= 0; token = post.next(TokenKind.HASHTAG, token + 1)) {
            if (seen++ >= most) {
                tokens[seen - most - 1] = token;
            }
        }
        return tokens;
    }

    /** The first token of the row of tags that closes the post; a tag there is no part of a sentence. */
    private static int closing(PostFeatures post) {
        int token = post.tokenCount();
        while (token > 0
                && (post.kind(token - 1) == TokenKind.HASHTAG || post.kind(token - 1) == TokenKind.LINE_BREAK)) {
            token--;
        }
        return token;
    }

    private static Edit[] dropped(PostFeatures post, int[] tokens) {
        List<Edit> edits = new ArrayList<>();
        for (int token : tokens) {
            edits.add(Edit.text(token == 0 ? 0 : post.end(token - 1), post.end(token), ""));
        }
        return edits.toArray(Edit[]::new);
    }
}
