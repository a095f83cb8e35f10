package org.govsocial.mishap.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets one writer at a time into a folder, across processes. Held for single operations, so that several processes work
 * on one incident at the same time. Polls rather than blocks, because a blocked lock can neither time out nor survive an
 * interrupt. Used by one thread.
 */
final class FolderLock implements Closeable {
    static final String FILE = "log.lock";

    /** Far behind the text that names the holder, which others can then read even where locks bar reading. */
    private static final long REGION = 1L << 40;

    private static final int TEXT = 80;
    private static final long LONGEST_PAUSE_MICROS = 12_000;

    private final FileChannel channel;
    private final Duration patience;

    /** Who we are, and since when the log has been open here. */
    private final byte[] name;

    private FolderLock(FileChannel channel, LogSettings settings) {
        this.channel = channel;
        this.patience = settings.patience();
        String text = "process " + ProcessHandle.current().pid() + ", since "
                + OffsetDateTime.ofInstant(
                                settings.clock().instant(), settings.clock().getZone())
                        .truncatedTo(ChronoUnit.SECONDS);
        this.name =
                (text + " ".repeat(Math.max(0, TEXT - 1 - text.length())) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static FolderLock open(Path folder, LogSettings settings) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new FolderLock(channel, settings);
    }

    /** Waits for its turn; close what it returns. */
    FileLock acquire() throws IOException {
        FileLock lock = poll();
        if (lock == null) {
            throw new LogBusyException("The log is in use by " + holder() + ". Waited " + patience.toMillis()
                    + " ms. Nothing was recorded; try again, or open the log read-only.");
        }
        name();
        return lock;
    }

    private @Nullable FileLock poll() throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = 200;
        while (true) {
            FileLock lock = tryOnce();
            if (lock != null || System.nanoTime() - deadline >= 0) {
                return lock;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MICROS);
            long micros = ThreadLocalRandom.current().nextLong(pause / 2, pause);
            try {
                Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
            } catch (InterruptedException e) {
                throw new IllegalStateException("the log's own thread was interrupted", e);
            }
        }
    }

    private @Nullable FileLock tryOnce() throws IOException {
        try {
            return channel.tryLock(REGION, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // held through another instance in this process
        }
    }

    /** Says whose turn it is, unless it was ours last time. */
    private void name() throws IOException {
        byte[] before = read();
        if (Arrays.equals(before, name)) {
            return;
        }
        try {
            channel.write(ByteBuffer.wrap(name), 0);
        } catch (IOException e) {
            if (!channel.isOpen()) {
                throw e;
            }
            // A full disk: only the name of the holder is missing from the message that others see.
        }
    }

    private byte[] read() throws IOException {
        var text = ByteBuffer.allocate(TEXT);
        channel.read(text, 0);
        return Arrays.copyOf(text.array(), text.position());
    }

    private String holder() throws IOException {
        String holder = new String(read(), StandardCharsets.US_ASCII).strip();
        return holder.isEmpty() ? "another process" : "another window (" + holder + ")";
    }

    /**
     * Closes only while holding the lock: closing any channel of a file drops every lock that this process has on it,
     * another instance's included.
     */
    @Override
    public void close() throws IOException {
        poll();
        channel.close();
    }
}
