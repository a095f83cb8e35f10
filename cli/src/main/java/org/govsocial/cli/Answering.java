package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.govsocial.answers.DecisionSheet;
import org.govsocial.answers.KnownFindings;
import org.govsocial.engine.Answers;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonException;
import org.govsocial.model.Decision;
import org.govsocial.model.Problem;
import org.govsocial.model.WorkspaceSettings;
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
        addKnown(spec);
        spec.addOption(Options.value(
                WORKLIST,
                "FILE",
                "Write what a person has to decide to this sheet. When it is there already, its filled-in rows count as"
                        + " decisions and are kept."));
        return spec;
    }

    /** Those for a verb that has a place of its own for what a person has to decide. */
    static CommandSpec addKnown(CommandSpec spec) {
        spec.addOption(Options.repeatable(
                        DECISIONS,
                        "FILE",
                        "Use the decisions of this sheet (fingerprint, verdict, who, when, why, until). Repeatable.")
                .build());
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
     * @param today tells which decisions have expired
     * @throws UsageError when a sheet cannot be used
     */
    static Answering of(ParseResult given, Supplier<LocalDate> today, Terminal terminal) throws UsageError {
        String typed = Options.text(given, WORKLIST);
        return of(given, today, terminal, typed == null ? null : TypedPath.of(WORKLIST, typed));
    }

    /** The same with a place for open questions that the verb knows. */
    static Answering of(ParseResult given, Supplier<LocalDate> today, Terminal terminal, @Nullable Path worklist)
            throws UsageError {
        return of(given, today, terminal, worklist, Path.of("").toAbsolutePath());
    }

    /** The same from another folder than the working one. */
    static Answering of(
            ParseResult given, Supplier<LocalDate> today, Terminal terminal, @Nullable Path worklist, Path from)
            throws UsageError {
        List<String> sheets = Options.texts(given, DECISIONS);
        List<String> baselines = Options.texts(given, BASELINE);
        Workspace workspace = workspace(from);
        boolean decided = workspace != null && Files.isRegularFile(workspace.decisions());
        List<WorkspaceSettings.Allowance> allowances =
                workspace == null ? List.of() : workspace.settings().allowances();
        if (sheets.isEmpty() && baselines.isEmpty() && worklist == null && !decided && allowances.isEmpty()) {
            return new Answering(Answers.NONE, null, List.of());
        }
        Map<String, Decision> decisions = new LinkedHashMap<>();
        var problems = new ArrayList<Problem>();
        if (workspace != null && decided) {
            add(
                    decisions,
                    read("decisions", shown(workspace.decisions()), problems).values());
        }
        for (String sheet : sheets) {
            add(decisions, read(DECISIONS, sheet, problems).values());
        }
        Collection<Decision> kept = List.of();
        if (worklist != null && Files.exists(worklist)) {
            kept = read(WORKLIST, worklist.toString(), problems).values();
            add(decisions, kept);
        }
        Set<String> known = new HashSet<>();
        for (String baseline : baselines) {
            try {
                known.addAll(KnownFindings.read(baseline, Files.newInputStream(TypedPath.file(BASELINE, baseline))));
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
        Answers answers = Answers.NONE
                .withDecisions(decisions, today.get())
                .withKnown(known)
                .withAllowances(allowances);
        return new Answering(answers, worklist, kept);
    }

    /** The workspace that the working folder lies in; null when there is none. */
    private static @Nullable Workspace workspace(Path from) throws UsageError {
        try {
            return Workspace.find(from).orElse(null);
        } catch (JsonException e) {
            Problem problem = e.problem();
            throw new UsageError(problem.where(), problem.what(), problem.advice());
        } catch (IOException e) {
            throw new UsageError(
                    Workspace.FILE, "It cannot be read (" + e.getMessage() + ").", "Check that you may read it.");
        }
    }

    /** As a person in the working folder would write it. */
    private static String shown(Path file) {
        return Path.of("").toAbsolutePath().relativize(file).toString();
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
            DecisionSheet sheet = DecisionSheet.read(typed, Files.newInputStream(TypedPath.file(option, typed)));
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
}
