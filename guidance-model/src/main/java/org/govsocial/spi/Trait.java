package org.govsocial.spi;

/** Something that a post has or lacks. The engine skips a rule whose traits a post lacks. */
public enum Trait {
    /** At least one word. */
    WORDS,
    /** At least one hashtag. */
    HASHTAGS,
    /** At least one mention of an account. */
    MENTIONS,
    /** At least one link. */
    LINKS,
    /** At least one emoji. */
    EMOJI,
    /** At least one word of two or more letters that are all capitals. */
    CAPITALS,
    /** A character that only looks like a plain letter, such as a mathematical or full-width one. */
    STYLED_LETTERS,
    /** A combining mark. */
    COMBINING_MARKS,
    /** A character without a shape: a control, a joiner, a direction mark. */
    INVISIBLES,
    /** A letter outside the Latin script. */
    OTHER_SCRIPTS,
    /** At least two lines. */
    LINES,
    /** A medium of any kind. */
    MEDIA,
    /** A picture or an animation. */
    PICTURES,
    /** A medium with a described text alternative. */
    ALT_TEXT,
    /** A medium whose files were looked at ({@link org.govsocial.model.Media#seen()}), or whose colours are described. */
    MEDIA_SEEN,
    /** A medium whose captions were read. */
    CAPTIONS,
    /** At least four words of a single letter. */
    SINGLE_LETTERS,
    /** A tab, or three spaces in a row. */
    WIDE_GAPS,
    /** A hash sign that begins no hashtag. */
    LONE_HASH_SIGNS,
    /** An at sign that begins no mention. */
    LONE_AT_SIGNS,
    /** At least one number. */
    NUMBERS,
    /** At least one symbol: a sign that is neither punctuation nor emoji. */
    SYMBOLS,
    /** A punctuation mark or a symbol at the start of the text, at the start of a line or behind a space. */
    LEADING_MARKS,
    /** Twenty UTF-16 code units or more in a row without white space, a link, a mention or a hashtag. */
    LONG_RUNS,
    /** At least one of the terms that the rule asked for ({@link PostRule#terms()}). */
    TERMS,
    /** Perhaps more than the platform accepts ({@link PostFeatures#isTooLong()}). */
    NEAR_LIMIT,
    /** Another token than a word or a mention comes first. */
    LATE_WORDS,
    /** An account of which it is known which one was planned, or that it is not in the agency's register. */
    ACCOUNT_IN_DOUBT
}
