package org.govsocial.mishap.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.govsocial.json.JsonInput;

/**
 * Streams of posts that people wrote, with bursts planted in them.
 *
 * <p>The posts are split by the event they speak of, never by post. Of the 13 crises in order of their names, every second
 * one, from the first, is in the tuning half, from which alone settings are chosen; the others are held out. Held out with
 * them are the posts of agencies on crises that are not in the tuning half, and posts on a boxing match.
 *
 * <p>A stream is two weeks. Each crisis of the half but one is moved by whole days, at random, so that they overlap and
 * their time of day stays. A burst is a run of posts of an event that is not in the stream, in their own order and
 * rhythm, brought to 15 minutes, so many that with the usual ones the rate is {@code times} the usual one.
 */
final class RealStreams {
    static final int DAYS = 14;
    static final int BURST = 15;
    private static final int DAY = 1440;
    private static final int QUARTERS = DAY / BURST;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private record Told(String id, long time, String text) {}

    /** The crises, and what else is in the stream or can burst. */
    static final class Half {
        private final Map<String, List<Told>> crises = new TreeMap<>();
        private final Map<String, List<Told>> others = new TreeMap<>();
        private final List<Told> otherKind = new ArrayList<>();

        Set<String> crises() {
            return crises.keySet();
        }

        Set<String> events() {
            var events = new HashSet<>(crises.keySet());
            events.addAll(others.keySet());
            return events;
        }

        Set<String> ids() {
            var ids = new HashSet<String>();
            crises.values().forEach(told -> told.forEach(t -> ids.add(t.id())));
            others.values().forEach(told -> told.forEach(t -> ids.add(t.id())));
            otherKind.forEach(t -> ids.add(t.id()));
            return ids;
        }
    }

    /** A stream, and when bursts start in it, in minutes. */
    record Stream(List<Mention> mentions, List<Integer> bursts, int[] quarters) {}

    private final Half tuning = new Half();
    private final Half heldOut = new Half();

    RealStreams(Path posts) throws IOException {
        Map<String, List<Told>> crises = read(posts.resolve("crisis-events-dev.jsonl"));
        boolean tuned = true;
        for (var crisis : crises.entrySet()) {
            (tuned ? tuning : heldOut).crises.put(crisis.getKey(), crisis.getValue());
            tuned = !tuned;
        }
        var known = new HashSet<String>();
        crises.values().forEach(told -> told.forEach(t -> known.add(t.id())));
        read(posts.resolve("government-tweets-dev.jsonl")).forEach((event, told) -> {
            if (!tuning.crises.containsKey(event)) {
                told.removeIf(t -> !known.add(t.id()));
                if (!told.isEmpty()) {
                    heldOut.others.put(event, told);
                }
            }
        });
        read(posts.resolve("emoji-tweets-dev.jsonl")).values().forEach(heldOut.otherKind::addAll);
    }

    Half tuning() {
        return tuning;
    }

    Half heldOut() {
        return heldOut;
    }

    /** One stream for each crisis of the half, whose posts are the bursts. */
    static List<Stream> streams(Half half, long seed, double times) {
        var streams = new ArrayList<Stream>();
        var random = new Random(seed);
        half.crises.forEach((name, posts) -> streams.add(stream(half, name, posts, times, random)));
        return streams;
    }

    /** A stream of all crises of the half, whose bursts are posts of another kind. */
    static Stream otherKind(Half half, long seed, double times) {
        return stream(half, "", half.otherKind, times, new Random(seed));
    }

    private static Stream stream(Half half, String event, List<Told> held, double times, Random random) {
        var mentions = new ArrayList<Mention>();
        for (var crises : List.of(half.crises, half.others)) {
            crises.forEach((name, told) -> {
                if (!name.equals(event)) {
                    overlay(told, random.nextInt(DAYS), mentions);
                }
            });
        }
        int[] quarters = quarters(mentions);
        var bursts = new ArrayList<Integer>();
        int next = random.nextInt(held.size());
        for (int at = 2 * DAY + random.nextInt(360); at < DAYS * DAY - 120; at += 360 + random.nextInt(720)) {
            double usual = around(quarters, at / BURST);
            int posts = (int) Math.ceil((times - 1) * usual);
            if (usual < 5 || posts > held.size()) {
                continue; // hardly anybody is talking
            }
            if (next + posts > held.size()) {
                next = 0;
            }
            plant(held.subList(next, next + posts), at, mentions);
            next += posts;
            bursts.add(at);
        }
        mentions.sort(Comparator.comparing(Mention::time));
        return new Stream(mentions, bursts, quarters);
    }

