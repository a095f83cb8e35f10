package org.govsocial.mishap.response;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.mishap.Assessment;
import org.govsocial.mishap.record.ConflictException;
import org.govsocial.mishap.record.Draft;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.record.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * An incident that people work on. Everything is an entry of its log, so that the log alone tells what was done. Several
 * processes may work on one incident: what one recorded the others see, and what no longer fits is refused. Thread-safe.
 */
public final class OngoingIncident implements AutoCloseable {
    static final String INCIDENT = "incident";
    static final String STEP = "step";
    static final String NOTE = "note";
    static final String DONE = "step-done";
    static final String SKIPPED = "step-skipped";
    static final String ASSIGNED = "assigned";
    static final String STATUS = "status";
    static final String LESSON = "lesson";
    static final String NOTICE = "notice";
    static final String CLOSED = "closed";
    static final String BEGAN = "began";
    static final String LESSON_DONE = "lesson-done";

    private final IncidentLog log;

    private OngoingIncident(IncidentLog log) {
        this.log = log;
    }

    /**
     * How an incident begins.
     *
     * @param title what people call it
     * @param noticed when it was noticed; null for now
     * @param began when it began, such as when the post went out; null when nobody knows yet
     * @param who who opens it
     * @param assessment what it is, and its steps
     */
    public record Opening(
            String title,
            @Nullable OffsetDateTime noticed,
            @Nullable OffsetDateTime began,
            String who,
            Assessment assessment) {
        /**
         * An incident of which nobody knows yet when it began.
         *
         * @param title what people call it
         * @param noticed when it was noticed; null for now
         * @param who who opens it
         * @param assessment what it is, and its steps
         */
        public Opening(String title, @Nullable OffsetDateTime noticed, String who, Assessment assessment) {
            this(title, noticed, null, who, assessment);
        }
    }

    /**
     * Opens an incident: its log begins with what it is and every step to take, so that the log tells by itself what was
     * asked for.
     *
     * @param folder where; made when it is not there
     * @param opening what it is
     * @param settings clock and patience
     * @return the incident
     * @throws IOException when there is one in the folder already, or it cannot be written
     */
    public static OngoingIncident open(Path folder, Opening opening, LogSettings settings) throws IOException {
        return open(folder, opening, Map.of(), settings);
    }

    /** Opens one whose first entry holds more fields. */
    static OngoingIncident open(Path folder, Opening opening, Map<String, String> more, LogSettings settings)
            throws IOException {
        var incident = new OngoingIncident(IncidentLog.create(folder, settings));
        try {
            incident.begin(opening, more);
            return incident;
        } catch (IOException | RuntimeException e) {
            incident.close();
            throw e;
        }
    }

    /**
     * Goes on with an incident.
     *
     * @param folder where it is
     * @param settings clock and patience
     * @return the incident
     * @throws IOException when there is none, or it cannot be written
     */
    public static OngoingIncident resume(Path folder, LogSettings settings) throws IOException {
        return new OngoingIncident(IncidentLog.open(folder, settings));
    }

    private void begin(Opening opening, Map<String, String> more) throws IOException {
        Assessment a = opening.assessment();
        var types = new ArrayList<String>();
        a.types().forEach(t -> types.add(t.type().id()));
        a.branches().forEach(b -> types.add(b.branch().id()));
        log.append(new Draft(INCIDENT, opening.who(), opening.noticed(), opening.title(), more)
                .with("types", String.join(" ", types))
                .with("extent", a.extent().title())
                .with("lead", a.extent().lead())
                .with("first-response", a.extent().firstResponse().toString()));
        if (opening.began() != null) {
            began(opening.who(), opening.began(), "");
        }
        for (Assessment.FirstStep step : a.steps()) {
            log.append(Draft.of(STEP, opening.who(), step.step().title())
                    .with("step", step.step().id())
                    .with("phase", step.step().phase().name().toLowerCase(Locale.ROOT))
                    .with("owner", step.step().owner())
                    .with("within", step.within().toString())
                    .with("after", String.join(" ", step.step().after()))
                    .with("words", step.step().words())
                    .with("evidence", step.step().evidence())
                    .with("document", step.step().cites().document())
                    .with("statement", step.step().cites().statement()));
        }
    }

