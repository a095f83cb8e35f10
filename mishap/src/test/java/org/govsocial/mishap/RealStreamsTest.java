package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.govsocial.json.JsonInput;
import org.govsocial.mishap.watch.Mention;
import org.govsocial.mishap.watch.Warning;
import org.govsocial.mishap.watch.Watcher;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall on posts that people wrote in 13 crises. The usual stream is made of some of the crises, each moved
 * by whole days so that they overlap and their time of day stays; the bursts are posts of a crisis that is not in it,
 * in their own order and rhythm, five times the usual rate with it, over 15 minutes. What in the usual stream is a burst
 * by itself is found with hindsight: a quarter of an hour with at least 10 posts and 2.5 times the usual.
 */
class RealStreamsTest {
    private static final int DAY = 1440;
    private static final int DAYS = 14;
    private static final int BURST = 15;
    private static final int QUARTERS = DAY / BURST;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private record Told(long time, String text) {}

    @Test
    void bursts_of_one_crisis_are_found_in_the_stream_of_others() throws IOException {
        Path file = Path.of(
                System.getProperty("govsocial.sharedTestData", "../../shared/test-data"),
                "posts",
                "crisis-events-dev.jsonl");
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.exists(file), "SKIPPED: the shared posts are not at " + file);
        }
        Map<String, List<Told>> crises = read(file);
        assertEquals(13, crises.size());
        var names = new ArrayList<>(crises.keySet());
        int planted = 0;
        int found = 0;
        int warned = 0;
        int right = 0;
        int days = 0;
        for (int fold = 0; fold < names.size(); fold++) {
            var random = new Random(20261122 + fold);
            List<Mention> usual = usual(crises, names, fold);
            int[] quarters = quarters(usual);
            List<Told> held = crises.get(names.get(fold));
            var stream = new ArrayList<>(usual);
            var bursts = new ArrayList<Integer>();
            int next = 0;
            for (int at = 2 * DAY; at < DAYS * DAY - 120; at += 360 + random.nextInt(720)) {
                double rate = around(quarters, at / BURST) / BURST;
                int posts = (int) Math.ceil(4 * rate * BURST);
                if (rate * BURST < 5 || next + posts > held.size()) {
                    continue; // hardly anybody is talking, or no posts are left
                }
                plant(held.subList(next, next + posts), at, stream);
                next += posts;
                bursts.add(at);
            }
            stream.sort(Comparator.comparing(Mention::time));
            var warnings = new ArrayList<Warning>();
            var watcher = new Watcher(2);
            stream.forEach(m -> warnings.addAll(watcher.see(m)));
            List<Long> volume = warnings.stream()
                    .filter(w -> w.kind() == Warning.Kind.VOLUME)
                    .map(w -> (w.at().getEpochSecond() - START.getEpochSecond()) / 60)
                    .toList();
            planted += bursts.size();
            days += DAYS;
            for (int burst : bursts) {
                var hit = volume.stream()
                        .filter(m -> m >= burst && m <= burst + BURST)
                        .findFirst();
                found += hit.isPresent() ? 1 : 0;
            }
            warned += volume.size();
            for (long minute : volume) {
                boolean real = bursts.stream().anyMatch(b -> minute >= b && minute <= b + BURST)
                        || isBurst(quarters, (int) minute);
                right += real ? 1 : 0;
            }
        }
        String told = String.format(
                Locale.ROOT,
                "Real streams: %d of %d bursts found (recall %.3f), %d of %d warnings right (precision %.3f), %.2f wrong a"
                        + " week over %d days",
                found,
                planted,
                (double) found / planted,
                right,
                warned,
                (double) right / warned,
                (warned - right) * 7.0 / days,
                days);
        System.out.println(told);
        assertTrue(planted >= 60, told);
        assertTrue(found >= 0.9 * planted, told);
        assertTrue(right >= 0.9 * warned, told);
    }

    private static List<Mention> usual(Map<String, List<Told>> crises, List<String> names, int without) {
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < names.size(); i++) {
            if (i == without) {
                continue;
            }
            List<Told> crisis = crises.get(names.get(i));
            long first = Math.floorDiv(crisis.get(0).time(), 86_400_000L);
            for (Told post : crisis) {
                long second = Math.floorMod(post.time() / 1000 - first * 86_400L, DAYS * 86_400L);
                mentions.add(new Mention(START.plusSeconds(second), post.text(), false));
            }
        }
        mentions.sort(Comparator.comparing(Mention::time));
        return mentions;
    }

    /** Keeps the posts' order and how they follow one another, in a quarter of an hour. */
    private static void plant(List<Told> posts, int at, List<Mention> stream) {
        for (int i = 0; i < posts.size(); i++) {
            long second = at * 60L + (long) ((i + 0.5) * BURST * 60 / posts.size());
            stream.add(new Mention(START.plusSeconds(second), posts.get(i).text(), false));
        }
    }

    private static int[] quarters(List<Mention> mentions) {
        int[] counts = new int[DAYS * DAY / BURST];
        for (Mention m : mentions) {
            counts[(int) ((m.time().getEpochSecond() - START.getEpochSecond()) / (60 * BURST))]++;
        }
        return counts;
    }

    /** What is usual: the mean of the two hours before, or of the same two hours on the days before, whichever is more. */
    private static double around(int[] quarters, int quarter) {
        double now = mean(quarters, quarter - 8, quarter);
        double sum = 0;
        int days = 0;
        for (int before = quarter - QUARTERS; before >= 0; before -= QUARTERS) {
            sum += mean(quarters, before - 4, before + 4);
            days++;
        }
        return days == 0 ? now : Math.max(now, sum / days);
    }

    private static double mean(int[] quarters, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int i = Math.max(0, from); i < Math.min(to, quarters.length); i++) {
            sum += quarters[i];
            n++;
        }
        return n == 0 ? 0 : sum / n;
    }

    private static boolean isBurst(int[] quarters, int minute) {
        int quarter = Math.min(minute / BURST, quarters.length - 1);
        for (int q = Math.max(0, quarter - 1); q <= Math.min(quarters.length - 1, quarter + 1); q++) {
            if (quarters[q] >= 10 && quarters[q] >= 2.5 * Math.max(1, around(quarters, quarter - 1))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<Told>> read(Path file) throws IOException {
        var crises = new LinkedHashMap<String, List<Told>>();
        for (String line : Files.readAllLines(file)) {
            JsonInput in = JsonInput.of(file.toString(), line);
            long time = 0;
            String text = "";
            String event = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "time" -> time = in.longValue();
                    case "text" -> text = in.string();
                    case "event" -> event = in.string();
                    default -> in.skipValue();
                }
            }
            crises.computeIfAbsent(event, k -> new ArrayList<>()).add(new Told(time, text));
        }
        crises.values().forEach(posts -> posts.sort(Comparator.comparing(Told::time)));
        return crises;
    }
}
