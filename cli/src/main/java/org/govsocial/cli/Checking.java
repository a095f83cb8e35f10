package org.govsocial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.answers.Worklist;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.ReviewRun;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.ReportWriter;
import org.jspecify.annotations.Nullable;

/** Has posts checked, and the report written. */
final class Checking {
    private final Terminal terminal;
    private final Guidance guidance;
    private final ReviewConfig config;
    private final RunOptions options;
    private final boolean quiet;
    private final Answering answering;

    Checking(
            Terminal terminal,
            Guidance guidance,
            ReviewConfig config,
            RunOptions options,
            boolean quiet,
            Answering answering) {
        this.terminal = terminal;
        this.guidance = guidance;
        this.config = config;
        this.options = options;
        this.quiet = quiet;
        this.answering = answering;
    }

    /** Gives the exit code. */
    int report(
            Sources sources,
            ReportFormat format,
            @Nullable String file,
            boolean colour,
            boolean plain,
            Threshold failOn)
            throws UsageError, IOException {
        ReportRequest request = ReportRequest.of(guidance, Version.number())
                .withPlatforms(config.platforms())
                .withSummaryOnly(options.summaryOnly())
                .withScreen(file == null && colour, plain, terminal.width());
        if (file == null) {
            RunResult result = run(sources, format, request, terminal.out());
            terminal.out().flush();
            // A report for people has said the problems already.
            return ended(result, failOn, !format.id().equals(Chosen.FOR_PEOPLE));
        }
        RunResult result;
        refuseInput("--output", sources.inputs(), file);
        try (AtomicFile target = opened("--output", file)) {
            result = run(sources, format, request, target.stream());
            target.commit();
        } catch (IOException e) {
            terminal.say(new Problem(
                    "--output " + file,
                    "The report could not be written (" + e.getMessage() + ").",
                    "If there was a report, it is as it was. Check the folder and the space on the disk."));
            return ExitCode.INCOMPLETE;
        }
        return ended(result, failOn, true);
    }

    private RunResult run(Sources sources, ReportFormat format, ReportRequest request, OutputStream out)
            throws IOException, UsageError {
        Path file = answering.worklist();
        if (file == null) {
            return run(sources, options, format.start(request, out));
        }
        refuseInput(Answering.WORKLIST, sources.inputs(), file.toString());
        try (AtomicFile target = opened(Answering.WORKLIST, file.toString())) {
            var worklist = new Worklist(guidance, target.stream(), answering.kept(), format.start(request, out));
            RunResult result = run(sources, options.withSummaryOnly(false), worklist);
            target.commit();
            if (!quiet) {
                terminal.say("Wrote " + file + ": " + worklist.open()
                        + " for a person to decide. Fill in verdict (passed,"
                        + " failed or waived), who, when and why, then check again with the same " + Answering.WORKLIST
                        + ".");
            }
            return result;
        }
    }

    /** Judges every post, and says how far it is. */
    RunResult run(Sources sources, RunOptions asked, ReportWriter writer) throws IOException {
        List<Input> inputs = sources.inputs();
        RunOptions used = asked;
        ProgressLine progress = null;
        if (terminal.errorIsScreen() && !quiet && !inputs.isEmpty()) {
            var read = new ReadSoFar();
            var counted = new ArrayList<Input>();
            for (Input input : inputs) {
                counted.add(read.counting(input));
            }
            inputs = counted;
            progress = new ProgressLine(terminal.err(), System::nanoTime, read);
            used = asked.withProgress(progress);
        }
        try (var run = new ReviewRun(guidance, config, used, writer)) {
            if (sources.post() != null) {
                run.post(sources.post(), Location.of("--text"), Sources.named());
            }
            for (Input input : inputs) {
                run.read(input);
            }
            if (progress != null) {
                progress.end();
            }
            return run.end();
        } finally {
            if (progress != null) {
                progress.end();
            }
        }
    }

    /** Says what the report does not, and gives the exit code. */
    int ended(RunResult result, Threshold failOn, boolean sayRest) {
        if (sayRest && !quiet) {
            result.summary()
                    .skipped()
                    .forEach((reason, count) -> terminal.say("Left out: " + reason + " (" + count + ")."));
        }
        if (sayRest) {
            for (Problem problem : result.summary().problems()) {
                terminal.say(problem);
            }
        }
        int loaded = Problems.code(guidance.problems());
        int read = !result.incomplete().isEmpty()
                ? ExitCode.INCOMPLETE
                : !result.refused().isEmpty() ? ExitCode.WRONG_INPUT : ExitCode.DONE;
        int found = failOn.isReachedBy(result) ? ExitCode.FINDINGS : ExitCode.DONE;
        return Math.max(loaded, Math.max(read, found));
    }

    /** A report must not take the place of the posts that it is about. */
    private static void refuseInput(String option, List<Input> inputs, String file) throws UsageError, IOException {
        for (Input input : inputs) {
            Path path = input.path();
            if (path != null && Files.exists(Path.of(file)) && Files.isSameFile(path, Path.of(file))) {
                throw new UsageError(
                        option + " " + file,
                        "This is the file that is checked; the report would take its place.",
                        "Give the report another name.");
            }
        }
    }

    private static AtomicFile opened(String option, String file) throws UsageError {
        try {
            return AtomicFile.at(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    option + " " + file,
                    "This file cannot be written (" + e.getMessage() + ").",
                    "Name a file in a folder that exists and that you may write to.");
        }
    }
}
