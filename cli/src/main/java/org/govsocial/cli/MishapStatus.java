package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.NoticeClock;
import org.govsocial.model.Playbook;
import org.govsocial.model.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows where an incident stands, or says where it stands now. */
final class MishapStatus implements Verb {
    private final MishapDesk desk;

    MishapStatus(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "status",
                "Show where an incident stands: clocks, steps, people. With words, record them as its status.",
                "",
                "Examples:",
                "  govsocial mishap status",
                "  govsocial mishap status 'Post removed, apology out, watching replies'",
                "");
        spec.addPositional(Options.parameter("TEXT", "0..*", "Where it stands now."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(MishapDesk.who(MishapDesk.dir(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        String text = String.join(" ", Options.parameters(given)).strip();
        if (!text.isEmpty()) {
            String who = desk.by(given);
            return desk.work(given, incident -> {
                desk.terminal()
                        .print(new TextPage(desk.terminal().width())
                                .line(incident.status(text, who).toString()));
                return ExitCode.DONE;
            });
        }
        IncidentView view = desk.view(given);
        Instant now = desk.clock().instant();
        if (json) {
            json(view, now);
        } else {
            desk.terminal().print(text(view, now));
        }
        return ExitCode.DONE;
    }

    private TextPage text(IncidentView view, Instant now) {
        var page = new TextPage(desk.terminal().width());
        page.line(view.title() + (view.closed() == null ? "" : " (closed)"));
        if (!view.types().isEmpty()) {
            page.line("Types: " + String.join(", ", view.types()));
        }
        page.line("Response: " + view.extent());
        if (!view.status().isEmpty()) {
            page.hanging("Status: ", "        ", view.status());
        }
        page.blank().line("CLOCKS");
        page.line("  Noticed:        " + Mishaps.time(view.noticed()));
        page.line("  First response: " + firstResponse(view, now));
        NoticeClock notice = view.notice();
        if (notice.state() != NoticeClock.State.NO_NOTICE) {
            page.hanging(
                    "  Notice:         ", "                  ", notice.state().words());
            notice.left(now)
                    .ifPresent(left -> page.line("                  "
                            + (left.isNegative()
                                    ? "LATE by " + Mishaps.spoken(left.negated())
                                    : Mishaps.spoken(left) + " left")
                            + ", until " + Mishaps.time(Objects.requireNonNull(notice.due()))));
        }
        page.blank().line("STEPS");
        var rows = new ArrayList<List<String>>();
        for (IncidentView.StepState step : view.steps()) {
            rows.add(List.of(
                    state(step, now),
                    step.due() == null ? "after" : Mishaps.due(step.due(), view.noticed()),
                    step.id(),
                    step.title()));
        }
        page.table(List.of("STATE", "DUE", "STEP", "WHAT"), rows);
        if (!view.people().isEmpty()) {
            page.blank().line("PEOPLE");
            view.people().forEach((role, person) -> page.line("  " + role + ": " + person));
        }
        return page;
    }

    private static String state(IncidentView.StepState step, Instant now) {
        if (step.skipped()) {
            return "left out";
        }
        if (step.done() != null) {
            return step.late(now) ? "done late" : "done";
        }
        return step.late(now) ? "LATE" : "open";
    }

    private static String firstResponse(IncidentView view, Instant now) {
        var due = view.noticed().plus(view.firstResponse());
        if (view.firstAnswered().isPresent()) {
            var at = view.firstAnswered().get();
            return "at " + Mishaps.time(at) + (at.isAfter(due) ? ", late" : ", in time");
        }
        Duration left = Duration.between(now, due.toInstant());
        return (left.isNegative() ? "LATE by " + Mishaps.spoken(left.negated()) : Mishaps.spoken(left) + " left")
                + ", due " + Mishaps.time(due);
    }

    private void json(IncidentView view, Instant now) throws IOException {
        JsonOutput out = JsonOutput.indented(desk.terminal().out());
        out.beginObject().member("title", view.title());
        Mishaps.texts(out, "types", view.types());
        out.member("noticed", view.noticed().toString());
        out.member("closed", view.closed() == null ? null : view.closed().toString());
        out.member("status", view.status());
        out.member("entries", view.entries().size());
        out.name("firstResponse")
                .beginObject()
                .member("due", view.noticed().plus(view.firstResponse()).toString())
                .member("at", view.firstAnswered().map(Object::toString).orElse(null))
                .endObject();
        NoticeClock notice = view.notice();
        out.name("notice")
                .beginObject()
                .member("state", notice.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .member("due", notice.due() == null ? null : notice.due().toString())
                .member("outcome", notice.outcome().name())
                .endObject();
        out.name("steps").beginArray();
        for (IncidentView.StepState step : view.steps()) {
            out.beginObject()
                    .member("id", step.id())
                    .member("title", step.title())
                    .member("phase", step.phase() == Playbook.Phase.AFTER ? "after" : "during")
                    .member("owner", step.owner())
                    .member("state", state(step, now).toLowerCase(Locale.ROOT).replace(' ', '-'))
                    .member("due", step.due() == null ? null : step.due().toString())
                    .member("done", step.done() == null ? null : step.done().toString())
                    .member("by", step.by());
            out.name("cites")
                    .beginObject()
                    .member("document", step.cites().document())
                    .member("statement", step.cites().statement())
                    .endObject()
                    .endObject();
        }
        out.endArray().name("people").beginObject();
        for (var person : view.people().entrySet()) {
            out.member(person.getKey(), person.getValue());
        }
        out.endObject().endObject().endLine();
        out.flush();
    }

    /** Lists the incidents of a folder. */
    static final class Listing implements Verb {
        private final MishapDesk desk;

        Listing(MishapDesk desk) {
            this.desk = desk;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "list",
                    "List the incidents of a folder, open ones and closed ones.",
                    "",
                    "Examples:",
                    "  govsocial mishap list",
                    "  govsocial mishap list --dir incidents/ --format json",
                    "");
            spec.addOption(Options.value(
                    MishapDesk.DIR, "DIR", "The folder that holds them. Left out: this one and the workspace."));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            String typed = Options.text(given, MishapDesk.DIR);
            Path parent = TypedPath.of(MishapDesk.DIR, typed == null ? "" : typed);
            if (typed != null && !java.nio.file.Files.isDirectory(parent)) {
                throw new UsageError(MishapDesk.DIR, "There is no folder " + typed + ".", "Check the spelling.");
            }
            int code = ExitCode.DONE;
            var rows = new ArrayList<List<String>>();
            for (Path folder : typed == null ? MishapDesk.incidentsHere() : MishapDesk.incidents(parent)) {
                try {
                    IncidentView view = MishapDesk.view(folder);
                    rows.add(List.of(
                            folder.toString(),
                            view.closed() == null ? "open" : "closed",
                            json ? view.noticed().toString() : Mishaps.time(view.noticed()),
                            view.title()));
                } catch (IOException e) {
                    desk.terminal().say(new Problem(folder.toString(), MishapDesk.message(e), ""));
                    code = ExitCode.INCOMPLETE;
                }
            }
            if (json) {
                JsonOutput out = JsonOutput.indented(desk.terminal().out());
                out.beginObject().name("incidents").beginArray();
                for (List<String> row : rows) {
                    out.beginObject()
                            .member("dir", row.get(0))
                            .member("state", row.get(1))
                            .member("noticed", row.get(2))
                            .member("title", row.get(3))
                            .endObject();
                }
                out.endArray().endObject().endLine();
                out.flush();
            } else if (rows.isEmpty()) {
                desk.terminal().print(new TextPage(desk.terminal().width()).line("No incidents here."));
            } else {
                desk.terminal()
                        .print(new TextPage(desk.terminal().width())
                                .table(List.of("FOLDER", "STATE", "NOTICED", "TITLE"), rows));
            }
            return code;
        }
    }
}
