package org.govsocial.planning.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New Zealand's public holidays, from 2016, with the days to which those on a weekend move, and the anniversary days of
 * its regions. Matariki is known from 2022 to 2052, the years that the law fixes; a later one is not told. Compared in
 * tests with the data of Jollyday. Stateless.
 */
public final class Holidays {
    /** The first and the last year in which every public holiday is known. */
    static final int FIRST_YEAR = 2016;

    static final int LAST_YEAR = 2052;

    /** The Fridays of 2022 to 2052 that are Matariki. */
    private static final List<MonthDay> MATARIKI = days(
            "06-24", "07-14", "06-28", "06-20", "07-10", "06-25", "07-14", "07-06", "06-21", "07-11", "07-02", "06-24",
            "07-07", "06-29", "07-18", "07-10", "06-25", "07-15", "07-06", "07-19", "07-11", "07-03", "06-24", "07-07",
            "06-29", "07-19", "07-03", "06-25", "07-15", "06-30", "06-21");

    private static final int FIRST_MATARIKI = 2022;

    private Holidays() {}

    /**
     * A day on which many people do not work.
     *
     * @param date the day
     * @param name what it is; says so when it is the Monday or Tuesday to which a holiday on a weekend moves
     */
    public record Holiday(LocalDate date, String name) {}

    /**
     * The holidays of a day.
     *
     * @param date any day
     * @param regions whose anniversary days count
     * @return none, one, or several
     */
    public static List<Holiday> on(LocalDate date, Set<Region> regions) {
        return of(date.getYear(), regions).stream()
                .filter(h -> h.date().equals(date))
                .toList();
    }

    /**
     * Whether every public holiday of a year is known.
     *
     * @param year of the calendar
     * @return true from 2016 to 2052
     */
    public static boolean knows(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /**
     * The holidays of a year.
     *
     * @param year of the calendar
     * @param regions whose anniversary days count
     * @return in no order
     */
    public static List<Holiday> of(int year, Set<Region> regions) {
        var all = new ArrayList<Holiday>();
        moved(all, LocalDate.of(year, 1, 1), "New Year's Day", 2);
        moved(all, LocalDate.of(year, 1, 2), "Day after New Year's Day", 2);
        moved(all, LocalDate.of(year, 2, 6), "Waitangi Day", 1);
        LocalDate easter = Easter.sunday(year);
        all.add(new Holiday(easter.minusDays(2), "Good Friday"));
        all.add(new Holiday(easter.plusDays(1), "Easter Monday"));
        moved(all, LocalDate.of(year, 4, 25), "Anzac Day", 1);
        all.add(new Holiday(
                Region.ordinal(year, Month.JUNE, 1, DayOfWeek.MONDAY),
                year < 2023 ? "Queen's Birthday" : "King's Birthday"));
        if (year >= FIRST_MATARIKI && year - FIRST_MATARIKI < MATARIKI.size()) {
            all.add(new Holiday(MATARIKI.get(year - FIRST_MATARIKI).atYear(year), "Matariki"));
        }
        if (year == 2022) {
            all.add(new Holiday(LocalDate.of(2022, 9, 26), "Queen Elizabeth II Memorial Day"));
        }
        all.add(new Holiday(Region.labourDay(year), "Labour Day"));
        moved(all, LocalDate.of(year, 12, 25), "Christmas Day", 2);
        moved(all, LocalDate.of(year, 12, 26), "Boxing Day", 2);
        for (Region region : regions) {
            all.add(new Holiday(region.day(year), region.dayName()));
        }
        return all;
    }

    /**
     * The day itself and, when it is on a weekend, the working day that stands for it: the next Monday, or for the second
     * day of a pair of which the first takes the Monday, the Tuesday.
     *
     * @param pair how many holidays follow each other
     */
    private static void moved(List<Holiday> all, LocalDate day, String name, int pair) {
        all.add(new Holiday(day, name));
        DayOfWeek on = day.getDayOfWeek();
        boolean second = pair == 2 && Set.of(2, 26).contains(day.getDayOfMonth());
        int days =
                Map.of(DayOfWeek.SATURDAY, 2, DayOfWeek.SUNDAY, second ? 2 : 1).getOrDefault(on, 0);
        if (days > 0) {
            all.add(new Holiday(day.plusDays(days), name + " (moved from the weekend)"));
        }
    }

    private static List<MonthDay> days(String... written) {
        var days = new ArrayList<MonthDay>();
        for (String one : written) {
            days.add(MonthDay.parse("--" + one));
        }
        return List.copyOf(days);
    }
}
