package org.govsocial.media;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of the user's computer that does what no library does here. It is started by itself, never by a shell, with a
 * limit of time and of output, and with nothing to read.
 */
record Program(Path file) {
    /** Takes what a program writes, as it writes it. */
    interface Reader {
        void read(InputStream out) throws IOException;
    }

    /** The program stopped by itself, and said that it had failed. */
    static final class FailedException extends IOException {
        private static final long serialVersionUID = 1;

        FailedException(String message) {
            super(message);
        }
    }

    /**
     * Looks for a program.
     *
     * @param name without ending
     * @param path folders as PATH lists them
     * @return null when it is not installed
     */
    static @Nullable Program find(String name, @Nullable String path) {
        if (path == null) {
            return null;
        }
        boolean windows = File.separatorChar == '\\';
        for (String folder : path.split(File.pathSeparator, -1)) {
            try {
                Path file = Path.of(folder, windows ? name + ".exe" : name);
                // The working folder, which an empty entry stands for, may hold anything.
                if (!folder.isEmpty() && file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return new Program(file);
                }
            } catch (InvalidPathException e) {
                continue; // an entry of PATH that is no folder holds no program
            }
        }
        return null;
    }

    /** What the program writes, as far as it is not too much. */
    byte[] output(List<String> arguments, Duration limit, int most) throws IOException {
        var all = new ByteArrayOutputStream();
        run(arguments, limit, out -> all.write(out.readNBytes(most)));
        return all.toByteArray();
    }

    /**
     * Runs the program.
     *
     * @throws FailedException when it fails, or does not end in time
     */
    void run(List<String> arguments, Duration limit, Reader reader) throws IOException {
        var command = new ArrayList<String>();
        command.add(file.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // One thread each: posts are looked at side by side already.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<Boolean> guard = CompletableFuture.supplyAsync(() -> ended(process, limit));
        try (InputStream out = process.getInputStream()) {
            reader.read(out);
        } finally {
            // A program that goes on writing after its reader has had enough gets a broken pipe, and ends.
            if (!guard.join()) {
                process.destroyForcibly();
            }
        }
        if (!guard.join()) {
            throw new FailedException("it took longer than " + limit.toSeconds() + " seconds");
        }
        if (process.exitValue() != 0) {
            throw new FailedException("it ended with " + process.exitValue());
        }
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    /** The last part of a name, for messages. */
    String name() {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
