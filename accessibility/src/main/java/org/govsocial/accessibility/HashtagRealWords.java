package org.govsocial.accessibility;

import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/**
 * A hashtag with a digit in place of a sound, or a coded one used as a word of a sentence. Invented spellings without
 * digits look like names, and are left to people.
 */
final class HashtagRealWords implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-real-words", "A11Y-HASHTAG-REAL-WORDS", "Make hashtags of real words.")
            .withMessage(
                    "digit",
                    Severity.WARNING,
                    "“{text}” seems to have a digit in place of a sound, and is read as letters and a number. Write the word"
                            + " out, unless it is a campaign's own tag.")
            .withMessage(
                    "coded",
                    Severity.WARNING,
                    "“{text}” is a code in the middle of a sentence, and is read letter by letter. Say the word there, and put"
                            + " the tag at the end.")
            .withNeeds(Trait.HASHTAGS);

    /** What is counted by a number, so that the digit behind it is one. */
    private static final WordTable COUNTED = WordTable.of(
            "alertlevel",
            "alert",
            "area",
            "chapter",
            "day",
            "episode",
            "gate",
            "grade",
            "group",
            "highway",
            "level",
            "lane",
            "part",
            "phase",
            "quarter",
            "ramp",
            "region",
            "round",
            "route",
            "season",
            "section",
            "stage",
            "step",
            "term",
            "tier",
            "top",
            "tunnel",
            "type",
            "unit",
            "wave",
            "week",
            "year",
            "zone");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.HASHTAG, 0); token >= 0; token = post.next(TokenKind.HASHTAG, token + 1)) {
            int start = post.start(token) + 1;
            int end = post.end(token);
            if (hasSound(text, start, end)) {
                report(out, "digit", post, token);
            } else if (isCode(text, start, end) && isInSentence(post, token)) {
                report(out, "coded", post, token);
            }
        }
    }

    private static void report(Findings out, String key, PostFeatures post, int token) {
        Findings.Draft draft = out.review(key).at(post.start(token), post.end(token));
        if (out.wantsWords()) {
            draft.with("text", Tokens.text(post, token));
        }
    }

    /** A single 2, 4 or 8 with two small letters or more on each side, as in {@code clim8chnge}. */
    private static boolean hasSound(String text, int start, int end) {
        for (int i = start + 2; i < end - 2; i++) {
            char c = text.charAt(i);
            if ((c == '2' || c == '4' || c == '8')
                    && isSmall(text.charAt(i - 1))
                    && isSmall(text.charAt(i - 2))
                    && isSmall(text.charAt(i + 1))
                    && isSmall(text.charAt(i + 2))
                    && hasVowel(text, start, i)
                    && hasVowel(text, i + 1, end)
                    && !isCounted(text, start, i)) {
                return true;
            }
        }
        return false;
    }

    /** Letters without a vowel are a short form, such as a broadcaster's, and the digit behind is its number. */
    private static boolean hasVowel(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("aeiou".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCounted(String text, int start, int end) {
        for (int from = start; from < end - 2; from++) {
            if (COUNTED.contains(text, from, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** A letter, the number of letters left out, and the last letter: {@code a11y}. */
    private static boolean isCode(String text, int start, int end) {
        return end - start == 4
                && Character.isLetter(text.charAt(start))
                && text.charAt(start + 1) == '1'
                && text.charAt(start + 2) >= '0'
                && text.charAt(start + 2) <= '9'
                && Character.isLetter(text.charAt(start + 3));
    }

    private static boolean isInSentence(PostFeatures post, int token) {
        return Tokens.isKind(post, token - 1, TokenKind.WORD) && Tokens.isKind(post, token + 1, TokenKind.WORD);
    }
}
