package org.govsocial.planning.reporting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The days that a report is about.
 *
 * @param from the first
 * @param to the last, counted
 * @param zone whose days they are
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
    private static final int DAYS_SHOWN = 14;

    /** Refuses an end before the start. */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends before it begins");
        }
    }

    /**
     * Whether a moment is in it.
     *
     * @param moment any
     * @return true from the start of the first day to the end of the last
     */
    public boolean holds(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether charts show days; weeks when not. */
    boolean showsDays() {
        return ChronoUnit.DAYS.between(from, to) < DAYS_SHOWN;
    }

    /** The day itself, or the Monday of its week. */
    LocalDate step(LocalDate day) {
        return showsDays() ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate after(LocalDate step) {
        return step.plusDays(showsDays() ? 1 : 7);
    }

    /**
     * As people write it.
     *
     * @return both days
     */
    @Override
    public String toString() {
        return from + " to " + to;
    }
}
