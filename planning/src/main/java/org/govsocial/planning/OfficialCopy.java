package org.govsocial.planning;

import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A post that speaks of an official text and leads to none. A person has to decide: it may stand in a picture or reply. */
final class OfficialCopy implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "toolbox/official-copy",
                    new Citation("high-level", "HL-CASE-PARTS"),
                    "Lead to the official text on a government website.")
            .withMessage(
                    "no-link",
                    Severity.WARNING,
                    "“{text}” speaks of an official text, and the post has no link to it. Is it on your website?")
            .withNeeds(Trait.TERMS);

    private static final List<String> TERMS = List.of(
            "media release",
            "press release",
            "full statement",
            "official statement",
            "full report",
            "consultation document",
            "discussion document",
            "draft plan",
            "draft policy",
            "submissions close",
            "submissions are open",
            "make a submission",
            "terms and conditions",
            "application form",
            "public notice");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return TERMS;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (post.has(Trait.LINKS)
                || post.next(TokenKind.LINK, 0) >= 0
                || saysWhere(post.post().text())) {
            return;
        }
        int start = post.start(post.termStart(0));
        int end = post.end(post.termEnd(0) - 1);
        Findings.Draft draft = out.review("no-link").at(start, end);
        if (out.wantsWords()) {
            draft.with("text", post.post().text().substring(start, end));
        }
    }

    /** Instagram has no links in posts; an address that is not linked still leads somewhere. */
    private static boolean saysWhere(String text) {
        return text.contains("link in bio")
                || text.contains("Link in bio")
                || text.contains(".govt.nz")
                || text.contains("http");
    }
}
