package org.govsocial.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.govsocial.accessibility.speech.Speech;
import org.jspecify.annotations.Nullable;

/** Plays what is said by the program {@code espeak-ng}, started without a shell. */
final class HearAloud {
    private static final String PROGRAM = "espeak-ng";
    /** Longer than any post takes at the usual pace. */
    private static final long MOST_SECONDS = 600;

    private final Path program;

    private HearAloud(Path program) {
        this.program = program;
    }

    /**
     * Looks for the program.
     *
     * @param path folders as PATH lists them
     * @return null when it is not installed
     */
    static @Nullable HearAloud find(@Nullable String path) {
        if (path == null) {
            return null;
        }
        String name = File.separatorChar == '\\' ? PROGRAM + ".exe" : PROGRAM;
        for (String folder : path.split(File.pathSeparator, -1)) {
            try {
                Path file = Path.of(folder, name);
                if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return new HearAloud(file);
                }
            } catch (InvalidPathException e) {
                continue; // an entry of PATH that is no folder holds no program
            }
        }
        return null;
    }

    /** Plays it, and comes back at its end. */
    void play(Speech speech) throws IOException {
        var words = new StringBuilder();
        for (String line : speech.lines()) {
            words.append(line).append('\n');
        }
        for (String medium : speech.media()) {
            words.append(medium).append('\n');
        }
        Process process = new ProcessBuilder(List.of(program.toString(), "-v", "en", "--stdin"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(words.toString().getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it took longer than " + MOST_SECONDS + " seconds");
            }
            if (process.exitValue() != 0) {
                throw new IOException("it ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
