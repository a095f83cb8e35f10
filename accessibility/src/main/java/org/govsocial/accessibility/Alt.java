package org.govsocial.accessibility;

import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.text.CharClass;
import org.jspecify.annotations.Nullable;

/** The text alternatives of a post's media. */
final class Alt {
    private Alt() {}

    /** The words that describe a medium; null when there are none. */
    static @Nullable String text(Post post, int media) {
        return post.media().get(media).alt() instanceof TextAlternative.Described alt ? alt.text() : null;
    }

    /** Where the text starts, white space left out. */
    static int start(String text) {
        int at = 0;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the text ends, white space left out. */
    static int end(String text) {
        int at = text.length();
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Where the next word from {@code from} on starts: letters and digits; the length of the text when there is none. */
    static int wordStart(String text, int from) {
        int at = from;
        while (at < text.length() && !isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the word at {@code from} ends. */
    static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int words(String text) {
        int count = 0;
        for (int at = wordStart(text, 0); at < text.length(); at = wordStart(text, wordEnd(text, at))) {
            count++;
        }
        return count;
    }

    static boolean isWord(char c) {
        return (CharClass.flags(c) & CharClass.WORD) != 0 || Character.isSurrogate(c);
    }

    private static boolean isSpace(char c) {
        int kind = CharClass.of(c);
        return kind == CharClass.SPACE || kind == CharClass.NEWLINE;
    }
}
