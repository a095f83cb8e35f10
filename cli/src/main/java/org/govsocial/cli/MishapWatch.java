package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.govsocial.engine.AtomicFile;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.watch.Mention;
import org.govsocial.mishap.watch.MentionLines;
import org.govsocial.mishap.watch.Mentions;
import org.govsocial.mishap.watch.Warning;
import org.govsocial.mishap.watch.Watcher;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Warns of bursts in a stream of mentions. */
final class MishapWatch implements Verb {
    private static final int BOUND = 2;
    private static final String PIPE = "-";

    /** By how much the clocks of others may be ahead. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final int SAVED_EVERY = 1000;

    private final MishapDesk desk;

    MishapWatch(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "watch",
                "Warn early: unusually many mentions, negative words, or sharing, in a stream of mentions.",
                "Reads JSON Lines ({\"time\",\"text\",\"kind\"?}) or the CSV that monitoring services export (FILE.csv), in event time."
                        + " Nothing is warned of in the first two hours. The method is the Poisson CUSUM (Page 1954, Lucas"
                        + " 1985) against what is usual at this time of day.",
                "",
                "Examples:",
                "  collect-mentions | govsocial mishap watch -",
                "  govsocial mishap watch mentions.jsonl --follow --state watch.json",
                "  govsocial mishap watch export.csv --format json",
                "");
        spec.addPositional(Options.parameter("FILE", "0..1", "The mentions; - or nothing for standard input."));
        spec.addOption(Options.value("--state", "FILE", "Keep what is known here, and go on from it after a restart."));
        spec.addOption(Options.flag("--follow", "Go on when the file grows; end with Ctrl+C."));
        spec.addOption(
                Options.value("--bound", "MINUTES", "By how much mentions may come late; left out: " + BOUND + "."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String file = Options.parameters(given).isEmpty()
                ? PIPE
                : Options.parameters(given).get(0);
        boolean csv = file.toLowerCase(Locale.ROOT).endsWith(".csv");
        boolean follow = Options.isSet(given, "--follow");
        if (follow && csv) {
            throw new UsageError("--follow", "An export in CSV is whole.", "Name a file of JSON Lines that grows.");
        }
        String stateFile = Options.text(given, "--state");
        Path state = stateFile == null ? null : TypedPath.of("--state", stateFile);
        var run = new Watching(watcher(given, state), state, Options.wantsJson(given));
        try {
            if (csv) {
                run.csv(file);
            } else {
                run.lines(file, follow && !file.equals(PIPE));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the output, not the file
        } catch (IOException e) {
            throw UsageError.unreadable(file, e);
        }
        run.save();
        if (!Options.isSet(given, "--quiet")) {
            run.sayHowManyWereLate();
        }
        return run.incomplete ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    /** One run over one source. */
    private final class Watching {
        private final Watcher watcher;
        private final @Nullable Path state;
        private final boolean json;
        private final Mentions mentions = new Mentions(desk.clock().getZone());
        private final long lateBefore;
        private boolean incomplete;
        private boolean warned;
        private boolean unsaved;

        Watching(Watcher watcher, @Nullable Path state, boolean json) {
            this.watcher = watcher;
            this.state = state;
            this.json = json;
            this.lateBefore = watcher.late();
        }

        void csv(String file) throws IOException, UsageError {
            unsaved = true;
            Instant known = watcher.newest();
            List<Mention> all;
            try (InputStream bytes = Files.newInputStream(TypedPath.of("FILE", file))) {
                all = mentions.csv(file, bytes, this::unread);
            }
            for (Mention mention : all) {
                // Exports overlap; what the state knows of has been taken in.
                if (mention.time().isAfter(known)) {
                    take(file, mention);
                }
            }
        }

        void lines(String file, boolean follow) throws IOException, UsageError {
            boolean piped = file.equals(PIPE);
            Path path = TypedPath.of("FILE", file);
            String source = piped ? PIPE : path.toAbsolutePath().normalize().toString();
            try (MentionLines lines =
                    piped ? MentionLines.of(desk.terminal().in()) : MentionLines.of(path, watcher.reached(source))) {
                while (true) {
                    String line = lines.next();
                    if (line == null && follow) {
                        if (!lines.startsAnew() && !waited()) {
                            return;
                        }
                        continue;
                    }
                    if (line == null) {
                        line = lines.rest();
                    }
                    if (line == null) {
                        return;
                    }
                    line(file + ":" + lines.number(), line);
                    if (!piped) {
                        watcher.reach(source, lines.taken());
                    }
                    unsaved = true;
                    // Nothing is lost when the process is killed while it waits, and no warning is given again.
                    if (warned || lines.number() % SAVED_EVERY == 0 || !lines.isMoreThere()) {
                        save();
                    }
                }
            }
        }