    /**
     * Where it stands now, with what other processes recorded.
     *
     * @return the state
     * @throws IOException when the log cannot be read, or opens no incident
     */
    public IncidentView view() throws IOException {
        return IncidentView.of(log.entries())
                .orElseThrow(() -> new LogException(
                        "The log does not say which incident it is of. Open it with 'govsocial mishap open'."));
    }

    /**
     * Records what happened.
     *
     * @param who who says so
     * @param at when it happened; null for now
     * @param text what happened
     * @return the acknowledgement
     * @throws IOException when it was not recorded
     */
    public Receipt note(String who, @Nullable OffsetDateTime at, String text) throws IOException {
        return log.append(new Draft(NOTE, who, at, text, Map.of()));
    }

    /**
     * Records when it began: people often find out later, and the time to notice runs from then. The last word counts.
     *
     * @param who who says so
     * @param at when it began
     * @param text how that is known; may be empty
     * @return the acknowledgement
     * @throws IOException when it was not recorded
     */
    public Receipt began(String who, OffsetDateTime at, String text) throws IOException {
        return log.append(new Draft(BEGAN, who, at, text, Map.of()));
    }

    /**
     * Adds a file.
     *
     * @param file the file; copied
     * @param who who adds it
     * @param at when it was captured; null for now
     * @param text what it shows
     * @return the acknowledgement
     * @throws IOException when it was not recorded
     */
    public Receipt attach(Path file, String who, @Nullable OffsetDateTime at, String text) throws IOException {
        return log.attach(file, who, at, text);
    }

    /**
     * Records that a step was done.
     *
     * @param step its id
     * @param who who did it
     * @param at when; null for now
     * @param text how, or what proves it; may be empty
     * @param anyway whether to do it though a step that comes first is not done
     * @return the acknowledgement
     * @throws LogException when there is no such step, it was done already, or something comes first
     * @throws IOException when it was not recorded
     */
    public Receipt done(String step, String who, @Nullable OffsetDateTime at, String text, boolean anyway)
            throws IOException {
        return settle(new Draft(DONE, who, at, text, Map.of("step", step)), step, anyway);
    }

    /**
     * Records that a step is left out on purpose.
     *
     * @param step its id
     * @param who who decided
     * @param reason why
     * @return the acknowledgement
     * @throws LogException when there is no such step, or it was done already
     * @throws IOException when it was not recorded
     */
    public Receipt skip(String step, String who, String reason) throws IOException {
        return settle(Draft.of(SKIPPED, who, reason).with("step", step), step, true);
    }

    private Receipt settle(Draft draft, String id, boolean anyway) throws IOException {
        return unlessChanged(draft, view -> {
            IncidentView.StepState step = view.step(id)
                    .orElseThrow(() -> new LogException("This incident has no step \"" + id + "\". Its steps: "
                            + String.join(
                                    ", ",
                                    view.steps().stream()
                                            .map(IncidentView.StepState::id)
                                            .toList())
                            + "."));
            if (step.settled()) {
                throw new LogException("The step \"" + id + "\" was " + (step.skipped() ? "left out" : "done") + " by "
                        + step.by() + " at " + step.done() + " already. Nothing was recorded.");
            }
            List<String> missing = view.missing(step);
            if (!missing.isEmpty() && !anyway) {
                throw new LogException("Before \"" + id + "\" comes " + String.join(" and ", missing)
                        + ". Do that first, or say --anyway. Nothing was recorded.");
            }
        });
    }

    /**
     * Says who does something.
     *
     * @param to a role or the id of a step
     * @param person name, with a number where to reach them
     * @param who who says so
     * @return the acknowledgement
     * @throws IOException when it was not recorded
     */
    public Receipt assign(String to, String person, String who) throws IOException {
        return log.append(
                Draft.of(ASSIGNED, who, person + ": " + to).with("to", to).with("person", person));
    }

