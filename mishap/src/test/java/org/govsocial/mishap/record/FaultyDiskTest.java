package org.govsocial.mishap.record;

import static org.govsocial.mishap.record.TestLogs.note;
import static org.govsocial.mishap.record.TestLogs.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyDiskTest {
    @TempDir
    Path temporary;

    enum Fault {
        /** The force fails; the bytes may be in the file. */
        FORCE,
        /** Half of the bytes arrive, then there is no space left. */
        FULL,
        /** The disk says that all is well and has written something else. */
        LIES
    }

    /** A disk whose log file fails once, at the n-th save. */
    private static final class Faulty implements Storage {
        private final Disk disk = new Disk();
        private final Fault fault;
        private final int failing;
        private int saves;
        private int forces;

        Faulty(Fault fault, int failing) {
            this.fault = fault;
            this.failing = failing;
        }

        @Override
        public StoredFile open(Path file) throws IOException {
            StoredFile real = disk.open(file);
            return file.endsWith(Journal.LOG) ? new FaultyFile(real) : real;
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
        public void forceFolder(Path folder) throws IOException {
            disk.forceFolder(folder);
        }

        private final class FaultyFile implements StoredFile {
            private final StoredFile real;

            FaultyFile(StoredFile real) {
                this.real = real;
            }

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
                saves++;
                if (saves == failing && fault == Fault.FULL) {
                    from.limit(from.limit() / 2);
                    real.write(from, at);
                    throw new IOException("No space left on device");
                }
                if (saves == failing && fault == Fault.LIES) {
                    byte[] other = new byte[from.remaining()];
                    real.write(ByteBuffer.wrap(other), at);
                    return;
                }
                real.write(from, at);
            }

            @Override
            public void force() throws IOException {
                forces++;
                if (saves == failing && fault == Fault.FORCE) {
                    throw new IOException("Input/output error");
                }
                real.force();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void what_the_disk_refuses_is_reported_as_not_recorded_at_every_save(Fault fault) throws Exception {
        var independent = new IndependentVerifier(temporary);
        int reported = 0;
        for (int failing = 1; failing <= 12; failing++) {
            String what = fault + " at save " + failing;
            Path folder = temporary.resolve(fault + "-" + failing);
            var disk = new Faulty(fault, failing);
            var acknowledged = new HashMap<Long, String>();
            try (IncidentLog log = IncidentLog.create(folder, settings(), disk)) {
                NotRecordedException refused = null;
                for (int i = 0; i < 14 && refused == null; i++) {
                    String text = "Text " + i;
                    try {
                        acknowledged.put(log.append(note(text)).number(), text);
                    } catch (NotRecordedException e) {
                        refused = e;
                    }
                }
                assertTrue(refused != null, what);
                assertEquals(failing, refused.number(), what);
                assertTrue(String.valueOf(refused.getMessage()).contains("NOT recorded"), what);
                int before = disk.forces;
                assertThrows(NotRecordedException.class, () -> log.append(note("Again")), what);
                assertEquals(before, disk.forces, "a failed force is never tried again");
                reported++;
            }
            // The next one who opens it finds everything that was acknowledged, and says what else is there.
            try (IncidentLog log = IncidentLog.open(folder, settings())) {
                List<Entry> sound = log.entries();
                for (var entry : acknowledged.entrySet()) {
                    assertEquals(entry.getValue(), TestLogs.text(sound.get((int) (entry.getKey() - 1))), what);
                }
                log.append(note("Later"));
                Verification found = log.verify(List.of(), null);
                assertEquals(List.of(), found.damage(), what);
                Entry recovered = log.entries().stream()
                        .filter(e -> e.kind().equals("recovered"))
                        .findFirst()
                        .orElseThrow();
                Map<String, String> fields = recovered.content().fields();
                if (fault == Fault.FORCE) {
                    assertEquals(Integer.toString(failing), fields.get("unconfirmed"), what);
                } else {
                    assertTrue(Long.parseLong(fields.get("length")) > 100, what);
                }
            }
            assertEquals(List.of(), independent.damage(folder), what);
        }
        assertEquals(12, reported);
    }

    /** Needs root and Linux: fills a file system of 2 MB. Its own process, so that the mount ends with it. */
    @Test
    void a_full_file_system_loses_nothing_that_was_confirmed() throws Exception {
        assumeTrue(isRoot(), "SKIPPED: filling a small file system needs root");
        Path mount = java.nio.file.Files.createDirectories(temporary.resolve("small"));
        var command = new ArrayList<>(List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=2m govsocial '" + mount + "' || exit 99; exec \"$@\"",
                "sh"));
        command.addAll(
                Children.command(FillingDisk.class, mount.resolve("incident").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assumeTrue(process.exitValue() != 99, "SKIPPED: no mounts here: " + output);
        System.out.println("Full disk: " + output.strip());
        assertEquals(0, process.exitValue(), output);
    }

    private static boolean isRoot() throws Exception {
        if (!System.getProperty("os.name").equals("Linux")) {
            return false;
        }
        Process id = new ProcessBuilder("id", "-u").start();
        return new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .equals("0");
    }

    /** Appends until the disk is full, then looks at what is there. */
    static final class FillingDisk {
        private FillingDisk() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            var acknowledged = new HashMap<Long, String>();
            String refusal = "";
            try (IncidentLog log = IncidentLog.create(folder, settings())) {
                for (int i = 0; refusal.isEmpty(); i++) {
                    String text = "Text " + i + " " + "word ".repeat(900);
                    acknowledged.put(log.append(note(text)).number(), text);
                }
            } catch (NotRecordedException e) {
                refusal = String.valueOf(e.getMessage());
            }
            if (!refusal.contains("No space left") || !refusal.contains("NOT recorded")) {
                throw new IllegalStateException("refused with: " + refusal);
            }
            try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
                List<Entry> entries = log.entries();
                acknowledged.forEach((number, text) -> {
                    if (!TestLogs.text(entries.get((int) (number - 1))).equals(text)) {
                        throw new IllegalStateException("entry " + number + " is lost");
                    }
                });
            }
            // The disk is still full: nothing can be recorded, and nothing is lost by trying.
            try (IncidentLog log = IncidentLog.open(folder, settings())) {
                log.append(note("word ".repeat(2_000)));
                throw new IllegalStateException("recorded on a full disk");
            } catch (NotRecordedException e) {
                System.out.println(acknowledged.size() + " entries confirmed, all there; then: " + refusal);
            }
        }
    }
}
