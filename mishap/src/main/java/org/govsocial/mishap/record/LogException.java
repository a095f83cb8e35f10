package org.govsocial.mishap.record;

import java.io.IOException;

/** Something that the log cannot do, in words that a person can act on: what happened, and what to do next. */
public class LogException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Says what happened.
     *
     * @param message what happened and what to do
     */
    public LogException(String message) {
        super(message);
    }

    /**
     * Says what happened.
     *
     * @param message what happened and what to do
     * @param cause why
     */
    public LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
