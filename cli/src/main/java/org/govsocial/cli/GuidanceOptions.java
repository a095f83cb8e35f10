package org.govsocial.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.engine.Workspace;
import org.govsocial.model.Country;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Where guidance comes from, beside what is built in. */
final class GuidanceOptions {
    private static final String PACKS = "--packs";
    private static final String PLUGINS = "--plugins";

    private GuidanceOptions() {}

    static CommandSpec add(CommandSpec spec) {
        spec.addOption(Options.repeatable(
                        PACKS, "DIR", "Also use the packs (*.pack.json) of this folder, or this one pack. Repeatable.")
                .build());
        spec.addOption(Options.repeatable(PLUGINS, "DIR", "Also use the plug-in jars of this folder. Repeatable.")
                .build());
        return spec;
    }

    /** All of it, for verbs that show guidance. */
    static Guidance load(ParseResult given, Terminal terminal) throws UsageError {
        return Guidance.load(origins(given, terminal));
    }

    /** All of it, and one pack more. */
    static Guidance with(Path pack, ParseResult given, Terminal terminal) throws UsageError {
        List<Origin> origins = origins(given, terminal);
        origins.add(new Origin.PackFile(pack));
        return Guidance.load(origins);
    }

    /** What judging posts needs, in less time. */
    static Guidance forReview(ParseResult given, Terminal terminal) throws UsageError {
        return forReview(given, terminal, Country.NZ);
    }

    /** What judging posts of a country needs. */
    static Guidance forReview(ParseResult given, Terminal terminal, Country country) throws UsageError {
        return Guidance.forReview(origins(given, terminal), country);
    }

    private static List<Origin> origins(ParseResult given, Terminal terminal) throws UsageError {
        var origins = new ArrayList<Origin>();
        origins.add(new Origin.Application());
        if (terminal.home() != null) {
            Path home = Path.of(terminal.home());
            origins.add(new Origin.Jars(home.resolve("plugins")));
            origins.add(new Origin.Packs(home.resolve("packs")));
        }
        Workspace workspace = Workspaces.here().orElse(null);
        if (workspace != null) {
            Workspaces.checkGuidance(workspace);
            origins.addAll(workspace.origins());
        }
        for (String folder : Options.texts(given, PLUGINS)) {
            origins.add(new Origin.Jars(existing(PLUGINS, folder)));
        }
        for (String pack : Options.texts(given, PACKS)) {
            Path path = existing(PACKS, pack);
            origins.add(Files.isDirectory(path) ? new Origin.Packs(path) : new Origin.PackFile(path));
        }
        return origins;
    }

    private static Path existing(String option, String typed) throws UsageError {
        Path path = TypedPath.of(option, typed);
        if (Files.exists(path)) {
            return path;
        }
        throw new UsageError(option, "There is no " + typed + ".", "Check the spelling and the folder.");
    }
}
