package org.govsocial.mishap.record;

/**
 * Something in a log that is not as it was recorded.
 *
 * @param kind what sort
 * @param first the first entry that it concerns, from 1; 0 when it concerns none in particular
 * @param last the last entry that it concerns; 0 when it concerns none in particular
 * @param message what is wrong, in a sentence or two that name the entries
 */
public record Damage(Kind kind, long first, long last, String message) {
    /** What sort of damage. */
    public enum Kind {
        /** An entry differs from what was recorded, or cannot be read. */
        CHANGED,
        /** An entry between others is gone. */
        REMOVED,
        /** Something stands in the file that no entry accounts for. */
        INSERTED,
        /** An entry stands out of its place. */
        REORDERED,
        /** The log ends earlier than it did. */
        TRUNCATED,
        /** Entries were replaced by others that fit together. */
        REWRITTEN,
        /** An attached file is gone or differs. */
        ATTACHMENT,
        /** A checkpoint is of another log or signed with another key. */
        CHECKPOINT
    }

    @Override
    public String toString() {
        return message;
    }
}
