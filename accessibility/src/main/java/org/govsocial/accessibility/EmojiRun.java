package org.govsocial.accessibility;

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

/** Several emoji with nothing but space between them. */
final class EmojiRun implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-run", "A11Y-EMOJI-RUN", "Keep emoji apart: one at a time, not several in a row.")
            .withMessage(
                    "same",
                    Severity.ERROR,
                    "The same emoji stands {count} times in a row, so a screen reader says “{spoken}”. Keep one.")
            .withMessage(
                    "run",
                    Severity.WARNING,
                    "{count} emoji stand in a row, so a screen reader says “{spoken}”. Keep one, or none.")
            .withMessage(
                    "two",
                    Severity.NOTE,
                    "Two emoji stand side by side: a screen reader says “{spoken}”. One is enough.")
            .withSetting(
                    "run",
                    3,
                    2,
                    10,
                    "How many emoji make a run; two are only noted. Section508.gov: avoid several in a row.")
            .withNeeds(Trait.EMOJI);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.upTo(1, TokenKind.EMOJI);
    }

    @Override
    public boolean applies(PostFeatures post) {
        return post.count(TokenKind.EMOJI) > 1;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int tokens = post.tokenCount();
        int first = 0;
        while (first < tokens) {
            int end = first;
            while (end < tokens && post.kind(end) == TokenKind.EMOJI) {
                end++;
            }
            if (end - first > 1) {
                report(post, first, end, out);
            }
            first = end + 1;
        }
    }

    private static void report(PostFeatures post, int first, int end, Findings out) {
        boolean same = true;
        boolean flags = true;
        for (int token = first; token < end; token++) {
            same &= EmojiWords.id(post, token) == EmojiWords.id(post, first);
            flags &= EmojiWords.isFlag(post, token);
        }
        int count = end - first;
        if (flags && !same && count == 2) {
            return; // two countries, such as the hosts of a match
        }
        boolean run = count >= out.setting("run");
        Findings.Draft draft = out.fail(!run ? "two" : same ? "same" : "run")
                .at(post.start(first), post.end(end - 1))
                .with("count", count);
        if (out.wantsWords()) {
            draft.with("spoken", EmojiWords.spoken(post, first, end))
                    .suggest(Edit.text(post.end(first), post.end(end - 1), ""));
        }
    }
}
