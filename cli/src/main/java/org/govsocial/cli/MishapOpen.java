package org.govsocial.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.mishap.Assessment;
import org.govsocial.mishap.Assessor;
import org.govsocial.mishap.Facts;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.OngoingIncident;
import org.govsocial.model.Problem;
import org.govsocial.model.Triage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Opens an incident: by what the user gives, or by three questions. */
final class MishapOpen implements Verb {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    private static final int FIRST = 3;

    private final MishapDesk desk;

    MishapOpen(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "open",
                "Open an incident: its log begins with what it is and every step to take.",
                "TYPE is a type or special branch, such as hack-or-wrong-account or emergency; with --facts, the triage finds"
                        + " them.",
                "",
                "Examples:",
                "  govsocial mishap open --dir incident --title 'Wrong account' --type hack-or-wrong-account",
                "  govsocial mishap open --dir incident --title 'Wrong account' --facts facts.json --at 21:04",
                "");
        spec.addOption(Options.value(MishapDesk.DIR, "DIR", "The incident's new folder."));
        spec.addOption(Options.value("--title", "TEXT", "What people call it."));
        spec.addOption(Options.list("--type", "TYPE", "A type or special branch. Repeatable."));
        spec.addOption(Options.value("--facts", "FILE", "The facts, as for triage."));
        spec.addOption(Options.value("--began", "TIME", "When it began, such as when the post went out, if you know."));
        return Options.withStandard(GuidanceOptions.add(MishapDesk.who(MishapDesk.when(spec))));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String title = Options.text(given, "--title");
        String file = Options.text(given, "--facts");
        List<String> types = Options.texts(given, "--type");
        OffsetDateTime at = desk.at(given);
        String start = Options.text(given, "--began");
        OffsetDateTime began = start == null ? null : desk.time("--began", start);
        String who = desk.by(given);
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        Assessor assessor = Mishaps.assessor(guidance);
        Facts facts = file == null ? Facts.of(java.util.Map.of()) : read(file, assessor.triage());
        if (title == null || title.isBlank()) {
            title = facts.title();
        }
        if (title.isBlank()) {
            throw new UsageError("--title", "The incident has no title.", "Give --title TEXT.");
        }
        String dir = Options.text(given, MishapDesk.DIR);
        Path folder = dir == null ? newFolder() : TypedPath.of(MishapDesk.DIR, dir);
        Assessment assessment = file == null ? assessor.assess(known(types, assessor)) : assessor.assess(facts);
        open(folder, title, at == null ? facts.noticed() : at, began, who, assessment, false);
        return Problems.say(guidance.problems(), desk.terminal());
    }

    private Facts read(String file, Triage triage) throws UsageError {
        try (Reader reader = Files.newBufferedReader(TypedPath.of("--facts", file))) {
            return Facts.read(file, reader, triage);
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (IOException e) {
            throw UsageError.unreadable("--facts " + file, e);
        }
    }

    private static List<String> known(List<String> types, Assessor assessor) throws UsageError {
        var known = new TreeSet<String>();
        assessor.triage().types().forEach(t -> known.add(t.id()));
        assessor.matrix().branches().forEach(b -> known.add(b.id()));
        for (String type : types) {
            if (!known.contains(type)) {
                throw new UsageError(
                        "--type",
                        "There is no type \"" + type + "\"." + Nearest.question(type, List.copyOf(known)),
                        "The types and branches are " + String.join(", ", known) + ".");
            }
        }
        return types;
    }

    /** Among the workspace's incidents, or else in the working folder. */
    private Path newFolder() throws UsageError {
        String name = "mishap-" + LocalDateTime.now(desk.clock()).format(FOLDER);
        return Workspaces.here()
                .map(w -> MishapDesk.shown(w.incidents().resolve(name)))
                .orElse(Path.of(name));
    }

    /** The three questions of somebody who has a mishap now. */
    int ask(ParseResult given) throws UsageError, IOException {
        var asking = new Asking(desk.terminal());
        if (!asking.isAnswered()) {
            throw new UsageError(
                    "mishap",
                    "Say what to do, such as triage, open or status.",
                    "At a terminal, \"govsocial mishap\" alone asks three questions. \"govsocial mishap --help\" shows"
                            + " examples.");
        }
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        Assessor assessor = Mishaps.assessor(guidance);
        var answers = new LinkedHashMap<String, List<String>>();
        List<Triage.Question> questions = assessor.triage().questions();
        var title = new StringBuilder();
        Triage.Question what = questions.get(0);
        List<String> texts = what.answers().stream().map(Triage.Answer::text).toList();
        List<Integer> chosen = asking.choose(what.ask(), texts, what.several());
        answers.put(
                what.id(), chosen.stream().map(i -> what.answers().get(i).id()).toList());
        title.append(chosen.isEmpty() ? "A mishap" : texts.get(chosen.get(0)));
        String where = asking.text("Where? Give the account or the address.");
        if (!where.isEmpty()) {
            title.append(": ").append(where);
        }
        for (Triage.Question visible : questions) {
            if (visible.id().equals("visible")) {
                answers.put(
                        visible.id(),
                        asking
                                .choose(
                                        visible.ask(),
                                        visible.answers().stream()
                                                .map(Triage.Answer::text)
                                                .toList(),
                                        false)
                                .stream()
                                .map(i -> visible.answers().get(i).id())
                                .toList());
            }
        }
        String dir = Options.text(given, MishapDesk.DIR);
        Path folder = dir == null ? newFolder() : TypedPath.of(MishapDesk.DIR, dir);
        open(folder, title.toString(), null, null, desk.by(given), assessor.assess(Facts.of(answers)), true);
        return Problems.say(guidance.problems(), desk.terminal());
    }

    private void open(
            Path folder,
            String title,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime began,
            String who,
            Assessment assessment,
            boolean led)
            throws UsageError, IOException {
        try (OngoingIncident incident = OngoingIncident.open(
                folder,
                new OngoingIncident.Opening(
                        title,
                        at == null ? OffsetDateTime.now(desk.clock()).truncatedTo(ChronoUnit.SECONDS) : at,
                        began,
                        who,
                        assessment),
                desk.settings())) {
            IncidentView view = incident.view();
            var page = new TextPage(desk.terminal().width());
            page.line("Opened in " + folder + ": " + title);
            page.line("Response: " + view.extent() + ". First answer within " + Mishaps.spoken(view.firstResponse())
                    + ".");
            page.blank().line("DO FIRST");
            int number = 1;
            for (IncidentView.StepState step :
                    view.steps().subList(0, Math.min(FIRST, view.steps().size()))) {
                page.hanging(
                        "  " + number++ + ". ",
                        "     ",
                        step.title() + " (" + step.id() + ", by "
                                + (step.due() == null ? "the end" : Mishaps.due(step.due(), view.noticed())) + ")");
                if (!step.words().isEmpty()) {
                    page.paragraph("     ", "Say: \u201c" + step.words() + "\u201d");
                }
            }
            page.blank();
            String dir = " --dir " + folder;
            page.line("When you did one:   govsocial mishap do "
                    + view.steps().get(0).id() + dir);
            page.line("To write down more: govsocial mishap log 'WHAT HAPPENED'" + dir);
            page.line("All steps:          govsocial mishap status" + dir);
            if (led) {
                page.line("To know it better:  govsocial mishap triage");
            }
            desk.terminal().print(page);
        } catch (LogException e) {
            throw MishapDesk.wrong(folder, e);
        } catch (IOException e) {
            throw new UsageError(
                    folder.toString(),
                    "It cannot be written (" + MishapDesk.message(e) + ").",
                    "Choose another folder.");
        }
    }
}
