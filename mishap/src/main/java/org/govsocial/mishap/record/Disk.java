package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The real disk. */
final class Disk implements Storage {
    @Override
    public StoredFile open(Path file) throws IOException {
        return new ChannelFile(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public StoredFile openToRead(Path file) throws IOException {
        return new ChannelFile(file, StandardOpenOption.READ);
    }

    @Override
    public Object identity(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return key == null ? attributes.creationTime() : key; // Windows has no key
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        forceNames(folder);
    }

    /** Makes a new name in a folder last. Windows cannot open a folder, and needs not to. */
    static void forceNames(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static final class ChannelFile implements StoredFile {
        private final FileChannel channel;

        ChannelFile(Path file, OpenOption... options) throws IOException {
            channel = FileChannel.open(file, options);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return channel.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            long place = at;
            while (from.hasRemaining()) {
                place += channel.write(from, place);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false); // keeps the new length too
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
