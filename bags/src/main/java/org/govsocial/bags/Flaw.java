package org.govsocial.bags;

/**
 * Something wrong with a bag.
 *
 * @param kind what
 * @param path of the file within the bag, such as {@code "data/posts.csv"}
 * @param detail a sentence for a person
 */
public record Flaw(Kind kind, String path, String detail) {
    /** What can be wrong. */
    public enum Kind {
        /** The bytes are not those that were put in. */
        CHANGED,
        /** A file that is listed is not there. */
        MISSING,
        /** A file is there that is not listed. */
        EXTRA,
        /** A manifest lists a file twice. */
        DUPLICATE,
        /** The files and bytes are not as many as {@code Payload-Oxum} says. */
        COUNT,
        /** A path leads out of the bag, or something in it is no plain file. */
        UNSAFE,
        /** A tag file cannot be understood. */
        MALFORMED,
        /** A version or algorithm that is not known here, or a file that cannot be read: nothing can be said of it. */
        UNKNOWN,
        /** Allowed by the standard, but good to know. Leaves the bag valid. */
        REMARK
    }
}
