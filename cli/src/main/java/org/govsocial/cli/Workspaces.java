package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonException;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import org.govsocial.spi.ReadOptions;

/** The workspace that the working folder lies in. */
final class Workspaces {
    private Workspaces() {}

    /** Finds it. Everything works without one; a broken one is the user's to mend. */
    static Optional<Workspace> here() throws UsageError {
        try {
            return Workspace.find(Path.of(""));
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (IOException e) {
            throw new UsageError(
                    Workspace.FILE, "It cannot be read (" + e.getMessage() + ").", "Check that you may read it.");
        }
    }

    /** How the agency's own words are judged: by its domains, short forms, elections and names, in a workspace. */
    static ReviewConfig config() throws UsageError {
        Workspace workspace = here().orElse(null);
        if (workspace == null) {
            return ReviewConfig.DEFAULTS;
        }
        try {
            return ReviewConfig.DEFAULTS.withAgency(workspace.agency(ReadOptions.DEFAULTS.zone()));
        } catch (InputException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (IOException e) {
            throw new UsageError(
                    workspace.folder().toString(),
                    "Its days or candidates cannot be read (" + e.getMessage() + ").",
                    "Check that you may read them.");
        }
    }

    /** Packs and plug-ins that the settings name have to be there: who relies on them must know when they are not. */
    static void checkGuidance(Workspace workspace) throws UsageError {
        check(workspace, "packs", workspace.settings().packs());
        check(workspace, "plugins", workspace.settings().plugins());
    }

    private static void check(Workspace workspace, String key, Iterable<String> paths) throws UsageError {
        int at = 0;
        for (String path : paths) {
            boolean there;
            try {
                there = Files.exists(workspace.folder().resolve(path));
            } catch (InvalidPathException e) {
                there = false;
            }
            if (!there) {
                throw new UsageError(
                        Workspace.FILE + "#/" + key + "/" + at,
                        "There is no " + path + " beside the file.",
                        "Correct the path, or take it out.");
            }
            at++;
        }
    }

    /** A file that was named, or the workspace's own; as a person would write it. */
    static String named(Optional<String> typed, java.util.function.Function<Workspace, Path> own, String what)
            throws UsageError {
        if (typed.isPresent()) {
            return typed.get();
        }
        Workspace workspace = here().orElse(null);
        if (workspace != null && Files.isRegularFile(own.apply(workspace))) {
            return Path.of("")
                    .toAbsolutePath()
                    .normalize()
                    .relativize(own.apply(workspace))
                    .toString();
        }
        throw new UsageError(
                what,
                "Which file is not said, and there is none in a workspace here.",
                "Name it, or make a workspace with \"govsocial init\".");
    }
}
