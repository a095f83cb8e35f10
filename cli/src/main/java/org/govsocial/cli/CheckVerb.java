package org.govsocial.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.Workspace;
import org.govsocial.model.Problem;
import org.govsocial.spi.ReadOptions;
import org.govsocial.spi.ReportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Checks posts. */
final class CheckVerb implements Verb {
    static final String TEXT = "--text";
    static final String MEDIA = "--media";
    static final String ALT = "--alt";
    static final String DECORATIVE = "--decorative";
    static final String CAPTIONS = "--captions";
    private static final String FROM = "--from";
    private static final String ENCODING = "--encoding";
    private static final String DIRECT_MESSAGES = "--direct-messages";
    private static final String PLATFORM = "--platform";
    private static final String COUNTRY = "--country";
    private static final String ONLY = "--only";
    private static final String SKIP = "--skip";
    private static final String FAIL_ON = "--fail-on";
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";
    private static final String SUMMARY = "--summary";
    private static final String DIFF = "--diff";
    private static final String FIX = "--fix";
    private static final String NO_COLOUR = "--no-color";
    private static final String PLAIN = "--plain";

    private final Terminal terminal;
    private final Supplier<LocalDate> today;

    /** @param today tells which decisions have expired */
    CheckVerb(Terminal terminal, Supplier<LocalDate> today) {
        this.terminal = terminal;
        this.today = today;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "check",
                "Check posts against the guidance.",
                "Reads drafts and archives: text, folders with a post.txt and its pictures, CSV, Excel, Word, JSON, JSON"
                        + " Lines, captions, RSS and Atom, and what Mastodon, X, Bluesky, Facebook and Instagram export,"
                        + " zipped or not. Without PATH it reads standard input; on a terminal it asks you to paste a"
                        + " post.",
                "",
                "Examples:",
                "  govsocial check --text 'Kia ora! #emergency' --platform x",
                "  govsocial check drafts/ --fail-on warning",
                "  govsocial check posts.jsonl --format sarif --output report.sarif",
                "  govsocial check posts.csv --diff        show what safe fixes would change",
                "  govsocial check posts.csv --fix         make these changes",
                "  govsocial check posts.csv --worklist questions.csv   list what a person has to decide",
                "");
        spec.addPositional(Options.parameter("PATH", "0..*", "Files and folders with posts; - for standard input."));
        spec.addOption(Options.value(TEXT, "TEXT", "Check this text as one post."));
        spec.addArgGroup(media());
        spec.addOption(Options.value(FROM, "FORMAT", "The format of every PATH. Recognised by itself when not given."));
        spec.addOption(Options.value(ENCODING, "NAME", "The encoding of text files; UTF-8 when not given."));
        spec.addOption(Options.flag(DIRECT_MESSAGES, "Also check private messages; they are left out otherwise."));
        spec.addOption(Options.list(
                PLATFORM,
                "NAME",
                "Judge each post for these platforms, and end with a line for each. Separate"
                        + " several with commas."));
        spec.addOption(Options.value(
                COUNTRY, "NAME", "Go by the words, names and sources of nz (the default), au, uk, us or none."));
        spec.addOption(Options.list(ONLY, "RULE", "Run only these rules."));
        spec.addOption(Options.list(SKIP, "RULE", "Do not run these rules."));
        spec.addOption(Options.value(
                FAIL_ON,
                "LEVEL",
                "End with 1 when there are findings of this severity or above: error (the default), warning, note or"
                        + " never. What a person has to decide does not count."));
        spec.addOption(Options.value(FORMAT, "NAME", Options.REPORTS));
        spec.addOption(Options.value(
                OUTPUT, "FILE", "Write the report to this file, whole or not at all; - for standard output."));
        spec.addOption(Options.flag(SUMMARY, "Totals only."));
        spec.addOption(Options.flag(DIFF, "Show what safe fixes would change; check and write nothing."));
        spec.addOption(Options.flag(FIX, "Apply safe fixes to the files, then check what is left."));
        Answering.add(spec);
        spec.addOption(OptionSpec.builder(NO_COLOUR, "--no-colour")
                .description("No colour. Setting NO_COLOR does the same.")
                .build());
        spec.addOption(Options.flag(PLAIN, "No lines, boxes or underlines: for screen readers and pipes."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    /** Media of the post that is given on the command line. */
    static ArgGroupSpec media() {
        return ArgGroupSpec.builder()
                .exclusive(false)
                .multiplicity("0..*")
                .addArg(OptionSpec.builder(MEDIA)
                        .paramLabel("FILE")
                        .type(String.class)
                        .required(true)
                        .description("A picture, video or sound of the post in --text. Repeatable; the options below"
                                + " speak of the one before them.")
                        .build())
                .addArg(Options.value(ALT, "TEXT", "Its text alternative."))
                .addArg(Options.flag(DECORATIVE, "It carries no meaning."))
                .addArg(Options.value(CAPTIONS, "FILE", "Its captions."))
                .build();
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        var sources = Sources.of(given, terminal);
        boolean fix = Options.isSet(given, FIX);
        boolean diff = Options.isSet(given, DIFF);
        if (fix && diff) {
            throw new UsageError(FIX, "It cannot go with --diff.", "Look with --diff first, then use --fix.");
        }
        if (fix && !sources.areFiles()) {
            throw new UsageError(
                    FIX, "It changes files, and there is no file to change.", "Use --diff to see the fixed words.");
        }
        Threshold failOn = Threshold.named(FAIL_ON, Options.text(given, FAIL_ON));
        Guidance guidance =
                GuidanceOptions.forReview(given, terminal, Chosen.country(COUNTRY, Options.text(given, COUNTRY)));
        Answering answering = Answering.of(given, today, terminal);
        ReportFormat format = Chosen.format(Options.text(given, FORMAT), guidance);
        ReviewConfig config = Workspaces.config()
                .withAnswers(answering.answers())
                .withPlatforms(Chosen.platforms(Options.texts(given, PLATFORM), guidance))
                .withOnly(Chosen.rules(ONLY, Options.texts(given, ONLY), guidance))
                .withSkip(Chosen.rules(SKIP, Options.texts(given, SKIP), guidance))
                .withFingerprints(format.showsFingerprints() || answering.worklist() != null);
        RunOptions options = reading(given).withSummaryOnly(Options.isSet(given, SUMMARY));
        String from = Options.text(given, FROM);
        if (from != null) {
            options = options.withReader(Chosen.reader(from, guidance));
        }
        boolean quiet = Options.isSet(given, "--quiet");
        var unread = new ArrayList<Problem>();
        Workspace workspace = Workspaces.here().orElse(null);
        if (workspace != null) {
            options = options.withIntake(RegisteredAccounts.of(workspace, unread::add));
            unread.forEach(terminal::say);
        }
        var mending = new Mending(terminal, guidance, config, options);
        if (diff) {
            return mending.diff(sources);
        }
        int mended = fix ? mending.fix(sources, quiet) : ExitCode.DONE;
        var checking = new Checking(terminal, guidance, config, options, quiet, answering);
        boolean colour = !Options.isSet(given, NO_COLOUR) && terminal.showsColour();
        int checked = checking.report(sources, format, output(given), colour, Options.isSet(given, PLAIN), failOn);
        return Math.max(Math.max(mended, checked), unread.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE);
    }

    private static @Nullable String output(ParseResult given) {
        String file = Options.text(given, OUTPUT);
        return file == null || file.equals("-") ? null : file;
    }

    private static RunOptions reading(ParseResult given) throws UsageError {
        boolean direct = Options.isSet(given, DIRECT_MESSAGES);
        String encoding = Options.text(given, ENCODING);
        if (!direct && encoding == null) {
            return RunOptions.DEFAULTS;
        }
        ReadOptions reading = ReadOptions.DEFAULTS.withDirectMessages(direct);
        return RunOptions.DEFAULTS.withReading(
                encoding == null ? reading : reading.withEncoding(Chosen.encoding(encoding)));
    }
}
