package org.govsocial.mishap.watch;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a pipe, or of a file that may grow while it is read: a line is given once all of it is there. Memory does
 * not grow, since what is longer than {@link #LONGEST} is cut. Not thread-safe.
 */
public final class MentionLines implements Closeable {
    /** The longest line, in bytes. */
    public static final int LONGEST = 1 << 20;

    private final @Nullable Path file;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private InputStream in;
    private @Nullable Object key;
    private int at;
    private int end;
    private long read;
    private long taken;
    private long number;

    private MentionLines(@Nullable Path file, InputStream in, @Nullable Object key) {
        this.file = file;
        this.in = in;
        this.key = key;
    }

    /**
     * Reads a pipe.
     *
     * @param in closed by {@link #close}
     * @return its lines
     */
    public static MentionLines of(InputStream in) {
        return new MentionLines(null, in, null);
    }

    /**
     * Reads a file.
     *
     * @param file which
     * @param from as many bytes as an earlier reader has {@linkplain #taken taken}; where no line of the file ends there,
     *     it is another file by now and is read from its start
     * @return its lines
     * @throws IOException when it cannot be read
     */
    public static MentionLines of(Path file, long from) throws IOException {
        long start = endsLine(file, from) ? from : 0;
        var lines = new MentionLines(file, Files.newInputStream(file), key(file));
        while (lines.taken < start && lines.next() != null) {
            continue; // what was taken before is only counted
        }
        return lines;
    }

    private static boolean endsLine(Path file, long from) throws IOException {
        if (from <= 0 || Files.size(file) < from) {
            return false;
        }
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(from - 1);
            return bytes.read() == '\n';
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * The next line.
     *
     * @return without its end; null when no whole line is there for now
     * @throws IOException when it cannot be read
     */
    public @Nullable String next() throws IOException {
        while (true) {
            for (int i = at; i < end; i++) {
                if (buffer[i] == '\n') {
                    begin(i);
                    at = i + 1;
                    taken = read - (end - at);
                    return line();
                }
            }
            begin(end);
            at = 0;
            end = 0;
            int count = in.read(buffer);
            if (count < 0) {
                return null;
            }
            end = count;
            read += count;
        }
    }

    private void begin(int until) {
        begun.write(buffer, at, Math.min(until - at, LONGEST - begun.size()));
    }

    private String line() {
        number++;
        String line = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        return line;
    }

    /**
     * What stands after the last whole line, for an input that does not grow.
     *
     * @return null when nothing does
     */
    public @Nullable String rest() {
        if (begun.size() == 0) {
            return null;
        }
        taken = read;
        return line();
    }

    /**
     * Whether there is more to read without waiting.
     *
     * @return true when so
     * @throws IOException when it cannot be read
     */
    public boolean isMoreThere() throws IOException {
        return at < end || in.available() > 0;
    }

    /**
     * Begins at the start of the file when it was replaced or cut, as services do that keep logs short.
     *
     * @return whether it was
     * @throws IOException when it cannot be read
     */
    public boolean startsAnew() throws IOException {
        if (file == null || !Files.exists(file)) {
            return false; // a replaced file may not be there for a moment
        }
        Object now = key(file);
        if ((now == null || now.equals(key)) && Files.size(file) >= read) {
            return false;
        }
        in.close();
        in = Files.newInputStream(file);
        key = now;
        begun.reset();
        at = 0;
        end = 0;
        read = 0;
        taken = 0;
        number = 0;
        return true;
    }

    /**
     * Which line was given last.
     *
     * @return from 1; 0 before the first
     */
    public long number() {
        return number;
    }

    /**
     * How many bytes the lines had that were given.
     *
     * @return from the start of the file or pipe
     */
    public long taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
