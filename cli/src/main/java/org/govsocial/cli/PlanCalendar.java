package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govsocial.csv.SpecialDays;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.ReviewRun;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Outcome;
import org.govsocial.model.Problem;
import org.govsocial.planning.calendar.CalendarCheck;
import org.govsocial.planning.calendar.CalendarExport;
import org.govsocial.planning.calendar.CalendarItem;
import org.govsocial.planning.calendar.ContentCalendar;
import org.govsocial.planning.calendar.Region;
import org.govsocial.planning.calendar.Remark;
import org.govsocial.spi.InputException;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The calendar of what is to be published. */
final class PlanCalendar {
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";

    private PlanCalendar() {}

    static Verb branch(Terminal terminal, Clock clock) {
        var verbs = new LinkedHashMap<String, Verb>();
        verbs.put("check", new Check(terminal, clock));
        verbs.put("export", new Export(terminal, clock));
        return new Branch(
                "calendar",
                "Check what is planned, and hand it to calendars and scheduling tools.",
                verbs,
                "The columns of calendar.csv and days.csv are in docs/formats.md.",
                "",
                "Examples:",
                "  govsocial plan calendar check samples/plan/calendar.csv --region wellington",
                "  govsocial plan calendar export samples/plan/calendar.csv --format ics --output calendar.ics",
                "");
    }

    /** Looks at sign-off, times, days and words. */
    private static final class Check implements Verb {
        private static final String DAYS = "--days";
        private static final String REGION = "--region";
        private static final String FAIL_ON = "--fail-on";

        private final Terminal terminal;
        private final Clock clock;

        Check(Terminal terminal, Clock clock) {
            this.terminal = terminal;
            this.clock = clock;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "check",
                    "Check sign-off, times, clashing days and the words of a calendar.",
                    "The words go through the same rules as \"govsocial check\". Times are New Zealand's; one that the"
                            + " clocks skip or show twice is told. Dates that are announced from year to year, such as Te"
                            + " Wiki o te Reo Māori and the time before an election, come from days.csv beside the"
                            + " calendar: none is made up.",
                    "",
                    "Examples:",
                    "  govsocial plan calendar check calendar.csv --region wellington",
                    "  govsocial plan calendar check calendar.csv --days our-days.csv --format json",
                    "");
            spec.addPositional(
                    Options.parameter("FILE", "0..1", "The calendar; the workspace's calendar.csv when not given."));
            spec.addOption(
                    Options.value(DAYS, "FILE", "Your days; days.csv beside the calendar is taken when it is there."));
            spec.addOption(Options.list(
                    REGION, "NAME", "Whose anniversary days count: " + String.join(", ", regions()) + ". Repeatable."));
            spec.addOption(Options.value(
                    FAIL_ON, "LEVEL", "Exit with 1 from this severity on: error (the default), warning, note, never."));
            spec.addOption(Options.dataFormat());
            return Options.withStandard(GuidanceOptions.add(spec));
        }

        private static List<String> regions() {
            return Arrays.stream(Region.values()).map(Region::id).toList();
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            boolean json = Options.wantsJson(given);
            Threshold failOn = Threshold.named(FAIL_ON, Options.text(given, FAIL_ON));
            String file = file(given);
            ContentCalendar calendar = calendar(file, clock);
            var check = new CalendarCheck(regions(given), days(given, file), clock);
            List<Remark> remarks = check.check(calendar);
            Guidance guidance = GuidanceOptions.forReview(given, terminal);
            var words = new ByteArrayOutputStream();
            RunResult result = judge(guidance, calendar, Chosen.format(json ? "json" : null, guidance), words);
            if (json) {
                write(calendar, remarks, words.toString(StandardCharsets.UTF_8));
            } else {
                terminal.print(page(file, calendar, remarks));
                words.writeTo(terminal.out());
            }
            int code = Problems.say(guidance.problems(), terminal);
            for (Problem problem : calendar.problems()) {
                terminal.say(problem);
                code = Math.max(code, ExitCode.WRONG_INPUT);
            }
            boolean remarked =
                    remarks.stream().anyMatch(r -> r.outcome() == Outcome.FAILED && failOn.isReachedBy(r.severity()));
            return Math.max(code, remarked || failOn.isReachedBy(result) ? ExitCode.FINDINGS : ExitCode.DONE);
        }

