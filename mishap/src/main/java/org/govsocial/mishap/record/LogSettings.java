package org.govsocial.mishap.record;

import java.time.Clock;
import java.time.Duration;

/**
 * How a log is opened.
 *
 * @param clock gives the time of entries, and their zone
 * @param patience how long to wait for another process that is writing
 */
public record LogSettings(Clock clock, Duration patience) {
    /** How long to wait where the caller says nothing: fifty processes that save at once on a slow disk need less. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(30);

    /**
     * Checks the patience.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public LogSettings {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("Nobody waits for a negative time: " + patience);
        }
    }

    /**
     * Settings with the usual patience.
     *
     * @param clock gives the time of entries, and their zone
     * @return the settings
     */
    public static LogSettings of(Clock clock) {
        return new LogSettings(clock, DEFAULT_PATIENCE);
    }
}