    private static void overlay(List<Told> told, int shift, List<Mention> mentions) {
        long first = Math.floorDiv(told.get(0).time(), 86_400_000L) - shift;
        for (Told post : told) {
            long second = Math.floorMod(post.time() / 1000 - first * 86_400L, DAYS * 86_400L);
            mentions.add(new Mention(START.plusSeconds(second), post.text(), false));
        }
    }

    private static void plant(List<Told> posts, int at, List<Mention> mentions) {
        long first = posts.get(0).time();
        double span = Math.max(1, posts.get(posts.size() - 1).time() - first);
        for (Told post : posts) {
            long second = at * 60L + (long) ((post.time() - first) / span * (BURST * 60 - 1));
            mentions.add(new Mention(START.plusSeconds(second), post.text(), false));
        }
    }

    /** What a watcher found in streams. */
    static final class Tally {
        private int planted;
        private int found;
        private int warned;
        private int right;
        private int days;
        private final List<Double> delays = new ArrayList<>();

        /** Counts warnings of volume. A warning is right in a burst that was planted, or is one with hindsight. */
        void add(Stream stream, Burst.Settings settings) {
            var watcher = new Watcher(2, settings);
            var volume = new ArrayList<Double>();
            for (Mention mention : stream.mentions()) {
                for (Warning warning : watcher.see(mention)) {
                    if (warning.kind() == Warning.Kind.VOLUME) {
                        volume.add((warning.at().getEpochSecond() - START.getEpochSecond()) / 60.0);
                    }
                }
            }
            planted += stream.bursts().size();
            days += DAYS;
            for (int burst : stream.bursts()) {
                volume.stream().filter(m -> isIn(m, burst)).findFirst().ifPresent(m -> {
                    found++;
                    delays.add(m - burst);
                });
            }
            warned += volume.size();
            for (double minute : volume) {
                boolean real = stream.bursts().stream().anyMatch(b -> isIn(minute, b))
                        || isBurst(stream.quarters(), (int) minute);
                right += real ? 1 : 0;
            }
        }

        int planted() {
            return planted;
        }

        double recall() {
            return planted == 0 ? 0 : (double) found / planted;
        }

        double precision() {
            return warned == 0 ? 0 : (double) right / warned;
        }

        double f1() {
            return 2 * recall() * precision() / (recall() + precision());
        }

        double wrongAWeek() {
            return (warned - right) * 7.0 / days;
        }

        /** Minutes from the start of a burst to its warning, of those that were found. */
        double delay(double quantile) {
            List<Double> sorted = delays.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) (quantile * (sorted.size() - 1)));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d of %d bursts found (recall %.3f), after %.1f minutes in the median and %.1f in nine of ten; %d of"
                            + " %d warnings right (precision %.3f), %.2f wrong a week over %d weeks",
                    found,
                    planted,
                    recall(),
                    delay(0.5),
                    delay(0.9),
                    right,
                    warned,
                    precision(),
                    wrongAWeek(),
                    days / 7);
        }
    }

    private static boolean isIn(double minute, int burst) {
        return minute >= burst && minute <= burst + BURST;
    }

    private static int[] quarters(List<Mention> mentions) {
        int[] counts = new int[DAYS * QUARTERS];
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

    /** A quarter of an hour with at least 10 posts of the usual stream and 2.5 times what was usual. */
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
        var events = new TreeMap<String, List<Told>>();
        for (String line : Files.readAllLines(file)) {
            JsonInput in = JsonInput.of(file.toString(), line);
            String id = "";
            String text = "";
            String event = "";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "id" -> id = in.string();
                    case "text" -> text = in.string();
                    case "event" -> event = in.string();
                    default -> in.skipValue();
                }
            }
            events.computeIfAbsent(event, k -> new ArrayList<>()).add(new Told(id, timeOf(id), text));
        }
        events.values().forEach(posts -> posts.sort(Comparator.comparing(Told::time)));
        return events;
    }

    /** X's ids carry the time, in milliseconds since its own epoch, above 22 other bits. */
    private static long timeOf(String id) {
        return (Long.parseLong(id) >>> 22) + 1_288_834_974_657L;
    }
}