    /**
     * Says where it stands.
     *
     * @param text where
     * @param who who says so
     * @return the acknowledgement
     * @throws IOException when it was not recorded
     */
    public Receipt status(String text, String who) throws IOException {
        return log.append(Draft.of(STATUS, who, text));
    }

    /**
     * Records a lesson.
     *
     * @param text what to do differently
     * @param owner who sees to it; may be empty
     * @param due until when; may be empty
     * @param who who says so
     * @return the acknowledgement
     * @throws IOException when it was not recorded
     */
    public Receipt lesson(String text, String owner, String due, String who) throws IOException {
        return log.append(Draft.of(LESSON, who, text).with("owner", owner).with("due", due));
    }

    /**
     * Records that what a lesson asks for was done.
     *
     * @param lesson the number of the entry that records the lesson
     * @param who who says so
     * @param at when it was done; null for now
     * @param text how; may be empty
     * @return the acknowledgement
     * @throws LogException when there is no such lesson, or it was done already
     * @throws IOException when it was not recorded
     */
    public Receipt lessonDone(long lesson, String who, @Nullable OffsetDateTime at, String text) throws IOException {
        return unlessChanged(new Draft(LESSON_DONE, who, at, text, Map.of("lesson", Long.toString(lesson))), view -> {
            if (view.openLessons().stream().noneMatch(l -> l.number() == lesson)) {
                throw new LogException("Entry " + lesson + " is no open lesson. Open: "
                        + String.join(
                                ", ",
                                view.openLessons().stream()
                                        .map(l -> l.number() + " (" + l.text() + ")")
                                        .toList())
                        + ". Nothing was recorded.");
            }
        });
    }

    /**
     * Records what became of a notice of complaint.
     *
     * @param event what happened
     * @param who who says so
     * @param at when; null for now
     * @param text in what way; may be empty
     * @param now the moment of recording, where no time is given
     * @return where the notice stands
     * @throws LogException when that cannot have happened now
     * @throws IOException when it was not recorded
     */
    public NoticeClock notice(
            NoticeClock.Event event, String who, @Nullable OffsetDateTime at, String text, OffsetDateTime now)
            throws IOException {
        unlessChanged(new Draft(NOTICE, who, at, text, Map.of("event", event.id())), view -> {
            try {
                view.notice().on(event, at == null ? now : at);
            } catch (IllegalArgumentException e) {
                throw new LogException(e.getMessage() + " Nothing was recorded.", e);
            }
        });
        return view().notice();
    }

    /**
     * Ends the incident.
     *
     * @param who who ends it
     * @param text how it ended
     * @param anyway whether to end it though steps are open
     * @return the acknowledgement
     * @throws LogException when it is closed already, or steps are open
     * @throws IOException when it was not recorded
     */
    public Receipt end(String who, String text, boolean anyway) throws IOException {
        return unlessChanged(Draft.of(CLOSED, who, text), view -> {
            if (view.closed() != null) {
                throw new LogException(
                        "The incident was closed at " + view.closed() + " already. Nothing was recorded.");
            }
            List<String> open = view.steps().stream()
                    .filter(s -> !s.settled() && s.phase() != org.govsocial.model.Playbook.Phase.AFTER)
                    .map(IncidentView.StepState::id)
                    .toList();
            if (!open.isEmpty() && !anyway) {
                throw new LogException("These steps are neither done nor left out: " + String.join(", ", open)
                        + ". Say 'do STEP' or 'do STEP --skip REASON' of each, or close it with --anyway. Nothing was"
                        + " recorded.");
            }
        });
    }

    /** Looks whether something may be recorded. */
    @FunctionalInterface
    interface Look {
        void at(IncidentView view) throws LogException;
    }

    /** Records only what still fits when it is recorded: when others were faster, it looks again. */
    Receipt unlessChanged(Draft draft, Look look) throws IOException {
        while (true) {
            IncidentView view = view();
            look.at(view);
            try {
                return log.appendAfter(
                        draft, view.entries().get(view.entries().size() - 1).number());
            } catch (ConflictException e) {
                // Somebody recorded something in between: each round, at least one of us got on.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
