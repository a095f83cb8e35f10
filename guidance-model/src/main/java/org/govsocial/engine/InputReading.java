package org.govsocial.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Finds the reader of an input, and what a folder holds. */
final class InputReading {
    private final List<PostReader> readers;
    private final @Nullable PostReader given;

    InputReading(List<PostReader> readers, @Nullable PostReader given) {
        this.readers = readers;
        this.given = given;
    }

    /** The inputs that an input stands for: itself, or what a folder that is no draft itself holds. */
    List<Input> expanded(Input input) throws InputException {
        Path folder = input.path();
        if (folder == null || !input.isFolder() || Inputs.isDraft(folder)) {
            return List.of(input);
        }
        try {
            List<Input> inside = Inputs.within(folder, input.name());
            if (inside.isEmpty()) {
                throw new InputException(
                        input.name(), "The folder is empty.", "Name a folder that holds drafts or archives.");
            }
            return inside;
        } catch (IOException e) {
            throw new InputException(Inputs.unreadable(input.name(), e));
        }
    }

    /**
     * The reader to use.
     *
     * @param named whether the user named this very input, and it was not merely found in a folder
     * @return null when no reader knows the input
     */
    @Nullable
    PostReader reader(Input input, boolean named) throws InputException {
        Path path = input.path();
        if (path != null && !Files.exists(path)) {
            throw new InputException(
                    input.name(), "There is no such file or folder.", "Check the spelling and the folder.");
        }
        if (given != null) {
            return given;
        }
        PostReader surest = null;
        int most = 0;
        for (PostReader reader : readers) {
            int sure = sureness(reader, input);
            if (sure > most
                    || surest != null && sure == most && sure > 0 && reader.id().compareTo(surest.id()) < 0) {
                surest = reader;
                most = sure;
            }
        }
        return named || most >= PostReader.LIKELY ? surest : null;
    }

    /** What to say of an input that the user named and no reader knows. */
    InputException unknown(Input input) {
        var formats = new StringBuilder();
        for (PostReader reader : readers) {
            formats.append(formats.isEmpty() ? "" : ", ").append(reader.id());
        }
        return new InputException(
                input.name(),
                "This is no format that can be read.",
                readers.isEmpty()
                        ? "No reader is installed: put the archives module back."
                        : "Name a file of one of these formats, or say which it is with --from: " + formats + ".");
    }

    private static int sureness(PostReader reader, Input input) throws InputException {
        try {
            return reader.recognises(input);
        } catch (IOException e) {
            throw new InputException(Inputs.unreadable(input.name(), e));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // A reader that stumbles over a format leaves it to the others.
            return 0;
        }
    }

    /** Reads an input; a reader that fails in a way no reader should becomes a problem. */
    void read(PostReader reader, Input input, ReadOptions options, PostSink out, ProblemList problems)
            throws InputException {
        try {
            reader.read(input, options, out);
        } catch (IOException e) {
            throw new InputException(Inputs.unreadable(input.name(), e));
        } catch (Stopped e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            problems.add(fault(reader, input, e));
        }
    }

    private static Problem fault(PostReader reader, Input input, Throwable fault) {
        return new Problem(
                input.name(),
                "The reader \"" + reader.id() + "\" stopped (" + Faults.oneLine(fault)
                        + "), so what follows was not checked.",
                "Report it to the reader's maintainer; \"govsocial plugins\" names them.");
    }
}
