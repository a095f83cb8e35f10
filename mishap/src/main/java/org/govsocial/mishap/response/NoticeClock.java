package org.govsocial.mishap.response;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.govsocial.model.Citation;
import org.jspecify.annotations.Nullable;

/**
 * Where a notice of complaint under the Harmful Digital Communications Act 2015, section 24, stands. Goes only as far as
 * the text of the section was read; beyond, it says "ask your legal team" and counts nothing down. The 48 hours are hours
 * that pass, so a change to or from daylight saving moves the time on the wall, never the deadline.
 *
 * @param state where it stands
 * @param received when the notice came; null before
 * @param due until when the host has to act; null when the source gives no time
 * @param outcome whether the host kept to the time so far
 */
public record NoticeClock(
        State state,
        @Nullable OffsetDateTime received,
        @Nullable OffsetDateTime due,
        Outcome outcome) {
    /** The host's time to send the copy, or to take down where the author cannot be reached (section 24). */
    public static final Duration PERIOD = Duration.ofHours(48);

    /** Before any notice. */
    public static final NoticeClock NONE = new NoticeClock(State.NO_NOTICE, null, null, Outcome.NOT_YET);

    /** Where a notice stands. */
    public enum State {
        /** There is no notice. */
        NO_NOTICE("No notice has come.", "HDCA-24-1"),
        /** The author has to get a copy. */
        SEND_COPY(
                "Send the author a copy, without who complained where they did not agree to be named, and say that they have"
                        + " 48 hours to send a counter-notice.",
                "HDCA-24-2"),
        /** The author has the copy. From when their 48 hours run is not in the text read. */
        WAIT_FOR_AUTHOR(
                "Wait for the author's counter-notice. From when their 48 hours run is not in our sources: ask your legal"
                        + " team.",
                "HDCA-24-3"),
        /** The author cannot be reached. */
        TAKE_DOWN_UNREACHABLE("The author cannot be reached: take the content down.", "HDCA-24-4"),
        /** The author agrees to removal. */
        TAKE_DOWN_AGREED("The author agrees: take the content down as soon as you can.", "HDCA-24-5"),
        /** The content is down. */
        DONE("The content is down.", "HDCA-24-4"),
        /** Beyond what was read. */
        ASK_LEGAL("What comes next is not in our sources: ask your legal team.", "HDCA-24-REFUSED");

        private final String words;
        private final String statement;

        State(String words, String statement) {
            this.words = words;
            this.statement = statement;
        }

        /**
         * What to do.
         *
         * @return a sentence
         */
        public String words() {
            return words;
        }

        /**
         * What it rests on.
         *
         * @return a statement of the mishap pack
         */
        public Citation cites() {
            return new Citation("mishap", statement);
        }
    }

    /** Something that happened. */
    public enum Event {
        /** The notice came. */
        RECEIVED,
        /** The author was sent the copy and told of the 48 hours. */
        COPY_SENT,
        /** The author could not be reached, after reasonable steps. */
        UNREACHABLE,
        /** The author's counter-notice agrees to removal. */
        AGREED,
        /** The author's counter-notice refuses removal. */
        REFUSED,
        /** The author has not answered. */
        NO_ANSWER,
        /** The content is down. */
        TAKEN_DOWN;

        /**
         * The event as it is written.
         *
         * @return kebab case
         */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /**
         * Finds an event.
         *
         * @param id kebab case
         * @return empty when there is none
         */
        public static Optional<Event> of(String id) {
            for (Event event : values()) {
                if (event.id().equals(id)) {
                    return Optional.of(event);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether the time was kept. */
    public enum Outcome {
        /** Nothing is due, or the time has not run out. */
        NOT_YET,
        /** Done in time. */
        KEPT,
        /** Done too late. */
        MISSED,
        /** The sources read do not say. */
        CANT_TELL
    }

    /**
     * What may happen now.
     *
     * @return the events that lead on
     */
    public Set<Event> next() {
        return switch (state) {
            case NO_NOTICE -> Set.of(Event.RECEIVED);
            case SEND_COPY -> Set.of(Event.COPY_SENT, Event.UNREACHABLE, Event.TAKEN_DOWN);
            case WAIT_FOR_AUTHOR -> Set.of(Event.AGREED, Event.REFUSED, Event.NO_ANSWER, Event.TAKEN_DOWN);
            case TAKE_DOWN_UNREACHABLE, TAKE_DOWN_AGREED -> Set.of(Event.TAKEN_DOWN);
            case ASK_LEGAL -> Set.of(Event.TAKEN_DOWN);
            case DONE -> Set.of();
        };
    }

    /**
     * Goes on.
     *
     * @param event what happened
     * @param at when
     * @return where it stands then
     * @throws IllegalArgumentException when the event cannot happen now, or before the notice came
     */
    public NoticeClock on(Event event, OffsetDateTime at) {
        if (!next().contains(event)) {
            throw new IllegalArgumentException("\"" + event.id() + "\" cannot follow here. " + state.words()
                    + " Possible: "
                    + String.join(", ", next().stream().map(Event::id).sorted().toList()) + ".");
        }
        if (received != null && at.isBefore(received)) {
            throw new IllegalArgumentException("That is before the notice came, at " + received + ".");
        }
        return switch (event) {
            case RECEIVED -> new NoticeClock(State.SEND_COPY, at, at.plus(PERIOD), Outcome.NOT_YET);
            case COPY_SENT -> new NoticeClock(State.WAIT_FOR_AUTHOR, received, null, kept(at));
            case UNREACHABLE -> new NoticeClock(State.TAKE_DOWN_UNREACHABLE, received, due, Outcome.NOT_YET);
            case AGREED -> new NoticeClock(State.TAKE_DOWN_AGREED, received, null, outcome);
            case REFUSED, NO_ANSWER -> new NoticeClock(State.ASK_LEGAL, received, null, Outcome.CANT_TELL);
            case TAKEN_DOWN -> new NoticeClock(State.DONE, received, null, due == null ? outcome : kept(at));
        };
    }

    private Outcome kept(OffsetDateTime at) {
        return due == null || !at.isAfter(due) ? Outcome.KEPT : Outcome.MISSED;
    }

    /**
     * The time that is left.
     *
     * @param now the moment asked about
     * @return negative when it has run out; empty when the source gives no time
     */
    public Optional<Duration> left(Instant now) {
        return due == null ? Optional.empty() : Optional.of(Duration.between(now, due.toInstant()));
    }
}
