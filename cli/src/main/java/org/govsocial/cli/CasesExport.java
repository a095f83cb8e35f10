package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.govsocial.casestudies.CaseFormat;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.casestudies.CaseSite;
import org.govsocial.engine.Guidance;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes the cases for other programs and for people. */
final class CasesExport implements Verb {
    private static final String FORMAT = "--format";
    private static final String OUTPUT = "--output";

    private final Terminal terminal;

    CasesExport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "export",
                "Export the cases.",
                "json, csv, markdown, atom (a feed) and jsonld (schema.org) are one file; html is a website of plain"
                        + " files, without scripts, in a folder.",
                "",
                "Examples:",
                "  govsocial cases export --format csv --output cases.csv",
                "  govsocial cases export --format html --output cases-site/",
                "  govsocial cases export --format atom",
                "");
        spec.addOption(Options.value(FORMAT, "NAME", "json (the default), csv, markdown, html, atom or jsonld."));
        spec.addOption(
                Options.value(OUTPUT, "FILE", "Write to this file, whole or not at all; for html, to this folder."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String typed = Options.text(given, FORMAT);
        String name = typed == null ? "json" : typed.strip().toLowerCase(Locale.ROOT);
        name = name.equals("md") ? "markdown" : name;
        var format = CaseFormat.named(name);
        String output = Options.text(given, OUTPUT);
        if (format.isEmpty() && !name.equals("html")) {
            var known = List.of("json", "csv", "markdown", "html", "atom", "jsonld");
            throw new UsageError(
                    FORMAT,
                    "There is no export format \"" + typed + "\"." + Nearest.question(name, known),
                    "Choose from " + String.join(", ", known) + ".");
        }
        if (format.isEmpty() && output == null) {
            throw new UsageError(OUTPUT, "A website is many files.", "Name a folder with --output.");
        }
        Guidance guidance = GuidanceOptions.load(given, terminal);
        CaseLibrary library = CaseLibrary.of(guidance);
        int code = Problems.say(guidance.problems(), terminal);
        if (format.isPresent()) {
            return Math.max(
                    code, Cases.write(OUTPUT, output, out -> format.get().write(library, out), terminal));
        }
        return Math.max(code, site(library, String.valueOf(output), Options.isSet(given, "--quiet")));
    }

    private int site(CaseLibrary library, String folder, boolean quiet) throws UsageError {
        try {
            List<String> pages = CaseSite.write(library, Path.of(folder));
            if (!quiet) {
                terminal.say(pages.size() + " pages written to " + folder + ". Start with index.html.");
            }
            return ExitCode.DONE;
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    OUTPUT + " " + folder,
                    "The website cannot be written there (" + e.getMessage() + ").",
                    "Name a folder that you may write to.");
        }
    }
}
