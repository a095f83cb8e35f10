package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonOutput;
import org.govsocial.json.PlanWriter;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.model.Outcome;
import org.govsocial.model.Plan;
import org.govsocial.model.Problem;
import org.govsocial.model.Report;
import org.govsocial.planning.toolbox.NewWorkspace;
import org.govsocial.planning.toolbox.PlanDraft;
import org.govsocial.planning.toolbox.PlanStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The verbs about a plan itself. */
final class PlanVerbs {
    private static final String FROM = "--from";
    private static final String OUTPUT = "--output";
    private static final String TITLE = "--title";
    private static final String AGENCY = "--agency";
    private static final String DAYS = "--days";

    private PlanVerbs() {}

    /** Starts a plan. */
    record Init(PlanDesk desk) implements Verb {
        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "init",
                    "Start a plan, from a decision or empty.",
                    "Every part is there to be filled in; what is not known stands as null. From a decision it takes the"
                            + " stage, purpose, context, hours, end, benefits and risks. A file that is there is never"
                            + " written over.",
                    "",
                    "Examples:",
                    "  govsocial decide --answers mine.json --format json --output decision.json",
                    "  govsocial plan init --from decision.json --output plan.json",
                    "");
            spec.addOption(Options.value(FROM, "FILE", "A decision, as \"govsocial decide --format json\" writes it."));
            spec.addOption(Options.value(OUTPUT, "FILE", "The plan to write; - for standard output."));
            spec.addOption(Options.value(TITLE, "TEXT", "What the plan is called."));
            spec.addOption(Options.value(AGENCY, "NAME", "Whose plan it is. Left out: the workspace's agency."));
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String output = Options.text(given, OUTPUT);
            if (output == null) {
                throw new UsageError("plan init", "Where should the plan go?", "Give --output FILE, or - for here.");
            }
            boolean screen = output.equals("-");
            if (!screen && Files.exists(TypedPath.of(OUTPUT, output))) {
                throw new UsageError(OUTPUT + " " + output, "It is there already.", "Choose another name.");
            }
            String agency = Options.text(given, AGENCY);
            if (agency == null) {
                agency = Workspaces.here().map(w -> w.settings().agency()).orElse("");
            }
            String title = Options.text(given, TITLE);
            if (title == null || title.isBlank()) {
                title = agency.isBlank() ? "Social media plan" : agency + " on social media";
            }
            Plan plan = PlanDraft.empty(NewWorkspace.id(title), title.strip(), agency.strip());
            String from = Options.text(given, FROM);
            if (from != null) {
                Plan start = plan;
                plan = PlanDesk.read(from, in -> PlanDraft.from(start, from, in));
                if (plan.decision().stage().equals("not-yet")) {
                    desk.terminal().say("The decision is \"not yet\": meet its conditions before you fill in a stage.");
                }
            }
            var bytes = new ByteArrayOutputStream();
            PlanWriter.write(plan, bytes);
            if (screen) {
                bytes.writeTo(desk.terminal().out());
            } else {
                PlanDesk.write(OUTPUT, output, bytes);
                if (!Options.isSet(given, "--quiet")) {
                    desk.terminal()
                            .say("Wrote " + output + ". \"govsocial plan check " + output + "\" says what it lacks.");
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Says what a plan lacks. */
    record Check(PlanDesk desk) implements Verb {
        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "check",
                    "Say what a plan lacks.",
                    "One rule for each topic of the toolbox. \"govsocial explain toolbox/plan-objectives\" tells more of one.",
                    "",
                    "Examples:",
                    "  govsocial plan check",
                    "  govsocial plan check samples/plan/thin.json --fail-on warning",
                    "  govsocial plan check plan.json --format html --output plan-check.html",
                    "");
            spec.addPositional(
                    Options.parameter("PLAN", "0..*", "The plan; the workspace's plan.json when not given."));
            return PlanSubjects.options(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String file = PlanDesk.planFile(given);
            Plan plan = PlanDesk.plan(file);
            Guidance guidance = GuidanceOptions.load(given, desk.terminal());
            return new PlanSubjects(desk.terminal(), guidance).report(given, plan, file);
        }
    }

    /** Says what is due. */
    record Status(PlanDesk desk) implements Verb {
        private static final int DAYS_AHEAD = 14;

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "status",
                    "Say what is due: reviews, the end, open actions, lessons of incidents, gaps.",
                    "",
                    "Examples:",
                    "  govsocial plan status",
                    "  govsocial plan status plan.json --days 30 --format json",
                    "");
            spec.addPositional(
                    Options.parameter("PLAN", "0..*", "The plan; the workspace's plan.json when not given."));
            spec.addOption(Options.value(DAYS, "N", "How many days to look ahead; 14 when not given."));
            spec.addOption(PlanDesk.todayOption());
            spec.addOption(Options.dataFormat());
            return Options.withStandard(GuidanceOptions.add(spec));
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            String file = PlanDesk.planFile(given);
            Plan plan = PlanDesk.plan(file);
            LocalDate today = desk.today(given);
            PlanStatus status = PlanStatus.of(plan, lessons(), today, days(given));
            Guidance guidance = GuidanceOptions.load(given, desk.terminal());
            Report report = guidance.reviewer(Workspaces.config()).review(plan);
            long gaps = report.findings().stream()
                    .filter(f -> f.outcome() == Outcome.FAILED)
                    .count();
            long open = report.findings().size() - gaps;
            if (json) {
                write(status, plan, today, gaps, open);
            } else {
                desk.terminal().print(page(status, plan, today, gaps, open));
            }
            return Problems.say(guidance.problems(), desk.terminal());
        }

