package org.govsocial.mishap.record;

import static org.govsocial.mishap.record.TestLogs.bytes;
import static org.govsocial.mishap.record.TestLogs.join;
import static org.govsocial.mishap.record.TestLogs.lines;
import static org.govsocial.mishap.record.TestLogs.verify;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperingTest {
    private static final int ENTRIES = 20;

    @TempDir
    static Path temporary;

    private static byte[] log;
    private static Checkpoint checkpoint;
    private static Path checkpointFile;
    private static IndependentVerifier independent;

    @BeforeAll
    static void write() throws Exception {
        Path folder = TestLogs.log(temporary.resolve("incident"), ENTRIES);
        log = bytes(folder);
        CheckpointKey key = CheckpointKey.create(temporary.resolve("keys/key"), "example.govt.nz");
        try (IncidentLog open = IncidentLog.open(folder, TestLogs.settings())) {
            checkpoint = open.checkpoint(key);
        }
        checkpointFile = Files.writeString(temporary.resolve("checkpoint.txt"), checkpoint.text());
        independent = new IndependentVerifier(temporary);
    }

    /** Alone in a folder, so that only the log itself and the checkpoint can tell. */
    private static Path alone(byte[] bytes) throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("tampered"));
        Files.deleteIfExists(folder.resolve(Journal.CONFIRMED));
        return Files.write(folder.resolve(Journal.LOG), bytes).getParent();
    }

    private static Damage only(byte[] tampered, Damage.Kind kind) throws Exception {
        List<Damage> found = verify(tampered, List.of()).damage().stream()
                .filter(damage -> damage.kind() == kind)
                .toList();
        assertEquals(1, found.size(), () -> "one " + kind);
        assertFalse(independent.damage(alone(tampered)).isEmpty());
        return found.get(0);
    }

    @Test
    void an_untouched_log_verifies_and_says_what_it_cannot_know() throws Exception {
        Verification alone = verify(log, List.of());
        assertEquals(List.of(), alone.damage());
        assertEquals(ENTRIES, alone.sound());
        assertTrue(alone.remarks().get(0).contains("could not be noticed"), alone.remarks()::toString);
        Verification bound = verify(log, List.of(checkpoint));
        assertEquals(List.of(), bound.damage());
        assertEquals(ENTRIES, bound.bound());
        assertEquals(List.of(), independent.damage(alone(log), checkpointFile));
    }

    @Test
    void every_single_flipped_bit_is_reported_and_hides_no_other_entry() throws Exception {
        int flips = 0;
        int entry = 1;
        for (int i = 0; i < log.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = log.clone();
                flipped[i] ^= (byte) (1 << bit);
                Verification found = verify(flipped, List.of());
                String where = "bit " + bit + " of byte " + i + ", entry " + entry;
                assertFalse(found.intact(), where);
                int damaged = entry;
                // The line end belongs to the entry before it: without it, the next line begins in the middle.
                assertTrue(
                        found.damage().stream()
                                .anyMatch(d -> d.first() <= damaged && damaged <= d.last()
                                        || d.kind() == Damage.Kind.INSERTED),
                        () -> where + ": " + found.damage());
                assertTrue(found.sound() >= ENTRIES - 1, where);
                flips++;
            }
            if (log[i] == '\n') {
                entry++;
            }
        }
        System.out.println("Flipped bits: " + flips + ", all reported");
        assertEquals(8 * log.length, flips);
    }

    @Test
    void the_independent_verifier_reports_flipped_bits_too() throws Exception {
        long seed = 20_261_122;
        var random = new Random(seed);
        byte[] lines = Arrays.copyOf(log, log.length);
        for (int i = 0; i < 600; i++) {
            int at = i < 300 ? random.nextInt(lines.length) : lines.length - 1 - i % 700;
            lines[at] ^= (byte) (1 << i % 8);
            int place = at;
            assertFalse(independent.damage(alone(lines)).isEmpty(), () -> "seed " + seed + ", bit at byte " + place);
            lines[at] = log[at];
        }
    }

    @Test
    void opening_and_appending_repairs_nothing_silently_and_leaves_the_damage_where_it_is() throws Exception {
        int last = log.length - 2 - lines(log).get(ENTRIES - 1).length;
        for (int at : new int[] {last + 3, last + 20, last + 130, last + 250, log.length - 30, log.length - 1}) {
            byte[] flipped = log.clone();
            flipped[at] ^= 4;
            Path folder = alone(flipped);
            try (IncidentLog open = IncidentLog.open(folder, TestLogs.settings())) {
                open.append(TestLogs.note("Afterwards"));
                Verification found = open.verify(List.of(checkpoint), null);
                assertFalse(found.intact(), "byte " + at);
            }
            byte[] after = bytes(folder);
            assertArrayEquals(flipped, Arrays.copyOf(after, flipped.length), "byte " + at);
            assertFalse(independent.damage(folder, checkpointFile).isEmpty(), "byte " + at);
        }
    }

    @Test
    void a_damaged_last_entry_that_was_confirmed_stays_damage_for_ever() throws Exception {
        Path folder = TestLogs.log(temporary.resolve("confirmed"), 5);
        byte[] bytes = bytes(folder);
        bytes[bytes.length - 30] ^= 1;
        Files.write(folder.resolve(Journal.LOG), bytes);
        try (IncidentLog open = IncidentLog.open(folder, TestLogs.settings())) {
            Receipt next = open.append(TestLogs.note("Afterwards"));
            assertEquals(7, next.number(), "number 5 is never given twice, and 6 tells of the damage");
            Verification found = open.verify(List.of(), null);
            assertEquals(List.of(5L), found.damage().stream().map(Damage::first).toList(), found.damage()::toString);
            assertEquals(6, found.sound());
        }
        assertEquals(1, independent.damage(folder).size());
    }

    @Test
    void what_was_done_is_named() throws Exception {
        var lines = new ArrayList<>(lines(log));
        lines.remove(6);
        assertEquals(7, only(join(lines), Damage.Kind.REMOVED).first());

        lines = new ArrayList<>(lines(log));
        Collections.swap(lines, 9, 10);
        assertEquals(10, only(join(lines), Damage.Kind.REORDERED).first());

        lines = new ArrayList<>(lines(log));
        lines.add(12, lines.get(3));
        assertEquals(4, only(join(lines), Damage.Kind.INSERTED).first());

        lines = new ArrayList<>(lines(log));
        lines.add(12, TestLogs.utf8("not an entry"));
        only(join(lines), Damage.Kind.INSERTED);

        List<byte[]> forged = lines(TestLogs.rechained(log, entries -> entries));
        lines = new ArrayList<>(lines(log));
        lines.set(4, forged.get(4));
        assertTrue(verify(join(lines), List.of()).damage().stream()
                .anyMatch(d -> d.kind() == Damage.Kind.REWRITTEN && d.first() <= 5 && d.last() >= 5));

        byte[] changed = log.clone();
        int text = new String(log, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Text of entry 8");
        changed[text] = 'N';
        assertEquals(8, only(changed, Damage.Kind.CHANGED).first());
    }

    @Test
    void one_damaged_entry_does_not_keep_a_checkpoint_from_vouching_for_the_others() throws Exception {
        byte[] changed = log.clone();
        int header = new String(log, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("{\"entry\":8");
        changed[header + 3] ^= 1;
        Verification found = verify(changed, List.of(checkpoint));
        assertEquals(ENTRIES - 1, found.sound());
        assertEquals(ENTRIES, found.bound());
        assertEquals(List.of(8L), found.damage().stream().map(Damage::first).toList());
    }

    @Test
    void a_forgery_that_fits_together_passes_only_without_a_checkpoint() throws Exception {
        byte[] forged = TestLogs.rechained(log, entries -> entries.subList(0, 15));
        assertTrue(verify(forged, List.of()).intact(), "nothing inside the file can tell");
        assertEquals(List.of(), independent.damage(alone(forged)));
        assertEquals(
                Damage.Kind.TRUNCATED,
                verify(forged, List.of(checkpoint)).damage().get(0).kind());
    }

    @Test
    void given_one_checkpoint_every_random_truncation_swap_insertion_and_forgery_is_rejected() throws Exception {
        long seed = 6_962;
        var random = new Random(seed);
        var kinds = new int[4];
        for (int i = 0; i < 1_000; i++) {
            int kind = i % 4;
            byte[] tampered = switch (kind) {
                case 0 -> Arrays.copyOf(log, random.nextInt(log.length));
                case 1 -> swapped(random);
                case 2 -> inserted(random);
                default -> forged(random);
            };
            String what = "seed " + seed + ", number " + i + ", kind " + kind;
            assertFalse(Arrays.equals(log, tampered), what);
            assertFalse(verify(tampered, List.of(checkpoint)).intact(), what);
            if (TestLogs.RELEASE || i % 5 == 0) {
                assertFalse(independent.damage(alone(tampered), checkpointFile).isEmpty(), what);
            }
            kinds[kind]++;
        }
        System.out.println("Tampered logs: " + Arrays.toString(kinds)
                + " truncations, swaps, insertions and re-chained forgeries, all rejected");
    }

    private static byte[] swapped(Random random) {
        var lines = new ArrayList<>(lines(log));
        int first = random.nextInt(ENTRIES);
        Collections.swap(lines, first, (first + 1 + random.nextInt(ENTRIES - 1)) % ENTRIES);
        return join(lines);
    }

    private static byte[] inserted(Random random) throws Exception {
        var lines = new ArrayList<>(lines(log));
        List<byte[]> others = lines(TestLogs.rechained(log, entries -> entries));
        byte[] line = switch (random.nextInt(3)) {
            case 0 -> lines.get(random.nextInt(ENTRIES));
            case 1 -> others.get(1 + random.nextInt(ENTRIES - 1));
            default -> {
                var noise = new byte[1 + random.nextInt(600)];
                random.nextBytes(noise);
                yield noise;
            }
        };
        lines.add(random.nextInt(ENTRIES + 1), line);
        return join(lines);
    }

    /** A log whose parts all fit together, in which an entry was changed, added or left out. */
    private static byte[] forged(Random random) throws Exception {
        return TestLogs.rechained(log, entries -> {
            var copy = new ArrayList<>(entries);
            int at = 1 + random.nextInt(ENTRIES - 1);
            switch (random.nextInt(4)) {
                case 0 -> copy.remove(at);
                case 1 -> copy.add(at, copy.get(random.nextInt(ENTRIES)));
                case 2 -> Collections.swap(copy, at, at == 1 ? 2 : at - 1);
                default -> {
                    Entry entry = copy.get(at);
                    Content told = Content.of(TestLogs.note("Nothing happened."), null);
                    copy.set(
                            at,
                            new Entry(
                                    entry.number(),
                                    entry.time(),
                                    entry.zone(),
                                    entry.kind(),
                                    entry.fingerprint(),
                                    entry.state(),
                                    told));
                }
            }
            return copy;
        });
    }
}
