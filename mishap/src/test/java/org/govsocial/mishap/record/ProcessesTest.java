package org.govsocial.mishap.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    @TempDir
    Path temporary;

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void acknowledge(String line, Map<Long, String> acknowledged) {
        int space = line.indexOf(' ');
        acknowledged.put(Long.valueOf(line.substring(0, space)), line.substring(space + 1));
    }

    /** Every acknowledged entry is there, and numbers have no gap. */
    private static List<Entry> check(Path folder, Map<Long, String> acknowledged, String what) throws IOException {
        try (IncidentLog log = IncidentLog.open(folder, TestLogs.settings())) {
            List<Entry> entries = log.entries();
            var byNumber = new HashMap<Long, String>();
            for (int i = 0; i < entries.size(); i++) {
                assertEquals(i + 1, entries.get(i).number(), what);
                byNumber.put(entries.get(i).number(), TestLogs.text(entries.get(i)));
            }
            acknowledged.forEach((number, text) -> assertEquals(text, byNumber.get(number), what));
            return entries;
        }
    }

    @Test
    void no_acknowledged_entry_is_lost_when_the_process_is_killed() throws Exception {
        int cycles = TestLogs.RELEASE ? 1_000 : 100;
        long seed = 9;
        var random = new Random(seed);
        int total = 0;
        Path folder = temporary;
        var acknowledged = new HashMap<Long, String>();
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycle % 50 == 0) {
                total += acknowledged.size();
                acknowledged.clear();
                folder = Children.fresh(temporary, "killed" + cycle);
            }
            String what = "seed " + seed + ", cycle " + cycle;
            int wanted = random.nextInt(12);
            long spin = random.nextInt(3_000_000);
            Process process = Children.start(Appender.class, folder.toString(), "c" + cycle, "1000000");
            try (BufferedReader lines = output(process)) {
                for (int i = 0; i <= wanted; i++) {
                    acknowledge(lines.readLine(), acknowledged);
                }
                long until = System.nanoTime() + spin;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                process.toHandle().destroyForcibly(); // SIGKILL, and our end of the pipe stays open
                // What the process had said before it died is still in the pipe; a last half line is no
                // acknowledgement.
                String rest = readAll(lines);
                for (String line :
                        rest.substring(0, rest.lastIndexOf('\n') + 1).lines().toList()) {
                    acknowledge(line, acknowledged);
                }
            }
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), what);
            check(folder, acknowledged, what);
        }
        total += acknowledged.size();
        try (IncidentLog log = IncidentLog.open(folder, TestLogs.settings())) {
            log.append(TestLogs.note("After the last kill"));
            Verification found = log.verify(List.of(), null);
            assertEquals(List.of(), found.damage());
        }
        System.out.println("Killed processes: " + cycles + ", acknowledged entries: " + total + ", lost: 0");
        assertTrue(total > cycles, "acknowledged " + total);
    }

    private static String readAll(BufferedReader lines) throws IOException {
        var all = new StringBuilder();
        for (int c = lines.read(); c >= 0; c = lines.read()) {
            all.append((char) c);
        }
        return all.toString();
    }

    @Test
    void fifty_processes_append_at_once_and_every_entry_stands_once_without_a_gap() throws Exception {
        Path folder = Children.fresh(temporary, "fifty");
        int each = 5;
        var processes = new ArrayList<Process>();
        var outputs = new ArrayList<BufferedReader>();
        for (int i = 0; i < 50; i++) {
            Process process =
                    Children.start(Appender.class, folder.toString(), "p" + i, Integer.toString(each), "wait");
            processes.add(process);
            outputs.add(output(process));
        }
        for (BufferedReader output : outputs) {
            assertEquals("ready", output.readLine());
        }
        for (Process process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        var acknowledged = new HashMap<Long, String>();
        for (int i = 0; i < 50; i++) {
            readAll(outputs.get(i)).lines().forEach(line -> acknowledge(line, acknowledged));
            assertTrue(processes.get(i).waitFor(120, TimeUnit.SECONDS));
            assertEquals(0, processes.get(i).exitValue());
        }
        assertEquals(50 * each, acknowledged.size());
        List<Entry> entries = check(folder, acknowledged, "fifty processes");
        assertEquals(50 * each + 1, entries.size(), "and the one that opens the log");
        assertEquals(50 * each, new HashSet<>(acknowledged.values()).size());
        boolean mixed = false;
        for (int i = 2; i < entries.size(); i++) {
            mixed |= !entries.get(i)
                    .content()
                    .who()
                    .equals(entries.get(i - 1).content().who());
        }
        assertTrue(mixed);
        try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
            assertEquals(List.of(), log.verify(List.of(), null).damage());
        }
    }

    @Test
    void a_second_process_sees_the_entries_of_the_first_and_its_own_come_after() throws Exception {
        Path folder = Children.fresh(temporary, "two");
        try (IncidentLog log = IncidentLog.open(folder, TestLogs.settings())) {
            assertEquals(2, log.append(TestLogs.note("Mine")).number());
            Process other = Children.start(Appender.class, folder.toString(), "other", "3");
            assertTrue(other.waitFor(60, TimeUnit.SECONDS));
            assertEquals(
                    List.of("other-0", "other-1", "other-2"),
                    log.entriesAfter(2).stream().map(TestLogs::text).toList());
            assertEquals(6, log.append(TestLogs.note("Mine again")).number());
            ConflictException conflict =
                    assertThrows(ConflictException.class, () -> log.appendAfter(TestLogs.note("Late"), 5));
            assertEquals(6, conflict.last());
            assertEquals(7, log.appendAfter(TestLogs.note("Now"), 6).number());
        }
    }

    @Test
    void who_waits_too_long_is_told_which_process_holds_the_log_and_since_when() throws Exception {
        Path folder = Children.fresh(temporary, "busy");
        Process holder = Children.start(Holder.class, folder.toString());
        try (BufferedReader output = output(holder)) {
            assertEquals("held", output.readLine());
            try (IncidentLog log =
                    IncidentLog.open(folder, new LogSettings(new TestLogs.TickingClock(), Duration.ofMillis(50)))) {
                LogBusyException busy =
                        assertThrows(LogBusyException.class, () -> log.append(TestLogs.note("Waiting")));
                assertTrue(busy.getMessage().contains("process " + holder.pid()), busy::getMessage);
                assertTrue(busy.getMessage().contains("since 20"), busy::getMessage);
                holder.getOutputStream().close();
                assertTrue(holder.waitFor(60, TimeUnit.SECONDS));
                assertEquals(2, log.append(TestLogs.note("Free now")).number());
            }
        } finally {
            holder.destroyForcibly();
        }
    }

    /** Holds the lock until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            LogSettings settings = LogSettings.of(java.time.Clock.systemUTC());
            try (FolderLock lock = FolderLock.open(Path.of(args[0]), settings);
                    var turn = lock.acquire()) {
                System.out.println(turn.isValid() ? "held" : "not held");
                System.out.flush();
                while (System.in.read() >= 0) {
                    continue;
                }
            }
        }
    }
}
