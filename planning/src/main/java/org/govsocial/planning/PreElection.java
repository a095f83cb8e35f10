package org.govsocial.planning;

import java.util.List;
import org.govsocial.model.Agency;
import org.govsocial.model.Citation;
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

/**
 * Candidates, parties and words of campaigns in a post of the period before an election. The period and the names are the
 * agency's own. A person has to decide: the post may be needed now, and neutral.
 */
final class PreElection implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "toolbox/pre-election",
                    new Citation("high-level", "EL-2026-3"),
                    "Show restraint in the period before an election: name no candidate or party without need.")
            .withMessage(
                    "name",
                    Severity.WARNING,
                    "“{text}” is on your list of candidates and parties, and the post is of {period}. Is it needed now,"
                            + " and neutral?")
            .withMessage(
                    "campaign",
                    Severity.WARNING,
                    "“{text}” belongs to campaigns, and the post is of {period}. Is it needed now, and neutral?")
            .withMessage(
                    "no-date",
                    Severity.WARNING,
                    "“{text}” must not go out without thought in {period}, and the post has no date. When is it to go"
                            + " out?")
            .withNeedsAny(Trait.WORDS, Trait.HASHTAGS, Trait.MENTIONS);

    /** Words of campaigns; none names a person or a party. */
    private static final List<String> CAMPAIGN = List.of(
            "vote for",
            "vote against",
            "give your vote to",
            "party vote",
            "re-elect",
            "elect me",
            "election promise",
            "election promises",
            "campaign promise",
            "campaign promises",
            "campaign trail",
            "campaign launch",
            "election campaign",
            "our candidate",
            "your candidate",
            "party policy",
            "party manifesto",
            "election manifesto",
            "if elected",
            "when re-elected",
            "under this government",
            "under the last government",
            "under the previous government");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return circumstances.agency().elections().isEmpty() ? Silence.ALWAYS : Silence.NEVER;
    }

    @Override
    public List<String> terms() {
        return CAMPAIGN;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        Agency agency = out.agency();
        Agency.Election election = agency.electionAt(post.post().time());
        if (election == null) {
            return;
        }
        String period = election.name();
        boolean dated = post.post().time() != null;
        for (int i = 0; i < post.termCount(); i++) {
            report(
                    post,
                    out,
                    dated ? "campaign" : "no-date",
                    period,
                    post.start(post.termStart(i)),
                    post.end(post.termEnd(i) - 1));
        }
        int reported = 0;
        for (int t = 0; t < post.tokenCount(); t++) {
            TokenKind kind = post.kind(t);
            boolean mayBegin = kind == TokenKind.WORD || kind == TokenKind.HASHTAG || kind == TokenKind.MENTION;
            if (mayBegin && post.start(t) >= reported) {
                int end = nameEnd(post.post().text(), post.start(t), kind == TokenKind.HASHTAG, agency.candidates());
                if (end > 0) {
                    report(post, out, dated ? "name" : "no-date", period, post.start(t), end);
                    reported = end;
                }
            }
        }
    }

    private static void report(PostFeatures post, Findings out, String key, String period, int start, int end) {
        Findings.Draft draft = out.review(key).at(start, end);
        if (out.wantsWords()) {
            draft.with("text", post.post().text().substring(start, end)).with("period", period);
        }
    }

    /** Where the longest of the names ends that stands at a place; -1 when none does. */
    private static int nameEnd(String text, int start, boolean tag, List<String> names) {
        int longest = -1;
        for (int i = 0; i < names.size(); i++) {
            longest = Math.max(longest, end(text, tag ? start + 1 : start, tag, names.get(i)));
        }
        return longest;
    }

    /**
     * Where a name ends that stands in the text, -1 when it does not. Macrons do not count. Nor do capitals, unless the
     * name is a single word: “national” is a word, “National” may be a party. In a hashtag there are no spaces.
     */
    private static int end(String text, int start, boolean tag, String name) {
        boolean single = name.indexOf(' ') < 0;
        int at = start;
        for (int i = 0; i < name.length(); i = Letters.end(name, i, name.length())) {
            char wanted = plain(name, i);
            if (tag && wanted == ' ') {
                continue;
            }
            if (at >= text.length()) {
                return -1;
            }
            char there = plain(text, at);
            boolean same = Letters.fold(there) == Letters.fold(wanted)
                    && (!single || there == wanted || Character.isLowerCase(wanted));
            if (!same) {
                return -1;
            }
            at = Letters.end(text, at, text.length());
        }
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at)) ? -1 : at;
    }

    /** A letter without its macron; signs that are written in several ways as one. */
    private static char plain(String text, int at) {
        char letter = Letters.withoutMacron(Letters.composed(text, at, text.length()));
        return switch (letter) {
            case '\u2019', '\u02bc' -> '\'';
            case '\u00a0', '\n', '\t' -> ' ';
            case '\u2010', '\u2011' -> '-';
            default -> letter;
        };
    }
}
