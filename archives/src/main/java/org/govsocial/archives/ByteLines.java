package org.govsocial.archives;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Splits a stream into lines without copying them; a line beyond the limit is passed over without being kept. */
final class ByteLines implements Closeable {
    /** The longest line, in bytes. */
    static final int MAX_LINE = 16 * 1024 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[64 * 1024];

    /** The bytes in the buffer end here. */
    private int filled;

    /** The next line starts here. */
    private int next;

    private boolean endOfStream;
    private int start;
    private int end;
    private long number;
    private long offset;
    private long nextOffset;
    private boolean tooLong;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /**
     * Moves to the next line.
     *
     * @param overflow receives the bytes of a line that is too long, its end included
     */
    boolean next(OutputStream overflow) throws IOException {
        start = next;
        offset = nextOffset;
        tooLong = false;
        int searched = start;
        while (true) {
            int feed = indexOfLineFeed(searched);
            if (feed >= 0) {
                return found(feed, feed + 1);
            }
            if (endOfStream) {
                return start < filled && found(filled, filled);
            }
            if (filled - start > MAX_LINE) {
                return passOver(overflow);
            }
            int kept = filled - start;
            fill();
            searched = start + kept;
        }
    }

    private boolean found(int lineEnd, int nextStart) {
        number++;
        end = lineEnd;
        next = nextStart;
        nextOffset = offset + (nextStart - start);
        return true;
    }

    /** Makes room behind the line's start, growing when the line itself fills the buffer, and reads on. */
    private void fill() throws IOException {
        int kept = filled - start;
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, kept);
            start = 0;
            filled = kept;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            endOfStream = true;
        } else {
            filled += count;
        }
    }

    private boolean passOver(OutputStream overflow) throws IOException {
        tooLong = true;
        number++;
        overflow.write(buffer, start, filled - start);
        nextOffset = offset + (filled - start);
        buffer = new byte[64 * 1024];
        filled = 0;
        while (true) {
            int feed = indexOfLineFeed(0);
            int stop = feed < 0 ? filled : feed + 1;
            overflow.write(buffer, 0, stop);
            nextOffset += stop;
            next = stop;
            start = stop;
            end = stop;
            if (feed >= 0) {
                return true;
            }
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            if (filled == 0) {
                endOfStream = true;
                next = 0;
                start = 0;
                end = 0;
                return true;
            }
        }
    }

    private int indexOfLineFeed(int from) {
        byte[] bytes = buffer;
        for (int i = from; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Holds the line from {@link #start()} to {@link #end()}, until the next call of {@link #next}. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Behind the line's last byte, its end of line excluded. */
    int end() {
        return end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    /** Behind the line's end of line. */
    int endWithTerminator() {
        return next;
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** How many bytes come before the line. */
    long offset() {
        return offset;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
