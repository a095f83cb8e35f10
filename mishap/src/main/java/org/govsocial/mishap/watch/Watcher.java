package org.govsocial.mishap.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;

/**
 * Reads mentions one by one, in event time, and warns of unusual volume, negative words or spread; how, {@code Burst}
 * tells. Mentions may come out of order within a bound; later ones are counted and passed over. Memory does not grow.
 * Not thread-safe.
 */
public final class Watcher {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 200;
    /** A silence of more minutes than this is not a rate of zero but a stream that was cut. */
    private static final long LONGEST_SILENCE = 3 * 1440;

    /** Words by which people complain; our choice. */
    private static final Set<String> NEGATIVE = Set.of(
            "angry",
            "appalling",
            "ashamed",
            "awful",
            "bad",
            "boycott",
            "bullshit",
            "corrupt",
            "crap",
            "disappointed",
            "disgrace",
            "disgraceful",
            "disgusted",
            "disgusting",
            "disgust",
            "embarrassing",
            "fail",
            "failed",
            "failure",
            "furious",
            "hate",
            "horrible",
            "idiots",
            "incompetent",
            "insensitive",
            "joke",
            "lie",
            "lied",
            "lies",
            "offensive",
            "outrage",
            "outraged",
            "outrageous",
            "pathetic",
            "racist",
            "resign",
            "rude",
            "scandal",
            "shame",
            "shameful",
            "shocking",
            "stupid",
            "terrible",
            "unacceptable",
            "useless",
            "worst",
            "wrong",
            "wtf");

    private final int bound;
    private final Map<Warning.Kind, Burst> bursts = new EnumMap<>(Warning.Kind.class);
    private final Map<Warning.Kind, int[]> open = new EnumMap<>(Warning.Kind.class);
    private final Map<Warning.Kind, ArrayDeque<String>> examples = new EnumMap<>(Warning.Kind.class);
    /** The last minute that is closed; Long.MIN_VALUE before the first mention. */
    private long closed = Long.MIN_VALUE;

    private long newest;
    private long late;
    private String source = "";
    private long bytes;

    /**
     * Starts without knowing anything.
     *
     * @param bound by how many minutes a mention may come late, 0 to 60
     */
    public Watcher(int bound) {
        this(bound, Burst.CHOSEN);
    }

    Watcher(int bound, Burst.Settings settings) {
        if (bound < 0 || bound > 60) {
            throw new IllegalArgumentException("A bound is 0 to 60 minutes, not " + bound + ".");
        }
        this.bound = bound;
        for (Warning.Kind kind : Warning.Kind.values()) {
            bursts.put(kind, new Burst(settings));
            open.put(kind, new int[bound + 1]);
            examples.put(kind, new ArrayDeque<>());
        }
    }

    /**
     * Takes a mention in.
     *
     * @param mention the next of the stream
     * @return what it makes unusual; mostly nothing
     */
    public List<Warning> see(Mention mention) {
        long second = mention.time().getEpochSecond();
        long minute = Math.floorDiv(second, 60L);
        if (closed == Long.MIN_VALUE || minute - closed > LONGEST_SILENCE) {
            open.values().forEach(counts -> java.util.Arrays.fill(counts, 0));
            closed = minute - bound - 1;
            newest = second;
        }
        if (minute <= closed) {
            late++;
            return List.of();
        }
        newest = Math.max(newest, second);
        while (closed < minute - bound - 1) {
            closed++;
            for (Warning.Kind kind : Warning.Kind.values()) {
                int[] counts = open(kind);
                int at = (int) Math.floorMod(closed, (long) counts.length);
                burst(kind).close(closed, counts[at]);
                counts[at] = 0;
            }
        }
        var warnings = new ArrayList<Warning>(0);
        for (Warning.Kind kind : Warning.Kind.values()) {
            if (counts(kind, mention)) {
                keep(kind, mention.text());
                int[] counts = open(kind);
                counts[(int) Math.floorMod(minute, (long) counts.length)]++;
                warn(kind, mention.time(), warnings);
            }
        }
        return warnings;
    }

    private static boolean counts(Warning.Kind kind, Mention mention) {
        return switch (kind) {
            case VOLUME -> true;
            case SPREAD -> mention.shared() || mention.text().startsWith("RT @");
            case NEGATIVE -> isNegative(mention.text());
        };
    }

