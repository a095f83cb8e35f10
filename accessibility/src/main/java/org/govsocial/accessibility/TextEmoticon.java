package org.govsocial.accessibility;

import java.util.Arrays;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** A face typed from punctuation. */
final class TextEmoticon implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-emoticon", "A11Y-TEXT-EMOTICON", "Do not type faces from punctuation.")
            .withMessage(
                    "face",
                    Severity.WARNING,
                    "“{text}” is read as punctuation, or not at all. Use an emoji at the end, or a word.")
            .withCriterion("1.1.1")
            .withNeedsAny(Trait.LEADING_MARKS);

    /** With the emoji that says the same. Only faces with eyes and mouth that nothing else looks like. */
    private static final String[][] FACES = {
        {":-)", "🙂"},
        {":)", "🙂"},
        {":-))", "😀"},
        {":))", "😀"},
        {":-D", "😀"},
        {":D", "😀"},
        {";-)", "😉"},
        {";)", "😉"},
        {":-(", "🙁"},
        {":(", "🙁"},
        {":'(", "😢"},
        {":-P", "😛"},
        {":P", "😛"},
        {":-O", "😮"},
        {"=)", "🙂"},
        {"=D", "😀"},
        {"<3", "❤️"},
        {"</3", "💔"},
        {"^_^", "😊"},
        {"-_-", "😑"},
        {">:(", "😠"},
        {":-/", "😕"},
        {":-|", "😐"},
        {"¯\\_(ツ)_/¯", "🤷"},
        {"(╯°□°)╯︵", "😠"}
    };

    /** By the first character of a face, which is below U+0100, what may come second. */
    private static final String[] SECONDS = new String[0x100];

    static {
        Arrays.fill(SECONDS, "");
        for (String[] face : FACES) {
            SECONDS[face[0].charAt(0)] += face[0].charAt(1);
        }
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        check(post, TokenKind.PUNCTUATION, out);
        check(post, TokenKind.SYMBOL, out);
    }

    private static void check(PostFeatures post, TokenKind kind, Findings out) {
        String text = post.post().text();
        for (int token = post.next(kind, 0); token >= 0; token = post.next(kind, token + 1)) {
            int start = post.start(token);
            String[] face = startsWord(text, start) && mayStart(text, start) ? face(text, start) : null;
            if (face != null) {
                int end = start + face[0].length();
                Findings.Draft draft = out.fail("face").at(start, end);
                if (out.wantsWords()) {
                    draft.with("text", face[0]).suggest(Edit.text(start, end, face[1]));
                }
            }
        }
    }

    /** Whether a face begins with the two characters that stand at a place: most brackets and dashes begin none. */
    private static boolean mayStart(String text, int start) {
        char first = text.charAt(start);
        return first < SECONDS.length
                && start + 1 < text.length()
                && SECONDS[first].indexOf(text.charAt(start + 1)) >= 0;
    }

    private static boolean startsWord(String text, int start) {
        return start == 0 || text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\n';
    }

    /** The longest face that stands by itself at a place. */
    private static String @Nullable [] face(String text, int start) {
        String[] found = null;
        for (String[] face : FACES) {
            int end = start + face[0].length();
            if (text.startsWith(face[0], start)
                    && (end == text.length() || isEnd(text.charAt(end)))
                    && (found == null || face[0].length() > found[0].length())) {
                found = face;
            }
        }
        return found;
    }

    private static boolean isEnd(char c) {
        return c == ' ' || c == '\n' || c == '.' || c == ',' || c == '!' || c == '?';
    }
}
