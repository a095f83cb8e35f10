package org.govsocial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewRun;
import org.govsocial.engine.RunOptions;
import org.govsocial.engine.RunResult;
import org.govsocial.model.Problem;
import org.govsocial.model.Subject;
import org.govsocial.spi.Location;
import org.govsocial.spi.ReportFormat;
import org.govsocial.spi.ReportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Has a plan judged and the report written, in the formats that posts have. */
record PlanSubjects(Terminal terminal, Guidance guidance) {
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";
    private static final String FAIL_ON = "--fail-on";
    private static final String NO_COLOUR = "--no-color";
    private static final String PLAIN = "--plain";

    static CommandSpec options(CommandSpec spec) {
        spec.addOption(Options.value(
                FAIL_ON,
                "LEVEL",
                "End with 1 when there are findings of this severity or above: error (the default), warning, note or"
                        + " never. What a person has to decide does not count."));
        spec.addOption(Options.value(FORMAT, "NAME", Options.REPORTS));
        spec.addOption(Options.value(OUTPUT, "FILE", "Write the report to this file, whole or not at all."));
        spec.addOption(OptionSpec.builder(NO_COLOUR, "--no-colour")
                .description("No colour. Setting NO_COLOR does the same.")
                .build());
        spec.addOption(Options.flag(PLAIN, "No lines, boxes or underlines: for screen readers and pipes."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    static Threshold failOn(ParseResult given) throws UsageError {
        return Threshold.named(FAIL_ON, Options.text(given, FAIL_ON));
    }

    /** Gives the exit code. */
    int report(ParseResult given, Subject subject, String file) throws UsageError, IOException {
        Threshold failOn = failOn(given);
        ReportFormat format = Chosen.format(Options.text(given, FORMAT), guidance);
        @Nullable String output = Options.text(given, OUTPUT);
        if ("-".equals(output)) {
            output = null;
        }
        boolean colour = output == null && !Options.isSet(given, NO_COLOUR) && terminal.showsColour();
        ReportRequest request = ReportRequest.of(guidance, Version.number())
                .withScreen(colour, Options.isSet(given, PLAIN), terminal.width());
        RunResult result;
        if (output == null) {
            result = run(format, request, subject, file, terminal.out());
            terminal.out().flush();
        } else {
            refuse(file, output);
            try (AtomicFile target = AtomicFile.at(Path.of(output))) {
                result = run(format, request, subject, file, target.stream());
                target.commit();
            } catch (IOException | InvalidPathException e) {
                throw new UsageError(
                        OUTPUT + " " + output,
                        "This file cannot be written (" + e.getMessage() + ").",
                        "Name a file in a folder that exists and that you may write to.");
            }
        }
        if (output != null || !format.id().equals(Chosen.FOR_PEOPLE)) {
            for (Problem problem : result.summary().problems()) {
                terminal.say(problem);
            }
        }
        int work = result.incomplete().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
        int found = failOn.isReachedBy(result) ? ExitCode.FINDINGS : ExitCode.DONE;
        return Math.max(Problems.code(guidance.problems()), Math.max(work, found));
    }

    private RunResult run(ReportFormat format, ReportRequest request, Subject subject, String file, OutputStream out)
            throws UsageError, IOException {
        try (var run = new ReviewRun(
                guidance, Workspaces.config(), RunOptions.DEFAULTS.withThreads(1), format.start(request, out))) {
            run.subject(subject, Location.of(file.replace('\\', '/')));
            return run.end();
        }
    }

    /** A report must not take the place of the plan that it is about. */
    private static void refuse(String file, String output) throws UsageError {
        try {
            if (Files.exists(Path.of(output)) && Files.isSameFile(Path.of(file), Path.of(output))) {
                throw new UsageError(
                        OUTPUT + " " + output,
                        "This is the file that is checked; the report would take its place.",
                        "Give the report another name.");
            }
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(OUTPUT + " " + output, "This cannot be a file for the report.", "Choose another.");
        }
    }
}
