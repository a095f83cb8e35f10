package org.govsocial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.ReviewRun;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReadOptions;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks posts. */
@Command(
        name = "check",
        header = "Check posts against the guidance.",
        description = {
            "Reads drafts and archives: text files, folders with a post.txt and its pictures, CSV, JSON, JSON Lines,"
                    + " Mastodon's outbox.json. Without PATH it reads standard input; on a terminal it asks you to"
                    + " paste a post.",
            "",
            "Examples:",
            "  govsocial check --text 'Kia ora! #emergency' --platform x,facebook",
            "  govsocial check drafts/ --fail-on warning",
            "  govsocial check posts.jsonl --format sarif --output report.sarif",
            "  govsocial check posts.csv --diff        show what safe fixes would change",
            "  govsocial check posts.csv --fix         make these changes",
            "",
        },
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders with posts; - for standard input.")
    List<String> paths = new ArrayList<>();

    @Option(names = "--text", paramLabel = "TEXT", description = "Check this text as one post.")
    @Nullable
    String text;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    List<MediaOption> media = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description = "The format of every PATH. Recognised by itself when not given.")
    @Nullable
    String from;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The encoding of text files; UTF-8 when not given.")
    @Nullable
    String encoding;

    @Option(names = "--direct-messages", description = "Also check private messages; they are left out otherwise.")
    boolean directMessages;

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            split = ",",
            description = "Judge each post for these platforms, such as x,facebook, and end with a line for each.")
    List<String> platforms = new ArrayList<>();

    @Option(names = "--only", paramLabel = "RULE", split = ",", description = "Run only these rules.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "RULE", split = ",", description = "Do not run these rules.")
    List<String> skip = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "End with 1 when there are findings of this severity or above: error (the default), warning,"
                    + " note or never. What a person has to decide does not count.")
    Threshold failOn = Threshold.ERROR;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "The report: text (the default), json, jsonl, sarif, html …")
    @Nullable
    String format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the report to this file, whole or not at all; - for standard output.")
    @Nullable
    String output;

    @Option(names = "--summary", description = "Totals only.")
    boolean summary;

    @Option(names = "--diff", description = "Show what safe fixes would change; check and write nothing.")
    boolean diff;

    @Option(names = "--fix", description = "Apply safe fixes to the files, then check what is left.")
    boolean fix;

    @Option(
            names = {"--no-color", "--no-colour"},
            description = "No colour. Setting NO_COLOR does the same.")
    boolean noColour;

    @Option(names = "--plain", description = "No lines, boxes or underlines: for screen readers and pipes.")
    boolean plain;

    @Mixin
    GuidanceOptions guidanceOptions = new GuidanceOptions();

    @Mixin
    StandardOptions standard = new StandardOptions();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws UsageError, IOException {
        consistent();
        Guidance guidance = guidanceOptions.load(terminal);
        ReviewConfig config = ReviewConfig.DEFAULTS
                .withPlatforms(Chosen.platforms(platforms, guidance))
                .withOnly(Chosen.rules("--only", only, guidance))
                .withSkip(Chosen.rules("--skip", skip, guidance));
        RunOptions options = RunOptions.DEFAULTS.withReading(reading()).withSummaryOnly(summary);
        if (from != null) {
            options = options.withReader(Chosen.reader(from, guidance));
        }
        if (diff) {
            return new Mending(terminal, guidance, config, options).diff(inputs(), post());
        }
        int mended = ExitCode.DONE;
        if (fix) {
            mended = new Mending(terminal, guidance, config, options).fix(inputs(), standard.quiet);
        }
        return Math.max(mended, reported(guidance, config, options));
    }

    private int reported(Guidance guidance, ReviewConfig config, RunOptions options) throws UsageError, IOException {
        ReportFormat chosen = Chosen.format(format == null ? "text" : format, guidance);
        String file = output == null || output.equals("-") ? null : output;
        ReportRequest request = ReportRequest.of(guidance, Version.number())
                .withPlatforms(config.platforms())
                .withSummaryOnly(summary)
                .withScreen(file == null && !noColour && terminal.showsColour(), plain, terminal.width());
        if (file == null) {
            int code = run(guidance, config, options, chosen, request, terminal.out());
            terminal.out().flush();
            return code;
        }
        try (AtomicFile target = opened(file)) {
            int code = run(guidance, config, options, chosen, request, target.stream());
            target.commit();
            return code;
        } catch (IOException e) {
            terminal.say(new Problem(
                    "--output " + file,
                    "The report could not be written (" + e.getMessage() + ").",
                    "If there was a report, it is as it was. Check the folder and the space on the disk."));
            return ExitCode.INCOMPLETE;
        }
    }

    private int run(
            Guidance guidance,
            ReviewConfig config,
            RunOptions options,
            ReportFormat chosen,
            ReportRequest request,
            OutputStream out)
            throws UsageError, IOException {
        var read = new ReadSoFar();
        List<Input> inputs = inputs();
        ProgressLine progress = null;
        RunOptions used = options;
        if (terminal.errorIsScreen() && !standard.quiet) {
            inputs.replaceAll(read::counting);
            progress = new ProgressLine(terminal.err(), System::nanoTime, read);
            used = options.withProgress(progress);
        }
        RunResult result;
        try (var run = new ReviewRun(guidance, config, used, chosen.start(request, out))) {
            Post post = post();
            if (post != null) {
                run.post(post, Location.of("--text"));
            }
            for (Input input : inputs) {
                run.read(input);
            }
            result = run.end();
        } finally {
            if (progress != null) {
                progress.end();
            }
        }
        if (!standard.quiet) {
            for (Map.Entry<String, Long> left : result.summary().skipped().entrySet()) {
                terminal.say("Left out: " + left.getValue() + " " + left.getKey());
            }
        }
        for (Problem problem : result.summary().problems()) {
            terminal.say(problem);
        }
        return code(guidance, result);
    }

    private int code(Guidance guidance, RunResult result) {
        if (!result.incomplete().isEmpty() || Problems.leaveWorkUndone(guidance.problems())) {
            return ExitCode.INCOMPLETE;
        }
        if (!result.refused().isEmpty() || !guidance.problems().isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        return failOn.isReachedBy(result) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void consistent() throws UsageError {
        if (text == null && !media.isEmpty()) {
            throw new UsageError("--media", "It goes with the words of a post.", "Give them with --text.");
        }
        if (fix && diff) {
            throw new UsageError("--fix", "It cannot go with --diff.", "Look with --diff first, then use --fix.");
        }
        if (fix && (text != null || paths.isEmpty() || paths.contains("-"))) {
            throw new UsageError(
                    "--fix", "It changes files, and there is no file to change.", "Use --diff to see the fixed words.");
        }
    }

    private List<Input> inputs() throws UsageError {
        var inputs = new ArrayList<Input>();
        for (String path : paths) {
            inputs.add(path.equals("-") ? Inputs.standardInput(terminal.in()) : file(path));
        }
        if (inputs.isEmpty() && text == null) {
            if (terminal.inputIsScreen()) {
                terminal.say("Paste a post, then press Ctrl-D on a line of its own (Ctrl-Z and Enter on Windows):");
            }
            inputs.add(Inputs.standardInput(terminal.in()));
        }
        return inputs;
    }

    /** Reports name files relative to the working folder where they lie below it, so that they can be shared. */
    private static Input file(String typed) throws UsageError {
        try {
            Path path = Path.of(typed);
            Path here = Path.of("").toAbsolutePath();
            return Inputs.file(
                    path,
                    path.isAbsolute() && path.startsWith(here)
                            ? here.relativize(path).toString()
                            : typed);
        } catch (InvalidPathException e) {
            throw new UsageError(typed, "This cannot be a path.", "Check the spelling.");
        }
    }

    private @Nullable Post post() throws UsageError {
        if (text == null) {
            return null;
        }
        var shown = new ArrayList<Media>();
        for (MediaOption one : media) {
            existing("--media", one.file);
            TextAlternative alt =
                    one.decorative ? TextAlternative.DECORATIVE : TextAlternative.of(one.alt == null ? "" : one.alt);
            Media medium = Media.of(Media.Kind.ofFile(one.file), alt).withFile(one.file);
            if (one.captions != null) {
                existing("--captions", one.captions);
                medium = medium.withCaptions(one.captions);
            }
            shown.add(medium);
        }
        return Post.of("text", text).withMedia(shown);
    }

    private static void existing(String option, String file) throws UsageError {
        try {
            if (Files.isRegularFile(Path.of(file))) {
                return;
            }
        } catch (InvalidPathException e) {
            throw new UsageError(option, "\"" + file + "\" cannot be a path.", "Check the spelling.");
        }
        throw new UsageError(option, "There is no file " + file + ".", "Check the spelling and the folder.");
    }

    private ReadOptions reading() throws UsageError {
        ReadOptions reading = ReadOptions.DEFAULTS.withDirectMessages(directMessages);
        return encoding == null ? reading : reading.withEncoding(Chosen.encoding(encoding));
    }

    private static AtomicFile opened(String file) throws UsageError {
        try {
            return AtomicFile.at(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    "--output " + file,
                    "This file cannot be written (" + e.getMessage() + ").",
                    "Name a file in a folder that exists and that you may write to.");
        }
    }
}
