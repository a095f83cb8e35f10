package org.govsocial.planning.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static final HolidayManager JOLLYDAY =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NEW_ZEALAND));

    /** Published dates: holidays as they were kept, and those to come. */
    @Test
    void known_dates_of_2024_to_2027_are_holidays() {
        for (String date : List.of(
                "2024-01-01",
                "2024-01-02",
                "2024-02-06",
                "2024-03-29",
                "2024-04-01",
                "2024-04-25",
                "2024-06-03",
                "2024-06-28",
                "2024-10-28",
                "2024-12-25",
                "2024-12-26",
                "2025-02-06",
                "2025-04-18",
                "2025-04-21",
                "2025-04-25",
                "2025-06-02",
                "2025-06-20",
                "2025-10-27",
                "2026-04-03",
                "2026-04-06",
                "2026-04-25",
                "2026-04-27",
                "2026-06-01",
                "2026-07-10",
                "2026-10-26",
                "2026-12-25",
                "2026-12-26",
                "2026-12-28",
                "2027-01-01",
                "2027-01-02",
                "2027-01-04",
                "2027-02-06",
                "2027-02-08",
                "2027-03-26",
                "2027-03-29",
                "2027-04-25",
                "2027-04-26",
                "2027-06-07",
                "2027-06-25",
                "2027-10-25",
                "2027-12-25",
                "2027-12-27",
                "2027-12-28")) {
            assertTrue(!Holidays.on(LocalDate.parse(date), Set.of()).isEmpty(), date);
        }
        for (String date :
                List.of("2024-04-26", "2025-06-27", "2026-06-26", "2026-04-28", "2026-12-29", "2027-01-05")) {
            assertEquals(List.of(), Holidays.on(LocalDate.parse(date), Set.of()), date);
        }
    }

    @Test
    void anniversary_days_are_those_that_were_kept() {
        var known = Map.of(
                Region.AUCKLAND, List.of("2024-01-29", "2025-01-27", "2026-01-26", "2027-02-01"),
                Region.WELLINGTON, List.of("2024-01-22", "2025-01-20", "2026-01-19", "2027-01-25"),
                Region.CANTERBURY, List.of("2024-11-15", "2025-11-14", "2026-11-13"),
                Region.SOUTH_CANTERBURY, List.of("2024-09-23", "2025-09-22", "2026-09-28"),
                Region.HAWKES_BAY, List.of("2024-10-25", "2025-10-24", "2026-10-23"),
                Region.TARANAKI, List.of("2024-03-11", "2025-03-10", "2026-03-09"),
                Region.SOUTHLAND, List.of("2024-04-02", "2025-04-22", "2026-04-07"),
                Region.OTAGO, List.of("2024-03-25", "2025-03-24", "2026-03-23"));
        known.forEach((region, dates) -> {
            for (String date : dates) {
                assertEquals(
                        List.of(region.dayName()),
                        Holidays.on(LocalDate.parse(date), Set.of(region)).stream()
                                .map(Holidays.Holiday::name)
                                .toList(),
                        date);
            }
        });
    }

    /** Jollyday moves a holiday where we name both days: the day itself, and the one that stands for it. */
    @Test
    void working_days_lost_are_the_same_as_by_another_calendar_for_every_known_year() {
        int compared = 0;
        for (int year = Holidays.FIRST_YEAR; year <= Holidays.LAST_YEAR; year++) {
            Set<LocalDate> theirs = JOLLYDAY.getHolidays(Year.of(year)).stream()
                    .map(h -> h.getDate())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<LocalDate> ours = Holidays.of(year, Set.of()).stream()
                    .map(Holidays.Holiday::date)
                    .filter(d -> d.getDayOfWeek().getValue() <= 5)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(theirs, ours, "in " + year);
            compared += ours.size();
        }
        assertTrue(compared > 380, "compared " + compared);
    }

    @Test
    void anniversary_days_are_the_same_as_by_another_calendar() {
        var codes = Map.of(
                Region.AUCKLAND, "auk",
                Region.TARANAKI, "tki",
                Region.HAWKES_BAY, "hkb",
                Region.WELLINGTON, "wgn",
                Region.MARLBOROUGH, "mbh",
                Region.NELSON, "nsn",
                Region.WESTLAND, "wtc",
                Region.OTAGO, "ota",
                Region.SOUTHLAND, "stl",
                Region.CHATHAM_ISLANDS, "cit");
        // Jollyday gives all of Canterbury the day of its south; known dates above settle that.
        int compared = 0;
        for (int year = Holidays.FIRST_YEAR; year <= 2040; year++) {
            for (var code : codes.entrySet()) {
                LocalDate ours = code.getKey().day(year);
                assertTrue(JOLLYDAY.isHoliday(ours, code.getValue()), code.getKey() + " " + ours);
                compared++;
            }
            assertTrue(JOLLYDAY.isHoliday(Region.SOUTH_CANTERBURY.day(year), "can"));
        }
        assertEquals(250, compared);
    }

    @Test
    void regions_are_found_by_the_names_that_help_shows() {
        for (Region region : Region.values()) {
            assertEquals(region, Region.of(region.id()).orElseThrow());
        }
        assertEquals(Region.HAWKES_BAY, Region.of("Hawkes Bay").orElseThrow());
        assertTrue(Region.of("atlantis").isEmpty());
    }
}
