package org.govsocial.model;

/**
 * How a statement relates to another.
 *
 * @param relation how
 * @param statement id of the other statement
 */
public record Link(Relation relation, String statement) {
    /** The kinds of link. */
    public enum Relation {
        /** A newer statement took its place. */
        REPLACED_BY,
        /** It takes the place of an older one. */
        REPLACES,
        /** Both hold, side by side. */
        STANDS_BESIDE,
        /** Worth reading with it. */
        SEE_ALSO
    }
}
