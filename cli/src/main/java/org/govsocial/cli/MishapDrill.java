package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.Receipt;
import org.govsocial.mishap.response.Exercise;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.Score;
import org.govsocial.model.Drill;
import org.govsocial.model.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Plays a mishap through, and scores it. */
final class MishapDrill implements Verb {
    private static final String SPEED = "--speed";
    private static final String ANSWER = "--answer";
    private static final String SCORE = "--score";
    private static final String LIVE = "--live";

    private final MishapDesk desk;

    MishapDrill(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "drill",
                "Play a mishap through with your team, and see how it went.",
                "Alone, it lists the drills. With a NAME it starts one in DIR; called again, it tells what has come since."
                        + " The team works on DIR as on any other incident: do, log, assign, close. Times and order are"
                        + " scored against the guidance; whether words were good is for whoever leads the drill to say.",
                "",
                "Examples:",
                "  govsocial mishap drill",
                "  govsocial mishap drill M-02 --dir exercise --live",
                "  govsocial mishap drill --dir exercise --answer seen 'Asked all four who can log in'",
                "  govsocial mishap drill --dir exercise --score",
                "");
        spec.addPositional(
                Options.parameter("NAME", "0..*", "The drill, such as M-02; with --answer, the team's words."));
        spec.addOption(Options.value(MishapDesk.DIR, "DIR", "The exercise's folder; new to start one."));
        spec.addOption(Options.value(SPEED, "N", "Run N times as fast as life, 1 to " + Exercise.FASTEST + "."));
        spec.addOption(Options.flag(LIVE, "Stay, and say each thing when its time comes; end with Ctrl+C."));
        spec.addOption(Options.value(ANSWER, "ID", "Record the team's answer to what it was told."));
        spec.addOption(Options.flag(SCORE, "Score it, from its log alone."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(MishapDesk.who(MishapDesk.when(spec))));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        List<String> words = Options.parameters(given);
        String answer = Options.text(given, ANSWER);
        String dir = Options.text(given, MishapDesk.DIR);
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        List<Drill> drills = Exercise.drills(guidance);
        if (words.isEmpty() && dir == null) {
            list(drills, guidance, json);
        } else if (Options.isSet(given, SCORE)) {
            score(desk.view(given), guidance, json);
        } else if (answer != null) {
            answer(given, answer, String.join(" ", words), drills);
        } else {
            play(given, words, drills, guidance);
        }
        return Problems.say(guidance.problems(), desk.terminal());
    }

    private static Drill drill(String name, List<Drill> drills) throws UsageError {
        String id = name.strip().toLowerCase(Locale.ROOT);
        List<String> known = drills.stream().map(Drill::id).toList();
        return drills.stream()
                .filter(d -> d.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UsageError(
                        "NAME",
                        "There is no drill \"" + name + "\"." + Nearest.question(id, known),
                        "The drills are " + String.join(", ", known) + "."));
    }

    // ---- playing

    private void play(ParseResult given, List<String> words, List<Drill> drills, Guidance guidance)
            throws UsageError, IOException {
        String dir = Options.text(given, MishapDesk.DIR);
        if (dir == null) {
            throw new UsageError(
                    MishapDesk.DIR,
                    "A drill needs a folder for its log.",
                    "Give one, such as --dir exercise-" + words.get(0).toLowerCase(Locale.ROOT) + ".");
        }
        Path folder = TypedPath.of(MishapDesk.DIR, dir);
        boolean started = Files.isRegularFile(folder.resolve(MishapDesk.LOG));
        if (!started && words.isEmpty()) {
            throw new UsageError(
                    MishapDesk.DIR, "There is no exercise in " + dir + ".", "Name a drill to start, such as M-02.");
        }
        try {
            Drill drill = drill(started ? running(folder, words) : words.get(0), drills);
            String who = desk.by(given);
            try (Exercise exercise = started
                    ? Exercise.resume(folder, drill, desk.settings())
                    : Exercise.start(folder, drill, Mishaps.assessor(guidance), speed(given), who, desk.settings())) {
                if (!started) {
                    begin(drill, folder);
                }
                tell(exercise, folder);
                if (Options.isSet(given, LIVE)) {
                    live(exercise, folder);
                }
            }
        } catch (LogException e) {
            throw MishapDesk.wrong(folder, e);
        }
    }

