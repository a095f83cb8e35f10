package org.govsocial.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as people type them behind an option. */
final class TypedPath {
    private TypedPath() {}

    /** A path that may or may not exist. */
    static Path of(String option, String typed) throws UsageError {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new UsageError(option, "\"" + typed + "\" cannot be a path.", "Check the spelling.");
        }
    }

    /** A file that is there. */
    static Path file(String option, String typed) throws UsageError {
        Path path = of(option, typed);
        if (!Files.isRegularFile(path)) {
            throw new UsageError(option, "There is no file " + typed + ".", "Check the spelling and the folder.");
        }
        return path;
    }
}
