package org.govsocial.mishap.record;

/** Somebody recorded something since the caller last looked. Nothing was recorded: look, then decide again. */
public final class ConflictException extends LogException {
    private static final long serialVersionUID = 1;

    private final long last;

    ConflictException(long seen, long last) {
        super("Somebody else recorded entries " + (seen + 1) + " to " + last
                + " meanwhile, so yours was not recorded. Read them, then decide again.");
        this.last = last;
    }

    /**
     * The last entry of the log.
     *
     * @return from 1
     */
    public long last() {
        return last;
    }
}
