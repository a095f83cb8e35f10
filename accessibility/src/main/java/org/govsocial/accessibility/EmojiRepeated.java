package org.govsocial.accessibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
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

/** The same emoji more than once in a post; skin tones and variation selectors make no difference. */
final class EmojiRepeated implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-repeated", "A11Y-EMOJI-REPEAT", "Use the same emoji only once in a post.")
            .withMessage(
                    "repeated",
                    Severity.WARNING,
                    "The emoji “{spoken}” stands {count} times in the post and is read out each time. Once is enough.")
            .withNeeds(Trait.EMOJI);

    /** With more emoji than this, the ones already seen are kept in a set rather than looked for among the tokens. */
    private static final int FEW = 16;

    /** No reader needs more examples than this from one post. */
    private static final int MOST_FINDINGS = 10;

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
        if (post.count(TokenKind.EMOJI) <= FEW) {
            checkFew(post, out);
        } else {
            checkMany(post, out);
        }
    }

    private static void checkFew(PostFeatures post, Findings out) {
        for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
            if (earlier(post, token, EmojiWords.id(post, token)) == 1) {
                report(post, token, out);
            }
        }
    }

    /** How many tokens before {@code token} are the same emoji. */
    private static int earlier(PostFeatures post, int token, int id) {
        int count = 0;
        for (int other = 0; other < token; other++) {
            if (post.kind(other) == TokenKind.EMOJI && EmojiWords.id(post, other) == id) {
                count++;
            }
        }
        return count;
    }

    private static void checkMany(PostFeatures post, Findings out) {
        var once = new BitSet();
        var twice = new BitSet();
        for (int token = 0; token < post.tokenCount() && twice.cardinality() < MOST_FINDINGS; token++) {
            if (post.kind(token) == TokenKind.EMOJI) {
                int id = EmojiWords.id(post, token);
                if (once.get(id) && !twice.get(id)) {
                    twice.set(id);
                    report(post, token, out);
                }
                once.set(id);
            }
        }
    }

    /** Reports an emoji at its second place. */
    private static void report(PostFeatures post, int second, Findings out) {
        Findings.Draft draft = out.fail("repeated").at(post.start(second), post.end(second));
        if (out.wantsWords()) {
            int id = EmojiWords.id(post, second);
            List<Integer> same = new ArrayList<>();
            for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
                if (EmojiWords.id(post, token) == id) {
                    same.add(token);
                }
            }
            draft.with("spoken", EmojiWords.spoken(post, second))
                    .with("count", same.size())
                    .fix(dropRepeats(post, same));
        }
    }

    /** Keeps the last when it closes the post, otherwise the first. */
    private static Fix dropRepeats(PostFeatures post, List<Integer> same) {
        String text = post.post().text();
        int last = same.get(same.size() - 1);
        int kept = closes(post, last) && !inRun(same) ? last : same.get(0);
        List<Edit> edits = new ArrayList<>();
        int to = -1;
        for (int i = 0; i < same.size(); i++) {
            int first = same.get(i);
            if (first == kept) {
                continue;
            }
            // Those in a row go together, so that the space on either side of them is not left twice.
            int end = first;
            while (i + 1 < same.size() && same.get(i + 1) == end + 1 && same.get(i + 1) != kept) {
                end = same.get(++i);
            }
            Edit edit = Edits.removing(text, post.start(first), post.end(end));
            if (edit.start() < to) { // the space between two was taken by the first
                edit = Edit.text(to, edit.end(), "");
            }
            edits.add(edit);
            to = edit.end();
        }
        int codePoint = text.codePointAt(post.start(kept));
        return new Fix(isOrnament(codePoint), edits);
    }

    private static boolean inRun(List<Integer> same) {
        return same.get(same.size() - 1) - same.get(0) == same.size() - 1;
    }

    private static boolean closes(PostFeatures post, int token) {
        for (int after = token + 1; after < post.tokenCount(); after++) {
            TokenKind kind = post.kind(after);
            if (kind == TokenKind.WORD || kind == TokenKind.NUMBER || kind == TokenKind.MENTION) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether an emoji is a mood rather than a fact, so that a machine may drop repeats: faces, hearts, claps and the
     * like. Stars may be a rating, ticks and circles an answer, weather and digits a table.
     */
    private static boolean isOrnament(int codePoint) {
        return codePoint >= 0x1F600 && codePoint <= 0x1F64F
                || codePoint >= 0x1F910 && codePoint <= 0x1F92F
                || codePoint >= 0x1F493 && codePoint <= 0x1F49F
                || codePoint >= 0x1F970 && codePoint <= 0x1F97A
                || switch (codePoint) {
                    case 0x2728,
                            0x2764,
                            0x1F389,
                            0x1F38A,
                            0x1F440,
                            0x1F44D,
                            0x1F44F,
                            0x1F4A5,
                            0x1F4AA,
                            0x1F4AF,
                            0x1F525,
                            0x1F90D,
                            0x1F90E,
                            0x1F91D,
                            0x1F9E1 -> true;
                    default -> false;
                };
    }
}
