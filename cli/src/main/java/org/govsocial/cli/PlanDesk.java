package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonException;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Plan;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the verbs about plans and accounts share: where the files are, and what day it is.
 *
 * @param terminal the streams
 * @param clock the time, and the agency's zone
 */
record PlanDesk(Terminal terminal, Clock clock) {
    private static final String TODAY = "--today";

    /** Reads a file of the user's. */
    interface Reading<T> {
        T from(InputStream in) throws IOException, InputException;
    }

    static OptionSpec todayOption() {
        return Options.value(TODAY, "DAY", "As if it were this day, such as 2027-04-30.");
    }

    LocalDate today(ParseResult given) throws UsageError {
        String typed = Options.text(given, TODAY);
        try {
            return typed == null ? LocalDate.now(clock) : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new UsageError(TODAY, "\"" + typed + "\" is not a day.", "Write it as 2027-04-30.");
        }
    }

    /** The plan's file as typed, or the workspace's. */
    static String planFile(ParseResult given) throws UsageError {
        return Workspaces.named(first(given), Workspace::plan, "plan");
    }

    static String accountsFile(ParseResult given) throws UsageError {
        return Workspaces.named(first(given), Workspace::accounts, "plan accounts");
    }

    private static Optional<String> first(ParseResult given) throws UsageError {
        List<String> typed = Options.parameters(given);
        if (typed.size() > 1) {
            throw new UsageError(given.commandSpec().qualifiedName(), "There are several files.", "Give one.");
        }
        return typed.stream().findFirst();
    }

    static Plan plan(String file) throws UsageError {
        return read(file, in -> PlanReader.read(file, in));
    }

    static AccountRegister accounts(String file) throws UsageError {
        return read(file, in -> AccountRegister.read(file, in));
    }

    static <T> T read(String file, Reading<T> reading) throws UsageError {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return reading.from(in);
        } catch (JsonException e) {
            throw wrong(e.problem());
        } catch (InputException e) {
            throw wrong(e.problem());
        } catch (NoSuchFileException e) {
            throw new UsageError(file, "There is no such file.", "Check the spelling and the folder.");
        } catch (InvalidPathException | IOException e) {
            throw new UsageError(file, "It cannot be read (" + e.getMessage() + ").", "It has to be text in UTF-8.");
        }
    }

    private static UsageError wrong(Problem p) {
        return new UsageError(p.where(), p.what(), p.advice());
    }

    static void write(String option, String file, ByteArrayOutputStream bytes) throws UsageError {
        try (AtomicFile target = AtomicFile.at(Path.of(file))) {
            bytes.writeTo(target.stream());
            target.commit();
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    option + " " + file,
                    "This file cannot be written (" + e.getMessage() + ").",
                    "Name a file in a folder that exists and that you may write to.");
        }
    }
}
