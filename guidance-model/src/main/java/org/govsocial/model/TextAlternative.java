package org.govsocial.model;

/**
 * What is known of a medium's text alternative. Four different facts: an archive that leaves alt text out says
 * {@link Unknown}, never {@link Missing}.
 */
public sealed interface TextAlternative {
    /** The author left it out. */
    TextAlternative MISSING = new Missing();

    /** The author said that the medium carries no meaning. */
    TextAlternative DECORATIVE = new Decorative();

    /** The source cannot say. */
    TextAlternative UNKNOWN = new Unknown();

    /**
     * The state that an author's words stand for: blank means {@link Missing}.
     *
     * @param alt the words
     * @return {@link Described} or {@link Missing}
     */
    static TextAlternative of(String alt) {
        return alt.isBlank() ? MISSING : new Described(alt);
    }

    /**
     * The author wrote one.
     *
     * @param text the words, not blank
     */
    record Described(String text) implements TextAlternative {}

    /** The author said that the medium carries no meaning. */
    record Decorative() implements TextAlternative {}

    /** The author left it out. */
    record Missing() implements TextAlternative {}

    /** The source of the post does not carry text alternatives. */
    record Unknown() implements TextAlternative {}
}
