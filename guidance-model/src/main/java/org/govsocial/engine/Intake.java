package org.govsocial.engine;

import java.util.Optional;
import org.govsocial.model.Post;

/** What becomes of each post before it is judged. Used by the thread that reads. */
public interface Intake {
    /** Every post as it was read. */
    Intake ALL = new Intake() {};

    /**
     * Whether a post is left out.
     *
     * @param post as it was read
     * @return a plural noun phrase under which such posts are counted; absent when the post is judged
     */
    default Optional<String> leavesOut(Post post) {
        return Optional.empty();
    }

    /**
     * Adds what is known from elsewhere.
     *
     * @param post as it was read
     * @return the post to judge, with the same id
     */
    default Post completed(Post post) {
        return post;
    }
}