    private static boolean isNegative(String text) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (NEGATIVE.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    /** Adds the minutes that are still open to the sum, the newest as far as it has gone. */
    private void warn(Warning.Kind kind, Instant at, List<Warning> warnings) {
        Burst burst = burst(kind);
        int[] counts = open(kind);
        double sum = burst.sum();
        long current = Math.floorDiv(newest, 60L);
        long since = burst.since(closed + 1);
        long mentions = burst.risen();
        for (long minute = closed + 1; minute <= current; minute++) {
            int count = counts[(int) Math.floorMod(minute, (long) counts.length)];
            double part = minute < current ? 1 : (Math.floorMod(newest, 60L) + 1) / 60.0;
            sum = burst.after(sum, count, burst.usual(minute) * part);
            mentions += count;
            if (sum <= 0) {
                since = minute + 1;
                mentions = 0;
            }
        }
        if (burst.warns(sum)) {
            burst.warned(current);
            double span = Math.max(1.0 / 60, (newest + 1 - since * 60) / 60.0);
            warnings.add(new Warning(
                    kind,
                    at,
                    Instant.ofEpochSecond(since * 60),
                    mentions / span,
                    burst.usual(current),
                    List.copyOf(examples(kind))));
        }
    }

    private void keep(Warning.Kind kind, String text) {
        ArrayDeque<String> latest = examples(kind);
        latest.addLast(shortened(text));
        if (latest.size() > EXAMPLES) {
            latest.removeFirst();
        }
    }

    private static String shortened(String text) {
        int end = Math.min(text.length(), LONGEST_EXAMPLE);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /**
     * How many mentions came later than the bound.
     *
     * @return the number, since the start
     */
    public long late() {
        return late;
    }

    /**
     * By how much mentions may come late.
     *
     * @return in minutes
     */
    public int bound() {
        return bound;
    }

    /**
     * The latest time of which there was a mention.
     *
     * @return to the second; long ago before the first mention
     */
    public Instant newest() {
        return Instant.ofEpochSecond(closed == Long.MIN_VALUE ? Instant.MIN.getEpochSecond() : newest);
    }

    /**
     * How far a source has been taken in, kept with the state so that nothing is taken in twice.
     *
     * @param name the source's name
     * @return in bytes; 0 when it is not the source that was last taken in
     */
    public long reached(String name) {
        return name.equals(source) ? bytes : 0;
    }

    /**
     * Notes how far a source has been taken in.
     *
     * @param name the source's name
     * @param taken in bytes
     */
    public void reach(String name, long taken) {
        source = name;
        bytes = taken;
    }

    private ArrayDeque<String> examples(Warning.Kind kind) {
        return Objects.requireNonNull(examples.get(kind));
    }

    private Burst burst(Warning.Kind kind) {
        return Objects.requireNonNull(bursts.get(kind));
    }

    private int[] open(Warning.Kind kind) {
        return Objects.requireNonNull(open.get(kind));
    }

    // ---- state

    /**
     * What the watcher knows, to go on after a restart.
     *
     * @return JSON
     */
    public String state() {
        try {
            var text = new StringWriter();
            JsonOutput out = JsonOutput.compact(text);
            out.beginObject()
                    .member("format", 1)
                    .member("bound", bound)
                    .member("closed", closed)
                    .member("newest", newest)
                    .member("late", late)
                    .member("source", source)
                    .member("bytes", bytes)
                    .name("kinds")
                    .beginObject();
            for (Warning.Kind kind : Warning.Kind.values()) {
                out.name(kind.name()).beginObject().name("open").beginArray();
                for (int count : open(kind)) {
                    out.value((long) count);
                }
                out.endArray().name("examples").beginArray();
                for (String example : examples(kind)) {
                    out.value(example);
                }
                out.endArray().name("burst");
                burst(kind).write(out);
                out.endObject();
            }
            out.endObject().endObject().endLine();
            out.flush();
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory does not fail
        }
    }

    /**
     * Goes on from what was known.
     *
     * @param where name of the state's file, for messages
     * @param state what {@link #state()} gave
     * @return a watcher
     * @throws IOException when it is no state
     */
    public static Watcher of(String where, String state) throws IOException {
        JsonInput in = JsonInput.of(where, state);
        Watcher watcher = null;
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            if (key.equals("bound")) {
                int bound = in.integer();
                if (bound < 0 || bound > 60) {
                    throw in.error(bound + " is no bound.", "It is 0 to 60 minutes.");
                }
                watcher = new Watcher(bound);
            } else if (key.equals("format")) {
                if (in.integer() != 1) {
                    throw in.error(
                            "A newer version wrote this.", "Use that version, or delete the file to start anew.");
                }
            } else if (watcher == null) {
                throw in.error("This is not the state of a watch.", "Name another file, or delete it to start anew.");
            } else {
                watcher.read(key, in);
            }
        }
        in.endObject();
        if (watcher == null) {
            throw in.error("This is not the state of a watch.", "Name another file, or delete it to start anew.");
        }
        return watcher;
    }

    private void read(String key, JsonInput in) throws IOException {
        switch (key) {
            case "closed" -> closed = in.longValue();
            case "newest" -> newest = in.longValue();
            case "late" -> late = in.longValue();
            case "source" -> source = in.string();
            case "bytes" -> bytes = in.longValue();
            case "kinds" -> {
                in.beginObject();
                while (in.hasNext()) {
                    String name = in.name();
                    for (Warning.Kind kind : Warning.Kind.values()) {
                        if (kind.name().equals(name)) {
                            readKind(kind, in);
                        }
                    }
                }
                in.endObject();
            }
            default -> in.skipValue();
        }
    }

    private void readKind(Warning.Kind kind, JsonInput in) throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "open" -> {
                    in.beginArray();
                    int[] counts = open(kind);
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] = in.integer();
                    }
                    in.endArray();
                }
                case "examples" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        keep(kind, in.string());
                    }
                    in.endArray();
                }
                case "burst" -> burst(kind).read(in);
                default -> in.skipValue();
            }
        }
        in.endObject();
    }
}
