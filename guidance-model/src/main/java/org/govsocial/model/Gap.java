package org.govsocial.model;

/**
 * A fact that a paper needs and nobody has given. It is visible where it belongs, and the gaps are listed at the end of
 * the paper; nothing is made up in its place.
 *
 * @param what the fact, as a noun phrase such as {@code "the channel's owner"}
 * @param advice what to do about it, as an instruction; may be empty
 */
public record Gap(String what, String advice) implements Span {
    /** Refuses a gap without a name. */
    public Gap {
        if (what.isBlank()) {
            throw new IllegalArgumentException("what is missing?");
        }
    }

    @Override
    public String text() {
        return "[Missing: " + what + "]";
    }
}
