package org.govsocial.mishap.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PowerCutTest {
    private static final Path FOLDER = Path.of("no-such-folder");
    private static final Path LOG = FOLDER.resolve(Journal.LOG);
    private static final int CYCLES_OF_ONE_LOG = 5;

    /** What became of many cycles. */
    private record Outcome(int cycles, int cut, long acknowledged, int wrong, String first) {}

    /** One log, several times appended to until the power fails; null when all is well. */
    private static final class Harness {
        private final Random random;
        private final ModelDisk disk;
        private final TestLogs.TickingClock clock = new TestLogs.TickingClock();
        private final Map<Long, String> acknowledged = new HashMap<>();
        private final Set<String> attempted = new HashSet<>();
        private final int words;
        private int cut;
        private int texts;

        Harness(ModelDisk.Bug bug, Random random) {
            this.random = random;
            this.disk = new ModelDisk(bug, random);
            // Only where a text covers whole sectors can these be missing while all around it is there.
            this.words = bug == ModelDisk.Bug.NO_CHECKSUM ? 800 : 120;
        }

        void cycle() throws IOException {
            Journal journal = new Journal(FOLDER, disk, clock);
            disk.cutAfter(random.nextInt(16));
            try {
                for (int i = 0; i < 4; i++) {
                    String text = "Text " + ++texts + " " + "word ".repeat(random.nextInt(words));
                    attempted.add(text);
                    Receipt receipt = journal.append(TestLogs.note(text), -1);
                    acknowledged.put(receipt.number(), text);
                }
            } catch (ModelDisk.PowerCut e) {
                cut++;
            } finally {
                disk.restart();
            }
        }

        /** Looks at what is left, as the next user does. */
        String check() throws IOException {
            Journal journal = new Journal(FOLDER, disk, clock);
            String text = "Afterwards " + ++texts;
            attempted.add(text);
            acknowledged.put(journal.append(TestLogs.note(text), -1).number(), text);
            byte[] log = disk.bytes(LOG);
            var entries = new HashMap<Long, Entry>();
            var problems = new ArrayList<String>();
            LogScanner.scan(new TestLogs.Bytes(log), 0, log.length, new LogScanner.Visitor() {
                @Override
                public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
                    Entry entry;
                    try {
                        entry = line.toEntry(body);
                    } catch (IOException e) {
                        problems.add("entry " + line.number() + " cannot be read");
                        return;
                    }
                    if (entries.put(entry.number(), entry) != null || entry.number() != entries.size()) {
                        problems.add("entry " + entry.number() + " stands out of its place");
                    }
                    if (entry.kind().equals("note")
                            && entry.state() == Entry.State.WHOLE
                            && !attempted.contains(TestLogs.text(entry))) {
                        problems.add("entry " + entry.number() + " says what nobody said");
                    }
                }

                @Override
                public void junk(LogScanner.Junk junk) {}
            });
            acknowledged.forEach((number, said) -> {
                Entry entry = entries.get(number);
                if (entry == null || !TestLogs.text(entry).equals(said)) {
                    problems.add("acknowledged entry " + number + " is lost");
                }
            });
            List<Damage> damage = TestLogs.verify(log, List.of()).damage();
            damage.forEach(d -> problems.add("verify: " + d));
            return problems.isEmpty() ? "" : problems.get(0);
        }
    }

    private static Outcome run(ModelDisk.Bug bug, int cycles, long seed) throws IOException {
        var random = new Random(seed);
        int done = 0;
        int cut = 0;
        long acknowledged = 0;
        int wrong = 0;
        String first = "";
        while (done < cycles) {
            var harness = new Harness(bug, random);
            String problem = "";
            for (int i = 0; i < CYCLES_OF_ONE_LOG && problem.isEmpty(); i++, done++) {
                harness.cycle();
                problem = harness.check();
            }
            cut += harness.cut;
            acknowledged += harness.acknowledged.size();
            if (!problem.isEmpty()) {
                wrong++;
                first = first.isEmpty() ? "seed " + seed + ", cycle " + done + ": " + problem : first;
            }
        }
        return new Outcome(done, cut, acknowledged, wrong, first);
    }

    @Test
    void no_acknowledged_entry_is_lost_when_the_power_fails() throws IOException {
        Outcome outcome = run(ModelDisk.Bug.NONE, TestLogs.RELEASE ? 1_000_000 : 100_000, 512);
        System.out.println("Power cuts in the model: " + outcome);
        assertEquals("", outcome.first());
        assertEquals(0, outcome.wrong());
        assertTrue(outcome.cut() > outcome.cycles() / 2, outcome::toString);
        assertTrue(outcome.acknowledged() > outcome.cycles(), outcome::toString);
    }

    @ParameterizedTest
    @EnumSource(value = ModelDisk.Bug.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void the_harness_notices_every_planted_bug(ModelDisk.Bug bug) throws IOException {
        Outcome outcome = run(bug, 2_000, 513);
        System.out.println("Planted bug " + bug + ": " + outcome);
        assertTrue(outcome.wrong() > 10, outcome::toString);
    }
}
