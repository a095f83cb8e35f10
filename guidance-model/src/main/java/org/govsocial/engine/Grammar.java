package org.govsocial.engine;

import org.govsocial.model.Platform;
import org.govsocial.text.CharClass;

/**
 * How a platform reads text: what it links as hashtag, mention, cashtag and link, and how it counts length. Stateless.
 * Offsets are positions in a buffer of UTF-16 code units of which {@code limit} are the text.
 */
abstract class Grammar {
    /** No such token here. */
    static final int NONE = -1;

    static Grammar of(Platform platform) {
        return NeutralGrammar.of(platform);
    }

    /** Where the hashtag ends whose sign stands at {@code at}; {@link #NONE} when the platform links none. */
    abstract int hashtag(char[] text, int at, int limit);

    /** Where the mention ends whose sign stands at {@code at}. */
    abstract int mention(char[] text, int at, int limit);

    /** Where the cashtag ends whose sign stands at {@code at}. */
    abstract int cashtag(char[] text, int at, int limit);

    /**
     * Where the link ends that begins with the word from {@code start} to {@code wordEnd}, after which stands a colon
     * or full stop.
     */
    abstract int link(char[] text, int start, int wordEnd, int limit);

    /** The post's length in the platform's unit. */
    abstract int length(Scan scan);

    /** The most that the platform accepts; {@link Integer#MAX_VALUE} when none is known. */
    abstract int maxLength();

    static boolean isWordPart(char[] text, int at, int limit) {
        if (at >= limit) {
            return false;
        }
        int flags = CharClass.flags(text[at]);
        if ((flags & CharClass.CLASS) == CharClass.SURROGATE_HIGH && at + 1 < limit) {
            flags = CharClass.flags(Character.toCodePoint(text[at], text[at + 1]));
        }
        return (flags & CharClass.WORD) != 0;
    }
}
