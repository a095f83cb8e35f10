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

/** More than one link. */
final class LinkTooMany implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "link-too-many", "A11Y-LINK-COUNT", "Keep to one link in a post.")
            .withMessage(
                    "too-many",
                    Severity.NOTE,
                    "The post has {count} links. Keep {most}, so that it is clear what to do.")
            .withSetting(
                    "most",
                    1,
                    1,
                    20,
                    "The most links in a post. UK Government Communication Service, as copied by a council: one.")
            .withNeeds(Trait.LINKS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(circumstances.setting("most"), TokenKind.LINK).orUnheard(circumstances, "too-many");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int most = out.setting("most");
        if (post.count(TokenKind.LINK) <= most) {
            return;
        }
        int count = 0;
        int surplus = -1;
        for (int token = 0; token < post.tokenCount(); token++) {
            if (post.kind(token) == TokenKind.LINK && !isMediaLink(post, token)) {
                count++;
                surplus = count == most + 1 ? token : surplus;
            }
        }
        if (count > most) {
            out.fail("too-many")
                    .at(post.start(surplus), post.end(surplus))
                    .with("count", count)
                    .with("most", most);
        }
    }

    /** X appends a t.co link to each picture of a post; the last t.co link is taken for one. */
    private static boolean isMediaLink(PostFeatures post, int token) {
        String text = post.post().text();
        boolean wrapped = text.startsWith("https://t.co/", post.start(token))
                || text.startsWith("http://t.co/", post.start(token))
                || text.startsWith("pic.twitter.com/", post.start(token));
        return wrapped && token == post.tokenCount() - 1;
    }
}
