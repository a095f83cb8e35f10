package org.govsocial.accessibility;

import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** An emoji where the sentence needs a word. */
final class EmojiReplacesWord implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "emoji-replaces-word", "A11Y-EMOJI-MEANING", "Say it in words; let emoji only add to them.")
            .withMessage(
                    "only",
                    Severity.WARNING,
                    "The post says nothing in words; a screen reader says “{spoken}”. Write the message out.")
            .withMessage(
                    "word",
                    Severity.WARNING,
                    "An emoji stands where the sentence needs a word, and is read as “{spoken}”. Write the word.")
            .withMessage(
                    "claps",
                    Severity.WARNING,
                    "The same emoji stands between the words, so “{spoken}” is heard after each of them. Put it once, at the"
                            + " end.")
            .withMessage(
                    "label",
                    Severity.WARNING,
                    "An emoji is the only label here, and is read as “{spoken}”. Write “{label}”.")
            .withNeeds(Trait.EMOJI)
            .withCriterion("1.1.1");

    /** Words that do not stand without a noun or a verb after them. */
    private static final WordTable OPEN =
            WordTable.of("a", "an", "the", "our", "my", "your", "their", "its", "of", "with", "every");

    /** Words that open a clause: with an emoji and then a word after them, the emoji is the verb. */
    private static final WordTable SUBJECTS = WordTable.of("we", "i", "they");

    private static final int CLAPS = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (saysNothing(post)) {
            Findings.Draft draft = out.fail("only");
            if (out.wantsWords()) {
                draft.with("spoken", EmojiWords.spoken(post, 0, post.tokenCount()));
            }
            return;
        }
        for (int token = post.next(TokenKind.EMOJI, 0); token >= 0; token = post.next(TokenKind.EMOJI, token + 1)) {
            token = check(post, token, out);
        }
    }

    /** Judges the emoji at a token. Gives the last token that belongs to the same finding. */
    private static int check(PostFeatures post, int token, Findings out) {
        int lastClap = lastClap(post, token);
        if (lastClap > token) {
            Findings.Draft draft = out.fail("claps").at(post.start(token), post.end(lastClap));
            if (out.wantsWords()) {
                draft.with("spoken", EmojiWords.spoken(post, token));
            }
            return lastClap;
        }
        if (replaces(post, token)) {
            Findings.Draft draft = out.fail("word").at(post.start(token), post.end(token));
            if (out.wantsWords()) {
                String spoken = EmojiWords.spoken(post, token);
                draft.with("spoken", spoken);
            }
            return token;
        }
        String label = label(post, token);
        if (!label.isEmpty()) {
            Findings.Draft draft =
                    out.fail("label").at(post.start(token), post.end(token)).with("label", label);
            if (out.wantsWords()) {
                draft.with("spoken", EmojiWords.spoken(post, token))
                        .suggest(Edit.text(post.start(token), post.end(token), label));
            }
        }
        return token;
    }

    private static boolean saysNothing(PostFeatures post) {
        return !post.has(Trait.WORDS)
                && !post.has(Trait.HASHTAGS)
                && !post.has(Trait.LINKS)
                && !post.has(Trait.ALT_TEXT)
                && post.count(TokenKind.NUMBER) == 0
                && post.count(TokenKind.MENTION) == 0;
    }

    private static boolean replaces(PostFeatures post, int token) {
        if (Tokens.is(post, token + 1, "emoji") || Tokens.is(post, token + 1, "emojis")) {
            return false; // the emoji itself is the topic
        }
        if (Tokens.is(post, token - 1, "I") && Tokens.is(post, token + 1, "NY")) {
            return false; // a brand
        }
        return Tokens.in(OPEN, post, token - 1)
                || Tokens.in(SUBJECTS, post, token - 1) && Tokens.isKind(post, token + 1, TokenKind.WORD);
    }

    /** The last of several equal emoji that alternate with words, or {@code token} when they do not. */
    private static int lastClap(PostFeatures post, int token) {
        int id = EmojiWords.id(post, token);
        int last = token;
        int count = 1;
        while (Tokens.isKind(post, last + 1, TokenKind.WORD)
                && Tokens.isKind(post, last + 2, TokenKind.EMOJI)
                && EmojiWords.id(post, last + 2) == id) {
            last += 2;
            count++;
        }
        return count >= CLAPS ? last : token;
    }

    /** The word that an emoji stands for before a number, an address or an account; empty when it is no label. */
    private static String label(PostFeatures post, int token) {
        boolean value = Tokens.isKind(post, token + 1, TokenKind.NUMBER)
                || Tokens.isKind(post, token + 1, TokenKind.LINK)
                || Tokens.isKind(post, token + 1, TokenKind.SYMBOL);
        boolean labelled =
                Tokens.isKind(post, token - 1, TokenKind.WORD) || Tokens.isKind(post, token - 1, TokenKind.PUNCTUATION);
        if (!value || labelled) {
            return "";
        }
        return switch (post.post().text().codePointAt(post.start(token))) {
            case 0x1F4DE, 0x260E, 0x1F4F1, 0x1F4F2, 0x2706 -> "Phone:";
            case 0x1F4E7, 0x1F4E8, 0x1F4E9, 0x2709 -> "Email:";
            case 0x1F310, 0x1F517, 0x1F4BB -> "Website:";
            case 0x1F4CD, 0x1F4CC -> "Place:";
            case 0x1F4C5, 0x1F4C6, 0x1F5D3 -> "Date:";
            case 0x23F0, 0x1F550, 0x1F551, 0x1F55B, 0x231A -> "Time:";
            default -> "";
        };
    }
}
