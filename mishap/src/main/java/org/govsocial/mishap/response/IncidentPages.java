package org.govsocial.mishap.response;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.govsocial.mishap.record.Content;
import org.govsocial.mishap.record.Entry;
import org.govsocial.model.Gap;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Playbook;
import org.govsocial.model.Span;
import org.jspecify.annotations.Nullable;

/** Pages about an incident, each from its log alone. */
public final class IncidentPages {
    private IncidentPages() {}

    /**
     * A "no surprises" note for those who lead: one page.
     *
     * @param view the incident
     * @param now when it is written
     * @return the page
     */
    public static Paper brief(IncidentView view, Instant now) {
        var page = new Page("No surprises: " + view.title());
        page.paragraph("As at " + minutes(now.atOffset(view.noticed().getOffset())) + ". "
                + (view.closed() == null ? "It goes on." : "Closed at " + minutes(view.closed()) + "."));
        page.section("What happened");
        page.paragraph("Noticed at " + minutes(view.noticed()) + ". "
                + (view.types().isEmpty() ? "" : "Type: " + spoken(view.types()) + ". ")
                + (view.status().isEmpty() ? "" : "Now: " + view.status()));
        page.paragraph(began(view));
        page.section("How we respond");
        page.paragraph(lead(view));
        page.paragraph(view.firstAnswered()
                .map(at -> "First answered at " + minutes(at) + ", " + spoken(Duration.between(view.noticed(), at))
                        + " after it was noticed.")
                .orElse("Not answered yet. An answer is due by "
                        + minutes(view.noticed().plus(view.firstResponse())) + "."));
        page.section("What was done");
        List<String> done = view.steps().stream()
                .filter(s -> s.done() != null && !s.skipped())
                .map(s -> minutes(s.done()) + ": " + s.title())
                .toList();
        if (done.isEmpty()) {
            page.paragraph("Nothing is recorded as done yet.");
        } else {
            page.items(done);
        }
        if (view.closed() == null) {
            page.section("What comes next");
            page.items(view.next().stream()
                    .limit(5)
                    .map(s -> s.title() + " " + person(view, s.owner()) + due(s, now))
                    .toList());
        }
        if (view.notice().state() != NoticeClock.State.NO_NOTICE) {
            page.section("Notice of complaint");
            page.paragraph(view.notice().state().words()
                    + (view.notice().due() == null
                            ? ""
                            : " Until " + minutes(view.notice().due()) + "."));
        }
        return page.paper();
    }

    /**
     * The first hour on one page, for a phone.
     *
     * @param view the incident
     * @param planned names with numbers, by role, of those whom the log does not name
     * @return the page
     */
    public static Paper card(IncidentView view, Map<String, String> planned) {
        List<IncidentView.StepState> hour = view.steps().stream()
                .filter(s -> s.phase() == Playbook.Phase.DURING)
                .filter(s -> s.due() != null
                        && Duration.between(view.noticed(), s.due()).compareTo(Duration.ofHours(1)) <= 0)
                .toList();
        var page = new Page("The first hour: " + view.title());
        page.paragraph("Noticed at " + minutes(view.noticed()) + ". First answer by "
                + minutes(view.noticed().plus(view.firstResponse())) + ".");
        page.numbered(hour.stream()
                .map(s -> "by " + time(s.due()) + " " + s.title()
                        + (s.words().isEmpty() ? "" : " Say: \u201c" + s.words() + "\u201d")
                        + " (" + s.owner().replace('-', ' ') + ")")
                .toList());
        var roles = new LinkedHashSet<String>();
        roles.add(view.lead());
        hour.forEach(s -> roles.add(s.owner()));
        roles.addAll(view.people().keySet());
        var people = new LinkedHashMap<>(planned);
        people.putAll(view.people());
        return people(page, roles, people);
    }

    /**
     * The first hour of any mishap, to print before there is one.
     *
     * @param steps the steps that hold for every mishap
     * @param people names with numbers, by role
     * @return the page
     */
    public static Paper card(List<org.govsocial.mishap.Assessment.FirstStep> steps, Map<String, String> people) {
        var page = new Page("The first hour of a mishap");
        var hour = steps.stream()
                .filter(s -> s.step().phase() == Playbook.Phase.DURING
                        && (s.step().within() == null || s.within().compareTo(Duration.ofHours(1)) <= 0))
                .toList();
        page.numbered(hour.stream()
                .map(s -> (s.step().within() == null ? "" : "within " + spoken(s.within()) + ": ")
                        + s.step().title()
                        + (s.step().words().isEmpty()
                                ? ""
                                : " Say: \u201c" + s.step().words() + "\u201d")
                        + " (" + s.step().owner().replace('-', ' ') + ")")
                .toList());
        var roles = new LinkedHashSet<String>();
        hour.forEach(s -> roles.add(s.step().owner()));
        roles.addAll(people.keySet());
        return people(page, roles, people);
    }

