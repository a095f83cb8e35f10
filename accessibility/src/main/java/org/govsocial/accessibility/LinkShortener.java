package org.govsocial.accessibility;

import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A link through a third party's shortener, which hides where it goes. */
final class LinkShortener implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "link-shortener",
                    "A11Y-LINK-SHORTENER",
                    "Give the whole address, not one from a third-party shortener.")
            .withMessage(
                    "shortened",
                    Severity.WARNING,
                    "{host} hides where the link goes. Give the address itself; platforms shorten it for you.")
            .withNeeds(Trait.LINKS)
            .withCriterion("2.4.4");

    /** Open to anybody. Not here: wrappers that a platform adds by itself (t.co, lnkd.in) and hosts of one owner (youtu.be). */
    private static final WordTable SHORTENERS = WordTable.of(
            "bit.ly",
            "bitly.com",
            "j.mp",
            "tinyurl.com",
            "tiny.cc",
            "ow.ly",
            "owl.li",
            "buff.ly",
            "goo.gl",
            "is.gd",
            "v.gd",
            "t.ly",
            "rb.gy",
            "cutt.ly",
            "shorturl.at",
            "rebrand.ly",
            "bl.ink",
            "dlvr.it",
            "ift.tt",
            "trib.al",
            "adf.ly",
            "snip.ly",
            "hubs.ly",
            "mcaf.ee",
            "short.io",
            "soo.gd",
            "s.id",
            "tr.im",
            "su.pr",
            "x.co",
            "smarturl.it",
            "zpr.io",
            "qr.net",
            "shorte.st",
            "tiny.one",
            "n9.cl",
            "urlz.fr",
            "ln.run",
            "cli.gs",
            "fur.ly",
            "budurl.com",
            "bit.do");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.LINK, 0); token >= 0; token = post.next(TokenKind.LINK, token + 1)) {
            int host = Links.hostStart(text, post.start(token), post.end(token));
            int hostEnd = Links.hostEnd(text, host, post.end(token));
            if (SHORTENERS.contains(text, host, hostEnd) && !out.agency().owns(text.substring(host, hostEnd))) {
                Findings.Draft draft = out.fail("shortened").at(post.start(token), post.end(token));
                if (out.wantsWords()) {
                    draft.with("host", text.substring(host, hostEnd));
                }
            }
        }
    }
}
