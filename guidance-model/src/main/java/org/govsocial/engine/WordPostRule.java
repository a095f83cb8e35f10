package org.govsocial.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.govsocial.model.Edit;
import org.govsocial.model.RuleId;
import org.govsocial.model.WordRule;
import org.govsocial.spi.Findings;
import org.govsocial.spi.Message;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A pack's word rule, run over the hits that {@link Terms} found in the scan. */
final class WordPostRule implements PostRule {
    /** The key of the one message that a word rule has. */
    static final String FOUND = "found";

    private final WordRule rule;
    private final RuleInfo info;
    private final List<Term> terms;

    private WordPostRule(WordRule rule, RuleInfo info, List<Term> terms) {
        this.rule = rule;
        this.info = info;
        this.terms = terms;
    }

    /** What a term means to its rule. */
    enum Role {
        FOUND,
        EXCEPT,
        WHEN,
        ANY
    }

    /** One term of a rule, by the number that {@link Terms} gives for it. */
    record Term(RuleId rule, Role role, List<String> replacements) {}

    /**
     * Makes the rule.
     *
     * @param terms every term of every rule, by number
     */
    static WordPostRule of(WordRule rule, List<Term> terms) {
        return new WordPostRule(rule, infoOf(rule), terms);
    }

    /** What a word rule says of itself. */
    static RuleInfo infoOf(WordRule rule) {
        WordRule.Head head = rule.head();
        RuleInfo info = new RuleInfo(
                head.id(),
                head.cites(),
                head.summary(),
                Map.of(FOUND, new Message(head.severity(), head.message())),
                List.of(),
                rule instanceof WordRule.Limit ? Set.of() : Set.of(Trait.WORDS),
                Set.copyOf(head.platforms()),
                "");
        if (rule instanceof WordRule.Limit limit) {
            info = info.withSetting("max", limit.max(), 0, 1_000_000, "The most that is accepted.");
        }
        return info;
    }

    /** Whether the rule has nothing to say to a post without any term. */
    boolean needsTerms() {
        return rule instanceof WordRule.Term
                || rule instanceof WordRule.Swap
                || rule instanceof WordRule.Require require && !require.when().isEmpty();
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public boolean applies(PostFeatures post) {
        return !(rule instanceof WordRule.Require require) || require.when().isEmpty() || has((Scan) post, Role.WHEN);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        Scan scan = (Scan) post;
        if (rule instanceof WordRule.Limit limit) {
            int found = count(post, limit.count());
            int max = out.setting("max");
            if (found > max) {
                report(out).with("count", found).with("max", max).with("text", Integer.toString(found));
            }
        } else if (rule instanceof WordRule.Require require) {
            boolean met = require.link() && post.count(TokenKind.LINK) > 0
                    || !require.any().isEmpty() && has(scan, Role.ANY);
            if (!met) {
                report(out);
            }
        } else {
            int end = -1;
            for (int hit = 0; hit < scan.hits(); hit++) {
                Term term = terms.get(scan.hitTerm(hit));
                if (term.rule().equals(info.id())
                        && term.role() == Role.FOUND
                        && scan.hitStart(hit) >= end
                        && !isPartOfLonger(scan, hit)
                        && !isExcepted(scan, hit)) {
                    end = scan.hitEnd(hit);
                    found(scan, hit, term, out);
                }
            }
        }
    }

    private void found(Scan scan, int hit, Term term, Findings out) {
        int start = scan.hitStart(hit);
        int end = scan.hitEnd(hit);
        Findings.Draft draft = report(out).at(start, end);
        if (out.wantsWords()) {
            String text = scan.post().text().substring(start, end);
            draft.with("text", text);
            boolean safe = rule instanceof WordRule.Swap swap
                    && swap.safe()
                    && term.replacements().size() == 1;
            for (String replacement : term.replacements()) {
                Edit edit = Edit.text(start, end, inCaseOf(text, replacement));
                if (safe) {
                    draft.safeFix(edit);
                } else {
                    draft.suggest(edit);
                }
            }
            draft.with("instead", String.join(" or ", term.replacements()));
        }
    }

    private Findings.Draft report(Findings out) {
        return rule.head().cantTell() ? out.review(FOUND) : out.fail(FOUND);
    }

    private boolean has(Scan scan, Role role) {
        for (int hit = 0; hit < scan.hits(); hit++) {
            Term term = terms.get(scan.hitTerm(hit));
            if (term.role() == role && term.rule().equals(info.id())) {
                return true;
            }
        }
        return false;
    }

    private boolean isPartOfLonger(Scan scan, int hit) {
        for (int other = 0; other < scan.hits(); other++) {
            Term term = terms.get(scan.hitTerm(other));
            if (term.role() == Role.FOUND
                    && term.rule().equals(info.id())
                    && scan.hitStart(other) <= scan.hitStart(hit)
                    && scan.hitEnd(other) >= scan.hitEnd(hit)
                    && scan.hitEnd(other) - scan.hitStart(other) > scan.hitEnd(hit) - scan.hitStart(hit)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcepted(Scan scan, int hit) {
        for (int other = 0; other < scan.hits(); other++) {
            Term term = terms.get(scan.hitTerm(other));
            if (term.role() == Role.EXCEPT
                    && term.rule().equals(info.id())
                    && scan.hitStart(other) <= scan.hitStart(hit)
                    && scan.hitEnd(other) >= scan.hitEnd(hit)) {
                return true;
            }
        }
        return false;
    }

    private static int count(PostFeatures post, WordRule.Countable what) {
        return switch (what) {
            case HASHTAGS -> post.count(TokenKind.HASHTAG);
            case MENTIONS -> post.count(TokenKind.MENTION);
            case LINKS -> post.count(TokenKind.LINK);
            case EMOJI -> post.count(TokenKind.EMOJI);
            case WORDS -> post.count(TokenKind.WORD) + post.count(TokenKind.NUMBER);
            case CHARACTERS -> post.graphemes();
            case SENTENCES -> post.sentenceCount();
        };
    }

    /** The replacement in capitals, or with a capital first, as the text stands. */
    private static String inCaseOf(String text, String replacement) {
        if (replacement.isEmpty() || !Character.isUpperCase(text.codePointAt(0))) {
            return replacement;
        }
        boolean small = false;
        for (int i = 0; i < text.length() && !small; i += Character.charCount(text.codePointAt(i))) {
            small = Character.isLowerCase(text.codePointAt(i));
        }
        if (!small && text.length() > 1) {
            return replacement.toUpperCase(Locale.ROOT);
        }
        int first = replacement.offsetByCodePoints(0, 1);
        return replacement.substring(0, first).toUpperCase(Locale.ROOT) + replacement.substring(first);
    }
}
