package org.govsocial.mishap.response;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govsocial.mishap.record.Content;
import org.govsocial.mishap.record.Entry;
import org.govsocial.model.Block;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Gap;
import org.govsocial.model.Pack;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Playbook;
import org.govsocial.model.Provenance;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.model.Triage;
import org.govsocial.spi.Catalogue;

/** The report after an incident, from its log alone: times, what was late or left out, what was asked, what was learned. */
public final class Review {
    private static final String NOT_DONE = "not done";

    private final IncidentView view;
    private final OffsetDateTime until;

    /**
     * Looks back.
     *
     * @param view the incident
     * @param now the end of the timeline, where the incident is not closed
     */
    public Review(IncidentView view, OffsetDateTime now) {
        this.view = view;
        OffsetDateTime closed = view.closed();
        this.until = closed == null ? now : closed;
    }

    /**
     * How long it took to notice.
     *
     * @return from when it began; empty while nobody has written down when that was
     */
    public Optional<Duration> toNotice() {
        return Optional.ofNullable(view.began()).map(began -> Duration.between(began, view.noticed()));
    }

    /**
     * How long it took to open the incident in the log.
     *
     * @return from noticed to opened; negative when it was opened first
     */
    public Duration toOpen() {
        return Duration.between(view.noticed(), view.opened());
    }

    /**
     * How long it took to answer.
     *
     * @return from noticed to the first response; empty when there was none
     */
    public Optional<Duration> toFirstResponse() {
        return view.firstAnswered().map(at -> Duration.between(view.noticed(), at));
    }

    /**
     * How long it took altogether.
     *
     * @return from noticed to closed; empty when it goes on
     */
    public Optional<Duration> toClose() {
        return Optional.ofNullable(view.closed()).map(at -> Duration.between(view.noticed(), at));
    }

    /**
     * Steps that were done after their time, or are not done though their time is over.
     *
     * @return in the order of the playbook
     */
    public List<IncidentView.StepState> late() {
        return view.steps().stream().filter(s -> s.late(until.toInstant())).toList();
    }

    /**
     * Steps that were neither done nor left out when the incident was closed, though they were to come before its end.
     *
     * @return in the order of the playbook; those that were late by then are not among them
     */
    public List<IncidentView.StepState> forgotten() {
        return view.closed() == null
                ? List.of()
                : view.steps().stream()
                        .filter(s -> !s.settled() && s.phase() != Playbook.Phase.AFTER && !s.late(until.toInstant()))
                        .toList();
    }

    /**
     * Steps that were left out on purpose.
     *
     * @return in the order of the playbook
     */
    public List<IncidentView.StepState> leftOut() {
        return view.steps().stream().filter(IncidentView.StepState::skipped).toList();
    }

