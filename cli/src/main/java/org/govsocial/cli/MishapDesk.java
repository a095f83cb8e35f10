package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Workspace;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogBusyException;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.record.NotRecordedException;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.OngoingIncident;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where incidents lie, who works on them and what time it is.
 *
 * @param terminal the streams
 * @param clock the time, and the zone of times without one
 */
record MishapDesk(Terminal terminal, Clock clock) {
    static final String DIR = "--dir";
    static final String LOG = "log.jsonl";
    private static final String AT = "--at";
    private static final String BY = "--by";
    private static final String OUTPUT = "--output";

    /** Something that is done with an open incident; gives the exit code. */
    @FunctionalInterface
    interface Work {
        int on(OngoingIncident incident) throws UsageError, IOException;
    }

    static CommandSpec dir(CommandSpec spec) {
        spec.addOption(Options.value(
                DIR,
                "DIR",
                "The incident's folder. Left out: this folder, or the only open incident in it or in the"
                        + " workspace."));
        return spec;
    }

    static CommandSpec who(CommandSpec spec) {
        spec.addOption(Options.value(BY, "WHO", "Who did it. Left out: the name you are logged in by."));
        return spec;
    }

    static CommandSpec when(CommandSpec spec) {
        spec.addOption(Options.value(
                AT, "TIME", "When it happened: 21:04, 2026-11-22T21:04 or 2026-11-22T21:04+13:00. Left out: now."));
        return spec;
    }

    static CommandSpec output(CommandSpec spec) {
        spec.addOption(Options.value(OUTPUT, "FILE", "Where to write it. Left out: to standard output."));
        return spec;
    }

    LogSettings settings() {
        return LogSettings.of(clock);
    }

    String by(ParseResult given) throws UsageError {
        String who = Options.text(given, BY);
        if (who == null) {
            who = System.getProperty("user.name", "");
        }
        if (who.isBlank()) {
            throw new UsageError(BY, "Nobody is named.", "Every entry says who recorded it: give --by NAME.");
        }
        return who;
    }

    /** The time that was given; null for now. */
    @Nullable
    OffsetDateTime at(ParseResult given) throws UsageError {
        String text = Options.text(given, AT);
        return text == null ? null : time(AT, text);
    }

    OffsetDateTime time(String option, String text) throws UsageError {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime time;
        try {
            if (text.indexOf('T') < 0 && text.length() <= 8) {
                time = LocalTime.parse(text)
                        .atDate(now.toLocalDate())
                        .atZone(clock.getZone())
                        .toOffsetDateTime();
                // "23:50", said just after midnight, was yesterday.
                return time.isAfter(now) ? time.minusDays(1) : time;
            }
            time = text.matches(".*T.*([+-]\\d\\d:?\\d\\d|Z)")
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atZone(clock.getZone()).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new UsageError(
                    option,
                    "\"" + text + "\" is not a time.",
                    "Write 21:04, 2026-11-22T21:04 or 2026-11-22T21:04+13:00.");
        }
        if (time.isAfter(now.plusMinutes(5))) {
            throw new UsageError(option, text + " has not come yet.", "Give the time when it happened.");
        }
        return time;
    }

    /** The incident's folder. */
    Path folder(ParseResult given) throws UsageError, IOException {
        String typed = Options.text(given, DIR);
        if (typed != null) {
            Path folder = TypedPath.of(DIR, typed);
            if (!Files.isRegularFile(folder.resolve(LOG))) {
                throw new UsageError(
                        DIR,
                        "There is no incident in " + typed + ".",
                        "Check the folder, or open one: govsocial mishap open --dir " + typed + " --title TITLE");
            }
            return folder;
        }
        Path here = Path.of("");
        if (Files.isRegularFile(here.resolve(LOG))) {
            return here;
        }
        var open = new ArrayList<Path>();
        for (Path folder : incidents(here)) {
            if (isOpen(folder)) {
                open.add(folder);
            }
        }
        Path kept = Workspaces.here().map(Workspace::incidents).orElse(here);
        if (open.isEmpty() && Files.isDirectory(kept)) {
            for (Path folder : incidents(kept)) {
                if (isOpen(folder)) {
                    open.add(shown(folder));
                }
            }
        }
        if (open.size() == 1) {
            return open.get(0);
        }
        throw new UsageError(
                DIR,
                open.isEmpty()
                        ? "There is no open incident in this folder or workspace."
                        : "There are several open incidents: "
                                + String.join(
                                        ", ", open.stream().map(Path::toString).toList()) + ".",
                "Say which with --dir DIR.");
    }

