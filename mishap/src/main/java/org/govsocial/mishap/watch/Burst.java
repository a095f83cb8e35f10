package org.govsocial.mishap.watch;

import java.io.IOException;
import java.util.Arrays;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;

/**
 * Finds bursts in counts by the minute, in constant memory: the cumulative sum (CUSUM) of E. S. Page, "Continuous
 * Inspection Schemes", Biometrika 41 (1954), for counts as J. M. Lucas gives it in "Counted Data CUSUM's", Technometrics
 * 27 (1985), with the log-likelihood ratio of a Poisson rate four times the usual one. The usual rate follows the time of
 * day: means by the half-hour, smoothed over their neighbours and from day to day, and never less than a share
 * of an exponentially weighted mean of the last hour. Where mentions come in clusters, the sum is divided by their
 * dispersion (variance over mean, the quasi-likelihood of R. W. M. Wedderburn, Biometrika 61, 1974); in a Poisson stream it
 * is 1 and changes nothing. What is unusual is not learned from.
 */
final class Burst {
    /**
     * What could be chosen otherwise.
     *
     * @param rise the rise that is looked for; below a rise of (rise - 1) / ln rise, 2.2 for 4, the sum does not grow
     * @param threshold the sum that gives a warning
     * @param follow share of the last hour's mean below which what is usual does not fall
     * @param most limit of the dispersion in one stretch of {@link #BLOCK} minutes
     * @param spread how fast the dispersion is learned, by stretch
     */
    record Settings(double rise, double threshold, double follow, double most, double spread) {}

    /** Best on the tuning half of the events of {@code RealStreamsTest}; the other half had no part in it. */
    static final Settings CHOSEN = new Settings(4, 11, 0.8, 9, 1.0 / 72);

    /** Minutes without warnings at the start, while nothing is known. */
    private static final int LEARNING = 120;

    private static final double HOUR = 1.0 / 60;
    private static final double DAY = 0.15;
    /** Mentions a minute: nothing is rarer than one in 50 minutes, so a warning takes eight mentions at least. */
    private static final double LEAST = 0.02;

    /** Minutes over which the dispersion is measured. */
    private static final int BLOCK = 5;

    private static final int SLOTS = 48;
    private static final int MINUTES = 1440;
    private static final double[] WEIGHTS = {1, 2, 3, 2, 1};
    /** After this many minutes a burst is the new usual. */
    private static final int LONGEST = 120;

    private final Settings settings;
    private final double weight;
    private final double[] profile = new double[SLOTS];
    private double slotSum;
    private int slotCount;
    private double level;
    private long minutes;
    private double sum;
    private long risingSince = -1;
    private long risen;
    private long warnedAt = -1;

    /** Variance over mean of what is usual: people answer and share, so their posts come in clusters. */
    private double spreadMean = 1;

    private double blockExpected;
    private int blockCount;
    private int blockMinutes;

    Burst(Settings settings) {
        this.settings = settings;
        this.weight = Math.log(settings.rise());
        Arrays.fill(profile, -1);
    }

