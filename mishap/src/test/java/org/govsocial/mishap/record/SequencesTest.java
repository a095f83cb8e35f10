package org.govsocial.mishap.record;

import static org.govsocial.mishap.record.TestLogs.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random sequences of everything that can be done, against a list. */
class SequencesTest {
    @TempDir
    Path temporary;

    private static final String GONE = "(disposed of)";

    @Test
    void a_log_does_what_a_list_does() throws IOException {
        int sequences = TestLogs.RELEASE ? 10_000 : 1_000;
        // In memory where Linux has it: what is tested here is what is kept, not how fast a disk is.
        Path memory = Path.of("/dev/shm");
        Path base = Files.isWritable(memory) ? Files.createTempDirectory(memory, "govsocial-test") : temporary;
        int operations = 0;
        try {
            for (int i = 0; i < sequences; i++) {
                operations += sequence(base.resolve("log" + i), 100_000L + i);
            }
        } finally {
            delete(base);
        }
        System.out.println("Sequences: " + sequences + ", operations: " + operations);
    }

    private int sequence(Path folder, long seed) throws IOException {
        String what = "seed " + seed;
        var random = new Random(seed);
        var model = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        var clock = new TestLogs.TickingClock();
        IncidentLog log = IncidentLog.create(folder, LogSettings.of(clock));
        int operations = 1 + random.nextInt(14);
        for (int i = 0; i < operations; i++) {
            String text = "t" + i;
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> {
                    open(model, kinds);
                    add(model, kinds, "note", text);
                    assertEquals(model.size(), log.append(note(text)).number(), what);
                }
                case 3 -> {
                    long seen = random.nextInt(model.size() + 1);
                    if (seen == model.size()) {
                        open(model, kinds);
                        add(model, kinds, "note", text);
                        assertEquals(
                                model.size(), log.appendAfter(note(text), seen).number(), what);
                    } else {
                        IncidentLog current = log;
                        assertThrows(ConflictException.class, () -> current.appendAfter(note(text), seen), what);
                    }
                }
                case 4 -> {
                    if (!model.isEmpty()) {
                        add(model, kinds, "correction", text);
                        log.correct(1 + random.nextInt(model.size() - 1), "Somebody", text);
                    }
                }
                case 5 -> {
                    open(model, kinds);
                    add(model, kinds, "attachment", text);
                    Path file = Files.writeString(temporary.resolve("file.txt"), "content " + random.nextInt(3));
                    log.attach(file, "Somebody", null, text);
                }
                case 6 -> {
                    List<Integer> open = Stream.iterate(0, n -> n < model.size(), n -> n + 1)
                            .filter(n -> !Kinds.BOOKKEEPING.contains(kinds.get(n))
                                    && !model.get(n).equals(GONE))
                            .toList();
                    if (!open.isEmpty()) {
                        int chosen = open.get(random.nextInt(open.size()));
                        log.dispose(
                                new Disposal(
                                        List.of(chosen + 1L),
                                        new Disposal.RequiredByAct("Privacy Act 2020", "22"),
                                        text,
                                        "A One",
                                        "B Two"),
                                "Somebody");
                        add(model, kinds, "disposed", text);
                        model.set(chosen, GONE);
                    }
                }
                case 7 -> {
                    log.close();
                    log = IncidentLog.open(folder, LogSettings.of(clock));
                }
                default -> {
                    int after = random.nextInt(model.size() + 1);
                    assertEquals(
                            model.subList(after, model.size()),
                            log.entriesAfter(after).stream()
                                    .map(SequencesTest::text)
                                    .toList(),
                            what);
                }
            }
        }
        assertEquals(model, log.entries().stream().map(SequencesTest::text).toList(), what);
        assertEquals(kinds, log.entries().stream().map(Entry::kind).toList(), what);
        assertEquals(List.of(), log.verify(List.of(), null).damage(), what);
        log.close();
        delete(folder);
        return operations;
    }

    private static void open(List<String> model, List<String> kinds) {
        if (model.isEmpty()) {
            add(model, kinds, "opened", "");
        }
    }

    private static void add(List<String> model, List<String> kinds, String kind, String text) {
        model.add(text);
        kinds.add(kind);
    }

    private static String text(Entry entry) {
        return entry.state() == Entry.State.DISPOSED ? GONE : TestLogs.text(entry);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