        private RunResult judge(
                Guidance guidance, ContentCalendar calendar, ReportFormat format, ByteArrayOutputStream words)
                throws UsageError, IOException {
            ReportRequest request = ReportRequest.of(guidance, Version.number())
                    .withScreen(terminal.showsColour(), false, terminal.width());
            try (var run =
                    new ReviewRun(guidance, Workspaces.config(), RunOptions.DEFAULTS, format.start(request, words))) {
                for (CalendarItem item : calendar.items()) {
                    run.post(item.post(), item.where());
                }
                return run.end();
            }
        }

        private static Set<Region> regions(ParseResult given) throws UsageError {
            var regions = EnumSet.noneOf(Region.class);
            for (String typed : Options.texts(given, REGION)) {
                regions.add(Region.of(typed)
                        .orElseThrow(() -> new UsageError(
                                REGION,
                                "There is no region \"" + typed + "\"." + Nearest.question(typed, regions()),
                                "Choose from " + String.join(", ", regions()) + ".")));
            }
            return regions;
        }

        private static SpecialDays days(ParseResult given, String calendar) throws UsageError {
            String typed = Options.text(given, DAYS);
            if (typed == null) {
                Path beside = path(calendar).resolveSibling("days.csv");
                if (!Files.isRegularFile(beside)) {
                    return SpecialDays.NONE;
                }
                typed = beside.toString();
            }
            String name = typed;
            return read(name, in -> SpecialDays.read(name, in));
        }

        private TextPage page(String file, ContentCalendar calendar, List<Remark> remarks) {
            var page = new TextPage(terminal.width());
            page.line(file + ": " + calendar.items().size() + (calendar.items().size() == 1 ? " item." : " items."));
            var rows = new ArrayList<List<String>>();
            for (Remark remark : remarks) {
                rows.add(List.of(
                        remark.item().isEmpty() ? "(all)" : remark.item(),
                        level(remark),
                        remark.words()
                                + remark.cites()
                                        .map(c -> " (" + c.document() + ", " + c.statement() + ")")
                                        .orElse("")));
            }
            if (rows.isEmpty()) {
                page.line("Sign-off, times and days: nothing to mend.");
            } else {
                page.blank().table(List.of("ITEM", "LEVEL", "SIGN-OFF, TIMES AND DAYS"), rows);
            }
            return page.blank().line("Words:");
        }

        private static String level(Remark remark) {
            return switch (remark.outcome()) {
                case UNTESTED -> "not checked";
                case CANT_TELL -> remark.severity().name().toLowerCase(Locale.ROOT) + ", you decide";
                default -> remark.severity().name().toLowerCase(Locale.ROOT);
            };
        }