        private static int days(ParseResult given) throws UsageError {
            String typed = Options.text(given, DAYS);
            if (typed == null) {
                return DAYS_AHEAD;
            }
            if (!typed.matches("\\d{1,4}")) {
                throw new UsageError(DAYS, "\"" + typed + "\" is no number of days.", "Write 0 to 9999.");
            }
            return Integer.parseInt(typed);
        }

        /** The lessons of the workspace's incidents. An incident that cannot be read is said, and the rest goes on. */
        private List<Plan.Action> lessons() throws UsageError, IOException {
            var lessons = new ArrayList<Plan.Action>();
            Workspace workspace = Workspaces.here().orElse(null);
            if (workspace == null || !Files.isDirectory(workspace.incidents())) {
                return lessons;
            }
            try {
                for (Path folder : MishapDesk.incidents(workspace.incidents())) {
                    read(folder, lessons);
                }
            } catch (NoClassDefFoundError e) {
                desk.terminal()
                        .say("The lessons of incidents are left out: the module about mishaps is not installed.");
            }
            return lessons;
        }

        private void read(Path folder, List<Plan.Action> lessons) {
            String name = String.valueOf(folder.getFileName());
            try {
                for (IncidentView.Lesson lesson : MishapDesk.view(folder).openLessons()) {
                    lessons.add(
                            new Plan.Action(lesson.text(), lesson.owner(), day(lesson.due()), Optional.empty(), name));
                }
            } catch (IOException e) {
                desk.terminal().say(new Problem(name, MishapDesk.message(e), "Its lessons are left out."));
            }
        }

        private static Optional<LocalDate> day(@Nullable String text) {
            try {
                return text == null || text.length() < 10
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(text.substring(0, 10)));
            } catch (DateTimeException e) {
                return Optional.empty(); // written in words, such as "before the next storm"
            }
        }

        private TextPage page(PlanStatus status, Plan plan, LocalDate today, long gaps, long open) {
            var page = new TextPage(desk.terminal().width());
            page.line(plan.title() + ", on " + today);
            section(page, "Overdue", status.of(PlanStatus.Urgency.OVERDUE));
            section(page, "Due", status.of(PlanStatus.Urgency.DUE));
            section(page, "Later", status.of(PlanStatus.Urgency.LATER));
            page.blank().line("Gaps");
            page.line("  " + gaps + " to close, " + open + " for a person to decide.");
            if (gaps + open > 0) {
                page.line("  \"govsocial plan check\" says which.");
            }
            return page;
        }

        private static void section(TextPage page, String title, List<PlanStatus.Item> items) {
            page.blank().line(title);
            if (items.isEmpty()) {
                page.line("  nothing");
            }
            for (PlanStatus.Item item : items) {
                String when = item.due().map(LocalDate::toString).orElse("no day    ");
                String who = item.owner().isEmpty() ? "" : " Owner: " + item.owner() + ".";
                page.hanging("  " + when + "  ", "              ", item.kind() + ": " + item.text() + who);
            }
        }

        private void write(PlanStatus status, Plan plan, LocalDate today, long gaps, long open) throws IOException {
            JsonOutput out = JsonOutput.indented(desk.terminal().out());
            out.beginObject()
                    .member("plan", plan.id())
                    .member("today", today.toString())
                    .member("gaps", gaps)
                    .member("toDecide", open);
            out.name("items").beginArray();
            for (PlanStatus.Item item : status.items()) {
                out.beginObject()
                        .member("kind", item.kind())
                        .member("text", item.text())
                        .member("owner", item.owner().isEmpty() ? null : item.owner())
                        .member("due", item.due().map(LocalDate::toString).orElse(null))
                        .member("urgency", item.urgency().name().toLowerCase(java.util.Locale.ROOT))
                        .endObject();
            }
            out.endArray().endObject().endLine().flush();
        }
    }
}
