package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonOutput;
import org.govsocial.json.PlanReader;
import org.govsocial.mishap.Assessor;
import org.govsocial.mishap.ready.Confirmation;
import org.govsocial.mishap.ready.Known;
import org.govsocial.mishap.ready.Readiness;
import org.govsocial.mishap.response.HoldingStatement;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Modality;
import org.govsocial.model.Outcome;
import org.govsocial.model.Plan;
import org.govsocial.model.Playbook;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Severity;
import org.govsocial.model.WorkspaceSettings;
import org.govsocial.spi.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says how ready an agency is for a mishap. */
final class MishapReady implements Verb {
    private static final String CONFIRM = "--confirm";
    private static final String NOT = "--not";
    private static final String FAIL_ON = "--fail-on";
    private static final String CONFIRMATIONS = "readiness.csv";
    private static final String WATCHED = "watch.json";

    private final MishapDesk desk;

    MishapReady(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "ready",
                "Look whether you are ready for a mishap: people, access, words, monitoring, practice.",
                "Reads the plan and the register of accounts of the workspace, and the logs of exercises. What no file tells,"
                        + " people confirm; after half a year they are asked again. A gap in what a source requires is an"
                        + " error, any other a warning.",
                "",
                "Examples:",
                "  govsocial mishap ready",
                "  govsocial mishap ready --plan plan.json --accounts accounts.csv --format json",
                "  govsocial mishap ready --confirm apart 'Asked all four; one tablet, kept in the office' --by Moana",
                "");
        spec.addPositional(Options.parameter("NOTE", "0..*", "With --confirm, how you know."));
        spec.addOption(Options.value("--plan", "FILE", "The plan. Left out: the workspace's."));
        spec.addOption(Options.value("--accounts", "FILE", "The register of accounts. Left out: the workspace's."));
        spec.addOption(Options.value(CONFIRM, "ITEM", "Record that it holds, in " + CONFIRMATIONS + "."));
        spec.addOption(Options.value(NOT, "ITEM", "Record that it does not hold."));
        spec.addOption(Options.value(FAIL_ON, "LEVEL", "error (the default), warning or never: when to exit with 1."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(MishapDesk.who(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Threshold threshold = Threshold.named(FAIL_ON, Options.text(given, FAIL_ON));
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        Assessor assessor = Mishaps.assessor(guidance);
        Optional<Workspace> workspace = Workspaces.here();
        Path said = workspace.map(Workspace::folder).orElse(Path.of("")).resolve(CONFIRMATIONS);
        List<Confirmation> confirmations = confirmations(said);
        String item = Options.text(given, CONFIRM) == null ? Options.text(given, NOT) : Options.text(given, CONFIRM);
        if (item != null) {
            return confirm(given, item, said, confirmations, assessor);
        }
        LocalDate today = LocalDate.now(desk.clock());
        Known known = Known.nothing(today)
                .withFiles(
                        plan(Options.text(given, "--plan"), workspace),
                        accounts(Options.text(given, "--accounts"), workspace),
                        workspace.stream()
                                .flatMap(w -> w.settings().accounts().stream())
                                .map(WorkspaceSettings.Account::handle)
                                .toList())
                .withPractice(lastDrill(workspace), watched(workspace))
                .withWords(failingWords(assessor, guidance))
                .withConfirmations(confirmations);
        Readiness ready = Readiness.of(assessor, known);
        if (json) {
            json(ready, guidance);
        } else {
            desk.terminal().print(text(ready, guidance));
        }
        int code = Problems.say(guidance.problems(), desk.terminal());
        boolean reached = threshold != Threshold.NEVER
                && ready.all(Readiness.State.GAP).stream()
                        .anyMatch(c -> severity(c, guidance).compareTo(Severity.valueOf(threshold.name())) >= 0);
        return Math.max(code, reached ? ExitCode.FINDINGS : ExitCode.DONE);
    }

    // ---- what there is

    private static UsageError wrong(JsonException e) {
        Problem p = e.problem();
        return new UsageError(p.where(), p.what(), p.advice());
    }

    /** The file that was named, or else the workspace's when it is there. */
    private static @Nullable Path file(String option, @Nullable String typed, Optional<Path> own) throws UsageError {
        if (typed != null) {
            Path path = TypedPath.of(option, typed);
            if (!Files.isRegularFile(path)) {
                throw new UsageError(option, "There is no file " + typed + ".", "Check the spelling and the folder.");
            }
            return path;
        }
        return own.filter(Files::isRegularFile).orElse(null);
    }

    static Optional<Plan> plan(@Nullable String typed, Optional<Workspace> workspace) throws UsageError {
        Path file = file("--plan", typed, workspace.map(Workspace::plan));
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(PlanReader.read(file.toString(), in));
        } catch (JsonException e) {
            throw wrong(e);
        } catch (IOException e) {
            throw new UsageError("--plan", file + " cannot be read (" + MishapDesk.message(e) + ").", "Check it.");
        }
    }

    private static Optional<List<ChannelAccount>> accounts(@Nullable String typed, Optional<Workspace> workspace)
            throws UsageError {
        Path file = file("--accounts", typed, workspace.map(Workspace::accounts));
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(AccountRegister.read(file.toString(), in).entries().stream()
                    .map(AccountRegister.Entry::account)
                    .toList());
        } catch (InputException e) {
            throw MishapReady.wrong(e);
        } catch (IOException e) {
            throw new UsageError("--accounts", file + " cannot be read (" + MishapDesk.message(e) + ").", "Check it.");
        }
    }

    private static UsageError wrong(InputException e) {
        Problem p = e.problem();
        return new UsageError(p.where(), p.what(), p.advice());
    }

    private static List<Confirmation> confirmations(Path file) throws UsageError {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Confirmation.read(file.getFileName().toString(), in);
        } catch (InputException e) {
            throw wrong(e);
        } catch (IOException e) {
            throw new UsageError(file.toString(), "It cannot be read (" + MishapDesk.message(e) + ").", "Check it.");
        }
    }

