package org.govsocial.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.govsocial.spi.Input;

/** A file on disk for programs that need one; a copy, deleted afterwards, where the input is part of an archive. */
final class LocalFile implements AutoCloseable {
    private final Path path;
    private final boolean copy;

    private LocalFile(Path path, boolean copy) {
        this.path = path;
        this.copy = copy;
    }

    static LocalFile of(Input input, long most) throws IOException {
        Path on = input.path();
        if (on != null) {
            return new LocalFile(on.toAbsolutePath(), false);
        }
        Path copy = Files.createTempFile("govsocial", ".media");
        try (InputStream in = new Bounded(input.open(), most);
                var out = Files.newOutputStream(copy)) {
            in.transferTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
        return new LocalFile(copy, true);
    }

    /** Absolute, so that no name can be taken for an option. */
    String name() {
        return path.toString();
    }

    @Override
    public void close() throws IOException {
        if (copy) {
            Files.deleteIfExists(path);
        }
    }
}