        private boolean waited() {
            try {
                Thread.sleep(500);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private void line(String where, String line) throws IOException {
            String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                return;
            }
            try {
                take(where, mentions.json(where, text));
            } catch (JsonException e) {
                unread(e.problem());
            }
        }

        /** A wrong clock must not make the watch deaf to all that comes after it. */
        private void take(String where, Mention mention) {
            if (mention.time().isAfter(desk.clock().instant().plus(AHEAD))) {
                unread(new Problem(
                        where,
                        "Its time, " + mention.time() + ", has not come yet.",
                        "It was passed over. Write times with their zone."));
                return;
            }
            long late = watcher.late();
            List<Warning> warnings = watcher.see(mention);
            if (late == lateBefore && watcher.late() > late) {
                desk.terminal()
                        .say(new Problem(
                                where,
                                "This came more than " + watcher.bound() + " minutes late.",
                                "It is passed over, as others will be. A larger --bound takes them in."));
            }
            if (!warnings.isEmpty()) {
                tell(warnings);
                warned = true;
            }
        }

        private void tell(List<Warning> warnings) {
            try {
                for (Warning warning : warnings) {
                    if (json) {
                        MishapWatch.this.json(warning);
                    } else {
                        desk.terminal().print(text(warning));
                    }
                }
                desk.terminal().out().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void unread(Problem problem) {
            incomplete = true;
            desk.terminal().say(problem);
        }

        void sayHowManyWereLate() {
            long late = watcher.late() - lateBefore;
            if (late > 0) {
                desk.terminal()
                        .say(
                                late == 1
                                        ? "1 mention came later than the bound and was passed over."
                                        : late + " mentions came later than the bound and were passed over.");
            }
        }

        void save() throws UsageError {
            if (state == null || !unsaved) {
                return;
            }
            try (AtomicFile file = AtomicFile.at(state)) {
                file.stream().write(watcher.state().getBytes(StandardCharsets.UTF_8));
                file.commit();
            } catch (IOException e) {
                throw new UsageError(
                        "--state", state + " cannot be written (" + MishapDesk.message(e) + ").", "Check it.");
            }
            unsaved = false;
            warned = false;
        }
    }

    private Watcher watcher(ParseResult given, @Nullable Path state) throws UsageError {
        String typed = Options.text(given, "--bound");
        int bound = BOUND;
        if (typed != null) {
            try {
                bound = Integer.parseInt(typed);
            } catch (NumberFormatException e) {
                bound = -1;
            }
            if (bound < 0 || bound > 60) {
                throw new UsageError("--bound", "\"" + typed + "\" is no bound.", "Write 0 to 60 minutes.");
            }
        }
        try {
            if (state == null || !Files.exists(state)) {
                return new Watcher(bound);
            }
            Watcher watcher = Watcher.of(state.toString(), Files.readString(state));
            if (typed != null && watcher.bound() != bound) {
                throw new UsageError(
                        "--bound",
                        state + " was begun with a bound of " + watcher.bound() + " minutes.",
                        "Leave --bound out, or keep another state.");
            }
            return watcher;
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (IOException e) {
            throw UsageError.unreadable("--state " + state, e);
        }
    }

    private TextPage text(Warning warning) {
        var page = new TextPage(desk.terminal().width());
        page.line("WARNING "
                + warning.at()
                        .atZone(desk.clock().getZone())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toOffsetDateTime() + ": " + warning.kind().words());
        page.line("  " + number(warning.rate()) + " a minute since "
                + warning.since().atZone(desk.clock().getZone()).toLocalTime() + "; usual at this time: "
                + number(warning.usual()));
        warning.examples().forEach(e -> page.hanging("  - ", "    ", e));
        return page;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
    }

    private void json(Warning warning) throws IOException {
        JsonOutput out = JsonOutput.compact(desk.terminal().out());
        out.beginObject()
                .member("kind", warning.kind().name().toLowerCase(Locale.ROOT))
                .member("at", warning.at().toString())
                .member("since", warning.since().toString())
                .name("rate")
                .value(warning.rate())
                .name("usual")
                .value(warning.usual());
        Mishaps.texts(out, "examples", warning.examples());
        out.endObject().endLine();
        out.flush();
    }
}
