package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.ReviewRun;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Paper;
import org.govsocial.model.Plan;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.planning.documents.Facts;
import org.govsocial.planning.documents.Templates;
import org.govsocial.planning.moderation.ModerationEntry;
import org.govsocial.planning.moderation.ModerationLog;
import org.govsocial.planning.reporting.Activity;
import org.govsocial.planning.reporting.ActivityFacts;
import org.govsocial.planning.reporting.Metrics;
import org.govsocial.planning.reporting.Period;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Reports on what was published. */
final class PlanReport implements Verb {
    private static final String POSTS = "--posts";
    private static final String METRICS = "--metrics";
    private static final String MODERATION = "--moderation";
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String PLAN = "--plan";

    private final String name;
    private final String template;
    private final String header;
    private final Terminal terminal;
    private final Clock clock;

    private PlanReport(String name, String template, String header, Terminal terminal, Clock clock) {
        this.name = name;
        this.template = template;
        this.header = header;
        this.terminal = terminal;
        this.clock = clock;
    }

    static Verb branch(Terminal terminal, Clock clock) {
        var verbs = new LinkedHashMap<String, Verb>();
        verbs.put(
                "weekly",
                new PlanReport("weekly", "weekly-summary", "Sum up a week, or any other period.", terminal, clock));
        verbs.put(
                "activity",
                new PlanReport(
                        "activity",
                        "end-of-activity-report",
                        "Report at the end of an activity, against the plan's own measures.",
                        terminal,
                        clock));
        return new Branch(
                "report",
                "Report from archives of posts: counts, themes, removals, accessibility over time.",
                verbs,
                "What nobody knows is \"no data\" or a gap, never 0.",
                "",
                "Examples:",
                "  govsocial plan report weekly --posts outbox.json --from 2026-11-16 --to 2026-11-22",
                "  govsocial plan report activity --posts outbox.json --metrics metrics.csv --plan plan.json"
                        + " --from 2026-08-01 --to 2026-11-30 --output report.docx",
                "");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                name,
                header,
                "Days are New Zealand's. Posts without a time cannot be counted, and their number is said. Removals and"
                        + " questions come from the log of moderation, followers and results from the file of figures.",
                "",
                "Examples:",
                "  govsocial plan report " + name + " --posts outbox.json --from 2026-11-16 --to 2026-11-22",
                "  govsocial plan report " + name + " --posts outbox.json --from 2026-11-16 --to 2026-11-22"
                        + " --output report.html",
                "");
        spec.addOption(Options.list(POSTS, "PATH", "An archive, a file or a folder of posts. Repeatable."));
        spec.addOption(Options.value(FROM, "DAY", "The first day, such as 2026-11-16."));
        spec.addOption(Options.value(TO, "DAY", "The last day, counted."));
        spec.addOption(Options.value(METRICS, "FILE", "Figures from elsewhere: CSV with date, metric and value."));
        spec.addOption(Options.value(
                MODERATION, "FILE", "The log of moderation; moderation.jsonl of the workspace when left out."));
        spec.addOption(Options.value(PLAN, "FILE", "The plan with its measures; the workspace's when left out."));
        spec.addOption(Options.value(
                PaperDesk.FORMAT,
                "NAME",
                "text (the default), json, md, html or docx; left out, the one that the file's name ends with."));
        spec.addOption(Options.value(PaperDesk.OUTPUT, "FILE", "Write to this file, whole or not at all."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String format = Options.text(given, PaperDesk.FORMAT);
        String file = Options.text(given, PaperDesk.OUTPUT);
        boolean screen = file == null && (format == null || isOurs(format));
        if (file != null && format != null && isOurs(format)) {
            throw new UsageError(
                    PaperDesk.FORMAT,
                    format + " is printed, not written.",
                    "Leave --output out, or choose md, html or docx.");
        }
        List<String> posts = Options.texts(given, POSTS);
        if (posts.isEmpty()) {
            throw new UsageError("report " + name, "Which posts?", "Give --posts an archive, a file or a folder.");
        }
        Period period = period(given);
        Metrics metrics = metrics(given);
        Optional<ModerationLog> log = moderation(given);
        Plan plan = plan(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        var activity = new Activity(period, guidance);
        RunResult result = read(guidance, activity, posts);
        var facts = new ActivityFacts(activity, log, metrics, plan);
        if (!screen) {
            write(given, guidance, facts);
        } else if (format != null && format.equalsIgnoreCase("json")) {
            json(facts);
        } else {
            terminal.print(page(facts));
        }
        return ended(guidance, activity, result);
    }

    private static boolean isOurs(String format) {
        String plain = format.toLowerCase(Locale.ROOT);
        return plain.equals("text") || plain.equals("json");
    }

    private RunResult read(Guidance guidance, Activity activity, List<String> posts) throws UsageError, IOException {
        RunOptions options = RunOptions.DEFAULTS.withReading(ReadOptions.DEFAULTS.withZone(clock.getZone()));
        try (var run = new ReviewRun(guidance, Activity.config(guidance), options, activity)) {
            for (String typed : posts) {
                run.read(Inputs.file(TypedPath.of(POSTS, typed), typed));
            }
            return run.end();
        }
    }

    private int ended(Guidance guidance, Activity activity, RunResult result) {
        if (activity.undated() > 0) {
            terminal.say("Not counted: " + activity.undated() + " posts without a time.");
        }
        result.summary()
                .skipped()
                .forEach((reason, count) -> terminal.say("Left out: " + reason + " (" + count + ")."));
        for (Problem problem : result.refused()) {
            terminal.say(problem);
        }
        for (Problem problem : result.incomplete()) {
            terminal.say(problem);
        }
        int read = !result.incomplete().isEmpty()
                ? ExitCode.INCOMPLETE
                : !result.refused().isEmpty() ? ExitCode.WRONG_INPUT : ExitCode.DONE;
        return Math.max(Problems.say(guidance.problems(), terminal), read);
    }

    private void write(ParseResult given, Guidance guidance, ActivityFacts facts) throws UsageError, IOException {
        Templates templates = Templates.of(guidance);
        Paper paper = templates
                .paper(template, facts.into(Facts.of(facts.plan(), guidance)))
                .orElseThrow(() -> new UsageError(
                        "report",
                        "No template \"" + template + "\" is loaded.",
                        "\"govsocial plugins verify\" says why."));
        PaperDesk.write(paper, PaperDesk.format(given, guidance), given, terminal);
    }

    private TextPage page(ActivityFacts facts) {
        Activity activity = facts.activity();
        var page = new TextPage(terminal.width());
        page.line(activity.period().toString()).blank();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Posts made", own(activity, Post.Kind.ORIGINAL)));
        rows.add(List.of("Replies made", own(activity, Post.Kind.REPLY)));
        rows.add(List.of("Passed on", own(activity, Post.Kind.REPOST)));
        rows.add(List.of("Comments by others", noData(activity.count(Post.Kind.COMMENT))));
        rows.add(List.of("Removed or hidden", size(facts.removals())));
        rows.add(List.of("Questions answered", size(facts.questions(ModerationEntry.Question.ANSWERED))));
        rows.add(List.of("Questions open", size(facts.questions(ModerationEntry.Question.OPEN))));
        rows.add(List.of(
                "Passed the rules of accessibility",
                facts.accessibility().isEmpty() ? "no data" : facts.accessibility()));
        page.table(List.of("WHAT", "HOW MANY"), rows);
        if (!activity.themes().isEmpty()) {
            page.blank()
                    .table(
                            List.of("THEME", "POSTS"),
                            activity.themes().stream()
                                    .map(t -> List.of(t.name(), Long.toString(t.count())))
                                    .toList());
        }
        List<ModerationEntry> removals = facts.removals().orElse(List.of());
        if (!removals.isEmpty()) {
            page.blank()
                    .table(
                            List.of("REMOVED OR HIDDEN", "RULE", "WHY"),
                            removals.stream()
                                    .map(e -> List.of(e.time().toString(), e.rule(), e.reason()))
                                    .toList());
        }
        for (ModerationEntry open :
                facts.questions(ModerationEntry.Question.OPEN).orElse(List.of())) {
            page.blank().hanging("Open question: ", "  ", open.copy());
        }
        for (String request : facts.requests()) {
            page.blank().hanging("May be a request for official information (toolbox, OIA-1): ", "  ", request);
        }
        if (!facts.results().isEmpty()) {
            page.blank()
                    .table(
                            List.of("RESULT", "TARGET", "MEASURE OF THE PLAN"),
                            facts.results().stream()
                                    .map(r -> List.of(
                                            r.words(),
                                            r.objective().target(),
                                            r.objective().measure()))
                                    .toList());
        }
        return page;
    }

    private static String own(Activity activity, Post.Kind kind) {
        return activity.isDated() ? Long.toString(activity.count(kind)) : "no data";
    }

    /** An archive without a single comment most often does not hold comments at all. */
    private static String noData(long count) {
        return count == 0 ? "no data" : Long.toString(count);
    }

    private static String size(Optional<List<ModerationEntry>> known) {
        return known.map(k -> Integer.toString(k.size())).orElse("no data");
    }

    private void json(ActivityFacts facts) throws IOException {
        Activity activity = facts.activity();
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject()
                .member("from", activity.period().from().toString())
                .member("to", activity.period().to().toString());
        known(out, "posts", activity.isDated() ? activity.count(Post.Kind.ORIGINAL) : null);
        known(out, "replies", activity.isDated() ? activity.count(Post.Kind.REPLY) : null);
        known(out, "reposts", activity.isDated() ? activity.count(Post.Kind.REPOST) : null);
        known(out, "comments", activity.count(Post.Kind.COMMENT) == 0 ? null : activity.count(Post.Kind.COMMENT));
        known(out, "removals", facts.removals().map(r -> (long) r.size()).orElse(null));
        known(
                out,
                "questionsAnswered",
                facts.questions(ModerationEntry.Question.ANSWERED)
                        .map(q -> (long) q.size())
                        .orElse(null));
        known(
                out,
                "questionsOpen",
                facts.questions(ModerationEntry.Question.OPEN)
                        .map(q -> (long) q.size())
                        .orElse(null));
        out.member("undated", activity.undated()).member("outsideThePeriod", activity.outside());
        out.name("accessibility")
                .beginObject()
                .member("judged", activity.judged())
                .member("passed", activity.accessible())
                .endObject();
        out.name("themes").beginArray();
        for (Activity.Theme theme : activity.themes()) {
            out.beginObject()
                    .member("theme", theme.name())
                    .member("count", theme.count())
                    .endObject();
        }
        out.endArray().name("stretches").beginArray();
        for (Activity.Stretch stretch : activity.stretches()) {
            out.beginObject()
                    .member("from", stretch.from().toString())
                    .member("posts", stretch.posts())
                    .member("judged", stretch.judged())
                    .member("passed", stretch.accessible())
                    .endObject();
        }
        out.endArray().name("requests").beginArray();
        for (String request : facts.requests()) {
            out.value(request);
        }
        out.endArray().name("results").beginArray();
        for (ActivityFacts.Result one : facts.results()) {
            out.beginObject()
                    .member("objective", one.objective().text())
                    .member("measure", one.objective().measure())
                    .member("target", one.objective().target())
                    .member(
                            "result",
                            one.result().map(f -> f.value().toPlainString()).orElse(null))
                    .member("on", one.result().map(f -> f.date().toString()).orElse(null))
                    .endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void known(JsonOutput out, String member, @Nullable Long number) throws IOException {
        if (number == null) {
            out.name(member).nullValue();
        } else {
            out.member(member, number);
        }
    }

    private Period period(ParseResult given) throws UsageError {
        LocalDate from = day(given, FROM);
        LocalDate to = day(given, TO);
        if (to.isBefore(from)) {
            throw new UsageError(TO, to + " is before " + from + ".", "Swap the days.");
        }
        return new Period(from, to, clock.getZone());
    }

    private static LocalDate day(ParseResult given, String option) throws UsageError {
        String typed = Options.text(given, option);
        if (typed == null) {
            throw new UsageError(option, "Which day?", "Give --from and --to, such as 2026-11-16.");
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new UsageError(option, "\"" + typed + "\" is not a day.", "Write it as 2026-11-16.");
        }
    }

    private static Metrics metrics(ParseResult given) throws UsageError {
        String typed = Options.text(given, METRICS);
        return typed == null ? Metrics.NONE : PlanDesk.read(typed, in -> Metrics.read(typed, in));
    }

    private static Optional<ModerationLog> moderation(ParseResult given) throws UsageError {
        String typed = Options.text(given, MODERATION);
        if (typed != null) {
            return Optional.of(PlanModeration.read(TypedPath.of(MODERATION, typed)));
        }
        Path own = Workspaces.here()
                .map(w -> w.folder().resolve("moderation.jsonl"))
                .orElse(null);
        return own != null && Files.isRegularFile(own) ? Optional.of(PlanModeration.read(own)) : Optional.empty();
    }

    private static Plan plan(ParseResult given) throws UsageError {
        String typed = Options.text(given, PLAN);
        if (typed != null) {
            return PlanDesk.plan(typed);
        }
        Path own = Workspaces.here().map(Workspace::plan).orElse(null);
        return own != null && Files.isRegularFile(own) ? PlanDesk.plan(own.toString()) : Plan.of("none", "");
    }
}