    /** As a person in the working folder would write it. */
    static Path shown(Path path) {
        return Path.of("")
                .toAbsolutePath()
                .normalize()
                .relativize(path.toAbsolutePath().normalize());
    }

    /** Those of the working folder, and those of the workspace. */
    static List<Path> incidentsHere() throws UsageError, IOException {
        Path here = Path.of("");
        var found = new ArrayList<>(incidents(here));
        Path kept = Workspaces.here().map(Workspace::incidents).orElse(here);
        if (Files.isDirectory(kept)) {
            for (Path folder : incidents(kept)) {
                Path named = shown(folder);
                if (!found.contains(named)) {
                    found.add(named);
                }
            }
        }
        return found;
    }

    static List<Path> incidents(Path parent) throws IOException {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(parent.toString().isEmpty() ? Path.of(".") : parent)) {
            for (Path folder : folders) {
                if (Files.isRegularFile(folder.resolve(LOG))) {
                    found.add(folder.normalize());
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static boolean isOpen(Path folder) {
        try {
            return view(folder).closed() == null;
        } catch (IOException e) {
            return true; // damaged: people should see it rather than not
        }
    }

    static IncidentView view(Path folder) throws IOException {
        try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
            return IncidentView.of(log.entries())
                    .orElseThrow(() -> new LogException("The log in " + folder
                            + " does not say which incident it is of. \"govsocial mishap verify\" says whether it is"
                            + " damaged."));
        }
    }

    /** Reads the incident without writing anything. */
    IncidentView view(ParseResult given) throws UsageError, IOException {
        Path folder = folder(given);
        try {
            return view(folder);
        } catch (LogException e) {
            throw wrong(folder, e);
        }
    }

    int work(ParseResult given, Work work) throws UsageError, IOException {
        Path folder = folder(given);
        try (OngoingIncident incident = OngoingIncident.resume(folder, settings())) {
            return work.on(incident);
        } catch (NotRecordedException | LogBusyException e) {
            terminal.say(new Problem(folder.toString(), message(e), ""));
            return ExitCode.INCOMPLETE;
        } catch (LogException e) {
            throw wrong(folder, e);
        }
    }

    static UsageError wrong(Path folder, IOException e) {
        return new UsageError(folder.toString().isEmpty() ? "." : folder.toString(), message(e), "");
    }

    static String message(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    void write(String text, ParseResult given) throws UsageError, IOException {
        String file = Options.text(given, OUTPUT);
        if (file == null) {
            terminal.out().write(Terminal.visible(text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            terminal.out().flush();
            return;
        }
        try {
            Files.writeString(TypedPath.of(OUTPUT, file), text);
        } catch (IOException e) {
            throw new UsageError(OUTPUT, file + " cannot be written (" + message(e) + ").", "Choose another file.");
        }
    }

    static String format(ParseResult given, String standard, List<String> formats) throws UsageError {
        String text = Options.text(given, "--format");
        String format = text == null ? standard : text;
        if (!formats.contains(format)) {
            throw new UsageError(
                    "--format",
                    "There is no format \"" + format + "\" here.",
                    "Choose " + String.join(", ", formats) + ".");
        }
        return format;
    }
}