    /** What is usual in a minute. */
    double usual(long minute) {
        int slot = (int) Math.floorMod(minute, (long) MINUTES) * SLOTS / MINUTES;
        if (profile[slot] < 0) {
            return Math.max(level, LEAST);
        }
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            double mean = profile[Math.floorMod(slot + i - 2, SLOTS)];
            if (mean >= 0) {
                weighted += WEIGHTS[i] * mean;
                weights += WEIGHTS[i];
            }
        }
        return Math.max(Math.max(weighted / weights, settings.follow() * level), LEAST);
    }

    /** The sum after one more stretch of time. */
    double after(double before, int count, double expected) {
        return Math.max(0, before + (count * weight - expected * (settings.rise() - 1)) / Math.max(1, spreadMean));
    }

    double sum() {
        return sum;
    }

    boolean warns(double value) {
        return value > settings.threshold() && warnedAt < 0 && minutes >= LEARNING;
    }

    void warned(long minute) {
        warnedAt = minute;
    }

    /** The minute since which there are more than usual, given what is not closed yet. */
    long since(long firstOpen) {
        return risingSince < 0 ? firstOpen : risingSince;
    }

    /** Mentions since then, in closed minutes. */
    long risen() {
        return risingSince < 0 ? 0 : risen;
    }

    /** Takes a whole minute in. */
    void close(long minute, int count) {
        double usual = usual(minute);
        sum = Math.min(after(sum, count, usual), warnedAt < 0 ? Double.MAX_VALUE : settings.threshold());
        if (sum <= 0) {
            risingSince = -1;
            risen = 0;
        } else {
            risingSince = risingSince < 0 ? minute : risingSince;
            risen += count;
        }
        // The minutes that were still open at the warning say nothing of how it goes on.
        if (warnedAt >= 0 && minute >= warnedAt && (sum <= 0 || minute - warnedAt > LONGEST + 60)) {
            warnedAt = -1;
            sum = 0;
        }
        learn(minute, count, usual);
    }

    private void learn(long minute, int count, double usual) {
        minutes++;
        if (warnedAt >= 0 && minute - warnedAt <= LONGEST) {
            return;
        }
        learnSpread(count, usual);
        double seen = minutes <= LEARNING ? count : Math.min(count, usual + 3 * Math.sqrt(usual) + 1);
        level += Math.max(HOUR, 1.0 / minutes) * (seen - level);
        slotSum += seen;
        slotCount++;
        long slotMinutes = MINUTES / SLOTS;
        if (Math.floorMod(minute + 1, slotMinutes) == 0) {
            int slot = (int) Math.floorMod(minute, (long) MINUTES) * SLOTS / MINUTES;
            double mean = slotSum / slotCount;
            profile[slot] = profile[slot] < 0 ? mean : profile[slot] + DAY * (mean - profile[slot]);
            slotSum = 0;
            slotCount = 0;
        }
    }

    private void learnSpread(int count, double usual) {
        blockCount += count;
        blockExpected += usual;
        if (++blockMinutes < BLOCK) {
            return;
        }
        if (minutes > LEARNING) {
            double off = blockCount - blockExpected;
            spreadMean += settings.spread() * (Math.min(off * off / blockExpected, settings.most()) - spreadMean);
        }
        blockCount = 0;
        blockExpected = 0;
        blockMinutes = 0;
    }

    // ---- state

    void write(JsonOutput out) throws IOException {
        out.beginObject()
                .name("sum")
                .value(sum)
                .name("level")
                .value(level)
                .member("minutes", minutes)
                .member("risingSince", risingSince)
                .member("risen", risen)
                .member("warnedAt", warnedAt)
                .name("slotSum")
                .value(slotSum)
                .member("slotCount", slotCount)
                .name("spread")
                .value(spreadMean)
                .name("blockExpected")
                .value(blockExpected)
                .member("blockCount", blockCount)
                .member("blockMinutes", blockMinutes)
                .name("profile")
                .beginArray();
        for (double mean : profile) {
            out.value(mean);
        }
        out.endArray().endObject();
    }

    void read(JsonInput in) throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "sum" -> sum = in.number();
                case "level" -> level = in.number();
                case "minutes" -> minutes = in.longValue();
                case "risingSince" -> risingSince = in.longValue();
                case "risen" -> risen = in.longValue();
                case "warnedAt" -> warnedAt = in.longValue();
                case "slotSum" -> slotSum = in.number();
                case "slotCount" -> slotCount = in.integer();
                case "spread" -> spreadMean = in.number();
                case "blockExpected" -> blockExpected = in.number();
                case "blockCount" -> blockCount = in.integer();
                case "blockMinutes" -> blockMinutes = in.integer();
                case "profile" -> {
                    in.beginArray();
                    for (int i = 0; i < SLOTS; i++) {
                        profile[i] = in.number();
                    }
                    in.endArray();
                }
                default -> in.skipValue();
            }
        }
        in.endObject();
    }
}
