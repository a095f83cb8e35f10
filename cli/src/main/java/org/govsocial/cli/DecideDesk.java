package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.model.Problem;
import org.govsocial.planning.decision.Answers;
import org.govsocial.planning.decision.AnswersFile;
import org.govsocial.planning.decision.AnswersForm;
import org.govsocial.planning.decision.Decisions;
import org.govsocial.spi.InputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the verbs of a decision share: the table, files of answers, and where results go. */
final class DecideDesk {
    static final String ANSWERS = "--answers";
    private static final String TABLE = "--table";
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";

    private final Terminal terminal;

    DecideDesk(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Writes results. */
    interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    static CommandSpec standard(CommandSpec spec, String formats) {
        spec.addOption(Options.value(FORMAT, "NAME", formats + " The first is the default."));
        spec.addOption(Options.value(OUTPUT, "FILE", "Write to this file, whole or not at all."));
        spec.addOption(Options.value(TABLE, "FILE", "Use your agency's decision table instead of the one built in."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    Terminal terminal() {
        return terminal;
    }

    Decisions decisions(ParseResult given, Guidance guidance) throws UsageError {
        String file = Options.text(given, TABLE);
        if (file == null) {
            return Decisions.shipped(guidance);
        }
        return read(TABLE, file, in -> Decisions.read(file, in, guidance));
    }

    Answers answers(String option, String file, Decisions decisions) throws UsageError {
        if (file.equals("-")) {
            try {
                return AnswersFile.read("standard input", terminal.in(), decisions.questions());
            } catch (JsonException e) {
                throw wrong(e.problem());
            } catch (IOException e) {
                throw new UsageError(option, "Standard input cannot be read.", "Give a file.");
            }
        }
        String ending = file.toLowerCase(Locale.ROOT);
        return read(option, file, in -> {
            if (ending.endsWith(".docx")) {
                return AnswersForm.readWord(file, in, decisions.questions());
            }
            return ending.endsWith(".csv")
                    ? AnswersForm.readCsv(file, in, decisions.questions())
                    : AnswersFile.read(file, in, decisions.questions());
        });
    }

    /** Whether answers in it are read and never written. */
    static boolean isForm(String file) {
        String ending = file.toLowerCase(Locale.ROOT);
        return ending.endsWith(".docx") || ending.endsWith(".csv");
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException, InputException;
    }

    private static <T> T read(String option, String file, Reading<T> reading) throws UsageError {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return reading.from(in);
        } catch (JsonException e) {
            throw wrong(e.problem());
        } catch (InputException e) {
            throw wrong(e.problem());
        } catch (NoSuchFileException e) {
            throw new UsageError(option, "There is no " + file + ".", "Check the spelling and the folder.");
        } catch (InvalidPathException | IOException e) {
            throw new UsageError(
                    option,
                    file + " cannot be read (" + e.getMessage() + ").",
                    "It has to be a file of JSON in UTF-8, or a form that ends in .docx or .csv.");
        }
    }

    private static UsageError wrong(Problem p) {
        return new UsageError(p.where(), p.what(), p.advice());
    }

    static String format(ParseResult given, List<String> known) throws UsageError {
        String typed = Options.text(given, FORMAT);
        String format = typed == null ? known.get(0) : typed.strip().toLowerCase(Locale.ROOT);
        if (!known.contains(format)) {
            throw new UsageError(
                    FORMAT,
                    "There is no format \"" + format + "\" here.",
                    "Choose " + String.join(" or ", known) + ".");
        }
        return format;
    }

    /** Puts results where they are wanted, and ends with what guidance could not be loaded. */
    int put(ParseResult given, Guidance guidance, Writing writing) throws UsageError, IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        String file = Options.text(given, OUTPUT);
        if (file == null || file.equals("-")) {
            bytes.writeTo(terminal.out());
        } else {
            write(OUTPUT, file, bytes);
        }
        return Problems.say(guidance.problems(), terminal);
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
