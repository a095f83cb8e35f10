package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Paper;
import org.govsocial.spi.DocumentFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes papers in the formats that are loaded: to standard output, or whole or not at all to a file. */
final class PaperOutput {
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";
    private static final String STANDARD = "md";
    private static final String BINARY = "docx";

    private PaperOutput() {}

    static CommandSpec options(CommandSpec spec) {
        spec.addOption(Options.value(FORMAT, "NAME", "md (the default), html or docx."));
        spec.addOption(Options.value(OUTPUT, "FILE", "Where to write it. Left out: to standard output."));
        return spec;
    }

    static void write(Paper paper, ParseResult given, Guidance guidance, Terminal terminal)
            throws UsageError, IOException {
        String typed = Options.text(given, FORMAT);
        write(paper, typed == null ? STANDARD : typed, given, guidance, terminal);
    }

    static void write(Paper paper, String id, ParseResult given, Guidance guidance, Terminal terminal)
            throws UsageError, IOException {
        List<String> known =
                guidance.documentFormats().stream().map(DocumentFormat::id).toList();
        DocumentFormat format = guidance.documentFormats().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UsageError(
                        FORMAT, "There is no format \"" + id + "\" here.", "Choose " + String.join(", ", known) + "."));
        String file = Options.text(given, OUTPUT);
        if (file == null && id.equals(BINARY)) {
            throw new UsageError(OUTPUT, "A " + id + " cannot be shown here.", "Say where to write it: --output FILE");
        }
        var bytes = new ByteArrayOutputStream();
        format.write(paper, bytes);
        if (file == null) {
            String text = Terminal.visible(bytes.toString(StandardCharsets.UTF_8));
            terminal.out().write(text.getBytes(StandardCharsets.UTF_8));
            terminal.out().flush();
            return;
        }
        file(TypedPath.of(OUTPUT, file), bytes.toByteArray());
    }

    static void file(Path file, byte[] bytes) throws UsageError {
        try (AtomicFile whole = AtomicFile.at(file)) {
            whole.stream().write(bytes);
            whole.commit();
        } catch (IOException e) {
            throw new UsageError(
                    OUTPUT, file + " cannot be written (" + MishapDesk.message(e) + ").", "Choose another file.");
        }
    }
}
