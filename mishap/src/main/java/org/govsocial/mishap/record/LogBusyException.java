package org.govsocial.mishap.record;

/** Somebody else held the log for longer than the caller was ready to wait. Nothing was recorded. */
public final class LogBusyException extends LogException {
    private static final long serialVersionUID = 1;

    LogBusyException(String message) {
        super(message);
    }
}