    private static String running(Path folder, List<String> words) throws UsageError, IOException {
        IncidentView view = MishapDesk.view(folder);
        if (view.drill().isEmpty()) {
            throw new UsageError(
                    MishapDesk.DIR, folder + " holds a real incident, not an exercise.", "Choose another folder.");
        }
        if (!words.isEmpty() && !words.get(0).equalsIgnoreCase(view.drill())) {
            throw new UsageError(
                    "NAME",
                    folder + " holds an exercise of " + view.drill() + " already.",
                    "Leave the name out to go on with it, or choose another folder.");
        }
        return view.drill();
    }

    private static int speed(ParseResult given) throws UsageError {
        String typed = Options.text(given, SPEED);
        if (typed == null) {
            return 1;
        }
        try {
            int speed = Integer.parseInt(typed);
            if (speed >= 1 && speed <= Exercise.FASTEST) {
                return speed;
            }
        } catch (NumberFormatException e) {
            throw new UsageError(SPEED, "\"" + typed + "\" is no number.", "Write 1 to " + Exercise.FASTEST + ".");
        }
        throw new UsageError(SPEED, typed + " is out of range.", "Write 1 to " + Exercise.FASTEST + ".");
    }

    private void begin(Drill drill, Path folder) throws IOException {
        var page = new TextPage(desk.terminal().width());
        page.line("EXERCISE " + drill.id().toUpperCase(Locale.ROOT) + ": " + drill.title());
        page.paragraph("", drill.situation());
        page.blank();
        String dir = " --dir " + folder;
        page.line("What to do: govsocial mishap status" + dir);
        page.line("Did a step: govsocial mishap do STEP" + dir);
        page.line("Answer:     govsocial mishap drill --answer ID 'WORDS'" + dir);
        page.line("The end:    govsocial mishap close --anyway 'HOW IT ENDED'" + dir + ", then drill --score" + dir);
        desk.terminal().print(page);
    }

    private void tell(Exercise exercise, Path folder) throws IOException {
        var page = new TextPage(desk.terminal().width());
        List<IncidentView.InjectState> news = exercise.deliver(OffsetDateTime.now(desk.clock()));
        for (IncidentView.InjectState inject : news) {
            page.blank().line(time(inject.at()) + "  " + inject.id() + ", from " + inject.from() + ":");
            page.paragraph("       ", "\u201c" + inject.text() + "\u201d");
            if (inject.due() != null) {
                page.line("       Answer by " + time(inject.due()) + ".");
            }
        }
        Optional<OffsetDateTime> next = exercise.next();
        if (news.isEmpty()) {
            page.line("Nothing new in " + folder + ".");
        }
        page.blank()
                .line(
                        next.isPresent()
                                ? "More comes at " + time(next.get()) + "."
                                : "Nothing more comes. Close the exercise when your team has finished.");
        desk.terminal().print(page);
        desk.terminal().out().flush();
    }

