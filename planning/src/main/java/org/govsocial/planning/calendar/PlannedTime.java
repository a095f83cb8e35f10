package org.govsocial.planning.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;

/** When an item is to go out, as far as the calendar says it clearly. Nothing is guessed. */
public sealed interface PlannedTime {
    /** It does not say. */
    record Open() implements PlannedTime {}

    /**
     * It says.
     *
     * @param at the moment, in the calendar's zone
     */
    record At(ZonedDateTime at) implements PlannedTime {}

    /**
     * What it says is no moment, or more than one.
     *
     * @param what what is wrong
     * @param advice what to write instead
     */
    record Unclear(String what, String advice) implements PlannedTime {}

    /**
     * Reads a time.
     *
     * @param written {@code 2026-11-24 09:00}, with or without seconds and an offset such as {@code +13:00}; empty when
     *     there is none
     * @param zone the calendar's; the clocks there decide which times exist
     * @return the time
     */
    static PlannedTime of(String written, ZoneId zone) {
        if (written.isBlank()) {
            return new Open();
        }
        String text = written.strip().replaceFirst(" +", "T").replace(" ", "");
        try {
            var read = Format.OF_A_CALENDAR.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            if (read instanceof OffsetDateTime exact) {
                return exact(exact, zone);
            }
            return local((LocalDateTime) read, zone);
        } catch (DateTimeException e) {
            return new Unclear("\"" + written.strip() + "\" is not a time.", "Write it as 2026-11-24 09:00.");
        }
    }

    private static PlannedTime exact(OffsetDateTime exact, ZoneId zone) {
        ZonedDateTime there = exact.atZoneSameInstant(zone);
        return there.getOffset().equals(exact.getOffset())
                ? new At(there)
                : new Unclear(
                        exact + " has another offset than the clocks in " + zone + ", where it is " + shown(there)
                                + ".",
                        "Write " + shown(there) + " when that is meant, or leave the offset out.");
    }

    private static PlannedTime local(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return new At(local.atZone(zone));
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (offsets.isEmpty()) {
            return new Unclear(
                    "There is no " + spoken(local) + ": clocks go from " + spoken(change.getDateTimeBefore()) + " to "
                            + spoken(change.getDateTimeAfter()) + ".",
                    "Choose a time before or after the change.");
        }
        return new Unclear(
                spoken(local) + " comes twice: clocks go back from " + spoken(change.getDateTimeBefore()) + " to "
                        + spoken(change.getDateTimeAfter()) + ".",
                "Write " + local.atOffset(offsets.get(0)) + " for the first, " + local.atOffset(offsets.get(1))
                        + " for the second.");
    }

    private static String spoken(LocalDateTime local) {
        return local.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    private static String shown(ZonedDateTime time) {
        return time.toOffsetDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** How times are written. */
    final class Format {
        private static final DateTimeFormatter OF_A_CALENDAR = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral('T')
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffsetId()
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);

        private Format() {}
    }
}
