package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.govsocial.catalogue.WordPacks;
import org.govsocial.engine.AtomicFile;
import org.govsocial.json.JsonException;
import org.govsocial.json.PackReader;
import org.govsocial.model.Pack;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;

/** Files of packs. */
final class Packs {
    private Packs() {}

    /** Reads a pack as strictly as loading it does. */
    static Pack read(String typed, Path file) throws UsageError {
        try (InputStream in = Files.newInputStream(file)) {
            return PackReader.read(typed, in);
        } catch (JsonException e) {
            Problem problem = e.problem();
            throw new UsageError(problem.where(), problem.what(), problem.advice());
        } catch (CharacterCodingException e) {
            throw new UsageError(typed, "The pack is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IOException e) {
            throw new UsageError(typed, "The pack cannot be read.", "Check that the file may be opened.");
        }
    }

    static Path file(String typed) throws UsageError {
        Path path = path(typed);
        if (!Files.isRegularFile(path)) {
            throw new UsageError(typed, "There is no such file.", "Check the spelling and the folder.");
        }
        return path;
    }

    static Path path(String typed) throws UsageError {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new UsageError(typed, "This cannot be a path.", "Check the spelling.");
        }
    }

    /** Writes a new pack, whole or not at all, and never over a file that is there. */
    static String write(Pack pack, @Nullable String output) throws UsageError {
        String target = output == null ? pack.id() + ".pack.json" : output;
        Path path = path(target);
        if (Files.exists(path)) {
            throw new UsageError(target, "There is a file of this name already.", "Give another name with --output.");
        }
        try (AtomicFile file = AtomicFile.at(path)) {
            WordPacks.write(pack, file.stream());
            file.commit();
        } catch (IOException e) {
            throw new UsageError(
                    target, "It cannot be written.", "Check that the folder exists and may be written to.");
        }
        return target;
    }
}