    /** Waits for what comes next, in steps short enough to see that somebody closed the exercise. */
    private void live(Exercise exercise, Path folder) throws IOException {
        for (Optional<OffsetDateTime> next = exercise.next(); next.isPresent(); next = exercise.next()) {
            Duration left = Duration.between(OffsetDateTime.now(desk.clock()), next.get());
            if (left.isNegative() || left.isZero()) {
                tell(exercise, folder);
                continue;
            }
            try {
                Thread.sleep(Math.min(left.toMillis() + 1, 2000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void answer(ParseResult given, String inject, String words, List<Drill> drills)
            throws UsageError, IOException {
        if (words.isBlank()) {
            throw new UsageError(ANSWER, "The answer is empty.", "Say what your team answers or does.");
        }
        Path folder = desk.folder(given);
        String who = desk.by(given);
        OffsetDateTime at = desk.at(given);
        try (Exercise exercise = Exercise.resume(folder, drill(running(folder, List.of()), drills), desk.settings())) {
            Receipt receipt = exercise.answer(inject, who, at, words);
            desk.terminal().print(new TextPage(desk.terminal().width()).line(receipt.toString()));
        } catch (LogException e) {
            throw MishapDesk.wrong(folder, e);
        }
    }

    private static String time(OffsetDateTime at) {
        return at.toLocalTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    // ---- telling

    private void list(List<Drill> drills, Guidance guidance, boolean json) throws IOException {
        if (json) {
            JsonOutput out = JsonOutput.indented(desk.terminal().out());
            out.beginObject().name("drills").beginArray();
            for (Drill drill : drills) {
                out.beginObject()
                        .member("id", drill.id())
                        .member("title", drill.title())
                        .member("minutes", Exercise.length(drill).toMinutes())
                        .member("injects", drill.injects().size());
                out.name("event")
                        .beginObject()
                        .member("document", drill.event().document())
                        .member("statement", drill.event().statement())
                        .member(
                                "text",
                                guidance.statement(drill.event())
                                        .map(Statement::text)
                                        .orElse(null))
                        .endObject()
                        .endObject();
            }
            out.endArray().endObject().endLine();
            out.flush();
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (Drill drill : drills) {
            rows.add(List.of(
                    drill.id().toUpperCase(Locale.ROOT),
                    Exercise.length(drill).toMinutes() + " minutes",
                    drill.title()));
        }
        var page = new TextPage(desk.terminal().width());
        page.table(List.of("DRILL", "TAKES", "WHAT"), rows);
        page.blank().paragraph("", "Each is made up after an event that happened; guidance show NAME tells of it.");
        desk.terminal().print(page);
    }

    private void score(IncidentView view, Guidance guidance, boolean json) throws UsageError, IOException {
        if (view.drill().isEmpty()) {
            throw new UsageError(SCORE, "This is a real incident, not an exercise.", "Look back on it: mishap review.");
        }
        Score score = Score.of(view, OffsetDateTime.now(desk.clock()));
        if (json) {
            json(view, score, guidance);
        } else {
            desk.terminal().print(text(view, score, guidance));
        }
    }

    private TextPage text(IncidentView view, Score score, Guidance guidance) {
        var page = new TextPage(desk.terminal().width());
        page.line(view.title());
        page.line("Score: " + score.percent().map(p -> p + " of 100").orElse("nothing was due yet")
                + (view.closed() == null ? " so far" : "") + ". In time 2 points, late or out of order 1, not done 0.");
        page.line("Time to the first answer: "
                + view.firstAnswered()
                        .map(at -> Mishaps.spoken(Duration.between(view.noticed(), at)))
                        .orElse("not answered")
                + ", asked for within " + Mishaps.spoken(view.firstResponse()) + ".");
        var rows = new ArrayList<List<String>>();
        for (Score.Item item : score.items()) {
            rows.add(List.of(
                    item.result().words(),
                    time(item.due()),
                    done(item.done()),
                    item.id(),
                    item.cites().statement()));
        }
        page.blank().table(List.of("RESULT", "DUE", "DONE", "WHAT", "RESTS ON"), rows);
        page.blank().line("FOR WHOEVER LEADS THE EXERCISE TO JUDGE");
        for (Score.Item item : score.items()) {
            if (!item.good().isEmpty()) {
                page.hanging("  ", "  ", item.id() + ": " + item.asked());
                page.hanging("    Team: ", "      ", item.words().isEmpty() ? "no answer" : item.words());
                page.hanging("    Good: ", "      ", item.good() + " (" + Mishaps.basis(item.cites(), guidance) + ")");
            }
        }
        event(view, guidance).ifPresent(s -> page.blank().paragraph("", "What happened in truth: " + s.text()));
        return page;
    }

    private static String done(@Nullable OffsetDateTime at) {
        return at == null ? "-" : time(at);
    }

    private static Optional<Statement> event(IncidentView view, Guidance guidance) {
        return Exercise.drills(guidance).stream()
                .filter(d -> d.id().equals(view.drill()))
                .findFirst()
                .flatMap(d -> guidance.statement(d.event()));
    }

    private void json(IncidentView view, Score score, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(desk.terminal().out());
        out.beginObject()
                .member("drill", view.drill())
                .member("title", view.title())
                .member("started", view.noticed().toString())
                .member("closed", view.closed() == null ? null : view.closed().toString())
                .name("score");
        if (score.percent().isPresent()) {
            out.value(score.percent().get());
        } else {
            out.nullValue();
        }
        out.name("items").beginArray();
        for (Score.Item item : score.items()) {
            out.beginObject()
                    .member("id", item.id())
                    .member("asked", item.asked())
                    .member(
                            "result",
                            item.result().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .member("due", item.due().toString())
                    .member("done", item.done() == null ? null : item.done().toString())
                    .member("words", item.words())
                    .member("good", item.good());
            Mishaps.cites(out, item.cites(), guidance);
            out.endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
