package org.govsocial.spi;

import org.govsocial.model.Post;
import org.govsocial.model.Problem;

/** Takes what a reader finds, in the order of the input. */
public interface PostSink {
    /**
     * A post.
     *
     * @param post the post
     * @param where it stands
     */
    void post(Post post, Location where);

    /**
     * A post whose files are not simply beside the input, as in an archive.
     *
     * @param post the post
     * @param where it stands
     * @param files finds the files of its media
     */
    default void post(Post post, Location where, Attachments files) {
        post(post, where);
    }

    /**
     * A record left out on purpose.
     *
     * @param where it stands
     * @param reason a plural noun phrase under which such records are counted, such as {@code "direct messages"}
     */
    void skipped(Location where, String reason);

    /**
     * A record that could not be read; reading goes on behind it.
     *
     * @param problem where, what was wrong, and what to do
     */
    void unreadable(Problem problem);
}
