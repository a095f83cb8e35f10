package org.govsocial.planning.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** A part of New Zealand with an anniversary day of its own, and the day that is kept there. */
public enum Region {
    /** Auckland, Northland, Waikato, Bay of Plenty and Gisborne: the Monday nearest to 29 January. */
    AUCKLAND("Auckland Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return nearestMonday(year, Month.JANUARY, 29);
        }
    },
    /** Taranaki: the second Monday in March. */
    TARANAKI("Taranaki Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return ordinal(year, Month.MARCH, 2, DayOfWeek.MONDAY);
        }
    },
    /** Hawke's Bay: the Friday before Labour Day. */
    HAWKES_BAY("Hawke's Bay Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return labourDay(year).minusDays(3);
        }
    },
    /** Wellington, Manawatū and Whanganui: the Monday nearest to 22 January. */
    WELLINGTON("Wellington Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return nearestMonday(year, Month.JANUARY, 22);
        }
    },
    /** Marlborough: the Monday after Labour Day. */
    MARLBOROUGH("Marlborough Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return labourDay(year).plusDays(7);
        }
    },
    /** Nelson and Tasman: the Monday nearest to 1 February. */
    NELSON("Nelson Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return nearestMonday(year, Month.FEBRUARY, 1);
        }
    },
    /** Canterbury but its south: the second Friday after the first Tuesday in November. */
    CANTERBURY("Canterbury Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return ordinal(year, Month.NOVEMBER, 1, DayOfWeek.TUESDAY).plusDays(10);
        }
    },
    /** South Canterbury: the fourth Monday in September. */
    SOUTH_CANTERBURY("South Canterbury Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return ordinal(year, Month.SEPTEMBER, 4, DayOfWeek.MONDAY);
        }
    },
    /** Westland: the Monday nearest to 1 December. Parts of it keep other days. */
    WESTLAND("Westland Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return nearestMonday(year, Month.DECEMBER, 1);
        }
    },
    /** Otago: the Monday nearest to 23 March. */
    OTAGO("Otago Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return nearestMonday(year, Month.MARCH, 23);
        }
    },
    /** Southland: the Tuesday after Easter, since 2012. */
    SOUTHLAND("Southland Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return Easter.sunday(year).plusDays(2);
        }
    },
    /** Chatham Islands: the Monday nearest to 30 November. */
    CHATHAM_ISLANDS("Chatham Islands Anniversary Day") {
        @Override
        LocalDate day(int year) {
            return nearestMonday(year, Month.NOVEMBER, 30);
        }
    };

    private final String dayName;

    Region(String dayName) {
        this.dayName = dayName;
    }

    /** The day in a year. */
    abstract LocalDate day(int year);

    String dayName() {
        return dayName;
    }

    /**
     * How people write it on a command line.
     *
     * @return kebab case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a region.
     *
     * @param id in any case
     * @return absent when there is none
     */
    public static Optional<Region> of(String id) {
        for (Region region : values()) {
            if (region.id().equals(id.strip().toLowerCase(Locale.ROOT).replace(' ', '-'))) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    static LocalDate labourDay(int year) {
        return ordinal(year, Month.OCTOBER, 4, DayOfWeek.MONDAY);
    }

    static LocalDate ordinal(int year, Month month, int which, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, day));
    }

    private static LocalDate nearestMonday(int year, Month month, int day) {
        return LocalDate.of(year, month, day).plusDays(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
