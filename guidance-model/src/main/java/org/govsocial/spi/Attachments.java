package org.govsocial.spi;

import org.jspecify.annotations.Nullable;

/** Finds the files that the posts of an input name. Used by several threads, also after the posts have been read. */
public interface Attachments {
    /** There are none. */
    Attachments NONE = name -> null;

    /**
     * Finds a file.
     *
     * @param name relative to the posts, with forward slashes
     * @return the file; null when there is none
     * @throws InputException when the name is absolute, is an address, or leads out of the folder of the posts
     */
    @Nullable
    Input find(String name) throws InputException;
}