    /**
     * The report.
     *
     * @param catalogue the guidance, for the statements that the steps cite
     * @return the paper
     */
    public Paper paper(Catalogue catalogue) {
        var page = new Page("Review: " + view.title());
        page.paragraph("From the log alone: " + view.entries().size() + " entries."
                + (view.closed() == null ? " The incident is not closed yet." : ""));
        page.section("Times");
        Passage notice = toNotice()
                .map(d -> Passage.of(IncidentPages.spoken(d)))
                .orElse(Passage.of(new Gap(
                        "when it began",
                        "Find out, and write it down: govsocial mishap log 'THE POST WENT OUT' --began --at TIME")));
        page.add(new Block.Table(
                "How long it took; all but the first from when it was noticed",
                List.of("To", "Time", "Asked for"),
                List.of(
                        List.of(Passage.of("Notice it"), notice, Passage.of("no time is set")),
                        row("Opening the log", IncidentPages.spoken(toOpen()), "no time is set"),
                        row(
                                "First response",
                                toFirstResponse().map(IncidentPages::spoken).orElse("not recorded"),
                                IncidentPages.spoken(view.firstResponse())),
                        row("Close", toClose().map(IncidentPages::spoken).orElse("not closed"), "no time is set"))));
        page.section("Timeline");
        List<Moment> moments = moments();
        page.add(timeline(moments));
        page.table(
                "What happened, in order",
                List.of("Time", "After", "What", "Who", "Entry"),
                moments.stream()
                        .map(m -> List.of(
                                IncidentPages.minutes(m.at()),
                                IncidentPages.spoken(Duration.between(view.noticed(), m.at())),
                                m.what(),
                                m.who(),
                                Long.toString(m.entry())))
                        .toList());
        page.section("Late or left out");
        var rows = new ArrayList<List<String>>();
        late().forEach(s ->
                rows.add(List.of(s.title(), s.done() == null ? NOT_DONE : "done late", asked(s, catalogue))));
        forgotten().forEach(s -> rows.add(List.of(s.title(), NOT_DONE, asked(s, catalogue))));
        leftOut().forEach(s -> rows.add(List.of(s.title(), "left out", asked(s, catalogue))));
        if (rows.isEmpty()) {
            page.paragraph("Nothing was late or left out.");
        } else {
            page.table("Steps late or left out", List.of("Step", "State", "What the guidance says"), rows);
        }
        page.section("What the guidance asked");
        page.table(
                "Every step of the playbooks",
                List.of("Step", "State", "What the guidance says"),
                view.steps().stream()
                        .map(s -> List.of(s.title(), state(s), asked(s, catalogue)))
                        .toList());
        page.section("Lessons");
        if (view.lessons().isEmpty()) {
            page.paragraph("None is recorded yet: govsocial mishap lesson 'WHAT TO DO DIFFERENTLY' --owner WHO");
        } else {
            page.table(
                    "Actions",
                    List.of("What", "Owner", "Due", "State", "Entry"),
                    view.lessons().stream()
                            .map(l -> List.of(
                                    l.text(),
                                    l.owner(),
                                    l.due(),
                                    l.done() == null ? "open" : "done " + IncidentPages.minutes(l.done()),
                                    Long.toString(l.number())))
                            .toList());
        }
        return page.paper();
    }

    /**
     * A draft of a case study, for others to learn from. What the log does not tell is left empty, and the check of cases
     * asks for it; names of people are left out.
     *
     * @param organisation whose incident it was; empty to be filled in
     * @param catalogue the guidance, for the types of mishaps
     * @param today when it is written
     * @return a pack with the draft
     */
    public Pack draftCase(String organisation, Catalogue catalogue, LocalDate today) {
        List<String> types = catalogue.packs().stream()
                .flatMap(p -> Optional.ofNullable(p.triage()).stream())
                .flatMap(t -> t.types().stream().map(Triage.Type::id))
                .filter(view.types()::contains)
                .distinct()
                .toList();
        String day = view.noticed().toLocalDate().toString();
        String id = "INCIDENT-" + day;
        List<IncidentView.StepState> done = view.steps().stream()
                .filter(s -> s.done() != null && !s.skipped())
                .toList();
        String deeds = done.stream().map(IncidentView.StepState::title).collect(Collectors.joining(" "));
        String times = toNotice()
                        .map(d -> "It was noticed after " + IncidentPages.spoken(d) + ". ")
                        .orElse("")
                + toFirstResponse()
                        .map(d -> "The first answer went out after " + IncidentPages.spoken(d) + ". ")
                        .orElse("");
        var source = new Source(
                id + "-LOG", "Log of the incident: " + view.title(), organisation, "", day, Provenance.PROJECT);
        CaseStudy draft = CaseStudy.of(id, view.title())
                .withOrganisation(organisation, "nz")
                .withDates(
                        day,
                        view.closed() == null ? "" : view.closed().toLocalDate().toString())
                .withSetting(new CaseStudy.Setting(List.of(), List.of(), List.of(), List.of(), List.of(), types))
                .withStory("", (times + deeds).strip(), view.status())
                .withLessons(
                        view.lessons().stream()
                                .map(l -> new CaseStudy.Lesson(l.text(), List.of()))
                                .toList(),
                        done.stream()
                                .map(IncidentView.StepState::cites)
                                .distinct()
                                .toList())
                .withReadings(
                        List.of(new CaseStudy.Reading(source.code(), "", today)),
                        Provenance.PROJECT,
                        CaseStudy.Confidence.MEDIUM);
        return Pack.ofCases(
                "incident-" + day,
                view.title(),
                organisation.isEmpty() ? "your agency" : organisation,
                List.of(source),
                List.of(draft));
    }

