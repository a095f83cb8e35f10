package org.govsocial.engine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries a failure of our own through a reader, so that it is not taken for the reader's. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(@Nullable Throwable cause) {
        super(cause);
    }

    /** Throws the failure as it was, or gives it back when it is one of writing. */
    IOException inFull() {
        Throwable cause = getCause();
        if (cause instanceof IOException e) {
            return e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw cause instanceof RuntimeException e ? e : this;
    }
}
