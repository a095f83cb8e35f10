package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logs to test with. */
final class TestLogs {
    static final boolean RELEASE = Boolean.getBoolean("govsocial.release");

    static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    /** On the evening of the mishap; each look moves it on by 1.5 seconds. */
    static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:04:05.123Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusMillis(1500);
            return now;
        }

        synchronized void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return AUCKLAND;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private TestLogs() {}

    static LogSettings settings() {
        return LogSettings.of(new TickingClock());
    }

    static Draft note(String text) {
        return Draft.of("note", "Aroha Adviser", text);
    }

    /** A log with this many entries, the one that opens it included. */
    static Path log(Path folder, int entries) throws IOException {
        try (IncidentLog log = IncidentLog.create(folder, settings())) {
            for (int i = 2; i <= entries; i++) {
                log.append(
                        note("Text of entry " + i + ": kōrero, \"quoted\", 🚩").with("step", "s" + i));
            }
        }
        return folder;
    }

    static byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve(Journal.LOG));
    }

    /** The lines, without line ends. */
    static List<byte[]> lines(byte[] log) {
        var lines = new ArrayList<byte[]>();
        int begin = 0;
        for (int i = 0; i < log.length; i++) {
            if (log[i] == '\n') {
                lines.add(Arrays.copyOfRange(log, begin, i));
                begin = i + 1;
            }
        }
        return lines;
    }

    static byte[] join(List<byte[]> lines) {
        int size = lines.stream().mapToInt(l -> l.length + 1).sum();
        ByteBuffer all = ByteBuffer.allocate(size);
        lines.forEach(line -> all.put(line).put((byte) '\n'));
        return all.array();
    }

    /** Lines that fit together, in which some texts differ: what a forger makes who knows the format. */
    static byte[] rechained(byte[] log, java.util.function.UnaryOperator<List<Entry>> forge) throws IOException {
        var entries = new ArrayList<Entry>();
        var first = new ArrayList<Hash>();
        LogScanner.scan(new Bytes(log), 0, log.length, new LogScanner.Visitor() {
            @Override
            public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
                first.add(line.prev());
                entries.add(line.toEntry(body));
            }

            @Override
            public void junk(LogScanner.Junk junk) {}
        });
        var lines = new ArrayList<byte[]>();
        Hash prev = first.get(0);
        long number = 1;
        for (Entry entry : forge.apply(entries)) {
            EntryLine.Encoded line = EntryLine.encode(
                    number++,
                    entry.time().atZoneSameInstant(entry.zone()),
                    entry.kind(),
                    entry.content().toJson(),
                    new byte[EntryLine.SALT_BYTES],
                    prev);
            prev = line.leaf();
            lines.add(Arrays.copyOf(line.bytes(), line.bytes().length - 1));
        }
        return join(lines);
    }

    /** Verifies bytes without the folder that they came from. */
    static Verification verify(byte[] log, List<Checkpoint> checkpoints) throws IOException {
        return LogVerifier.verify(Path.of("no-such-folder"), new Bytes(log), log.length, checkpoints, null);
    }

    static String text(Entry entry) {
        @Nullable Content content = entry.content();
        return content == null ? "" : content.text();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A file in memory. */
    record Bytes(byte[] bytes) implements Storage.StoredFile {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(ByteBuffer into, long at) {
            int count = (int) Math.min(into.remaining(), bytes.length - at);
            if (count <= 0) {
                return -1;
            }
            into.put(bytes, (int) at, count);
            return count;
        }

        @Override
        public void write(ByteBuffer from, long at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
