package org.govsocial.mishap.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures. They are asserted with slack, because other work may run on the same machine; the release is read by eye. */
class SpeedTest {
    // Beside the sources, not in a temporary folder, which may be in memory, where forcing costs nothing.
    @TempDir(factory = OnDisk.class)
    Path disk;

    static final class OnDisk implements org.junit.jupiter.api.io.TempDirFactory {
        @Override
        public Path createTempDirectory(
                org.junit.jupiter.api.extension.AnnotatedElementContext element,
                org.junit.jupiter.api.extension.ExtensionContext context)
                throws IOException {
            Path target = Path.of(System.getProperty("basedir", "."), "target").toAbsolutePath();
            return Files.createTempDirectory(Files.createDirectories(target), "speed");
        }
    }

    @Test
    void an_acknowledged_append_costs_little_more_than_the_disk_takes() throws IOException {
        int rounds = TestLogs.RELEASE ? 200 : 50;
        var ours = new ArrayList<Long>();
        var bare = new ArrayList<Long>();
        String text = "Took the post down and told the duty manager, who rang the minister's office. ".repeat(3);
        warmUp(text);
        try (IncidentLog log = IncidentLog.create(disk.resolve("incident"), TestLogs.settings());
                FileChannel channel = FileChannel.open(
                        disk.resolve("bare"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            log.append(TestLogs.note(text));
            byte[] line =
                    TestLogs.lines(TestLogs.bytes(disk.resolve("incident"))).get(1);
            var back = ByteBuffer.allocate(line.length);
            long end = 0;
            for (int round = -200; round < rounds; round++) {
                for (int i = 0; i < 10; i++) {
                    long start = System.nanoTime();
                    log.append(TestLogs.note(text));
                    long middle = System.nanoTime();
                    channel.write(ByteBuffer.wrap(line), end);
                    channel.force(false);
                    channel.read(back.clear(), end);
                    assertTrue(Arrays.equals(line, back.array()));
                    end += line.length;
                    long stop = System.nanoTime();
                    if (round >= 0) {
                        ours.add(middle - start);
                        bare.add(stop - middle);
                    }
                }
            }
        }
        // Both wait for the disk; what other work on the machine adds to their waiting is least in the lower quartile.
        double ratio = (double) part(ours, 4) / part(bare, 4);
        System.out.printf(
                java.util.Locale.ROOT,
                "Append: %d µs acknowledged, %d µs bare, ratio %.2f (lower quartiles of %d; medians %d and %d µs)%n",
                part(ours, 4) / 1000,
                part(bare, 4) / 1000,
                ratio,
                ours.size(),
                part(ours, 2) / 1000,
                part(bare, 2) / 1000);
        assertTrue(ratio <= (TestLogs.RELEASE ? 1.5 : 2.5), "ratio " + ratio);
    }

    /** Lets the compiler do its work first, on a disk that costs no waiting: what is measured is the log, not the JVM's start. */
    private void warmUp(String text) throws IOException {
        try (IncidentLog log = IncidentLog.create(disk.resolve("warm"), TestLogs.settings(), new Unforced())) {
            for (int i = 0; i < 25_000; i++) {
                log.append(TestLogs.note(text));
            }
        }
    }

    /** The real disk, never forced. */
    private static final class Unforced implements Storage {
        private final Disk disk = new Disk();

        @Override
        public StoredFile open(Path file) throws IOException {
            StoredFile real = disk.open(file);
            return new StoredFile() {
                @Override
                public long size() throws IOException {
                    return real.size();
                }

                @Override
                public int read(ByteBuffer into, long at) throws IOException {
                    return real.read(into, at);
                }

                @Override
                public void write(ByteBuffer from, long at) throws IOException {
                    real.write(from, at);
                }

                @Override
                public void force() {}

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }

        @Override
        public StoredFile openToRead(Path file) throws IOException {
            return disk.openToRead(file);
        }

        @Override
        public Object identity(Path file) throws IOException {
            return disk.identity(file);
        }

        @Override
        public void forceFolder(Path folder) {}
    }

    private static long part(List<Long> times, int of) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / of);
    }

    @Test
    void a_long_log_is_verified_in_seconds() throws IOException {
        int entries = TestLogs.RELEASE ? 1_000_000 : 200_000;
        Path folder = Files.createDirectories(disk.resolve("long"));
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 22, 21, 0, 0, 0, ZoneOffset.ofHours(13));
        byte[] body = Content.of(TestLogs.note("Answered a question about the wrong post, and thanked them."), null)
                .toJson();
        Hash prev = new Hash("1".repeat(64));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(Journal.LOG)), 1 << 20)) {
            for (int i = 1; i <= entries; i++) {
                EntryLine.Encoded line =
                        EntryLine.encode(i, time.plusSeconds(i), "note", body, new byte[EntryLine.SALT_BYTES], prev);
                out.write(line.bytes());
                prev = line.leaf();
            }
        }
        double best = 0;
        try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
            for (int run = 0; run < 3; run++) {
                long start = System.nanoTime();
                Verification found = log.verify(List.of(), null);
                best = Math.max(best, entries * 1e9 / (System.nanoTime() - start));
                assertEquals(List.of(), found.damage());
                assertEquals(entries, found.sound());
            }
        }
        System.out.printf(java.util.Locale.ROOT, "Verify: %,.0f entries/s of %,d entries%n", best, entries);
        assertTrue(best >= (TestLogs.RELEASE ? 200_000 : 70_000), "entries a second: " + best);
    }
}
