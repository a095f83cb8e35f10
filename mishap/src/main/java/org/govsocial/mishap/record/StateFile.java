package org.govsocial.mishap.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there whole or not at all, and stays when the power fails after it was written. */
final class StateFile {
    private StateFile() {}

    /** Writes what a file holds besides the log itself. */
    @FunctionalInterface
    interface Writing {
        void to(FileChannel channel) throws IOException;
    }

    static void write(Path file, byte[] bytes) throws IOException {
        write(file, channel -> writeFully(channel, ByteBuffer.wrap(bytes)));
    }

    /** Writes beside the file, forces, then puts it in place in one step and forces the folder. */
    static void write(Path file, Writing writing) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " cannot be written.");
        }
        Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                writing.to(channel);
                channel.force(true);
            }
            if (Files.exists(file) && Disk.isPosix(folder)) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(file));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceNames(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    static void copy(InputStream from, FileChannel to) throws IOException {
        var buffer = new byte[1 << 16];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            writeFully(to, ByteBuffer.wrap(buffer, 0, n));
        }
    }
}
