package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a log from one end to the other: every byte belongs to a whole line or to a stretch of junk, so that damage
 * in one place never hides what stands beside it. Used by one thread.
 */
final class LogScanner {
    private static final byte[] START = {'{', '"', 'e', 'n', 't', 'r', 'y', '"', ':'};
    private static final int CHUNK = 1 << 20;

    /** Bytes that are no entry; a line end that closes them does not count. */
    record Junk(long offset, long length, Hash sha256) {}

    /** Takes what the scanner finds, in order. */
    interface Visitor {
        /** A line whose header and proof are whole; valid only during the call. */
        void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException;

        /** Bytes that are no entry. */
        void junk(Junk junk) throws IOException;
    }

    private final Storage.StoredFile file;
    private final Visitor visitor;
    private final EntryLine.Parser parser = new EntryLine.Parser();
    private final MessageDigest junkDigest = Sha256.digest();
    private long junkStart = -1;
    private long junkEnd;
    private boolean junkLineEnd;

    private LogScanner(Storage.StoredFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /**
     * Walks from one place, which must be the start of a line, to another.
     *
     * @return whether the last byte ends a line; true when there is none
     */
    static boolean scan(Storage.StoredFile file, long from, long to, Visitor visitor) throws IOException {
        return new LogScanner(file, visitor).run(from, to);
    }

    private boolean run(long from, long to) throws IOException {
        byte[] buffer = new byte[(int) Math.min(CHUNK, Math.max(1, to - from))];
        long base = from; // of buffer[0]
        int used = 0;
        int begin = 0; // of the line
        int searched = 0;
        boolean ended = true;
        while (true) {
            int end = indexOf(buffer, searched, used);
            if (end >= 0) {
                line(buffer, begin, end, base + begin, true);
                begin = end + 1;
                searched = begin;
                continue;
            }
            searched = used;
            if (base + used == to) {
                break;
            }
            if (begin > 0) {
                System.arraycopy(buffer, begin, buffer, 0, used - begin);
                base += begin;
                used -= begin;
                searched -= begin;
                begin = 0;
            }
            if (used == buffer.length) {
                if (used >= EntryLine.MAX_LENGTH) {
                    junk(buffer, 0, used, base, false);
                    base += used;
                    used = 0;
                    searched = 0;
                } else {
                    buffer = Arrays.copyOf(buffer, Math.min(2 * used, EntryLine.MAX_LENGTH));
                }
            }
            int wanted = (int) Math.min(buffer.length - used, to - base - used);
            int read = file.read(ByteBuffer.wrap(buffer, used, wanted), base + used);
            if (read <= 0) {
                break; // shorter than it was a moment ago
            }
            used += read;
        }
        if (begin < used) {
            line(buffer, begin, used, base + begin, false);
            ended = false;
        }
        flushJunk();
        return ended;
    }

    private static int indexOf(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void line(byte[] bytes, int start, int end, long offset, boolean lineEnd) throws IOException {
        EntryLine whole = parser.parse(bytes, start, end);
        int at = start;
        while (whole == null && (at = next(bytes, at + 1, end)) >= 0) {
            whole = parser.parse(bytes, at, end); // the end of the line before may have been lost
        }
        if (whole == null) {
            junk(bytes, start, end, offset, lineEnd);
            return;
        }
        if (at > start) {
            junk(bytes, start, at, offset, false);
        }
        flushJunk();
        visitor.line(whole, parser.bodyOf(whole), offset + (at - start));
    }

    private static int next(byte[] bytes, int from, int end) {
        for (int i = from; i + START.length <= end; i++) {
            if (bytes[i] == '{' && Arrays.equals(bytes, i, i + START.length, START, 0, START.length)) {
                return i;
            }
        }
        return -1;
    }

    private void junk(byte[] bytes, int start, int end, long offset, boolean lineEnd) {
        if (junkStart < 0) {
            junkStart = offset;
        } else if (junkLineEnd) {
            junkDigest.update((byte) '\n');
            junkEnd++;
        }
        junkDigest.update(bytes, start, end - start);
        junkEnd = offset + (end - start);
        junkLineEnd = lineEnd;
    }

    private void flushJunk() throws IOException {
        Junk junk = takeJunk();
        if (junk != null) {
            visitor.junk(junk);
        }
    }

    private @Nullable Junk takeJunk() {
        if (junkStart < 0) {
            return null;
        }
        var junk = new Junk(junkStart, junkEnd - junkStart, Hash.of(junkDigest.digest()));
        junkStart = -1;
        junkLineEnd = false;
        return junk;
    }
}
