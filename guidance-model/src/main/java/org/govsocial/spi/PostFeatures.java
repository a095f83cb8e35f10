package org.govsocial.spi;

import org.govsocial.model.Platform;
import org.govsocial.model.Post;

/**
 * What the engine found in a post, once, for every rule. Offsets are UTF-16 code units of {@link Post#text()}. Tokens
 * and sentences are in order and do not overlap; white space belongs to no token. Valid only during the call that
 * received it.
 */
public interface PostFeatures {
    /**
     * The post itself.
     *
     * @return the post
     */
    Post post();

    /**
     * The platform that the post is judged for.
     *
     * @return {@link Platform#ANY} for none in particular
     */
    Platform platform();

    /**
     * Whether the post has something.
     *
     * @param trait what
     * @return true when it has
     */
    boolean has(Trait trait);

    /**
     * How many tokens the text has.
     *
     * @return 0 for an empty text
     */
    int tokenCount();

    /**
     * What a token is.
     *
     * @param token its position, from 0
     * @return its kind
     */
    TokenKind kind(int token);

    /**
     * Where a token starts.
     *
     * @param token its position, from 0
     * @return first UTF-16 code unit
     */
    int start(int token);

    /**
     * Where a token ends.
     *
     * @param token its position, from 0
     * @return one past the last UTF-16 code unit
     */
    int end(int token);

    /**
     * How many tokens of a kind the text has.
     *
     * @param kind which kind
     * @return the number
     */
    int count(TokenKind kind);

    /**
     * The next token of a kind: cheaper than looking at every token.
     *
     * @param kind which kind
     * @param from position of the first token that counts, from 0
     * @return its position; -1 when there is none
     */
    int next(TokenKind kind, int from);

    /**
     * The next word for which {@link #isCapitals} holds.
     *
     * @param from position of the first token that counts, from 0
     * @return its position; -1 when there is none
     */
    int nextCapitals(int from);

    /**
     * How often the terms occur that the rule asked for ({@link PostRule#terms()}). A term is found as whole words in
     * any case, joined by white space or a hyphen, macrons composed or decomposed; terms may overlap.
     *
     * @return the number
     */
    int termCount();

    /**
     * Which term occurs.
     *
     * @param occurrence its position among the occurrences, from 0, by where they start
     * @return the term's position in {@link PostRule#terms()}
     */
    int term(int occurrence);

    /**
     * Where a term occurs.
     *
     * @param occurrence its position among the occurrences, from 0
     * @return the first of its tokens
     */
    int termStart(int occurrence);

    /**
     * Where a term's occurrence ends.
     *
     * @param occurrence its position among the occurrences, from 0
     * @return one past the last of its tokens
     */
    int termEnd(int occurrence);

    /**
     * Whether the post is longer than the platform accepts: cheaper than {@link #length()} for a short post.
     *
     * @return true when {@code length() > maxLength()}
     */
    boolean isTooLong();

    /**
     * Whether every letter of a word, and there are at least two, is a capital. Digits do not count.
     *
     * @param token position of a word or hashtag
     * @return true for {@code "FREE"} and {@code "COVID19"}
     */
    boolean isCapitals(int token);

    /**
     * Whether a word or hashtag has a capital.
     *
     * @param token position of a word or hashtag
     * @return true for {@code "Free"} and {@code "iPhone"}
     */
    boolean hasCapital(int token);

    /**
     * Whether a word or hashtag has a small letter.
     *
     * @param token position of a word or hashtag
     * @return true for {@code "free"} and {@code "iPhone"}
     */
    boolean hasSmall(int token);

    /**
     * How many sentences the text has. A line break ends a sentence; abbreviations and decimals do not.
     *
     * @return 0 for a text without words
     */
    int sentenceCount();

    /**
     * The first token of a sentence.
     *
     * @param sentence its position, from 0
     * @return position of a token
     */
    int sentenceStart(int sentence);

    /**
     * One past the last token of a sentence.
     *
     * @param sentence its position, from 0
     * @return position of a token
     */
    int sentenceEnd(int sentence);

    /**
     * How many words people read in a sentence: words and numbers. Hashtags inside a sentence count; links, mentions,
     * emoji and the row of hashtags at the end of the post do not.
     *
     * @param sentence its position, from 0
     * @return the number
     */
    int sentenceWords(int sentence);

    /**
     * How many characters people see (extended grapheme clusters).
     *
     * @return the number
     */
    int graphemes();

    /**
     * The post's length as the platform counts it, in the unit of {@link #maxLength()}.
     *
     * @return the number
     */
    int length();

    /**
     * The most that the platform accepts.
     *
     * @return the limit when the post was published, today's for a draft; {@link Integer#MAX_VALUE} when none is known
     */
    int maxLength();

    /**
     * Where the first character stands for which the platform refuses the whole post.
     *
     * @return first UTF-16 code unit; -1 when the platform takes all characters, or is not known to refuse any
     */
    int refused();
}
