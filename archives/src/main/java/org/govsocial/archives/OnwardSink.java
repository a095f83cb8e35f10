package org.govsocial.archives;

import org.govsocial.model.Problem;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostSink;

/** Passes on what a reader finds; what becomes of the posts is for subclasses to say. */
abstract class OnwardSink implements PostSink {
    private final PostSink out;

    OnwardSink(PostSink out) {
        this.out = out;
    }

    @Override
    public void skipped(Location where, String reason) {
        out.skipped(where, reason);
    }

    @Override
    public void unreadable(Problem problem) {
        out.unreadable(problem);
    }
}
