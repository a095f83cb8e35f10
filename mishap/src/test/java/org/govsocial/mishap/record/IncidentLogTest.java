package org.govsocial.mishap.record;

import static org.govsocial.mishap.record.TestLogs.bytes;
import static org.govsocial.mishap.record.TestLogs.note;
import static org.govsocial.mishap.record.TestLogs.settings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.govsocial.model.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentLogTest {
    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("incident");
    }

    private CheckpointKey key() throws IOException {
        return CheckpointKey.create(temporary.resolve("config/key"), "example.govt.nz");
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }

    @Test
    void an_entry_reads_back_as_it_was_recorded() throws IOException {
        OffsetDateTime earlier = OffsetDateTime.parse("2026-11-22T20:58:00+13:00");
        Draft draft = note("Took the post down.\nWho saw it? 🚩 ā")
                .at(earlier)
                .with("step", "take-down")
                .with("odd \"key\"", "\\\u0000\ud800");
        Receipt receipt;
        try (IncidentLog log = IncidentLog.create(folder(), settings())) {
            receipt = log.append(draft);
        }
        assertEquals(2, receipt.number());
        assertTrue(receipt.toString().matches("Saved as entry 2\\. Fingerprint [0-9a-f]{4}-[0-9a-f]{4}\\."));
        try (IncidentLog log = IncidentLog.openReadOnly(folder())) {
            List<Entry> entries = log.entries();
            assertEquals(
                    List.of("opened", "note"), entries.stream().map(Entry::kind).toList());
            Entry entry = entries.get(1);
            assertEquals(receipt.fingerprint(), entry.fingerprint());
            assertEquals(TestLogs.AUCKLAND, entry.zone());
            assertEquals("+13:00", entry.time().getOffset().toString());
            Content content = entry.content();
            assertNotNull(content);
            assertEquals(draft.text(), content.text());
            assertEquals(earlier, content.at());
            assertEquals("Aroha Adviser", content.who());
            assertEquals(draft.fields(), content.fields());
            assertEquals(
                    List.copyOf(draft.fields().keySet()),
                    List.copyOf(content.fields().keySet()));
        }
    }

    @Test
    void a_log_is_started_once_and_read_only_writes_nothing() throws IOException {
        assertThrows(LogException.class, () -> IncidentLog.open(folder(), settings()));
        assertThrows(LogException.class, () -> IncidentLog.openReadOnly(folder()));
        TestLogs.log(folder(), 3);
        assertThrows(LogException.class, () -> IncidentLog.create(folder(), settings()));
        try (IncidentLog log = IncidentLog.openReadOnly(folder())) {
            assertThrows(LogException.class, () -> log.append(note("No")));
            assertEquals(3, log.entries().size());
        }
    }

    @Test
    void interrupting_callers_never_closes_the_log() throws Exception {
        try (IncidentLog log = IncidentLog.create(folder(), settings())) {
            var numbers = new ConcurrentLinkedQueue<Long>();
            var troubles = new ConcurrentLinkedQueue<Throwable>();
            var threads = new ArrayList<Thread>();
            for (int t = 0; t < 8; t++) {
                String who = "thread " + t;
                var thread = new Thread(() -> {
                    for (int i = 0; i < 25; i++) {
                        try {
                            Thread.currentThread().interrupt();
                            numbers.add(log.append(Draft.of("note", who, "Text " + i))
                                    .number());
                            if (!Thread.interrupted()) {
                                throw new IllegalStateException("the interrupt was swallowed");
                            }
                        } catch (IOException | RuntimeException e) {
                            troubles.add(e);
                        }
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (int i = 0; i < 800; i++) {
                threads.get(i % 8).interrupt();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(
                    List.of(),
                    troubles.stream()
                            .filter(e -> !message((Exception) e).contains("swallowed"))
                            .toList());
            assertEquals(200, new HashSet<>(numbers).size());
            assertEquals(
                    LongStream.rangeClosed(1, 201).boxed().toList(),
                    log.entries().stream().map(Entry::number).toList());
            assertTrue(log.verify(List.of(), null).intact());
        }
    }

    @Test
    void a_clock_that_steps_back_is_recorded_and_not_refused() throws IOException {
        var clock = new TestLogs.TickingClock();
        try (IncidentLog log = IncidentLog.create(folder(), LogSettings.of(clock))) {
            log.append(note("Before"));
            clock.move(Duration.ofMinutes(-3));
            Receipt after = log.append(note("After"));
            Content content = log.entriesAfter(after.number() - 1).get(0).content();
            assertNotNull(content);
            assertNotNull(content.clockStepBack());
            assertTrue(content.clockStepBack().compareTo(Duration.ofMinutes(2)) > 0);
            Verification found = log.verify(List.of(), null);
            assertTrue(found.intact());
            assertTrue(found.remarks().stream().anyMatch(r -> r.contains("stepped back") && r.contains("entry 3")));
        }
    }

    @Test
    void a_correction_is_a_new_entry_and_kinds_of_the_log_itself_are_refused() throws IOException {
        TestLogs.log(folder(), 3);
        byte[] before = bytes(folder());
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            assertEquals(4, log.correct(2, "Aroha Adviser", "It was 9.05 pm.").number());
            assertThrows(LogException.class, () -> log.correct(9, "Aroha Adviser", "What?"));
            for (String kind : List.of("opened", "recovered", "disposed", "attachment", "correction")) {
                Draft draft = Draft.of(kind, "Somebody", "");
                assertThrows(IllegalArgumentException.class, () -> log.append(draft), kind);
            }
            assertEquals(4, log.entries().size());
        }
        assertArrayEquals(before, java.util.Arrays.copyOf(bytes(folder()), before.length));
        for (String kind : List.of("", "Note", "a b", "a--b", "x\"", "-a")) {
            assertThrows(IllegalArgumentException.class, () -> Draft.of(kind, "Somebody", ""), kind);
        }
        assertThrows(IllegalArgumentException.class, () -> Draft.of("note", " ", ""));
    }

    @Test
    void an_entry_that_is_too_long_is_refused_and_the_log_stays_open() throws IOException {
        try (IncidentLog log = IncidentLog.create(folder(), settings())) {
            LogException refused =
                    assertThrows(LogException.class, () -> log.append(note("x".repeat(EntryLine.MAX_LENGTH))));
            assertTrue(message(refused).contains("NOT recorded"));
            String long1 = "y".repeat(3 << 20);
            long number = log.append(note(long1)).number();
            assertEquals(long1, TestLogs.text(log.entriesAfter(number - 1).get(0)));
            assertTrue(log.verify(List.of(), null).intact());
        }
    }

    @Test
    void an_attached_file_is_copied_and_every_change_of_the_copy_shows() throws Exception {
        Path picture = Files.write(temporary.resolve("Screen shot.PNG"), new byte[] {1, 2, 3});
        try (IncidentLog log = IncidentLog.create(folder(), settings())) {
            long number = log.attach(picture, "Aroha Adviser", null, "The post at 9 pm")
                    .number();
            Files.delete(picture);
            Content content = log.entriesAfter(number - 1).get(0).content();
            assertNotNull(content);
            assertEquals("Screen shot.PNG", content.fields().get("name"));
            Path copy = folder().resolve("attachments").resolve(content.fields().get("file"));
            assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(copy));
            assertTrue(copy.toString().endsWith(".png"));
            assertTrue(log.verify(List.of(), null).intact());
            Files.write(copy, new byte[] {1, 2, 4});
            var verifier = new IndependentVerifier(temporary);
            assertEquals(
                    Damage.Kind.ATTACHMENT,
                    log.verify(List.of(), null).damage().get(0).kind());
            assertEquals(1, verifier.damage(folder()).size());
            Files.delete(copy);
            assertEquals(number, log.verify(List.of(), null).damage().get(0).first());
            assertEquals(1, verifier.damage(folder()).size());
            assertThrows(LogException.class, () -> log.attach(temporary, "Aroha Adviser", null, "a folder"));
            assertThrows(LogException.class, () -> log.attach(picture, "Aroha Adviser", null, "it is gone"));
        }
    }

    // Checkpoints

    @Test
    void a_checkpoint_survives_mail_and_no_change_of_it_does() throws IOException {
        TestLogs.log(folder(), 5);
        CheckpointKey key = key();
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            Checkpoint checkpoint = log.checkpoint(key);
            assertEquals(5, checkpoint.size());
            assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
            Checkpoint mailed = Checkpoint.parse("\r\n" + checkpoint.text().replace("\n", " \r\n") + "\r\n\r\n");
            assertEquals(List.of(), log.verify(List.of(mailed), key.verifier()).damage());
            int refused = 0;
            String text = checkpoint.text().strip();
            for (int i = 0; i < text.length(); i++) {
                char other = text.charAt(i) == 'A' ? 'B' : 'A';
                if (text.charAt(i) != '=') {
                    String changed = text.substring(0, i) + other + text.substring(i + 1);
                    assertThrows(LogException.class, () -> Checkpoint.parse(changed), changed);
                    refused++;
                }
            }
            assertTrue(refused > 200);
            int last = text.indexOf('=', text.lastIndexOf(' ')) - 1;
            for (char other : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
                String changed = text.substring(0, last) + other + text.substring(last + 1);
                if (other != text.charAt(last)) {
                    assertThrows(LogException.class, () -> Checkpoint.parse(changed), changed);
                }
            }
            String unsigned = checkpoint.text().substring(0, checkpoint.text().indexOf("\n\n") + 1);
            assertTrue(message(assertThrows(LogException.class, () -> Checkpoint.parse(unsigned)))
                    .contains("not signed"));
            assertThrows(LogException.class, () -> Checkpoint.parse(""));
            assertThrows(LogException.class, () -> Checkpoint.parse("hello"));
        }
    }

    @Test
    void a_checkpoint_of_another_key_or_another_log_proves_nothing() throws IOException {
        TestLogs.log(folder(), 5);
        TestLogs.log(temporary.resolve("other"), 5);
        CheckpointKey key = key();
        CheckpointKey stranger = CheckpointKey.create(temporary.resolve("stranger"), "example.govt.nz");
        try (IncidentLog log = IncidentLog.open(folder(), settings());
                IncidentLog other = IncidentLog.open(temporary.resolve("other"), settings())) {
            Verification byStranger = log.verify(List.of(log.checkpoint(stranger)), key.verifier());
            assertEquals(
                    List.of(Damage.Kind.CHECKPOINT),
                    byStranger.damage().stream().map(Damage::kind).toList());
            assertEquals(0, byStranger.bound());
            Verification ofOther = log.verify(List.of(other.checkpoint(key)), key.verifier());
            assertEquals(
                    List.of(Damage.Kind.CHECKPOINT),
                    ofOther.damage().stream().map(Damage::kind).toList());
        }
    }

    @Test
    void a_key_loads_again_is_private_and_may_not_lie_in_the_log() throws IOException {
        TestLogs.log(folder(), 2);
        CheckpointKey key = key();
        assertEquals(key.verifier(), CheckpointKey.load(key.file()).verifier());
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())));
        assertThrows(LogException.class, () -> CheckpointKey.create(key.file(), "again"));
        assertThrows(LogException.class, () -> CheckpointKey.create(temporary.resolve("k"), "two words"));
        assertThrows(LogException.class, () -> CheckpointKey.load(temporary.resolve("nothing")));
        CheckpointKey other = CheckpointKey.create(temporary.resolve("other"), "other");
        Files.copy(other.file(), key.file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThrows(LogException.class, () -> CheckpointKey.load(key.file()));
        CheckpointKey inside = CheckpointKey.create(folder().resolve("key"), "inside");
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            assertThrows(LogException.class, () -> log.checkpoint(inside));
        }
    }

    @Test
    void the_checkpoint_kept_in_the_folder_shows_a_careless_rewriting() throws IOException {
        TestLogs.log(folder(), 6);
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            log.checkpoint(key());
        }
        Files.delete(folder().resolve(Journal.CONFIRMED));
        Files.write(folder().resolve(Journal.LOG), TestLogs.rechained(bytes(folder()), entries -> entries));
        try (IncidentLog log = IncidentLog.openReadOnly(folder())) {
            assertEquals(
                    List.of(Damage.Kind.REWRITTEN),
                    log.verify(List.of(), null).damage().stream()
                            .map(Damage::kind)
                            .toList());
        }
    }

    @Test
    void two_checkpoints_narrow_down_what_was_rewritten() throws IOException {
        TestLogs.log(folder(), 4);
        CheckpointKey key = key();
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            Checkpoint first = log.checkpoint(key);
            log.append(note("Fifth"));
            log.append(note("Sixth"));
            Checkpoint second = log.checkpoint(key);
            List<byte[]> lines = TestLogs.lines(bytes(folder()));
            byte[] forged = TestLogs.rechained(bytes(folder()), entries -> entries);
            Verification found = TestLogs.verify(forged, List.of(first, second));
            assertEquals(1, found.damage().get(0).first());
            var mixed = new ArrayList<>(lines.subList(0, 4));
            mixed.addAll(TestLogs.lines(forged).subList(4, 6));
            Verification narrowed = TestLogs.verify(TestLogs.join(mixed), List.of(first, second));
            assertEquals(4, narrowed.bound());
            assertTrue(narrowed.damage().stream()
                    .anyMatch(d -> d.kind() == Damage.Kind.REWRITTEN && d.first() == 5 && d.last() == 6));
        }
    }

    // Disposal

    private static final Disposal LAWFUL = new Disposal(
            List.of(3L),
            new Disposal.DisposalAuthority("DA123"),
            "Names a member of the public",
            "Mere Manager",
            "Rangi Records");

    @Test
    void a_disposal_is_refused_without_authority_and_two_approvers() throws IOException {
        TestLogs.log(folder(), 5);
        byte[] before = bytes(folder());
        var authority = new Disposal.DisposalAuthority("DA123");
        List<Long> three = List.of(3L);
        List<Disposal> refused = List.of(
                new Disposal(three, new Disposal.DisposalAuthority(" "), "Why", "A One", "B Two"),
                new Disposal(three, new Disposal.DisposalAuthority("none"), "Why", "A One", "B Two"),
                new Disposal(three, new Disposal.RequiredByAct("", "22"), "Why", "A One", "B Two"),
                new Disposal(three, new Disposal.RequiredByAct("Privacy Act 2020", ""), "Why", "A One", "B Two"),
                new Disposal(three, authority, " ", "A One", "B Two"),
                new Disposal(three, authority, "Why", "A One", ""),
                new Disposal(three, authority, "Why", "A One", " a  ONE "),
                new Disposal(List.of(), authority, "Why", "A One", "B Two"),
                new Disposal(List.of(9L), authority, "Why", "A One", "B Two"),
                new Disposal(List.of(1L), authority, "Why", "A One", "B Two"));
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            for (Disposal disposal : refused) {
                LogException e =
                        assertThrows(LogException.class, () -> log.dispose(disposal, "Aroha"), disposal::toString);
                assertTrue(message(e).contains("Public Records Act 2005, section 18"), e::getMessage);
            }
        }
        assertArrayEquals(before, bytes(folder()));
    }

    @Test
    void disposed_text_is_gone_with_its_salt_and_every_proof_still_holds() throws Exception {
        Path shot = Files.write(temporary.resolve("shot.png"), new byte[] {7});
        TestLogs.log(folder(), 5);
        CheckpointKey key = key();
        try (IncidentLog log = IncidentLog.open(folder(), settings());
                IncidentLog other = IncidentLog.open(folder(), settings())) {
            log.attach(shot, "Aroha", null, "Private");
            Checkpoint checkpoint = log.checkpoint(key);
            List<Entry> before = log.entries();
            var disposal = new Disposal(
                    List.of(6L, 3L), LAWFUL.authority(), LAWFUL.reason(), LAWFUL.approver(), LAWFUL.secondApprover());
            assertEquals(7, log.dispose(disposal, "Aroha").number());
            List<Entry> after = log.entries();
            assertEquals(before.get(2).fingerprint(), after.get(2).fingerprint());
            assertEquals(before.get(2).time(), after.get(2).time());
            assertNull(after.get(2).content());
            assertEquals(Entry.State.DISPOSED, after.get(2).state());
            assertEquals("DA123", after.get(6).content().fields().get("authority"));
            assertEquals("Rangi Records", after.get(6).content().fields().get("secondApprover"));

            String raw = new String(bytes(folder()), java.nio.charset.StandardCharsets.UTF_8);
            assertFalse(raw.contains("Text of entry 3"));
            assertFalse(raw.contains("Private"));
            assertTrue(raw.contains("Text of entry 4"));
            try (var files = Files.list(folder().resolve("attachments"))) {
                assertEquals(0, files.count());
            }
            Verification found = log.verify(List.of(checkpoint), key.verifier());
            assertEquals(List.of(), found.damage());
            assertEquals(6, found.bound());
            assertTrue(found.remarks().stream().anyMatch(r -> r.contains("entry 3 was disposed of")));
            Path kept = Files.writeString(temporary.resolve("cp"), checkpoint.text());
            assertEquals(List.of(), new IndependentVerifier(temporary).damage(folder(), kept));

            // Whoever knows the text cannot show that it was this one: without the salt, no hash of it fits.
            byte[] line = TestLogs.lines(bytes(folder())).get(2);
            byte[] guess = before.get(2).content().toJson();
            var parser = new EntryLine.Parser();
            EntryLine erased = parser.parse(line, 0, line.length);
            assertNotNull(erased);
            assertEquals(EntryLine.BodyState.ERASED, parser.bodyOf(erased));
            assertFalse(new String(line, java.nio.charset.StandardCharsets.UTF_8)
                    .contains(Hash.of(Sha256.digest().digest(guess)).hex()));

            assertThrows(LogException.class, () -> log.dispose(disposal, "Aroha"));
            assertEquals(8, other.append(note("Another window goes on")).number());
            assertEquals(9, log.append(note("And this one")).number());
            assertTrue(log.verify(List.of(checkpoint), key.verifier()).intact());
        }
    }

    @Test
    void erasing_text_without_a_record_of_disposal_is_damage() throws Exception {
        TestLogs.log(folder(), 5);
        List<byte[]> lines = new ArrayList<>(TestLogs.lines(bytes(folder())));
        byte[] line = lines.get(3);
        EntryLine entry = new EntryLine.Parser().parse(line, 0, line.length);
        assertNotNull(entry);
        lines.set(3, entry.erased());
        Files.write(folder().resolve(Journal.LOG), TestLogs.join(lines));
        try (IncidentLog log = IncidentLog.openReadOnly(folder())) {
            assertEquals(4, log.verify(List.of(), null).damage().get(0).first());
        }
        assertEquals(1, new IndependentVerifier(temporary).damage(folder()).size());
        lines.set(3, entry.replacing(TestLogs.utf8("{\"who\":\"x\"}")));
        Files.write(folder().resolve(Journal.LOG), TestLogs.join(lines));
        try (IncidentLog log = IncidentLog.openReadOnly(folder())) {
            assertEquals(4, log.verify(List.of(), null).damage().get(0).first());
        }
        assertEquals(1, new IndependentVerifier(temporary).damage(folder()).size());
    }

    // Release

    private static Release.Withholding withheld(long entry, Place place) {
        return new Release.Withholding(entry, place, "s 9(2)(a)");
    }

    @Test
    void a_release_copy_shows_every_entry_and_leaves_the_log_untouched() throws Exception {
        Path shot = Files.write(temporary.resolve("shot.png"), new byte[] {7});
        TestLogs.log(folder(), 5);
        CheckpointKey key = key();
        Path target = temporary.resolve("release");
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            log.append(note("Jane Doe of 1 Main Street rang Bob.").with("phone", "555 1234"));
            log.attach(shot, "Aroha", null, "The post");
            log.attach(Files.write(temporary.resolve("b.png"), new byte[] {8}), "Aroha", null, "A face");
            log.dispose(LAWFUL, "Aroha");
            Checkpoint kept = log.checkpoint(key);
            byte[] before = bytes(folder());
            var release = new Release(
                    "OIA-2026-117",
                    "Official Information Act 1982",
                    "Aroha",
                    List.of(
                            withheld(6, Place.text(0, 8)),
                            withheld(6, Place.text(31, 34)),
                            withheld(6, new Place("/who", -1, -1)),
                            withheld(6, new Place("/fields/phone", -1, -1)),
                            withheld(8, new Place("/fields/file", -1, -1)),
                            new Release.Withholding(4, new Place("", -1, -1), "s 6(c)")));
            Release.Summary summary = log.release(release, target, key);
            assertEquals(new Release.Summary(9, 5, 2, 1, 1, summary.repeats()), summary);
            assertEquals(List.of(1L, 2L, 5L), summary.repeats(), "whoever was withheld still stands there");
            assertArrayEquals(before, bytes(folder()));

            try (IncidentLog copy = IncidentLog.openReadOnly(target)) {
                List<Entry> entries = copy.entries();
                assertEquals(9, entries.size());
                assertEquals(
                        log.entries().stream().map(Entry::fingerprint).toList(),
                        entries.stream().map(Entry::fingerprint).toList());
                Content partly = entries.get(5).content();
                assertEquals("[withheld: s 9(2)(a)] of 1 Main Street rang [withheld: s 9(2)(a)].", partly.text());
                assertEquals("[withheld: s 9(2)(a)]", partly.who());
                assertEquals(Map.of("phone", "[withheld: s 9(2)(a)]"), partly.fields());
                assertEquals(4, partly.withheld().size());
                assertEquals(
                        List.of(new Content.Withheld("", "s 6(c)")),
                        entries.get(3).content().withheld());
                assertEquals(Entry.State.REDACTED, entries.get(3).state());
                assertEquals(Entry.State.WHOLE, entries.get(4).state());
                assertEquals(Entry.State.DISPOSED, entries.get(2).state());

                Verification found = copy.verify(List.of(kept), key.verifier());
                assertEquals(List.of(), found.damage());
                assertEquals(9, found.bound(), "the kept checkpoint shows that no entry was dropped");
                assertTrue(found.remarks().stream().anyMatch(r -> r.contains("[4, 6, 8]")), found.remarks()::toString);
            }
            String raw = Files.readString(target.resolve(Journal.LOG));
            for (String secret : List.of("Jane", "Bob", "555 1234", "Text of entry 4", "Text of entry 3")) {
                assertFalse(raw.contains(secret), secret);
            }
            assertTrue(raw.contains("A face"));
            assertFalse(
                    raw.contains(Attachments.hash(temporary.resolve("b.png")).hex()));
            try (var files = Files.list(target.resolve("attachments"))) {
                assertEquals(1, files.count());
            }

            // Dropping a withheld entry, or letting out its place, shows.
            Path checkpointFile = target.resolve("checkpoint.txt");
            var verifier = new IndependentVerifier(temporary);
            IndependentVerifier.Answer answer = verifier.runAlone(
                    target, checkpointFile, Path.of(key.verifier().text()));
            assertEquals(0, answer.exit(), answer.output());
            List<byte[]> lines = new ArrayList<>(TestLogs.lines(bytes(target)));
            lines.remove(3);
            Files.write(target.resolve(Journal.LOG), TestLogs.join(lines));
            assertEquals(1, verifier.runAlone(target, checkpointFile).exit());
            try (IncidentLog copy = IncidentLog.openReadOnly(target)) {
                assertFalse(copy.verify(List.of(kept), key.verifier()).intact());
            }
            assertThrows(LogException.class, () -> IncidentLog.open(target, settings()));
        }
    }

    @Test
    void a_release_that_withholds_what_is_not_there_or_without_a_ground_is_refused() throws IOException {
        TestLogs.log(folder(), 3);
        List<List<Release.Withholding>> wrong = List.of(
                List.of(withheld(9, Place.TEXT)),
                List.of(withheld(2, new Place("/nothing", -1, -1))),
                List.of(withheld(2, new Place("/fields/other", -1, -1))),
                List.of(withheld(2, Place.text(0, 5_000))),
                List.of(withheld(2, Place.text(0, 5)), withheld(2, Place.text(4, 8))),
                List.of(withheld(2, Place.text(0, 5)), withheld(2, Place.TEXT)),
                List.of(new Release.Withholding(2, Place.TEXT, " ")));
        try (IncidentLog log = IncidentLog.open(folder(), settings())) {
            for (int i = 0; i < wrong.size(); i++) {
                var release = new Release("R", "Official Information Act 1982", "Aroha", wrong.get(i));
                Path target = temporary.resolve("release" + i);
                assertThrows(LogException.class, () -> log.release(release, target, null), release::toString);
                String[] left = target.toFile().list();
                assertTrue(left == null || left.length == 0, "nothing is left that might be taken for the copy");
            }
            var release = new Release("R", "Official Information Act 1982", "Aroha", List.of());
            assertThrows(LogException.class, () -> log.release(release, folder().resolve("inside"), null));
            assertThrows(LogException.class, () -> log.release(release, folder(), null));
            assertEquals(
                    3, log.release(release, temporary.resolve("fine"), null).whole());
        }
    }
}
