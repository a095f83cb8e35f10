package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Paper;
import org.govsocial.spi.DocumentFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes papers in the format that is asked for, where they are wanted. */
final class PaperDesk {
    static final String FORMAT = "--format";
    static final String OUTPUT = "--output";

    private static final String TEXT = "md";

    private PaperDesk() {}

    static CommandSpec add(CommandSpec spec) {
        spec.addOption(Options.value(
                FORMAT, "NAME", "md, html or docx; left out, the one that the file's name ends with, or md."));
        spec.addOption(Options.value(OUTPUT, "FILE", "Write to this file, whole or not at all."));
        return spec;
    }

    static DocumentFormat format(ParseResult given, Guidance guidance) throws UsageError {
        String typed = Options.text(given, FORMAT);
        String file = Options.text(given, OUTPUT);
        return named(typed == null ? ending(file, guidance) : typed.strip().toLowerCase(Locale.ROOT), guidance);
    }

    static DocumentFormat named(String wanted, Guidance guidance) throws UsageError {
        for (DocumentFormat format : guidance.documentFormats()) {
            if (format.id().equals(wanted)) {
                return format;
            }
        }
        List<String> known =
                guidance.documentFormats().stream().map(DocumentFormat::id).toList();
        throw new UsageError(
                FORMAT,
                "There is no format \"" + wanted + "\" here." + Nearest.question(wanted, known),
                known.isEmpty() ? "The module reports is not installed." : "Choose " + String.join(", ", known) + ".");
    }

    private static String ending(@Nullable String file, Guidance guidance) {
        String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
        return guidance.documentFormats().stream()
                .filter(f -> name.endsWith("." + f.ending()))
                .map(DocumentFormat::id)
                .findFirst()
                .orElse(TEXT);
    }

    /** Writes the paper, and says on standard error where it is and how much is missing. */
    static void write(Paper paper, DocumentFormat format, ParseResult given, Terminal terminal)
            throws UsageError, IOException {
        var bytes = new ByteArrayOutputStream();
        format.write(paper, bytes);
        String file = Options.text(given, OUTPUT);
        if (file != null && !file.equals("-")) {
            write(file, bytes);
            if (!Options.isSet(given, "--quiet")) {
                terminal.say("Written: " + file + ". " + missing(paper));
            }
        } else if (format.id().equals("docx") && terminal.outputIsScreen()) {
            throw new UsageError(
                    FORMAT, "A Word document cannot be shown in a terminal.", "Name a file with --output FILE.docx.");
        } else {
            bytes.writeTo(terminal.out());
        }
    }

    private static String missing(Paper paper) {
        int gaps = paper.gaps().size();
        return switch (gaps) {
            case 0 -> "Nothing is missing.";
            case 1 -> "One fact is missing; it is listed at the end.";
            default -> gaps + " facts are missing; they are listed at the end.";
        };
    }

    private static void write(String file, ByteArrayOutputStream bytes) throws UsageError {
        try (AtomicFile target = AtomicFile.at(Path.of(file))) {
            bytes.writeTo(target.stream());
            target.commit();
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    OUTPUT + " " + file,
                    "This file cannot be written (" + e.getMessage() + ").",
                    "Name a file in a folder that exists and that you may write to.");
        }
    }
}
