package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.govsocial.mishap.watch.Mention;
import org.govsocial.mishap.watch.MentionLines;
import org.govsocial.mishap.watch.Mentions;
import org.govsocial.mishap.watch.Warning;
import org.govsocial.mishap.watch.Watcher;
import org.govsocial.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatcherTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int DAY = 1440;
    private static final int BURST = 15;

    /** A Poisson stream with a daily rhythm, given minute by minute; {@code times} five in the bursts. */
    private static void stream(
            int days, double mean, double rhythm, List<Integer> bursts, Random random, Consumer<Mention> out) {
        int next = 0;
        for (int minute = 0; minute < days * DAY; minute++) {
            while (next < bursts.size() && bursts.get(next) + BURST <= minute) {
                next++;
            }
            boolean burst = next < bursts.size() && minute >= bursts.get(next);
            double rate = mean * (1 + rhythm * Math.sin(2 * Math.PI * minute / DAY)) * (burst ? 5 : 1);
            var seconds = new ArrayList<Double>();
            for (double at = -Math.log(1 - random.nextDouble()) / rate; at < 1; ) {
                seconds.add(at);
                at += -Math.log(1 - random.nextDouble()) / rate;
            }
            for (double second : seconds) {
                out.accept(new Mention(
                        START.plusSeconds(minute * 60L + (long) (second * 60)), "mention in minute " + minute, false));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "3, 0.8", "10, 0.8", "30, 0.5"})
    void a_planted_burst_is_found_and_false_alarms_are_rare(double mean, double rhythm) {
        long seed = 20261122;
        var random = new Random(seed);
        int days = 28;
        var bursts = new ArrayList<Integer>();
        for (int at = 3 * DAY; at < days * DAY - 60; at += 300 + random.nextInt(600)) {
            bursts.add(at);
        }
        var warnings = new ArrayList<Warning>();
        var watcher = new Watcher(2);
        stream(days, mean, rhythm, bursts, random, m -> warnings.addAll(watcher.see(m)));
        int found = 0;
        for (int burst : bursts) {
            found += warnings.stream().anyMatch(w -> isIn(w, burst)) ? 1 : 0;
        }
        String told = "seed " + seed + ": " + found + " of " + bursts.size() + " at " + mean + " a minute";
        assertTrue(bursts.size() > 40, told);
        assertTrue(found >= 0.9 * bursts.size(), told);
        long wrong = warnings.stream()
                .filter(w -> bursts.stream().noneMatch(b -> isIn(w, b)))
                .count();
        assertTrue(wrong <= 4, told + ", " + wrong + " false warnings in 4 weeks");

        var quiet = new ArrayList<Warning>();
        var calm = new Watcher(2);
        stream(days, mean, rhythm, List.of(), random, m -> quiet.addAll(calm.see(m)));
        System.out.println("Watch, Poisson: " + told + ", " + wrong + " false warnings in 4 weeks, " + quiet.size()
                + " in 4 calm weeks");
        assertTrue(quiet.size() <= 4, told + ", " + quiet.size() + " warnings in 4 calm weeks");
    }

    private static boolean isIn(Warning warning, int burst) {
        long minute = (warning.at().getEpochSecond() - START.getEpochSecond()) / 60;
        return minute >= burst && minute <= burst + BURST;
    }

    @Test
    void a_warning_names_rate_usual_and_examples_within_a_minute() {
        var random = new Random(7);
        var warnings = new ArrayList<Warning>();
        var watcher = new Watcher(2);
        stream(2, 5, 0.3, List.of(), random, m -> warnings.addAll(watcher.see(m)));
        assertEquals(List.of(), warnings);
        Instant burst = START.plusSeconds(2 * DAY * 60L);
        Warning first = null;
        for (int i = 0; i < 200 && first == null; i++) {
            List<Warning> now = watcher.see(new Mention(burst.plusMillis(i * 300L), "what a day " + i, false));
            first = now.isEmpty() ? null : now.get(0);
        }
        assertTrue(first != null && first.at().isBefore(burst.plusSeconds(60)), String.valueOf(first));
        assertEquals(Warning.Kind.VOLUME, first.kind());
        assertTrue(first.rate() > 2.5 * first.usual(), first.toString());
        assertEquals(3, first.examples().size());
    }

    @Test
    void negative_words_and_sharing_are_watched_by_themselves() {
        for (Warning.Kind kind : List.of(Warning.Kind.NEGATIVE, Warning.Kind.SPREAD)) {
            var watcher = new Watcher(2);
            var warnings = new ArrayList<Warning>();
            var random = new Random(11);
            stream(1, 10, 0.2, List.of(), random, m -> warnings.addAll(watcher.see(m)));
            Instant then = START.plusSeconds(DAY * 60L);
            for (int i = 0; i < 60; i++) {
                warnings.addAll(watcher.see(new Mention(
                        then.plusSeconds(i * 6L),
                        kind == Warning.Kind.NEGATIVE ? "This is a DISGRACE!" : "Look at this",
                        kind == Warning.Kind.SPREAD)));
            }
            assertEquals(
                    List.of(kind),
                    warnings.stream().map(Warning::kind).distinct().toList());
        }
    }

    @Test
    void order_within_the_bound_makes_no_difference_and_later_ones_are_counted() {
        var mentions = new ArrayList<Mention>();
        stream(1, 4, 0.5, List.of(700), new Random(3), mentions::add);
        var mixed = new ArrayList<>(mentions);
        var random = new Random(4);
        for (int i = 0; i + 5 < mixed.size(); i += 5) {
            Collections.shuffle(mixed.subList(i, i + 5), random);
        }
        var watcher = new Watcher(10);
        var other = new Watcher(10);
        mentions.forEach(watcher::see);
        var warnings = new ArrayList<Warning>();
        mixed.forEach(m -> warnings.addAll(other.see(m)));
        assertEquals(0, other.late());
        assertFalse(warnings.isEmpty());
        assertEquals(sums(watcher.state()), sums(other.state()));
        other.see(new Mention(START, "much too late", false));
        assertEquals(1, other.late());
    }

    /** The state without what depends on the order inside a minute. */
    private static String sums(String state) {
        return state.replaceAll("\"examples\":\\[[^\\]]*\\]", "")
                .replaceAll("\"(warnedAt|sum|risingSince|risen|level|slotSum|spread|blockExpected)\":[^,]+", "");
    }

    @Test
    void state_survives_a_restart() throws IOException {
        var mentions = new ArrayList<Mention>();
        stream(3, 3, 0.5, List.of(3 * DAY - 200), new Random(5), mentions::add);
        var whole = new ArrayList<Warning>();
        var one = new Watcher(2);
        mentions.forEach(m -> whole.addAll(one.see(m)));
        var parts = new ArrayList<Warning>();
        var first = new Watcher(2);
        int cut = mentions.size() - 900;
        mentions.subList(0, cut).forEach(m -> parts.addAll(first.see(m)));
        Watcher second = Watcher.of("state.json", first.state());
        mentions.subList(cut, mentions.size()).forEach(m -> parts.addAll(second.see(m)));
        assertFalse(whole.isEmpty());
        assertEquals(
                whole.stream().map(Warning::at).toList(),
                parts.stream().map(Warning::at).toList());
        assertEquals(one.state(), second.state());
        assertThrows(IOException.class, () -> Watcher.of("state.json", "{\"x\":1}"));
    }

    @Test
    void the_csv_of_monitoring_services_is_read_by_its_columns() throws IOException {
        var problems = new ArrayList<Problem>();
        List<Mention> mentions = csv(
                "\uFEFFDate,Hit Sentence,Type\n2026-11-22 21:04,\"one, two\",Repost\nsoon,x,\n22/11/2026 21:05:30,y,\n",
                problems);
        assertEquals(2, mentions.size());
        assertEquals(Instant.parse("2026-11-22T08:04:00Z"), mentions.get(0).time());
        assertTrue(mentions.get(0).shared());
        assertEquals(Instant.parse("2026-11-22T08:05:30Z"), mentions.get(1).time());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).where().endsWith(":3"), problems.toString());
        assertThrows(IOException.class, () -> csv("a,b\n1,2\n", problems));
        assertThrows(IOException.class, () -> csv("", problems));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,Text~22-Nov-2026 09:04PM,x",
                "Date,Time,Text~22-Nov-2026 09:04PM,9:04 PM,x",
                "Time,Date,Text~21:04,22/11/2026,x",
                "Date,Time,Text~2026-11-22,9:04 pm,x",
                "Published At;Snippet~22 Nov 2026, 21:04;x",
                "created_at,content~2026-11-22T21:04:00+13:00,x",
                "Date (UTC),Text~2026-11-22 08:04:00.0,x",
                "Date,Full Text~\"Nov 22, 2026 9:04 PM\",x",
                "Timestamp,Message~1795334640,x",
                "CreatedTime,Text~1795334640000,x",
            })
    void days_and_times_of_day_are_read_as_services_write_them(String file) throws IOException {
        var problems = new ArrayList<Problem>();
        List<Mention> mentions = csv(file.replace('~', '\n'), problems);
        assertEquals(List.of(), problems);
        assertEquals(
                List.of(Instant.parse("2026-11-22T08:04:00Z")),
                mentions.stream().map(Mention::time).toList());
    }

    @Test
    void an_export_with_the_newest_first_is_put_in_order() throws IOException {
        var problems = new ArrayList<Problem>();
        String text = "Date\tText\n2026-11-22 21:06\tthird\n2026-11-22 21:05\tRT @a: second\n2026-11-22 21:04\tfirst\n";
        List<Mention> mentions = mentions()
                .csv("export.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16)), problems::add);
        assertEquals(
                List.of("first", "RT @a: second", "third"),
                mentions.stream().map(Mention::text).toList());
        assertEquals(
                List.of(false, true, false),
                mentions.stream().map(Mention::shared).toList());
        assertEquals(List.of(), problems);
    }

    private static List<Mention> csv(String text, List<Problem> problems) throws IOException {
        return mentions()
                .csv("export.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), problems::add);
    }

    private static Mentions mentions() {
        return new Mentions(ZoneId.of("Pacific/Auckland"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-11-22T21:04:00+13:00\"", "\"2026-11-22T21:04\"", "1795334640", "1795334640000"})
    void a_line_of_json_is_read(String time) throws IOException {
        Mention mention =
                mentions().json("m.jsonl:1", "{\"time\":" + time + ",\"text\":\"x\",\"kind\":null,\"id\":[1]}");
        assertEquals(new Mention(Instant.parse("2026-11-22T08:04:00Z"), "x", false), mention);
        for (String wrong : List.of("{}", "{\"time\":\"soon\"}", "{\"time\":1e9}", "[]", "{\"time\":", "")) {
            assertThrows(IOException.class, () -> mentions().json("m.jsonl:1", wrong), wrong);
        }
    }

    @Test
    void the_examples_are_of_the_kind_that_is_warned_of() {
        var watcher = new Watcher(2);
        stream(1, 10, 0.2, List.of(), new Random(13), watcher::see);
        Instant then = START.plusSeconds(DAY * 60L);
        var warnings = new ArrayList<Warning>();
        for (int i = 0; i < 60 && warnings.isEmpty(); i++) {
            warnings.addAll(watcher.see(new Mention(then.plusSeconds(i * 6L), "what a disgrace " + i, false)));
            watcher.see(new Mention(then.plusSeconds(i * 6L), "lovely day", false));
        }
        assertEquals(Warning.Kind.NEGATIVE, warnings.get(0).kind());
        assertTrue(warnings.get(0).examples().stream().allMatch(e -> e.contains("disgrace")), warnings.toString());
        assertEquals(3, warnings.get(0).examples().size());
    }

    @Test
    void lines_are_given_once_they_are_whole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mentions.jsonl");
        Files.writeString(file, "one\ntw");
        try (MentionLines lines = MentionLines.of(file, 0)) {
            assertEquals("one", lines.next());
            assertNull(lines.next());
            Files.writeString(file, "o\nthree", StandardOpenOption.APPEND);
            assertEquals("two", lines.next());
            assertNull(lines.next());
            assertEquals(8, lines.taken());
            assertFalse(lines.startsAnew());
            assertEquals("three", lines.rest());
            assertEquals(3, lines.number());
        }
        try (MentionLines lines = MentionLines.of(file, 8)) {
            assertEquals(2, lines.number());
            Files.writeString(file, "kept short\n");
            assertNull(lines.next());
            assertTrue(lines.startsAnew());
            assertEquals("kept short", lines.next());
        }
        try (MentionLines lines = MentionLines.of(file, 8)) {
            assertEquals("kept short", lines.next(), "no line ends there: another file");
        }
    }

    @Test
    void a_line_without_an_end_does_not_fill_the_memory() throws IOException {
        var endless = new byte[MentionLines.LONGEST + 70_000];
        Arrays.fill(endless, (byte) 'x');
        endless[endless.length - 2] = '\n';
        try (MentionLines lines = MentionLines.of(new ByteArrayInputStream(endless))) {
            assertEquals(
                    MentionLines.LONGEST, Objects.requireNonNull(lines.next()).length());
            assertTrue(lines.isMoreThere());
            assertNull(lines.next());
            assertEquals("x", lines.rest());
        }
    }

    /** A child process with little memory sees more mentions than it could keep. */
    @Test
    void memory_does_not_grow() throws Exception {
        var classes = new LinkedHashSet<String>();
        for (Class<?> known : List.of(WatchMany.class, Watcher.class, Problem.class)) {
            classes.add(Path.of(known.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx10m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        String.join(File.pathSeparator, classes),
                        WatchMany.class.getName(),
                        "3000000")
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), said);
        assertTrue(said.startsWith("3000000 mentions"), said);
        System.out.println("Watch: " + said.strip() + " in a heap of 10 MB");
    }
}
