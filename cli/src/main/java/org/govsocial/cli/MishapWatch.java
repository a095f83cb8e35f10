package org.govsocial.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.watch.Mention;
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
                "Reads JSON Lines ({\"time\",\"text\",\"kind\"?}) or the CSV that monitoring services export, in event time."
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
        boolean json = Options.wantsJson(given);
        String file = Options.parameters(given).isEmpty()
                ? "-"
                : Options.parameters(given).get(0);
        String stateFile = Options.text(given, "--state");
        Path state = stateFile == null ? null : MishapDesk.path("--state", stateFile);
        Watcher watcher = watcher(given, state);
        var mentions = new Mentions(desk.clock().getZone());
        var unread = new AtomicBoolean();
        try (BufferedReader in = reader(file)) {
            if (file.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                mentions.csv(file, in, mention -> warn(watcher, mention, json), problem -> {
                    unread.set(true);
                    desk.terminal().say(problem);
                });
            } else {
                lines(file, in, mentions, watcher, state, json, Options.isSet(given, "--follow"), unread);
            }
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw new UsageError(file, MishapDesk.message(e), "Check the file.");
        }
        save(watcher, state);
        if (watcher.late() > 0 && !Options.isSet(given, "--quiet")) {
            desk.terminal().say(watcher.late() + " mentions came later than the bound and were passed over.");
        }
        return unread.get() ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private void lines(
            String file,
            BufferedReader in,
            Mentions mentions,
            Watcher watcher,
            @Nullable Path state,
            boolean json,
            boolean follow,
            AtomicBoolean unread)
            throws IOException, UsageError {
        long number = 0;
        while (true) {
            String line = in.readLine();
            if (line == null) {
                if (!follow) {
                    return;
                }
                save(watcher, state);
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                continue;
            }
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                warn(watcher, mentions.json(file + ":" + number, line), json);
            } catch (JsonException e) {
                unread.set(true);
                desk.terminal().say(e.problem());
            }
            if (number % SAVED_EVERY == 0) {
                save(watcher, state);
            }
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
            return state == null || !Files.exists(state)
                    ? new Watcher(bound)
                    : Watcher.of(state.toString(), Files.readString(state));
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (IOException e) {
            throw new UsageError("--state", state + " cannot be read (" + MishapDesk.message(e) + ").", "Check it.");
        }
    }

    private BufferedReader reader(String file) throws UsageError {
        if (file.equals("-")) {
            return new BufferedReader(new InputStreamReader(desk.terminal().in(), StandardCharsets.UTF_8));
        }
        try {
            return Files.newBufferedReader(MishapDesk.path("FILE", file));
        } catch (IOException e) {
            throw new UsageError("FILE", file + " cannot be read (" + MishapDesk.message(e) + ").", "Check the file.");
        }
    }

    private static void save(Watcher watcher, @Nullable Path state) throws UsageError {
        if (state == null) {
            return;
        }
        Path beside = state.resolveSibling(state.getFileName() + ".new");
        try {
            Files.writeString(beside, watcher.state());
            Files.move(
                    beside,
                    state,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageError("--state", state + " cannot be written (" + MishapDesk.message(e) + ").", "Check it.");
        }
    }

    private void warn(Watcher watcher, Mention mention, boolean json) {
        List<Warning> warnings = watcher.see(mention);
        if (warnings.isEmpty()) {
            return;
        }
        try {
            for (Warning warning : warnings) {
                if (json) {
                    json(warning);
                } else {
                    desk.terminal().print(text(warning));
                }
            }
            desk.terminal().out().flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private TextPage text(Warning warning) {
        var page = new TextPage(desk.terminal().width());
        page.line("WARNING "
                + warning.at()
                        .atZone(desk.clock().getZone())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toOffsetDateTime() + ": " + warning.kind().words());
        page.line(String.format(
                Locale.ROOT,
                "  %.1f a minute since %s; usual at this time: %.1f",
                warning.rate(),
                warning.since().atZone(desk.clock().getZone()).toLocalTime(),
                warning.usual()));
        warning.examples().forEach(e -> page.hanging("  - ", "    ", e));
        return page;
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
