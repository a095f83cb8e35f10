package org.govsocial.mishap.response;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.govsocial.mishap.record.Content;
import org.govsocial.mishap.record.Entry;
import org.govsocial.model.Citation;
import org.govsocial.model.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident stands, read from its log alone.
 *
 * @param title what people call it
 * @param types ids of types and special branches
 * @param drill the id of the drill, of an exercise; empty of a mishap that happened
 * @param began when it began; null while nobody knows
 * @param noticed when it was noticed
 * @param opened when it was opened in the log
 * @param closed when it was closed; null while it goes on
 * @param extent how far the response goes, in words
 * @param lead the role that leads
 * @param firstResponse within which time of being noticed the first response goes out
 * @param status what was last said about where it stands; empty when nothing was
 * @param steps the steps of its playbooks
 * @param people who does what: names, with numbers, by role or step
 * @param notice where a notice of complaint stands
 * @param lessons what was learned
 * @param injects what the team learned, of an exercise
 * @param entries everything in the log
 */
public record IncidentView(
        String title,
        List<String> types,
        String drill,
        @Nullable OffsetDateTime began,
        OffsetDateTime noticed,
        OffsetDateTime opened,
        @Nullable OffsetDateTime closed,
        String extent,
        String lead,
        Duration firstResponse,
        String status,
        List<StepState> steps,
        Map<String, String> people,
        NoticeClock notice,
        List<Lesson> lessons,
        List<InjectState> injects,
        List<Entry> entries) {
    /** The step whose time is that of the first response. */
    public static final String FIRST_ANSWER = "first-answer";

    /** Copies the collections. */
    public IncidentView {
        types = List.copyOf(types);
        steps = List.copyOf(steps);
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        lessons = List.copyOf(lessons);
        injects = List.copyOf(injects);
        entries = List.copyOf(entries);
    }

    /**
     * A step of a playbook, as the log has it.
     *
     * @param id its id
     * @param phase when it belongs
     * @param title what to do
     * @param words words to use; empty for none
     * @param owner the role that does it
     * @param due until when; null for a step after the end, while the incident goes on
     * @param after ids of steps that come first
     * @param evidence what to keep; empty for none
     * @param cites what it rests on
     * @param done when it was done; null while it is not
     * @param by who did it; empty while it is not done
     * @param skipped whether it was left out on purpose
     */
    public record StepState(
            String id,
            Playbook.Phase phase,
            String title,
            String words,
            String owner,
            @Nullable OffsetDateTime due,
            List<String> after,
            String evidence,
            Citation cites,
            @Nullable OffsetDateTime done,
            String by,
            boolean skipped) {
        /** Copies the list. */
        public StepState {
            after = List.copyOf(after);
        }

        /**
         * Whether nothing is left to do.
         *
         * @return true when it was done or skipped
         */
        public boolean settled() {
            return done != null;
        }

        /**
         * Whether it was, or is, late.
         *
         * @param now the moment asked about
         * @return true when it was done after its time, or is not done and its time is over
         */
        public boolean late(Instant now) {
            if (due == null || skipped) {
                return false;
            }
            return (done == null ? now : done.toInstant()).isAfter(due.toInstant());
        }
    }

    /**
     * Something that the team of an exercise learned, as the log has it.
     *
     * @param id its id
     * @param at when
     * @param from who said it
     * @param text what they said
     * @param due until when an answer is asked for; null for none
     * @param good what a good answer does
     * @param cites what a good answer follows
     * @param answered when it was answered; null while it is not
     * @param answer the team's answer; empty while there is none
     * @param by who answered; empty while nobody did
     */
    public record InjectState(
            String id,
            OffsetDateTime at,
            String from,
            String text,
            @Nullable OffsetDateTime due,
            String good,
            Citation cites,
            @Nullable OffsetDateTime answered,
            String answer,
            String by) {}

    /**
     * Something that was learned.
     *
     * @param number of the entry that records it
     * @param text what to do differently
     * @param owner who sees to it; empty when nobody was named
     * @param due until when; empty when not said
     * @param done when it was done; null while it is not
     */
    public record Lesson(
            long number,
            String text,
            String owner,
            String due,
            @Nullable OffsetDateTime done) {}

    /**
     * When something that an entry tells happened.
     *
     * @param entry the entry
     * @return the time that its author gave, or else the time of recording
     */
    public static OffsetDateTime happened(Entry entry) {
        Content content = entry.content();
        return content != null && content.at() != null ? content.at() : entry.time();
    }

    /**
     * When the first response went out.
     *
     * @return empty while it did not
     */
    public Optional<OffsetDateTime> firstAnswered() {
        return step(FIRST_ANSWER).filter(s -> !s.skipped()).map(StepState::done);
    }

    /**
     * The lessons that are still to be seen to.
     *
     * @return in order
     */
    public List<Lesson> openLessons() {
        return lessons.stream().filter(l -> l.done() == null).toList();
    }

    /**
     * Finds a step.
     *
     * @param id its id
     * @return empty when the incident has none of that id
     */
    public Optional<StepState> step(String id) {
        return steps.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /**
     * The steps that can be taken now: not done, belonging to the phase, all that comes first done.
     *
     * @return in order
     */
    public List<StepState> next() {
        return steps.stream()
                .filter(s -> !s.settled())
                .filter(s -> closed == null ? s.phase() == Playbook.Phase.DURING : s.phase() == Playbook.Phase.AFTER)
                .filter(s -> missing(s).isEmpty())
                .toList();
    }

    /**
     * What comes before a step and is not done.
     *
     * @param step the step
     * @return ids of steps
     */
    public List<String> missing(StepState step) {
        return step.after().stream()
                .filter(id -> step(id).map(s -> !s.settled()).orElse(false))
                .toList();
    }

    /**
     * Reads a log.
     *
     * @param entries all of its entries; those without content count as entries only
     * @return empty when none of them opens an incident
     */
    public static Optional<IncidentView> of(List<Entry> entries) {
        var fold = new Fold();
        entries.forEach(fold::add);
        return fold.view(entries);
    }

    /** Goes through the entries once. */
    private static final class Fold {
        private @Nullable Entry opening;
        private final Map<String, Entry> planned = new LinkedHashMap<>();
        private final Map<String, Entry> done = new LinkedHashMap<>();
        private final Map<String, String> people = new LinkedHashMap<>();
        private final Map<Long, Lesson> lessons = new LinkedHashMap<>();
        private final Map<String, Entry> injects = new LinkedHashMap<>();
        private final Map<String, Entry> answers = new LinkedHashMap<>();
        private @Nullable OffsetDateTime began;
        private NoticeClock notice = NoticeClock.NONE;
        private String status = "";
        private @Nullable OffsetDateTime closed;

        void add(Entry entry) {
            Content content = entry.content();
            if (content == null) {
                return;
            }
            Map<String, String> fields = content.fields();
            switch (entry.kind()) {
                case OngoingIncident.INCIDENT -> opening = opening == null ? entry : opening;
                case OngoingIncident.STEP -> planned.putIfAbsent(fields.getOrDefault("step", ""), entry);
                case OngoingIncident.DONE, OngoingIncident.SKIPPED ->
                    done.putIfAbsent(fields.getOrDefault("step", ""), entry);
                case OngoingIncident.ASSIGNED ->
                    people.put(fields.getOrDefault("to", ""), fields.getOrDefault("person", ""));
                case OngoingIncident.STATUS -> status = content.text();
                case OngoingIncident.LESSON ->
                    lessons.put(
                            entry.number(),
                            new Lesson(
                                    entry.number(),
                                    content.text(),
                                    fields.getOrDefault("owner", ""),
                                    fields.getOrDefault("due", ""),
                                    null));
                case OngoingIncident.LESSON_DONE -> settle(fields.getOrDefault("lesson", ""), happened(entry));
                case OngoingIncident.NOTICE ->
                    NoticeClock.Event.of(fields.getOrDefault("event", "")).ifPresent(event -> {
                        if (notice.next().contains(event)) {
                            notice = notice.on(event, happened(entry));
                        }
                    });
                case OngoingIncident.CLOSED -> closed = happened(entry);
                case OngoingIncident.BEGAN -> began = happened(entry);
                case Exercise.INJECT -> injects.putIfAbsent(fields.getOrDefault("inject", ""), entry);
                case Exercise.ANSWERED -> answers.putIfAbsent(fields.getOrDefault("inject", ""), entry);
                default -> {
                    // notes, attachments, corrections and the log's own book-keeping change nothing
                }
            }
        }

        Optional<IncidentView> view(List<Entry> entries) {
            Entry first = opening;
            Content content = first == null ? null : first.content();
            if (first == null || content == null) {
                return Optional.empty();
            }
            OffsetDateTime noticed = happened(first);
            Map<String, String> fields = content.fields();
            return Optional.of(new IncidentView(
                    content.text(),
                    words(fields.getOrDefault("types", "")),
                    fields.getOrDefault(Exercise.DRILL, ""),
                    began,
                    noticed,
                    first.time(),
                    closed,
                    fields.getOrDefault("extent", ""),
                    fields.getOrDefault("lead", ""),
                    duration(fields.getOrDefault("first-response", "")),
                    status,
                    planned.values().stream().map(e -> step(e, noticed)).toList(),
                    people,
                    notice,
                    List.copyOf(lessons.values()),
                    injects.values().stream().map(this::inject).toList(),
                    entries));
        }

        private void settle(String number, OffsetDateTime at) {
            for (Lesson l : List.copyOf(lessons.values())) {
                if (number.equals(Long.toString(l.number())) && l.done() == null) {
                    lessons.put(l.number(), new Lesson(l.number(), l.text(), l.owner(), l.due(), at));
                }
            }
        }

        private InjectState inject(Entry entry) {
            Content content = Objects.requireNonNull(entry.content());
            Map<String, String> f = content.fields();
            String id = f.getOrDefault("inject", "");
            String within = f.getOrDefault("within", "");
            Entry answer = answers.get(id);
            Content words = answer == null ? null : answer.content();
            return new InjectState(
                    id,
                    happened(entry),
                    f.getOrDefault("from", ""),
                    content.text(),
                    within.isEmpty() ? null : happened(entry).plus(duration(within)),
                    f.getOrDefault("good", ""),
                    new Citation(f.getOrDefault("document", ""), f.getOrDefault("statement", "")),
                    answer == null ? null : happened(answer),
                    words == null ? "" : words.text(),
                    words == null ? "" : words.who());
        }

        private StepState step(Entry entry, OffsetDateTime noticed) {
            Content content = Objects.requireNonNull(entry.content());
            Map<String, String> f = content.fields();
            String id = f.getOrDefault("step", "");
            Playbook.Phase phase =
                    f.getOrDefault("phase", "").equals("after") ? Playbook.Phase.AFTER : Playbook.Phase.DURING;
            OffsetDateTime from = phase == Playbook.Phase.AFTER ? closed : noticed;
            Entry ended = done.get(id);
            return new StepState(
                    id,
                    phase,
                    content.text(),
                    f.getOrDefault("words", ""),
                    f.getOrDefault("owner", ""),
                    from == null ? null : from.plus(duration(f.getOrDefault("within", ""))),
                    words(f.getOrDefault("after", "")),
                    f.getOrDefault("evidence", ""),
                    new Citation(f.getOrDefault("document", ""), f.getOrDefault("statement", "")),
                    ended == null ? null : happened(ended),
                    ended == null || ended.content() == null
                            ? ""
                            : ended.content().who(),
                    ended != null && ended.kind().equals(OngoingIncident.SKIPPED));
        }

        private static List<String> words(String text) {
            return text.isBlank() ? List.of() : Arrays.asList(text.strip().split(" ", -1));
        }

        private static Duration duration(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                return Duration.ZERO; // of an entry whose field was withheld
            }
        }
    }
}
