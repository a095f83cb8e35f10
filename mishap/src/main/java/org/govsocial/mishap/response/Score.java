package org.govsocial.mishap.response;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.Citation;
import org.govsocial.model.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * How a team did in an exercise, from the log alone: what the guidance asked, when it was due, when it was done. Times
 * and order are scored; whether words were good is for whoever leads the exercise to say, with what a good answer does
 * beside them.
 *
 * @param items what was asked, in the order it was due
 */
public record Score(List<Item> items) {
    /** Copies the list. */
    public Score {
        items = List.copyOf(items);
    }

    /** How something that was asked went. */
    public enum Result {
        /** Done in time: two points. */
        IN_TIME("in time", 2),
        /** Done, but late: one point. */
        LATE("late", 1),
        /** Done before what comes first: one point. */
        OUT_OF_ORDER("out of order", 1),
        /** Not done, and its time is over: no point. */
        NOT_DONE("not done", 0),
        /** Left out with a reason, which whoever leads the exercise judges: not counted. */
        LEFT_OUT("left out", -1),
        /** Not done, but its time is not over: not counted. */
        NOT_DUE("not due yet", -1);

        private final String words;
        private final int points;

        Result(String words, int points) {
            this.words = words;
            this.points = points;
        }

        /**
         * In words.
         *
         * @return such as "in time"
         */
        public String words() {
            return words;
        }

        /**
         * Points.
         *
         * @return from 0 to 2; -1 when it does not count
         */
        public int points() {
            return points;
        }
    }

    /**
     * Something that was asked of the team.
     *
     * @param id of the step or inject
     * @param asked what
     * @param due until when
     * @param done when it was done; null when it was not
     * @param result how it went
     * @param words the team's words; empty for none
     * @param good what a good answer does; empty for a step
     * @param cites what it rests on
     */
    public record Item(
            String id,
            String asked,
            OffsetDateTime due,
            @Nullable OffsetDateTime done,
            Result result,
            String words,
            String good,
            Citation cites) {}

    /**
     * Scores an exercise.
     *
     * @param view the exercise
     * @param now the end of it, where it is not closed; a closed one is scored until its close, at least until the first
     *     answer was due
     * @return the score
     */
    public static Score of(IncidentView view, OffsetDateTime now) {
        OffsetDateTime end = end(view, now);
        var items = new ArrayList<Item>();
        for (IncidentView.StepState step : view.steps()) {
            OffsetDateTime due = step.due();
            if (step.phase() == Playbook.Phase.DURING && due != null) {
                items.add(new Item(
                        step.id(),
                        step.title(),
                        due,
                        step.skipped() ? null : step.done(),
                        result(view, step, due, end),
                        "",
                        "",
                        step.cites()));
            }
        }
        for (IncidentView.InjectState inject : view.injects()) {
            OffsetDateTime due = inject.due();
            if (due != null) {
                items.add(new Item(
                        inject.id(),
                        "Answer " + inject.from() + ": " + inject.text(),
                        due,
                        inject.answered(),
                        timely(inject.answered(), due, end),
                        inject.answer(),
                        inject.good(),
                        inject.cites()));
            }
        }
        items.sort((a, b) -> a.due().compareTo(b.due()));
        return new Score(items);
    }

    /** Whoever closes an exercise early is still asked for what was due until the first answer. */
    private static OffsetDateTime end(IncidentView view, OffsetDateTime now) {
        OffsetDateTime closed = view.closed();
        if (closed == null) {
            return now;
        }
        OffsetDateTime answer = view.noticed().plus(view.firstResponse());
        return closed.isAfter(answer) ? closed : answer;
    }

    private static Result result(
            IncidentView view, IncidentView.StepState step, OffsetDateTime due, OffsetDateTime end) {
        if (step.skipped()) {
            return Result.LEFT_OUT;
        }
        OffsetDateTime done = step.done();
        boolean early = done != null
                && step.after().stream()
                        .flatMap(id -> view.step(id).stream())
                        .filter(first -> !first.skipped())
                        .anyMatch(first -> first.done() == null || first.done().isAfter(done));
        return early ? Result.OUT_OF_ORDER : timely(done, due, end);
    }

    private static Result timely(@Nullable OffsetDateTime done, OffsetDateTime due, OffsetDateTime end) {
        if (done == null) {
            return due.isAfter(end) ? Result.NOT_DUE : Result.NOT_DONE;
        }
        return done.isAfter(due) ? Result.LATE : Result.IN_TIME;
    }

    /**
     * The score in one figure.
     *
     * @return points of a hundred, rounded down; empty when nothing counts yet
     */
    public Optional<Integer> percent() {
        List<Item> counted =
                items.stream().filter(i -> i.result().points() >= 0).toList();
        return counted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        counted.stream().mapToInt(i -> i.result().points()).sum() * 100 / (2 * counted.size()));
    }

    /**
     * How often something went in one way.
     *
     * @param result which
     * @return the number
     */
    public long count(Result result) {
        return items.stream().filter(i -> i.result() == result).count();
    }
}
