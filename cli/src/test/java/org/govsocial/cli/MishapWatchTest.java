package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MishapWatchTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    /** Three mentions a minute, and forty in each of these. */
    private static List<String> mentions(int minutes, Integer... bursts) {
        var random = new Random(20261122);
        var lines = new ArrayList<String>();
        for (int minute = 0; minute < minutes; minute++) {
            var seconds = new ArrayList<Integer>();
            for (int i = 0; i < (List.of(bursts).contains(minute) ? 40 : 3); i++) {
                seconds.add(random.nextInt(60));
            }
            Collections.sort(seconds);
            for (int second : seconds) {
                lines.add("{\"time\":\"" + START.plusSeconds(minute * 60L + second) + "\",\"text\":\"said in " + minute
                        + "\",\"id\":" + lines.size() + "}");
            }
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void a_burst_on_standard_input_is_warned_of_with_rate_usual_and_examples() {
        Run run = Run.withInput(text(mentions(400, 300)), "mishap", "watch", "-");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("WARNING 2026-03-01T18:00:"), run.out());
        assertTrue(run.out().contains("unusually many mentions"), run.out());
        assertTrue(run.out().contains("usual at this time: 3.0"), run.out());
        assertTrue(run.out().contains("  - said in 300"), run.out());
        assertEquals(run, Run.withInput(text(mentions(400, 300)), "mishap", "watch"));
    }

    @Test
    void an_export_gives_the_same_warnings_though_the_newest_is_first() throws IOException {
        List<String> lines = mentions(400, 300);
        var csv = new ArrayList<String>();
        for (String line : lines) {
            csv.add(line.replaceAll(".*\"time\":\"(.*)T(.*)Z\",\"text\":\"(.*)\",\"id.*", "$1 $2,$3"));
        }
        Collections.reverse(csv);
        Path file = folder.resolve("export.csv");
        Files.writeString(file, "Date (UTC),Text\n" + text(csv));
        Run run = Run.of("mishap", "watch", file.toString(), "--format", "json");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                at(Run.withInput(text(lines), "mishap", "watch", "--format", "json")
                        .out()),
                at(run.out()));

        String state = folder.resolve("watch.json").toString();
        assertEquals(run, Run.of("mishap", "watch", file.toString(), "--format", "json", "--state", state));
        Run again = Run.of("mishap", "watch", file.toString(), "--format", "json", "--state", state);
        assertEquals(new Run(0, "", ""), again, "what is known is not taken in again");
    }

    private static List<String> at(String warnings) {
        List<String> times = warnings.lines()
                .map(l -> l.replaceAll(".*\"at\":\"([^\"]*)\".*", "$1"))
                .toList();
        assertTrue(!times.isEmpty(), warnings);
        return times;
    }

    /** Killed at the worst moments, and started again on the file that has grown. */
    @Test
    void a_watch_that_is_killed_goes_on_where_it_was() throws Exception {
        List<String> lines = mentions(700, 200, 400, 600);
        List<String> whole = at(Run.withInput(text(lines), "mishap", "watch", "--format", "json")
                .out());
        assertEquals(3, whole.size());
        Path file = folder.resolve("mentions.jsonl");
        Files.createFile(file);
        var warned = new LinkedHashSet<String>();
        int from = 0;
        for (int until : new int[] {300, 500, 700}) {
            // Half a line is there at the end, as when whoever writes it is killed too.
            int to = until == 700 ? lines.size() : lines.indexOf(first(lines, until));
            String next = text(lines.subList(from, to)).substring(from == 0 ? 0 : 20)
                    + (to == lines.size() ? "" : lines.get(to).substring(0, 20));
            from = to;
            Files.writeString(file, next, StandardOpenOption.APPEND);
            Process process = follow(file);
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                // Killed between the warning and its being noted, it warns again; it never fails to.
                while (!warned.addAll(at(Objects.requireNonNull(out.readLine(), () -> said(process))))) {
                    continue;
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertEquals(whole, List.copyOf(warned));
    }

    private static String first(List<String> lines, int minute) {
        return lines.stream()
                .filter(l -> l.contains("said in " + minute + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String said(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process follow(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("jdk.module.path", "")
                                + File.pathSeparator
                                + System.getProperty("java.class.path", ""),
                        Main.class.getName(),
                        "mishap",
                        "watch",
                        file.toString(),
                        "--follow",
                        "--format",
                        "json",
                        "--state",
                        folder.resolve("watch.json").toString())
                .start();
    }

    @Test
    void a_run_over_a_file_that_has_grown_takes_in_what_is_new() throws IOException {
        List<String> lines = mentions(400, 300);
        Path file = folder.resolve("mentions.jsonl");
        String state = folder.resolve("watch.json").toString();
        Files.writeString(file, text(lines.subList(0, 600)));
        Run first = Run.of("mishap", "watch", file.toString(), "--state", state);
        assertEquals(new Run(0, "", ""), first);
        Files.writeString(file, text(lines.subList(600, lines.size())), StandardOpenOption.APPEND);
        Run second = Run.of("mishap", "watch", file.toString(), "--state", state);
        assertEquals(Run.withInput(text(lines), "mishap", "watch"), second);
    }

    @Test
    void what_cannot_be_taken_in_is_told_and_the_rest_goes_on() {
        List<String> lines = mentions(400, 300);
        lines.add(10, "{\"text\":\"when?\"}");
        lines.add(20, "{\"time\":\"2999-01-01T00:00:00Z\",\"text\":\"a wrong clock\"}");
        lines.add(30, "not json");
        lines.add(700, lines.get(0));
        Run run = Run.withInput(text(lines), "mishap", "watch");
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("-:11:1: \"time\" is missing."), run.err());
        assertTrue(run.err().contains("-:21: Its time, 2999-01-01T00:00:00Z, has not come yet."), run.err());
        assertTrue(run.err().contains("-:31"), run.err());
        assertTrue(run.err().contains("-:701: This came more than 2 minutes late"), run.err());
        assertTrue(run.err().contains("1 mention came later than the bound and was passed over."), run.err());
        assertTrue(run.out().startsWith("WARNING 2026-03-01T18:00:"), run.out());
    }

    @Test
    void wrong_input_is_told_without_a_stack_trace() throws IOException {
        Path csv = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        Path state = Files.writeString(folder.resolve("state.json"), "{\"format\":1,\"bound\":5}");
        Path notes = Files.writeString(folder.resolve("notes.json"), "[1,2");
        Path newer = Files.writeString(folder.resolve("newer.json"), "{\"format\":2}");
        for (List<String> arguments : List.of(
                List.of(folder.resolve("none.jsonl").toString()),
                List.of(folder.toString()),
                List.of(csv.toString()),
                List.of(csv.toString(), "--follow"),
                List.of("-", "--bound", "61"),
                List.of("-", "--bound", "x"),
                List.of("-", "--bound", "3", "--state", state.toString()),
                List.of("-", "--state", notes.toString()),
                List.of("-", "--state", newer.toString()),
                List.of("-", "--state", folder.toString()))) {
            var command = new ArrayList<>(List.of("mishap", "watch"));
            command.addAll(arguments);
            Run run = Run.of(command.toArray(String[]::new));
            assertEquals(2, run.code(), arguments + ": " + run.err());
            assertTrue(run.err().startsWith("govsocial: "), run.err());
            assertTrue(!run.err().contains("Exception"), run.err());
        }
        Run none = Run.of("mishap", "watch", "none.jsonl");
        assertTrue(none.err().contains("none.jsonl: There is no such file or folder. Check the spelling"), none.err());
    }
}
