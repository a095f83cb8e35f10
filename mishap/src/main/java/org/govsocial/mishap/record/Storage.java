package org.govsocial.mishap.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What the log asks of a disk: little enough that a test can stand in for one that fails or loses its power. */
interface Storage {
    /** Opens a file, and makes it when it is not there. */
    StoredFile open(Path file) throws IOException;

    /** Opens a file only to read it. */
    StoredFile openToRead(Path file) throws IOException;

    /** Tells a file from one that took its place under the same name. */
    Object identity(Path file) throws IOException;

    /** Makes the names in a folder last. */
    void forceFolder(Path folder) throws IOException;

    /** A file whose bytes are written and read at given places. */
    interface StoredFile extends Closeable {
        long size() throws IOException;

        /** As {@link java.nio.channels.FileChannel#read(ByteBuffer, long)}. */
        int read(ByteBuffer into, long at) throws IOException;

        /** Writes all that remains. */
        void write(ByteBuffer from, long at) throws IOException;

        /** Returns when all that was written has reached the disk, the new length included. */
        void force() throws IOException;
    }
}
