package org.govsocial.engine;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: what is written goes to a temporary file in the same folder, and {@link
 * #commit} puts it in place of the old one in a single step. Closed without a commit, the old file is as it was. Used
 * by one thread.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final @Nullable Path temporary;
    private final FileOutputStream file;
    private final OutputStream buffered;
    private boolean closed;

    private AtomicFile(Path target, @Nullable Path temporary, FileOutputStream file) {
        this.target = target;
        this.temporary = temporary;
        this.file = file;
        this.buffered = new BufferedOutputStream(file, 1 << 16);
    }

    /**
     * Starts to write a file. A link is followed. A device or a pipe is written directly.
     *
     * @param path where the file is to be
     * @return takes the content
     * @throws IOException when the folder does not exist or may not be written
     */
    public static AtomicFile at(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            return new AtomicFile(path, null, new FileOutputStream(path.toFile()));
        }
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        var file = new FileOutputStream(temporary.toFile());
        temporary.toFile().deleteOnExit();
        return new AtomicFile(target, temporary, file);
    }

    /**
     * Takes the content.
     *
     * @return a buffered stream; closing it does nothing beyond flushing it
     */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                buffered.write(b);
            }

            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                buffered.write(bytes, start, length);
            }

            @Override
            public void flush() throws IOException {
                buffered.flush();
            }
        };
    }

    /**
     * Puts what was written in place, after it has reached the disk.
     *
     * @throws IOException when it cannot; the old file is then as it was
     */
    public void commit() throws IOException {
        buffered.flush();
        if (temporary == null) {
            close();
            return;
        }
        file.getFD().sync();
        close(false);
        if (Files.exists(target)) {
            keepPermissions();
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The same, when what was written differs from the old file, which is else left untouched.
     *
     * @return whether it differs
     * @throws IOException when it cannot be put in place; the old file is then as it was
     */
    public boolean commitWhenChanged() throws IOException {
        buffered.flush();
        if (temporary != null && Files.exists(target) && Files.mismatch(temporary, target) < 0) {
            return false;
        }
        commit();
        return true;
    }

    /** Ends the writing; without a {@link #commit} before it, nothing has changed. */
    @Override
    public void close() throws IOException {
        close(true);
    }

    private void close(boolean discard) throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        file.close();
        if (discard && temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }

    private void keepPermissions() throws IOException {
        try {
            Files.setPosixFilePermissions(temporaryPath(), Files.getPosixFilePermissions(target));
        } catch (UnsupportedOperationException e) {
            // A file system without such permissions has none to keep.
            return;
        }
    }

    private Path temporaryPath() {
        return java.util.Objects.requireNonNull(temporary);
    }
}
