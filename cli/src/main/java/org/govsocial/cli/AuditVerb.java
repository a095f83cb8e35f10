package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.govsocial.answers.Worklist;
import org.govsocial.audit.AltSheet;
import org.govsocial.audit.Audit;
import org.govsocial.audit.AuditIntake;
import org.govsocial.audit.AuditOptions;
import org.govsocial.audit.Period;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.model.Problem;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Audits whole archives. */
final class AuditVerb implements Verb {
    private static final String OUTPUT = "--output";
    private static final String ALT = "--alt";
    private static final String SINCE = "--since";
    private static final String UNTIL = "--until";
    private static final String SAMPLE = "--sample";
    private static final String SEED = "--seed";
    private static final String FROM = "--from";
    private static final String ENCODING = "--encoding";
    private static final String PLATFORM = "--platform";
    private static final String ONLY = "--only";
    private static final String SKIP = "--skip";
    private static final String FAIL_ON = "--fail-on";
    private static final int DEFAULT_SAMPLE = 100;
    private static final int MOST_SAMPLED = 100_000;

    private final Terminal terminal;
    private final Supplier<LocalDate> today;

    /** @param today tells which decisions have expired */
    AuditVerb(Terminal terminal, Supplier<LocalDate> today) {
        this.terminal = terminal;
        this.today = today;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "audit",
                "Audit whole archives of posts: a report with trends, sheets of findings, and a random sample.",
                "Reads the downloads of platforms and every other format that check reads. Reposts and other people's"
                        + " words are counted and not judged. Writes report.html, findings.csv, worklist.csv (what a"
                        + " person has to decide, to fill in; filled-in rows count in the next audit) and sample.csv.",
                "",
                "Examples:",
                "  govsocial audit archive.zip --output audit-2026",
                "  govsocial audit x.zip mastodon.zip --output audit --since 2025-07-01 --until 2026-06-30",
                "  govsocial audit x.zip --alt alt.csv --baseline audit-2025/findings.csv --output audit-2026",
                "");
        spec.addPositional(Options.parameter("ARCHIVE", "1..*", "Archives, files and folders with posts."));
        spec.addOption(Options.value(OUTPUT, "DIR", "The folder for the results; made when it is not there."));
        spec.addOption(Options.value(
                ALT,
                "FILE",
                "A sheet (post, media, alt) that fills in text alternatives which the archive leaves out."));
        spec.addOption(Options.value(SINCE, "DAY", "The first day, such as 2026-01-01, in New Zealand."));
        spec.addOption(Options.value(UNTIL, "DAY", "The last day."));
        spec.addOption(Options.value(
                SAMPLE, "N", "How many posts are drawn at random for a person to look at; 100 if not given."));
        spec.addOption(Options.value(SEED, "N", "The seed of the draw, to draw the same posts again; 1 if not given."));
        spec.addOption(
                Options.value(FROM, "FORMAT", "The format of every ARCHIVE. Recognised by itself when not given."));
        spec.addOption(Options.value(ENCODING, "NAME", "The encoding of text files; UTF-8 when not given."));
        spec.addOption(Options.list(PLATFORM, "NAME", "Judge each post for these platforms in place of its own."));
        spec.addOption(Options.list(ONLY, "RULE", "Run only these rules."));
        spec.addOption(Options.list(SKIP, "RULE", "Do not run these rules."));
        spec.addOption(Options.value(
                FAIL_ON,
                "LEVEL",
                "End with 1 when there are findings of this severity or above: error (the default), warning, note or"
                        + " never."));
        Answering.addKnown(spec);
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Sources sources = Sources.of(given, terminal);
        Path folder = folder(given);
        Threshold failOn = Threshold.named(FAIL_ON, Options.text(given, FAIL_ON));
        var period = new Period(day(given, SINCE), day(given, UNTIL), ReadOptions.DEFAULTS.zone());
        if (period.since().isPresent()
                && period.until().isPresent()
                && period.until().get().isBefore(period.since().get())) {
            throw new UsageError(UNTIL, "The last day is before the first.", "Swap --since and --until.");
        }
        AltSheet alternatives = alternatives(Options.text(given, ALT));
        Guidance guidance = GuidanceOptions.forReview(given, terminal);
        Answering answering = Answering.of(given, today, terminal, folder.resolve("worklist.csv"));
        ReviewConfig config = Workspaces.config()
                .withAnswers(answering.answers())
                .withPlatforms(Chosen.platforms(Options.texts(given, PLATFORM), guidance))
                .withOnly(Chosen.rules(ONLY, Options.texts(given, ONLY), guidance))
                .withSkip(Chosen.rules(SKIP, Options.texts(given, SKIP), guidance));
        RunOptions options =
                RunOptions.DEFAULTS.withReading(reading(given)).withIntake(new AuditIntake(period, alternatives));
        String from = Options.text(given, FROM);
        if (from != null) {
            options = options.withReader(Chosen.reader(from, guidance));
        }
        var about = new AuditOptions(
                period,
                alternatives,
                number(given, SAMPLE, DEFAULT_SAMPLE, 1, MOST_SAMPLED),
                number(given, SEED, 1, 0, Integer.MAX_VALUE),
                Optional.of(sources.inputs().stream().map(AuditVerb::name).collect(Collectors.joining(", "))),
                Version.number());
        boolean quiet = Options.isSet(given, "--quiet");
        var checking = new Checking(terminal, guidance, config, options, quiet, answering);
        RunResult result;
        try {
            result = written(sources, folder, guidance, about, answering, checking, options, quiet);
        } catch (IOException e) {
            terminal.say(new Problem(
                    OUTPUT + " " + folder,
                    "The results could not be written (" + e.getMessage() + ").",
                    "Results that were there are as they were. Check the folder and the space on the disk."));
            return ExitCode.INCOMPLETE;
        }
        return checking.ended(result, failOn, true);
    }

    /** Every file is whole before the first is put in its place. */
    private RunResult written(
            Sources sources,
            Path folder,
            Guidance guidance,
            AuditOptions about,
            Answering answering,
            Checking checking,
            RunOptions options,
            boolean quiet)
            throws IOException, UsageError {
        DocumentFormat page = page(guidance);
        boolean made = !Files.exists(folder);
        Files.createDirectories(folder);
        boolean committed = false;
        try (AtomicFile findings = AtomicFile.at(folder.resolve("findings.csv"));
                AtomicFile sample = AtomicFile.at(folder.resolve("sample.csv"));
                AtomicFile worklist = AtomicFile.at(folder.resolve("worklist.csv"));
                AtomicFile report = AtomicFile.at(folder.resolve("report.html"))) {
            var audit = new Audit(guidance, about, findings.stream(), sample.stream());
            var questions = new Worklist(guidance, worklist.stream(), answering.kept(), audit);
            RunResult result = checking.run(sources, options, questions);
            if (result.summary().subjects() == 0 && !result.refused().isEmpty()) {
                return result;
            }
            page.write(audit.paper(), report.stream());
            findings.commit();
            sample.commit();
            worklist.commit();
            report.commit();
            committed = true;
            if (!quiet) {
                terminal.say("Judged " + audit.judged() + " own posts. The report is " + folder.resolve("report.html")
                        + "; beside it findings.csv, sample.csv and worklist.csv (" + questions.open()
                        + " for a person to decide).");
            }
            return result;
        } finally {
            if (made && !committed) {
                Files.deleteIfExists(folder);
            }
        }
    }

    private static DocumentFormat page(Guidance guidance) throws UsageError {
        for (DocumentFormat format : guidance.documentFormats()) {
            if (format.id().equals("html")) {
                return format;
            }
        }
        throw new UsageError("reports", "No format for web pages is installed.", "Put the reports module back.");
    }

    /** Reports are passed on, so they name no folders of this computer. */
    private static String name(Input input) {
        String name = input.name();
        return name.startsWith("/") ? name.substring(name.lastIndexOf('/') + 1) : name;
    }

    private static Path folder(ParseResult given) throws UsageError {
        String typed = Options.text(given, OUTPUT);
        if (typed == null) {
            throw new UsageError(
                    OUTPUT, "It is missing.", "Name a folder for the results, such as --output audit-2026.");
        }
        Path folder = TypedPath.of(OUTPUT, typed);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageError(OUTPUT, typed + " is a file.", "Name a folder.");
        }
        return folder;
    }

    private static Optional<LocalDate> day(ParseResult given, String option) throws UsageError {
        String typed = Options.text(given, option);
        if (typed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            throw new UsageError(option, "\"" + typed + "\" is no day.", "Write it like 2026-11-22.");
        }
    }

    private static int number(ParseResult given, String option, int otherwise, int least, int most) throws UsageError {
        String typed = Options.text(given, option);
        if (typed == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(option, typed, least, most);
        }
        throw outside(option, typed, least, most);
    }

    private static UsageError outside(String option, String typed, int least, int most) {
        return new UsageError(
                option, "\"" + typed + "\" does not do here.", "Give a number from " + least + " to " + most + ".");
    }

    private static AltSheet alternatives(@Nullable String typed) throws UsageError {
        if (typed == null) {
            return AltSheet.none();
        }
        try {
            return AltSheet.read(typed, Files.newInputStream(Path.of(typed)));
        } catch (InputException e) {
            throw new UsageError(
                    e.problem().where(), e.problem().what(), e.problem().advice());
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(ALT, typed + " cannot be read.", "Check the spelling and the folder.");
        }
    }

    private static ReadOptions reading(ParseResult given) throws UsageError {
        String encoding = Options.text(given, ENCODING);
        return encoding == null ? ReadOptions.DEFAULTS : ReadOptions.DEFAULTS.withEncoding(Chosen.encoding(encoding));
    }
}
