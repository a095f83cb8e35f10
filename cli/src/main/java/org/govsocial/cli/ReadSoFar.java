package org.govsocial.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.govsocial.spi.Input;
import org.jspecify.annotations.Nullable;

/** Counts the bytes that have been read of the files that are to be read. */
final class ReadSoFar {
    private final AtomicLong read = new AtomicLong();
    private long total;
    private boolean known = true;

    /** The same input, whose bytes are counted. */
    Input counting(Input input) {
        Path path = input.path();
        try {
            if (path != null && Files.isRegularFile(path)) {
                total += Files.size(path);
                return new Counted(input);
            }
        } catch (IOException e) {
            // Whoever reads the file says so; here it only means that no share can be shown.
            known = false;
        }
        known = false;
        return input;
    }

    /** The share read, 0 to 100; -1 when it is not known. */
    int percent() {
        return known && total > 0 ? (int) Math.min(100, read.get() * 100 / total) : -1;
    }

    private final class Counted implements Input {
        private final Input input;

        Counted(Input input) {
            this.input = input;
        }

        @Override
        public String name() {
            return input.name();
        }

        @Override
        public @Nullable Path path() {
            return input.path();
        }

        @Override
        public boolean isFolder() {
            return input.isFolder();
        }

        @Override
        public byte[] head() throws IOException {
            return input.head();
        }

        @Override
        public InputStream open() throws IOException {
            return new FilterInputStream(input.open()) {
                @Override
                public int read() throws IOException {
                    int b = super.read();
                    read.addAndGet(b < 0 ? 0 : 1);
                    return b;
                }

                @Override
                public int read(byte[] bytes, int start, int length) throws IOException {
                    int n = super.read(bytes, start, length);
                    read.addAndGet(Math.max(n, 0));
                    return n;
                }
            };
        }
    }
}
