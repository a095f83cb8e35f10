package org.govsocial.planning.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModerationLogTest {
    @TempDir
    Path folder;

    @Test
    void each_entry_holds_the_checksum_of_the_line_before_it() throws Exception {
        Path log = log(3);
        List<String> lines = Files.readAllLines(log);

        assertEquals(3, ModerationLog.read("log", log).entries().size());
        var sha = MessageDigest.getInstance("SHA-256");
        String before = "";
        for (String line : lines) {
            String sum = HexFormat.of().formatHex(sha.digest(before.getBytes(StandardCharsets.UTF_8)));
            assertTrue(line.endsWith("\"previous\":\"" + sum + "\"}"), line);
            before = line;
        }
        LogCheck check = ModerationLog.check(log, "");
        assertEquals(List.of(), check.flaws());
        assertEquals(
                HexFormat.of().formatHex(sha.digest(before.getBytes(StandardCharsets.UTF_8))),
                check.seal(),
                "anybody can work it out with sha256sum");
    }

    /** Any change to any line but the last shows by itself; any change at all shows against the seal. */
    @Test
    void whatever_is_changed_taken_out_or_put_in_shows() throws IOException {
        var random = new Random(55);
        for (int round = 0; round < 200; round++) {
            Files.deleteIfExists(folder.resolve("log.jsonl"));
            Path log = log(6);
            String seal = ModerationLog.check(log, "").seal();
            var lines = new ArrayList<>(Files.readAllLines(log));
            int at = random.nextInt(lines.size());
            switch (round % 3) {
                case 0 -> lines.set(at, lines.get(at).replace("Ben", "Bea"));
                case 1 -> lines.remove(at);
                default -> lines.add(at, lines.get(random.nextInt(lines.size())));
            }
            Files.write(log, lines);
            LogCheck check = ModerationLog.check(log, seal);
            boolean lastOnly = at == 5 && round % 3 < 2;
            assertTrue(lastOnly || !check.flaws().isEmpty(), "seed 55, round " + round + ", line " + at);
            assertTrue(!check.flaws().isEmpty() || check.sealed().isEmpty(), "seed 55, round " + round);
        }
    }

    @Test
    void a_seal_is_found_as_long_as_only_more_was_added() throws IOException {
        Path log = log(2);
        String seal = ModerationLog.check(log, "").seal();
        ModerationLog.append(log, entry(9));
        assertEquals(Optional.of(2L), ModerationLog.check(log, seal).sealed());
    }

    @Test
    void lines_of_other_programs_are_told_apart() throws IOException {
        Path log = folder.resolve("log.jsonl");
        String foreign =
                "{\"id\":\"a\",\"time\":\"2026-01-01T00:00:00Z\",\"channel\":\"x\",\"decision\":\"left\",\"by\":\"B\"}\n";
        Files.writeString(log, foreign + "\n" + foreign);
        ModerationLog.append(log, entry(1));
        LogCheck check = ModerationLog.check(log, "");
        assertEquals(2, check.unlinked());
        assertEquals(List.of(), check.flaws());

        Files.writeString(log, foreign, StandardOpenOption.APPEND);
        assertEquals(
                List.of(5L),
                ModerationLog.check(log, "").flaws().stream()
                        .map(LogCheck.Flaw::line)
                        .toList());
    }

    @Test
    void an_entry_that_was_cut_off_stays_a_line_of_its_own() throws IOException {
        Path log = log(1);
        Files.writeString(log, "{\"id\":\"c-", StandardOpenOption.APPEND);
        ModerationLog.append(log, entry(3));
        LogCheck check = ModerationLog.check(log, "");
        assertEquals(3, check.entries());
        assertEquals(1, check.flaws().size(), "the line that was cut off, and not the one after it");
        assertEquals(2, check.flaws().get(0).line());
    }

    private Path log(int entries) throws IOException {
        Path log = folder.resolve("log.jsonl");
        for (int i = 0; i < entries; i++) {
            ModerationLog.append(log, entry(i));
        }
        return log;
    }

    private static ModerationEntry entry(int number) {
        return new ModerationEntry(
                "c-" + number,
                OffsetDateTime.parse("2026-11-22T10:00:00+13:00").plusMinutes(number),
                "facebook",
                ModerationEntry.Decision.LEFT,
                "",
                "",
                "Ben",
                "",
                "Ngā mihi 🌊 " + "x".repeat(number * 3000),
                Optional.empty());
    }
}
