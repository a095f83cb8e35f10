package org.govsocial.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Platform;
import org.govsocial.model.WordRule;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A pack's word rule. */
final class WordPostRule implements PostRule {
    /** The key of the one message that a word rule has. */
    static final String FOUND = "found";

    private final WordRule rule;
    private final RuleInfo info;
    private final List<Term> terms;

    private WordPostRule(WordRule rule, RuleInfo info, List<Term> terms) {
        this.rule = rule;
        this.info = info;
        this.terms = List.copyOf(terms);
    }

    /** What a term means to the rule. */
    private enum Role {
        FOUND,
        EXCEPT,
        WHEN,
        ANY
    }

    /** One term of the rule. */
    private record Term(String words, Role role, List<String> replacements) {}

    static WordPostRule of(WordRule rule) {
        var terms = new ArrayList<Term>();
        if (rule instanceof WordRule.Term term) {
            add(term.terms(), Role.FOUND, terms);
            add(term.except(), Role.EXCEPT, terms);
        } else if (rule instanceof WordRule.Swap swap) {
            new TreeMap<>(swap.swaps())
                    .forEach((words, instead) -> terms.add(new Term(words, Role.FOUND, List.copyOf(instead))));
            add(swap.except(), Role.EXCEPT, terms);
        } else if (rule instanceof WordRule.Require require) {
            add(require.when(), Role.WHEN, terms);
            add(require.any(), Role.ANY, terms);
        }
        return new WordPostRule(rule, infoOf(rule), terms);
    }

    private static void add(List<String> words, Role role, List<Term> terms) {
        for (String one : words) {
            terms.add(new Term(one, role, List.of()));
        }
    }

    private static RuleInfo infoOf(WordRule rule) {
        WordRule.Head head = rule.head();
        RuleInfo info = RuleInfo.of(head.id().toString(), head.cites(), head.summary())
                .withMessage(FOUND, head.severity(), head.message())
                .withPlatforms(head.platforms().toArray(Platform[]::new))
                .withCountries(head.countries().toArray(Country[]::new));
        if (rule instanceof WordRule.Limit limit) {
            return info.withSetting("max", limit.max(), 0, 1_000_000, "The most that is accepted.");
        }
        return rule instanceof WordRule.Require require && require.when().isEmpty()
                ? info
                : info.withNeeds(Trait.TERMS);
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public List<String> terms() {
        var words = new ArrayList<String>(terms.size());
        for (Term term : terms) {
            words.add(term.words());
        }
        return List.copyOf(words);
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return rule.head().cantTell() ? Silence.NEVER : Silence.NEVER.orUnheard(circumstances, FOUND);
    }

    @Override
    public boolean applies(PostFeatures post) {
        return !(rule instanceof WordRule.Require require) || require.when().isEmpty() || has(post, Role.WHEN);
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (rule instanceof WordRule.Limit limit) {
            int found = count(post, limit.count());
            int max = out.setting("max");
            if (found > max) {
                report(out).with("count", found).with("max", max).with("text", Integer.toString(found));
            }
        } else if (rule instanceof WordRule.Require require) {
            boolean met = require.link() && post.count(TokenKind.LINK) > 0
                    || !require.any().isEmpty() && has(post, Role.ANY);
            if (!met) {
                report(out);
            }
        } else {
            int end = -1;
            for (int hit = 0; hit < post.termCount(); hit++) {
                Term term = terms.get(post.term(hit));
                if (term.role() == Role.FOUND
                        && post.termStart(hit) >= end
                        && !isWithin(post, hit, Role.FOUND)
                        && !isWithin(post, hit, Role.EXCEPT)) {
                    end = post.termEnd(hit);
                    found(post, hit, term, out);
                }
            }
        }
    }

    private void found(PostFeatures post, int hit, Term term, Findings out) {
        int start = post.start(post.termStart(hit));
        int end = post.end(post.termEnd(hit) - 1);
        Findings.Draft draft = report(out).at(start, end);
        if (out.wantsWords()) {
            String text = post.post().text().substring(start, end);
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

    private boolean has(PostFeatures post, Role role) {
        for (int hit = 0; hit < post.termCount(); hit++) {
            if (terms.get(post.term(hit)).role() == role) {
                return true;
            }
        }
        return false;
    }

    /** Whether an exception stands around the words, or a longer term that is found in their place. */
    private boolean isWithin(PostFeatures post, int hit, Role role) {
        int length = post.termEnd(hit) - post.termStart(hit);
        for (int other = 0; other < post.termCount(); other++) {
            if (terms.get(post.term(other)).role() == role
                    && post.termStart(other) <= post.termStart(hit)
                    && post.termEnd(other) >= post.termEnd(hit)
                    && (role == Role.EXCEPT || post.termEnd(other) - post.termStart(other) > length)) {
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
