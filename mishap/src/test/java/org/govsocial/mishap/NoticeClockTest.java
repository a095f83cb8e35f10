package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.response.NoticeClock;
import org.govsocial.mishap.response.NoticeClock.Event;
import org.govsocial.mishap.response.NoticeClock.Outcome;
import org.govsocial.mishap.response.NoticeClock.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeClockTest {
    private static final ZoneId NZ = ZoneId.of("Pacific/Auckland");

    private static OffsetDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(NZ).toOffsetDateTime();
    }

    /** Daylight saving ends on 5 April 2026 at 3 am and begins on 27 September 2026 at 2 am. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T21:04, 2026-11-24T21:04, an ordinary day",
        "2026-04-04T12:00, 2026-04-06T11:00, an hour comes twice",
        "2026-04-05T01:30, 2026-04-07T00:30, just before the hour that comes twice",
        "2026-04-03T02:30, 2026-04-05T02:30, ends in the first of the two",
        "2026-04-03T03:30, 2026-04-05T02:30, ends in the second of the two",
        "2026-04-03T04:00, 2026-04-05T03:00, ends just after",
        "2026-09-26T12:00, 2026-09-28T13:00, an hour is left out",
        "2026-09-25T01:59, 2026-09-27T01:59, ends just before the gap",
        "2026-09-25T02:00, 2026-09-27T03:00, ends where the gap begins",
        "2026-09-25T02:30, 2026-09-27T03:30, ends in the gap",
        "2028-02-28T08:00, 2028-03-01T08:00, a leap day"
    })
    void forty_eight_hours_are_hours_that_pass(String received, String due, String why) {
        NoticeClock clock = NoticeClock.NONE.on(Event.RECEIVED, at(received));
        assertEquals(Duration.ofHours(48), Duration.between(at(received), clock.due()), why);
        assertEquals(LocalDateTime.parse(due), clock.due().atZoneSameInstant(NZ).toLocalDateTime(), why);
    }

    @ParameterizedTest
    @CsvSource({"47:59:59, KEPT", "48:00:00, KEPT", "48:00:01, MISSED", "00:00:00, KEPT"})
    void the_copy_is_in_time_up_to_the_last_second(String after, Outcome expected) {
        OffsetDateTime received = at("2026-11-22T21:04");
        String[] parts = after.split(":", -1);
        Duration late = Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]));
        for (List<Event> path : List.of(List.of(Event.COPY_SENT), List.of(Event.TAKEN_DOWN))) {
            NoticeClock clock = NoticeClock.NONE.on(Event.RECEIVED, received);
            for (Event event : path) {
                clock = clock.on(event, received.plus(late));
            }
            assertEquals(expected, clock.outcome());
        }
        NoticeClock unreachable = NoticeClock.NONE
                .on(Event.RECEIVED, received)
                .on(Event.UNREACHABLE, received)
                .on(Event.TAKEN_DOWN, received.plus(late));
        assertEquals(expected, unreachable.outcome());
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {"REFUSED", "NO_ANSWER"})
    void beyond_what_was_read_nobody_can_tell_and_nothing_counts_down(Event event) {
        OffsetDateTime received = at("2026-11-22T21:04");
        NoticeClock clock = NoticeClock.NONE
                .on(Event.RECEIVED, received)
                .on(Event.COPY_SENT, received.plusHours(1))
                .on(event, received.plusHours(60));
        assertEquals(State.ASK_LEGAL, clock.state());
        assertEquals(Outcome.CANT_TELL, clock.outcome());
        assertEquals(Optional.empty(), clock.left(received.toInstant()));
        assertTrue(clock.state().words().contains("ask your legal team"));
    }

    @Test
    void while_the_author_decides_no_time_is_invented() {
        OffsetDateTime received = at("2026-11-22T21:04");
        NoticeClock clock = NoticeClock.NONE.on(Event.RECEIVED, received).on(Event.COPY_SENT, received.plusHours(1));
        assertEquals(Optional.empty(), clock.left(received.toInstant()));
        assertEquals(
                Outcome.KEPT,
                clock.on(Event.AGREED, received.plusDays(9))
                        .on(Event.TAKEN_DOWN, received.plusDays(9))
                        .outcome());
    }

    @Test
    void every_state_takes_only_the_events_that_can_follow() {
        int refused = 0;
        OffsetDateTime received = at("2026-11-22T21:04");
        NoticeClock sending = NoticeClock.NONE.on(Event.RECEIVED, received);
        NoticeClock waiting = sending.on(Event.COPY_SENT, received);
        for (NoticeClock clock : List.of(
                NoticeClock.NONE,
                sending,
                waiting,
                sending.on(Event.UNREACHABLE, received),
                waiting.on(Event.AGREED, received),
                waiting.on(Event.REFUSED, received),
                sending.on(Event.TAKEN_DOWN, received))) {
            for (Event event : Event.values()) {
                if (clock.next().contains(event)) {
                    clock.on(event, received);
                } else {
                    assertThrows(IllegalArgumentException.class, () -> clock.on(event, received));
                    refused++;
                }
            }
        }
        assertEquals(7 * 7 - 11, refused);
        assertThrows(IllegalArgumentException.class, () -> sending.on(Event.COPY_SENT, received.minusSeconds(1)));
    }

    @Test
    void every_state_rests_on_a_statement() {
        Guidance guidance = Guidance.of(List.of(new Mishap()));
        for (State state : State.values()) {
            assertTrue(guidance.statement(state.cites()).isPresent(), state.name());
        }
    }
}