    /** Exercises that were brought to an end, wherever incidents are kept. */
    private Optional<LocalDate> lastDrill(Optional<Workspace> workspace) throws IOException {
        Path parent =
                workspace.map(Workspace::incidents).filter(Files::isDirectory).orElse(Path.of(""));
        LocalDate last = null;
        for (Path folder : MishapDesk.incidents(parent)) {
            try {
                IncidentView view = MishapDesk.view(folder);
                if (!view.drill().isEmpty() && view.closed() != null) {
                    LocalDate day = view.closed().toLocalDate();
                    last = last == null || day.isAfter(last) ? day : last;
                }
            } catch (IOException e) {
                desk.terminal().say(new Problem(folder.toString(), MishapDesk.message(e), "It is left out."));
            }
        }
        return Optional.ofNullable(last);
    }

    private Optional<LocalDate> watched(Optional<Workspace> workspace) throws IOException {
        Path state = workspace.map(Workspace::folder).orElse(Path.of("")).resolve(WATCHED);
        return Files.isRegularFile(state)
                ? Optional.of(OffsetDateTime.ofInstant(
                                Files.getLastModifiedTime(state).toInstant(),
                                desk.clock().getZone())
                        .toLocalDate())
                : Optional.empty();
    }

    private static List<String> failingWords(Assessor assessor, Guidance guidance) {
        var reviewer = guidance.reviewer(ReviewConfig.DEFAULTS);
        var failing = new ArrayList<String>();
        for (Playbook playbook : assessor.playbooks()) {
            for (Playbook.Step step : playbook.steps()) {
                if (!step.words().isEmpty()) {
                    String words = HoldingStatement.example(step.words()).text();
                    if (reviewer.review(Post.of(step.id(), words)).outcome() == Outcome.FAILED) {
                        failing.add(step.id());
                    }
                }
            }
        }
        return failing;
    }