    private static Paper people(Page page, java.util.Set<String> roles, Map<String, String> people) {
        var all = new LinkedHashMap<String, String>();
        roles.forEach(r -> all.put(r, people.getOrDefault(r, "______________________________")));
        page.section("Names and numbers");
        page.table(
                "Whom to call",
                List.of("Role", "Name and number"),
                all.entrySet().stream()
                        .map(e -> List.of(e.getKey().replace('-', ' '), e.getValue()))
                        .toList());
        return page.paragraph("In danger, call the Police on 111.").paper();
    }

    /**
     * Everything that the log holds.
     *
     * @param view the incident
     * @return the page
     */
    public static Paper record(IncidentView view) {
        var page = new Page("Record of the incident: " + view.title());
        page.paragraph("Noticed at " + minutes(view.noticed()) + ", opened at " + minutes(view.opened()) + ", "
                + (view.closed() == null ? "not closed." : "closed at " + minutes(view.closed()) + ".")
                + " The log itself is the record; this page is a reading of it.");
        page.table(
                "Entries",
                List.of("Number", "Happened", "Recorded", "Kind", "Who", "What", "Fingerprint"),
                view.entries().stream().map(IncidentPages::row).toList());
        return page.paper();
    }

    private static List<String> row(Entry entry) {
        Content content = entry.content();
        String what = content == null ? entry.state().name().toLowerCase(java.util.Locale.ROOT) : words(entry, content);
        if (content != null && content.fields().containsKey("step")) {
            what = content.fields().get("step") + (what.isEmpty() ? "" : ": " + what);
        }
        return List.of(
                Long.toString(entry.number()),
                IncidentView.happened(entry).truncatedTo(ChronoUnit.SECONDS).toString(),
                entry.time().toString(),
                entry.kind(),
                content == null ? "" : content.who(),
                what,
                entry.fingerprint().brief());
    }

    // ---- words

    /** What an entry says, with the file or the entries that it is about. */
    static String words(Entry entry, Content content) {
        String text = content.text().isEmpty() ? "" : ": " + content.text();
        return switch (entry.kind()) {
            case "attachment" -> "Attached " + content.fields().getOrDefault("name", "") + text;
            case "disposed" ->
                "Disposed of the text of entries " + content.fields().getOrDefault("entries", "") + text;
            case OngoingIncident.NOTICE ->
                "Notice of complaint: " + content.fields().getOrDefault("event", "") + text;
            default -> content.text();
        };
    }

    private static Passage lead(IncidentView view) {
        Passage words = Passage.of(view.extent() + ". Lead: " + person(view, view.lead()));
        return view.people().containsKey(view.lead())
                ? words.and(new Span.Words("."))
                : words.and(new Span.Words(", "))
                        .and(new Gap(
                                "the name of the " + view.lead().replace('-', ' '),
                                "Say who it is: govsocial mishap assign " + view.lead() + " 'NAME, NUMBER'"));
    }

    private static Passage began(IncidentView view) {
        OffsetDateTime began = view.began();
        return began == null
                ? Passage.of(
                        new Span.Words("When it began: "),
                        new Gap(
                                "when it began",
                                "Find out, and write it down: govsocial mishap log 'THE POST WENT OUT' --began --at TIME"))
                : Passage.of("It began at " + minutes(began) + ", " + spoken(Duration.between(began, view.noticed()))
                        + " before it was noticed.");
    }

    private static String person(IncidentView view, String role) {
        String name = view.people().getOrDefault(role, "");
        return role.replace('-', ' ') + (name.isEmpty() ? "" : " (" + name + ")");
    }

    private static String due(IncidentView.StepState step, Instant now) {
        if (step.due() == null) {
            return "";
        }
        return ", by " + minutes(step.due()) + (step.late(now) ? ", late" : "");
    }

    static String spoken(List<String> ids) {
        return String.join(", ", ids).replace('-', ' ');
    }

    static String minutes(@Nullable OffsetDateTime time) {
        return time == null
                ? ""
                : time.truncatedTo(ChronoUnit.MINUTES)
                                .toLocalDateTime()
                                .toString()
                                .replace('T', ' ') + " (" + time.getOffset() + ")";
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null
                ? ""
                : time.truncatedTo(ChronoUnit.MINUTES).toLocalTime().toString();
    }

    static String spoken(Duration duration) {
        if (duration.isNegative()) {
            return spoken(duration.negated()) + " before";
        }
        var parts = new ArrayList<String>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
