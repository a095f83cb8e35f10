package org.govsocial.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import picocli.CommandLine.Option;

/** Where guidance comes from, beside what is built in. */
final class GuidanceOptions {
    @Option(
            names = "--packs",
            paramLabel = "DIR",
            description = "Also use the packs (*.pack.json) of this folder, or this one pack. Repeatable.")
    List<String> packs = new ArrayList<>();

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Also use the plug-in jars of this folder. Repeatable.")
    List<String> plugins = new ArrayList<>();

    Guidance load(Terminal terminal) throws UsageError {
        var origins = new ArrayList<Origin>();
        origins.add(new Origin.Application());
        if (terminal.home() != null) {
            Path home = Path.of(terminal.home());
            origins.add(new Origin.Jars(home.resolve("plugins")));
            origins.add(new Origin.Packs(home.resolve("packs")));
        }
        for (String folder : plugins) {
            origins.add(new Origin.Jars(existing("--plugins", folder)));
        }
        for (String pack : packs) {
            Path path = existing("--packs", pack);
            origins.add(Files.isDirectory(path) ? new Origin.Packs(path) : new Origin.PackFile(path));
        }
        return Guidance.load(origins);
    }

    private static Path existing(String option, String typed) throws UsageError {
        try {
            Path path = Path.of(typed);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new UsageError(option, "\"" + typed + "\" cannot be a path.", "Check the spelling.");
        }
        throw new UsageError(option, "There is no " + typed + ".", "Check the spelling and the folder.");
    }
}
