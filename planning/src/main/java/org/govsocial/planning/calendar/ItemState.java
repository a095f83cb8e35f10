package org.govsocial.planning.calendar;

import java.util.Locale;
import java.util.Optional;

/** How far an item has come. In this order. */
public enum ItemState {
    /** Being written. */
    DRAFT,
    /** Somebody else read it. */
    REVIEWED,
    /** Somebody with the authority signed it off. */
    APPROVED,
    /** Set to go out at its time. */
    SCHEDULED,
    /** Out. */
    PUBLISHED;

    /**
     * How the calendar writes it.
     *
     * @return lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it needs an approval: from {@link #APPROVED} on.
     *
     * @return true when it does
     */
    public boolean needsApproval() {
        return compareTo(APPROVED) >= 0;
    }

    /**
     * Reads a state.
     *
     * @param word in any case
     * @return absent when there is no such state
     */
    static Optional<ItemState> of(String word) {
        for (ItemState state : values()) {
            if (state.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
