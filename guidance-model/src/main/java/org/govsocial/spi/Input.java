package org.govsocial.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that posts may be read from: a file, a folder, standard input, an entry of an archive. */
public interface Input {
    /**
     * Its name as the user would write it, with forward slashes; {@code "-"} for standard input.
     *
     * @return never blank
     */
    String name();

    /**
     * Where it is on disk.
     *
     * @return null for standard input and entries of archives
     */
    @Nullable
    Path path();

    /**
     * Whether it is a folder.
     *
     * @return true for a folder on disk
     */
    boolean isFolder();

    /**
     * Its first bytes, for recognition; reading them takes nothing from {@link #open()}.
     *
     * @return at most 4,096 bytes; empty for a folder
     * @throws IOException when it cannot be read
     */
    byte[] head() throws IOException;

    /**
     * Opens it from its start. The caller closes the stream. Standard input can be opened once.
     *
     * @return the bytes
     * @throws IOException when it cannot be read
     */
    InputStream open() throws IOException;
}
