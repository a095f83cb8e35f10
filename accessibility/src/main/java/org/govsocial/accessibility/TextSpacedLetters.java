package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A word written with a space after each letter. */
final class TextSpacedLetters implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-spaced-letters", "A11Y-TEXT-SPACING", "Do not set the letters of a word apart with spaces.")
            .withMessage(
                    "spaced",
                    Severity.WARNING,
                    "“{text}” is read letter by letter. If it is the word “{word}”, write it without spaces.")
            .withNeeds(Trait.SINGLE_LETTERS)
            .withCriterion("1.3.2");

    private static final int FEWEST = 4;

    /** Results of matches, and the letters of marks: W L W W. */
    private static final String SCORES = "WLDABCDEF";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        int token = post.next(TokenKind.WORD, 0);
        while (token >= 0) {
            int end = token;
            while (isLetter(post, end) && (end == token || isOneSpace(post, end))) {
                end++;
            }
            if (end - token >= FEWEST && !isList(post, token, end)) {
                report(post, token, end, out);
            }
            token = post.next(TokenKind.WORD, Math.max(end, token + 1));
        }
    }

    private static boolean isLetter(PostFeatures post, int token) {
        return Tokens.isKind(post, token, TokenKind.WORD) && post.end(token) - post.start(token) == 1;
    }

    private static boolean isOneSpace(PostFeatures post, int token) {
        return post.start(token) == post.end(token - 1) + 1
                && post.post().text().charAt(post.end(token - 1)) == ' ';
    }

    /** Letters in alphabetical order are a list, repeated ones of few kinds a row of results; words have a vowel. */
    private static boolean isList(PostFeatures post, int from, int to) {
        String text = post.post().text();
        boolean ordered = true;
        boolean scores = true;
        boolean vowel = false;
        for (int token = from; token < to; token++) {
            char c = Character.toUpperCase(text.charAt(post.start(token)));
            ordered &= token == from || c > Character.toUpperCase(text.charAt(post.start(token - 1)));
            scores &= SCORES.indexOf(c) >= 0;
            vowel |= "AEIOUY".indexOf(c) >= 0;
        }
        return ordered || scores || !vowel;
    }

    private static void report(PostFeatures post, int from, int to, Findings out) {
        int start = post.start(from);
        int end = post.end(to - 1);
        Findings.Draft draft = out.fail("spaced").at(start, end);
        if (out.wantsWords()) {
            String text = post.post().text().substring(start, end);
            String joined = text.replace(" ", "");
            String word = joined.charAt(0) + joined.substring(1).toLowerCase(Locale.ROOT);
            draft.with("text", text).with("word", word).suggest(Edit.text(start, end, word));
        }
    }
}
