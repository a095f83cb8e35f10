package org.govsocial.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.govsocial.catalogue.CatalogueExport;
import org.govsocial.catalogue.OscalProfile;
import org.govsocial.engine.AtomicFile;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Pack;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes the whole guidance for other programs and for people. */
final class GuidanceExport implements Verb {
    private static final String FORMAT = "--format";
    private static final String PROFILE = "--profile";
    private static final String OUTPUT = "--output";

    private final Terminal terminal;

    GuidanceExport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Writes one of the exports. */
    private interface Export {
        void write(OutputStream out) throws IOException;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "export",
                "Export the guidance.",
                "json for programs, markdown and html for people, oscal for assurance tools: a NIST OSCAL 1.1.3 catalog,"
                        + " or with --profile the adjustments of a pack as an OSCAL profile of it. Every statement"
                        + " carries what it rests on, every document its licence.",
                "",
                "Examples:",
                "  govsocial guidance export --format json",
                "  govsocial guidance export --format html --output guidance.html",
                "  govsocial guidance export --format oscal --output govsocial-catalog.json",
                "  govsocial guidance export --format oscal --profile moe --packs our-packs/",
                "");
        spec.addOption(Options.value(FORMAT, "NAME", "json (the default), markdown, html or oscal."));
        spec.addOption(Options.value(PROFILE, "PACK", "With oscal: the adjustments of this pack, as a profile."));
        spec.addOption(
                Options.value(OUTPUT, "FILE", "Write to this file, whole or not at all; - for standard output."));
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        CatalogueExport format = format(given);
        String profile = Options.text(given, PROFILE);
        if (profile != null && !format.id().equals("oscal")) {
            throw new UsageError(PROFILE, "Only OSCAL has profiles.", "Add --format oscal.");
        }
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Export export;
        if (profile == null) {
            export = out -> format.write(guidance, out);
        } else {
            OscalProfile tailoring = profile(profile, guidance);
            export = out -> tailoring.write(guidance, out);
        }
        int code = Problems.say(guidance.problems(), terminal);
        return Math.max(code, written(export, Options.text(given, OUTPUT)));
    }

    private int written(Export export, @Nullable String file) throws UsageError, IOException {
        if (file == null || file.equals("-")) {
            export.write(terminal.out());
            return ExitCode.DONE;
        }
        try (AtomicFile target = opened(file)) {
            export.write(target.stream());
            target.commit();
            return ExitCode.DONE;
        } catch (IOException e) {
            terminal.say(new Problem(
                    OUTPUT + " " + file,
                    "The export could not be written (" + e.getMessage() + ").",
                    "If there was a file, it is as it was. Check the folder and the space on the disk."));
            return ExitCode.INCOMPLETE;
        }
    }

    private static AtomicFile opened(String file) throws UsageError {
        try {
            return AtomicFile.at(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    OUTPUT + " " + file,
                    "This file cannot be written (" + e.getMessage() + ").",
                    "Name a file in a folder that exists and that you may write to.");
        }
    }

    private static CatalogueExport format(ParseResult given) throws UsageError {
        String typed = Options.text(given, FORMAT);
        String name = typed == null ? "json" : typed.strip().toLowerCase(Locale.ROOT);
        for (CatalogueExport format : CatalogueExport.all()) {
            if (format.id().equals(name) || format.id().equals("markdown") && name.equals("md")) {
                return format;
            }
        }
        var known = CatalogueExport.all().stream().map(CatalogueExport::id).toList();
        throw new UsageError(
                FORMAT,
                "There is no export format \"" + typed + "\"." + Nearest.question(name, known),
                "Choose from " + String.join(", ", known) + ".");
    }

    private static OscalProfile profile(String pack, Guidance guidance) throws UsageError {
        var profile = OscalProfile.of(pack, guidance);
        if (profile.isPresent()) {
            return profile.get();
        }
        var known = guidance.packs().stream().map(Pack::id).toList();
        if (known.contains(pack)) {
            throw new UsageError(
                    PROFILE,
                    "The pack \"" + pack + "\" adjusts no rule that is loaded.",
                    "Name the pack that holds your agency's \"adjust\".");
        }
        throw new UsageError(
                PROFILE, "There is no pack \"" + pack + "\"." + Nearest.question(pack, known), "Load it with --packs.");
    }
}
