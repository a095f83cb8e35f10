package org.govsocial.spi;

/** What a piece of text is. */
public enum TokenKind {
    /** Letters, with apostrophes and marks inside; digits after the first letter belong to it. */
    WORD,
    /** Starts with a digit. */
    NUMBER,
    /** A hashtag as the platform links it, its sign included. */
    HASHTAG,
    /** A mention of an account as the platform links it, its sign included. */
    MENTION,
    /** A cashtag such as {@code $NZX} on platforms that link it, its sign included. */
    CASHTAG,
    /** A link as the platform links it. */
    LINK,
    /** One emoji as people see it. */
    EMOJI,
    /** A punctuation mark. */
    PUNCTUATION,
    /** Any other visible character. */
    SYMBOL,
    /** The end of a line. */
    LINE_BREAK
}
