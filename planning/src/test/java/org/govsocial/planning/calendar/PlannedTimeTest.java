package org.govsocial.planning.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PlannedTimeTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    private static Instant at(String written) {
        return assertInstanceOf(PlannedTime.At.class, PlannedTime.of(written, AUCKLAND), written)
                .at()
                .toInstant();
    }

    private static String unclear(String written) {
        var time = assertInstanceOf(PlannedTime.Unclear.class, PlannedTime.of(written, AUCKLAND), written);
        return time.what() + " " + time.advice();
    }

    @Test
    void summer_and_winter_have_their_own_offsets() {
        assertEquals(Instant.parse("2026-11-23T20:00:00Z"), at("2026-11-24 09:00"));
        assertEquals(Instant.parse("2026-07-09T21:00:00Z"), at("2026-07-10 09:00"));
        assertEquals(Instant.parse("2026-07-09T21:00:00Z"), at(" 2026-07-10T09:00:00+12:00 "));
        assertEquals(Instant.parse("2026-07-09T21:00:00Z"), at("2026-07-10 09:00 +12:00"));
    }

    @Test
    void a_time_that_the_clocks_skip_is_told_and_not_guessed() {
        String said = unclear("2026-09-27 02:30");
        assertTrue(said.contains("from 2026-09-27 02:00 to 2026-09-27 03:00"), said);
        assertEquals(Instant.parse("2026-09-26T13:59:00Z"), at("2026-09-27 01:59"));
        assertEquals(Instant.parse("2026-09-26T14:00:00Z"), at("2026-09-27 03:00"));
    }

    @Test
    void a_time_that_comes_twice_is_told_and_an_offset_settles_it() {
        String said = unclear("2027-04-04 02:30");
        assertTrue(said.contains("2027-04-04T02:30+13:00") && said.contains("2027-04-04T02:30+12:00"), said);
        assertEquals(Instant.parse("2027-04-03T13:30:00Z"), at("2027-04-04T02:30+13:00"));
        assertEquals(Instant.parse("2027-04-03T14:30:00Z"), at("2027-04-04T02:30+12:00"));
    }

    @Test
    void an_offset_of_elsewhere_is_told() {
        assertTrue(unclear("2026-11-24 09:00+12:00").contains("2026-11-24T10:00+13:00"));
        assertTrue(unclear("2026-11-24 09:00Z").contains("2026-11-24T22:00+13:00"));
    }

    @Test
    void what_is_no_time_is_told() {
        for (String bad :
                new String[] {"tomorrow", "24/11/2026 9am", "2026-11-24", "2026-02-30 09:00", "2026-11-24 25:00"}) {
            assertTrue(unclear(bad).contains("2026-11-24 09:00"), bad);
        }
        assertInstanceOf(PlannedTime.Open.class, PlannedTime.of(" ", AUCKLAND));
    }
}
