package org.govsocial.mishap.record;

/**
 * An entry was NOT recorded, and the log is closed for writing. Nothing is tried again: after a refused save the
 * computer may have dropped the bytes, or may have kept them. Whoever opens the log next finds out, and says so.
 */
public final class NotRecordedException extends LogException {
    private static final long serialVersionUID = 1;

    private final long number;

    NotRecordedException(long number, String message, Throwable cause) {
        super(message, cause);
        this.number = number;
    }

    /**
     * The number that the entry would have had.
     *
     * @return from 1
     */
    public long number() {
        return number;
    }
}