    private String state(IncidentView.StepState step) {
        if (step.skipped()) {
            return "left out";
        }
        if (step.done() == null) {
            return step.late(until.toInstant()) || forgotten().contains(step) ? NOT_DONE : "open";
        }
        return (step.late(until.toInstant()) ? "done late, " : "done ") + IncidentPages.minutes(step.done()) + " by "
                + step.by();
    }

    private static List<Passage> row(String... cells) {
        return Stream.of(cells).map(Passage::of).toList();
    }

    private static String asked(IncidentView.StepState step, Catalogue catalogue) {
        Optional<Statement> statement = catalogue.statement(step.cites());
        return statement
                .map(s -> s.text() + " (" + s.id() + ", " + s.standing()
                        + (s.standing().equals("our judgement")
                                ? ""
                                : ": " + s.provenance().words()) + ")")
                .orElse(step.cites().statement());
    }

    private record Moment(OffsetDateTime at, String what, String who, long entry) {}

    /** What happened, by time; what the log prepared for itself is left out. */
    private List<Moment> moments() {
        var moments = new ArrayList<Moment>();
        for (Entry entry : view.entries()) {
            Content content = entry.content();
            if (content == null
                    || entry.kind().equals(OngoingIncident.STEP)
                    || entry.kind().equals("opened")) {
                continue;
            }
            String text = content.text();
            String what = switch (entry.kind()) {
                case OngoingIncident.INCIDENT -> "Noticed: " + text;
                case OngoingIncident.DONE -> "Done: " + title(content) + (text.isEmpty() ? "" : " " + text);
                case OngoingIncident.SKIPPED -> "Left out: " + title(content) + " " + text;
                case OngoingIncident.CLOSED -> "Closed" + (text.isEmpty() ? "" : ": " + text);
                case OngoingIncident.ASSIGNED -> "Assigned: " + text;
                case OngoingIncident.STATUS -> "Status: " + text;
                case OngoingIncident.LESSON -> "Lesson: " + text;
                case OngoingIncident.LESSON_DONE ->
                    "Lesson seen to: entry " + content.fields().getOrDefault("lesson", "")
                            + (text.isEmpty() ? "" : ", " + text);
                case OngoingIncident.BEGAN -> "Began" + (text.isEmpty() ? "" : ": " + text);
                default -> {
                    String words = IncidentPages.words(entry, content);
                    yield words.isEmpty() ? entry.kind() : words;
                }
            };
            moments.add(new Moment(IncidentView.happened(entry), what, content.who(), entry.number()));
        }
        moments.sort(Comparator.comparing(m -> m.at().toInstant()));
        return moments;
    }

    private String title(Content content) {
        String id = content.fields().getOrDefault("step", "");
        return view.step(id).map(IncidentView.StepState::title).orElse(id);
    }

    /** A bar for each moment, as long as it came after the first; the chart's own table says the same. */
    private static Block.Chart timeline(List<Moment> moments) {
        OffsetDateTime first = moments.get(0).at();
        var labels = new ArrayList<String>();
        var minutes = new ArrayList<OptionalDouble>();
        for (Moment moment : moments) {
            labels.add(moment.at().toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " " + shortened(moment.what()));
            minutes.add(OptionalDouble.of(Duration.between(first, moment.at()).toSeconds() / 60.0));
        }
        return new Block.Chart(
                "Timeline",
                moments.size() + " moments, from the first at " + IncidentPages.minutes(first) + " to the last, "
                        + IncidentPages.spoken(Duration.between(
                                first, moments.get(moments.size() - 1).at()))
                        + " later.",
                "minutes after the first",
                "Moment",
                labels,
                List.of(new Block.Chart.Series("Time", minutes)));
    }

    private static String shortened(String text) {
        int most = 40;
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
