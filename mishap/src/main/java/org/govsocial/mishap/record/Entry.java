package org.govsocial.mishap.record;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an incident's log.
 *
 * @param number its place in the log, from 1
 * @param time when it was recorded, to the millisecond, with the offset at that time
 * @param zone the time zone of the computer that recorded it
 * @param kind what sort of entry
 * @param fingerprint SHA-256 over number, time, zone, kind, the salted hash of the content, and the fingerprint of the
 *     entry before, so that it vouches for all that came before it
 * @param state what became of its content since
 * @param content what it says; null when disposed of or damaged
 */
public record Entry(
        long number,
        OffsetDateTime time,
        ZoneId zone,
        String kind,
        Hash fingerprint,
        State state,
        @Nullable Content content) {
    /** What became of the content of an entry. */
    public enum State {
        /** As it was recorded, proved by its hash. */
        WHOLE,
        /** A release copy, in which something is withheld, so that its hash cannot be checked. */
        REDACTED,
        /** Erased by authorised disposal. */
        DISPOSED,
        /** Changed or damaged after it was recorded; its number, time and kind are proved, its content is not shown. */
        DAMAGED
    }
}
