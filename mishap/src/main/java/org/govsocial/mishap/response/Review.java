package org.govsocial.mishap.response;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.govsocial.mishap.record.Content;
import org.govsocial.mishap.record.Entry;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** The report after an incident, from its log alone: times, what was late or left out, what was asked, what was learned. */
public final class Review {
    private static final int WIDTH = 800;
    private static final int ROW = 22;
    private static final int LEFT = 260;

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
     * @return the page
     */
    public Page page(Catalogue catalogue) {
        var page = new Page("Review: " + view.title());
        page.paragraph("From the log alone: " + view.entries().size() + " entries."
                + (view.closed() == null ? " The incident is not closed yet." : ""));
        page.section("Times");
        page.table(
                "How long it took, from when it was noticed",
                List.of("To", "Time", "Asked for"),
                List.of(
                        List.of("Opening the log", IncidentPages.spoken(toOpen()), "no time is set"),
                        List.of(
                                "First response",
                                toFirstResponse().map(IncidentPages::spoken).orElse("not recorded"),
                                IncidentPages.spoken(view.firstResponse())),
                        List.of("Close", toClose().map(IncidentPages::spoken).orElse("not closed"), "no time is set")));
        page.section("Timeline");
        List<Moment> moments = moments();
        page.figure(timeline(moments));
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
                rows.add(List.of(s.title(), s.done() == null ? "not done" : "done late", asked(s, catalogue))));
        leftOut().forEach(s -> rows.add(List.of(s.title(), "left out", asked(s, catalogue))));
        if (rows.isEmpty()) {
            page.paragraph("Nothing was late or left out.");
        } else {
            page.table("Steps late or left out", List.of("Step", "State", "What the guidance says"), rows);
        }
        page.section("Lessons");
        if (view.lessons().isEmpty()) {
            page.paragraph("None is recorded yet: govsocial mishap lesson 'WHAT TO DO DIFFERENTLY' --owner WHO");
        } else {
            page.table(
                    "Actions",
                    List.of("What", "Owner", "Due"),
                    view.lessons().stream()
                            .map(l -> List.of(l.text(), l.owner(), l.due()))
                            .toList());
        }
        return page;
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
                case OngoingIncident.NOTICE ->
                    "Notice of complaint: " + content.fields().getOrDefault("event", "");
                default -> text.isEmpty() ? entry.kind() : text;
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

    /** A dot for each moment on its own line, so that no two words meet; the table beside it says the same. */
    private String timeline(List<Moment> moments) {
        double span = Math.max(
                1,
                moments.isEmpty() ? 1 : seconds(moments.get(moments.size() - 1).at()));
        int height = (moments.size() + 2) * ROW;
        var out = new StringBuilder()
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" role=\"img\" aria-labelledby=\"timeline-title timeline-text\">\n")
                .append("<title id=\"timeline-title\">Timeline</title>\n<desc id=\"timeline-text\">")
                .append(moments.size())
                .append(
                        " moments from when it was noticed, left, to the last, right. The table that follows says the same.")
                .append("</desc>\n");
        int y = ROW;
        for (Moment moment : moments) {
            long x = LEFT + Math.round((WIDTH - LEFT - 20) * Math.max(0, seconds(moment.at())) / span);
            out.append("<line x1=\"")
                    .append(LEFT)
                    .append("\" y1=\"")
                    .append(y)
                    .append("\" x2=\"")
                    .append(x);
            out.append("\" y2=\"")
                    .append(y)
                    .append("\" stroke=\"#595959\"/>\n<circle cx=\"")
                    .append(x);
            out.append("\" cy=\"")
                    .append(y)
                    .append("\" r=\"5\" fill=\"#111\"/>\n<text x=\"0\" y=\"")
                    .append(y + 4);
            out.append("\" font-size=\"12\">")
                    .append(moment.at().toLocalTime().withNano(0))
                    .append(' ')
                    .append(Page.escaped(shortened(moment.what())))
                    .append("</text>\n");
            y += ROW;
        }
        return out.append("</svg>\n").toString();
    }

    private double seconds(OffsetDateTime at) {
        return Duration.between(view.noticed(), at).toSeconds();
    }

    private static String shortened(String text) {
        int most = 32;
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
    }
}
