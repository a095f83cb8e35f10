package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.answers.DecisionSheet;
import org.govsocial.answers.KnownFindings;
import org.govsocial.engine.Answers;
import org.govsocial.model.Decision;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What people have said about findings before, from the sheets that the user names.
 *
 * @param answers for the engine
 * @param worklist where open questions go; null when nobody asked for them
 * @param kept decisions that stand in the worklist already
 */
record Answering(Answers answers, @Nullable Path worklist, Collection<Decision> kept) {
    static final String WORKLIST = "--worklist";
    private static final String DECISIONS = "--decisions";
    private static final String BASELINE = "--baseline";

    static CommandSpec add(CommandSpec spec) {
        spec.addOption(Options.repeatable(
                        DECISIONS,
                        "FILE",
                        "Use the decisions of this sheet (fingerprint, verdict, who, when, why, until). Repeatable.")
                .build());
        spec.addOption(Options.value(
                WORKLIST,
                "FILE",
                "Write what a person has to decide to this sheet. When it is there already, its filled-in rows count as"
                        + " decisions and are kept."));
        spec.addOption(Options.repeatable(
                        BASELINE,
                        "FILE",
                        "Leave out what this earlier report (json, jsonl, sarif, csv) knows. Repeatable.")
                .build());
        return spec;
    }

    /**
     * Reads the sheets.
     *
     * @param clock tells which decisions have expired, in its zone
     * @throws UsageError when a sheet cannot be used
     */
    static Answering of(ParseResult given, Clock clock, Terminal terminal) throws UsageError {
        List<String> sheets = Options.texts(given, DECISIONS);
        List<String> baselines = Options.texts(given, BASELINE);
        String typed = Options.text(given, WORKLIST);
        if (sheets.isEmpty() && baselines.isEmpty() && typed == null) {
            return new Answering(Answers.NONE, null, List.of());
        }
        Map<String, Decision> decisions = new LinkedHashMap<>();
        var problems = new ArrayList<Problem>();
        for (String sheet : sheets) {
            add(decisions, read(DECISIONS, sheet, problems).values());
        }
        Path worklist = typed == null ? null : path(WORKLIST, typed);
        Collection<Decision> kept = List.of();
        if (worklist != null && Files.exists(worklist)) {
            kept = read(WORKLIST, String.valueOf(typed), problems).values();
            add(decisions, kept);
        }
        Set<String> known = new HashSet<>();
        for (String baseline : baselines) {
            try {
                known.addAll(KnownFindings.read(baseline, Files.newInputStream(existing(BASELINE, baseline))));
            } catch (InputException e) {
                problems.add(e.problem());
            } catch (IOException e) {
                problems.add(unreadable(baseline, e));
            }
        }
        if (!problems.isEmpty()) {
            Problem last = problems.remove(problems.size() - 1);
            problems.forEach(terminal::say);
            throw new UsageError(last.where(), last.what(), last.advice());
        }
        Answers answers =
                Answers.NONE.withDecisions(decisions, LocalDate.now(clock)).withKnown(known);
        return new Answering(answers, worklist, kept);
    }

    /** Of two decisions about one finding the later counts; of one day, the one read last. */
    private static void add(Map<String, Decision> decisions, Collection<Decision> more) {
        for (Decision decision : more) {
            decisions.merge(
                    decision.fingerprint(), decision, (old, now) -> now.when().isBefore(old.when()) ? old : now);
        }
    }

    private static Map<String, Decision> read(String option, String typed, List<Problem> problems) throws UsageError {
        try {
            DecisionSheet sheet = DecisionSheet.read(typed, Files.newInputStream(existing(option, typed)));
            problems.addAll(sheet.problems());
            return sheet.decisions();
        } catch (InputException e) {
            problems.add(e.problem());
        } catch (IOException e) {
            problems.add(unreadable(typed, e));
        }
        return Map.of();
    }

    private static Problem unreadable(String typed, IOException e) {
        return new Problem(
                typed, "It cannot be read (" + e.getMessage() + ").", "Check that it is a file you may read.");
    }

    private static Path existing(String option, String typed) throws UsageError {
        Path path = path(option, typed);
        if (!Files.isRegularFile(path)) {
            throw new UsageError(option, "There is no file " + typed + ".", "Check the spelling and the folder.");
        }
        return path;
    }

    private static Path path(String option, String typed) throws UsageError {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new UsageError(option, "\"" + typed + "\" cannot be a path.", "Check the spelling.");
        }
    }
}