    private int confirm(ParseResult given, String item, Path file, List<Confirmation> before, Assessor assessor)
            throws UsageError {
        List<String> known = Readiness.of(assessor, Known.nothing(LocalDate.now(desk.clock()))).areas().stream()
                .flatMap(a -> a.checks().stream())
                .map(c -> c.step().id())
                .toList();
        if (!known.contains(item)) {
            throw new UsageError(
                    CONFIRM,
                    "There is no item \"" + item + "\"." + Nearest.question(item, known),
                    "The items are " + String.join(", ", known) + ".");
        }
        var all = new ArrayList<>(before);
        all.add(new Confirmation(
                item,
                Options.text(given, CONFIRM) != null,
                desk.by(given),
                LocalDate.now(desk.clock()),
                String.join(" ", Options.parameters(given))));
        PaperOutput.file(file.toAbsolutePath(), Confirmation.write(all).getBytes(StandardCharsets.UTF_8));
        try {
            desk.terminal().print(new TextPage(desk.terminal().width()).line("Recorded in " + CONFIRMATIONS + "."));
        } catch (IOException e) {
            throw new UsageError(CONFIRM, MishapDesk.message(e), "");
        }
        return ExitCode.DONE;
    }

    // ---- telling

    private static Severity severity(Readiness.Check check, Guidance guidance) {
        return guidance.statement(check.step().cites())
                .filter(s -> s.modality() == Modality.MUST)
                .map(s -> Severity.ERROR)
                .orElse(Severity.WARNING);
    }

    private static String state(Readiness.Check check, Guidance guidance) {
        return switch (check.state()) {
            case HOLDS -> "holds";
            case GAP -> severity(check, guidance) == Severity.ERROR ? "ERROR" : "WARNING";
            case TO_CONFIRM -> "confirm";
        };
    }

    private TextPage text(Readiness ready, Guidance guidance) {
        var page = new TextPage(desk.terminal().width());
        page.line("Ready: " + ready.percent() + " of 100. Gaps: "
                + ready.all(Readiness.State.GAP).size() + ". To confirm: "
                + ready.all(Readiness.State.TO_CONFIRM).size() + ".");
        for (Readiness.Area area : ready.areas()) {
            page.blank()
                    .line(area.title() + ": " + area.holding() + " of "
                            + area.checks().size());
            for (Readiness.Check check : area.checks()) {
                page.hanging(
                        "  " + state(check, guidance) + ": ",
                        "    ",
                        check.step().title() + " (" + check.step().id() + ")");
                page.hanging("    ", "    ", check.seen() + (check.advice().isEmpty() ? "" : " " + check.advice()));
                if (check.state() != Readiness.State.HOLDS) {
                    page.hanging("    ", "    ", Mishaps.basis(check.step().cites(), guidance));
                }
            }
        }
        return page;
    }

    private void json(Readiness ready, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(desk.terminal().out());
        out.beginObject()
                .member("percent", ready.percent())
                .member("gaps", ready.all(Readiness.State.GAP).size())
                .member("toConfirm", ready.all(Readiness.State.TO_CONFIRM).size())
                .name("areas")
                .beginArray();
        for (Readiness.Area area : ready.areas()) {
            out.beginObject()
                    .member("id", area.id())
                    .member("title", area.title())
                    .member("holding", area.holding())
                    .member("of", area.checks().size())
                    .name("checks")
                    .beginArray();
            for (Readiness.Check check : area.checks()) {
                out.beginObject()
                        .member("id", check.step().id())
                        .member("asks", check.step().title())
                        .member("outcome", outcome(check).name());
                if (check.state() == Readiness.State.GAP) {
                    out.member("severity", severity(check, guidance).name());
                }
                out.member("seen", check.seen()).member("advice", check.advice());
                Mishaps.cites(out, check.step().cites(), guidance);
                out.endObject();
            }
            out.endArray().endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static Outcome outcome(Readiness.Check check) {
        return switch (check.state()) {
            case HOLDS -> Outcome.PASSED;
            case GAP -> Outcome.FAILED;
            case TO_CONFIRM -> Outcome.CANT_TELL;
        };
    }
}