        private void write(ContentCalendar calendar, List<Remark> remarks, String check) throws IOException {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject().member("items", calendar.items().size());
            out.name("problems").beginArray();
            for (Problem problem : calendar.problems()) {
                out.beginObject()
                        .member("where", problem.where())
                        .member("what", problem.what())
                        .member("advice", problem.advice())
                        .endObject();
            }
            out.endArray().name("remarks").beginArray();
            for (Remark remark : remarks) {
                out.beginObject()
                        .member("where", remark.where().toString())
                        .member("item", remark.item().isEmpty() ? null : remark.item())
                        .member("kind", remark.kind().id())
                        .member("severity", remark.severity().name())
                        .member("outcome", remark.outcome().name())
                        .member("words", remark.words());
                if (remark.cites().isPresent()) {
                    out.name("cites")
                            .beginObject()
                            .member("document", remark.cites().get().document())
                            .member("statement", remark.cites().get().statement())
                            .endObject();
                }
                out.endObject();
            }
            out.endArray().name("check").written(check.strip()).endObject().endLine();
            out.flush();
        }
    }

    /** Writes it for other programs. */
    private static final class Export implements Verb {
        private static final String AGENCY = "--agency";

        private final Terminal terminal;
        private final Clock clock;

        Export(Terminal terminal, Clock clock) {
            this.terminal = terminal;
            this.clock = clock;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Options.verb(
                    "export",
                    "Write the calendar as iCalendar, or as CSV for a scheduling tool.",
                    "iCalendar holds every item with a clear time; an item keeps its id from export to export, so calendars"
                            + " update it. CSV holds what was approved and is not yet published, in local time.",
                    "",
                    "Examples:",
                    "  govsocial plan calendar export calendar.csv --format ics --output calendar.ics",
                    "  govsocial plan calendar export calendar.csv --format csv --output to-schedule.csv",
                    "");
            spec.addPositional(
                    Options.parameter("FILE", "0..1", "The calendar; the workspace's calendar.csv when not given."));
            spec.addOption(Options.value(FORMAT, "NAME", "ics (the default) or csv."));
            spec.addOption(Options.value(OUTPUT, "FILE", "Write to this file, whole or not at all."));
            spec.addOption(Options.value(AGENCY, "NAME", "Whose calendar it is: keeps ids of two agencies apart."));
            return Options.withStandard(spec);
        }

        @Override
        public int run(ParseResult given) throws UsageError, IOException {
            String format =
                    String.valueOf(given.matchedOptionValue(FORMAT, "ics")).toLowerCase(Locale.ROOT);
            if (!format.equals("ics") && !format.equals("csv")) {
                throw new UsageError(FORMAT, "There is no format \"" + format + "\" here.", "Choose ics or csv.");
            }
            ContentCalendar calendar = calendar(file(given), clock);
            String agency = Options.text(given, AGENCY);
            var bytes = new ByteArrayOutputStream();
            CalendarExport.Result result = format.equals("ics")
                    ? CalendarExport.ics(calendar, agency == null ? "" : agency, clock.instant(), bytes)
                    : CalendarExport.csv(calendar, bytes);
            put(Options.text(given, OUTPUT), bytes);
            if (!result.left().isEmpty()) {
                terminal.say("Left out, "
                        + (format.equals("ics")
                                ? "without a clear time: "
                                : "not approved, published or without a time: ")
                        + String.join(
                                ", ",
                                result.left().stream().map(CalendarItem::id).toList()) + ".");
            }
            for (Problem problem : calendar.problems()) {
                terminal.say(problem);
            }
            return calendar.problems().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
        }

        private void put(@Nullable String file, ByteArrayOutputStream bytes) throws UsageError, IOException {
            if (file == null || file.equals("-")) {
                bytes.writeTo(terminal.out());
                return;
            }
            try (AtomicFile target = AtomicFile.at(path(file))) {
                bytes.writeTo(target.stream());
                target.commit();
            } catch (IOException e) {
                throw new UsageError(
                        OUTPUT + " " + file,
                        "This file cannot be written (" + e.getMessage() + ").",
                        "Name a file in a folder that exists and that you may write to.");
            }
        }
    }

    private static String file(ParseResult given) throws UsageError {
        return Workspaces.named(Options.parameters(given).stream().findFirst(), Workspace::calendar, "calendar");
    }

    private static ContentCalendar calendar(String file, Clock clock) throws UsageError {
        return read(file, in -> ContentCalendar.read(file, in, clock.getZone()));
    }

    private interface Reading<T> {
        T from(InputStream in) throws InputException, IOException;
    }

    private static <T> T read(String file, Reading<T> reading) throws UsageError {
        try (InputStream in = Files.newInputStream(path(file))) {
            return reading.from(in);
        } catch (InputException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (IOException e) {
            Problem p = Inputs.unreadable(file, e);
            throw new UsageError(p.where(), p.what(), p.advice());
        }
    }

    private static Path path(String typed) throws UsageError {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new UsageError(typed, "This cannot be a path.", "Check the spelling.");
        }
    }
}
