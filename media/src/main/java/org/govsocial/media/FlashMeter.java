package org.govsocial.media;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.govsocial.model.Motion;

/**
 * Looks for flashes by the definition of WCAG 2.2, "general flash and red flash thresholds". The picture is taken as
 * shown on 1024 by 768 pixels and divided into cells of 1/48 by 1/36; a flash counts when it fills a quarter of some
 * rectangle of a third of the width by a third of the height (341 by 256 pixels, 10 degrees of the field of view). Finer
 * patterns average out within a cell.
 */
final class FlashMeter {
    static final int WIDE = 48;
    static final int HIGH = 36;
    private static final int CELLS = WIDE * HIGH;
    private static final int WINDOW_WIDE = WIDE / 3;
    private static final int WINDOW_HIGH = HIGH / 3;
    private static final int ACROSS = WIDE - WINDOW_WIDE + 1;
    private static final int DOWN = HIGH - WINDOW_HIGH + 1;
    private static final int QUARTER = WINDOW_WIDE * WINDOW_HIGH / 4;

    /** More than three flashes, of two transitions each, in a second. */
    static final int MOST = 6;

    /** As many transitions in a second as IRIS counts when it looks for flashing that goes on. */
    static final int KEPT_UP = 4;

    private static final long KEPT_UP_WINDOW = 5_000;
    private static final long KEPT_UP_LEAST = 4_000;

    private static final float RED = 0.8f;
    private static final float CHROMA = 0.2f;

    private final Swing[] light = new Swing[CELLS];
    private final RedSwing[] red = new RedSwing[CELLS];
    private final Transitions[] lightAt = new Transitions[ACROSS * DOWN];
    private final Transitions[] redAt = new Transitions[ACROSS * DOWN];
    private final int[] ups = new int[(WIDE + 1) * (HIGH + 1)];
    private final int[] downs = new int[(WIDE + 1) * (HIGH + 1)];
    private final byte[] lightChange = new byte[CELLS];
    private final byte[] redChange = new byte[CELLS];
    private final Worst general = new Worst(Motion.Kind.GENERAL);
    private final Worst saturated = new Worst(Motion.Kind.RED);
    private final Deque<long[]> keptUp = new ArrayDeque<>();
    private long keptUpMillis;
    private Motion.@org.jspecify.annotations.Nullable Flashes extended;
    private final List<Integer> counts = new ArrayList<>();
    private final List<Integer> redCounts = new ArrayList<>();
    private int frame;
    private long now;

    FlashMeter() {
        for (int i = 0; i < CELLS; i++) {
            light[i] = new Swing();
            red[i] = new RedSwing();
        }
        for (int i = 0; i < lightAt.length; i++) {
            lightAt[i] = new Transitions();
            redAt[i] = new Transitions();
        }
    }

    /**
     * Takes a frame.
     *
     * @param cells linear red, green and blue of each cell, 0 to 1, row by row
     * @param millis how long it is shown
     */
    void frame(float[] cells, long millis) {
        for (int i = 0; i < CELLS; i++) {
            float r = cells[3 * i];
            float g = cells[3 * i + 1];
            float b = cells[3 * i + 2];
            lightChange[i] = (byte) light[i].next(0.2126f * r + 0.7152f * g + 0.0722f * b);
            redChange[i] = (byte) red[i].next(r, g, b);
        }
        int most = count(lightChange, lightAt, general);
        redCounts.add(count(redChange, redAt, saturated));
        counts.add(most);
        keepUp(most, millis);
        frame++;
        now += millis;
    }

    /** The transitions in the second up to each frame, where there are most. */
    List<Integer> counts() {
        return counts;
    }

    /** How long all frames took. */
    long millis() {
        return now;
    }

    /** What flashes, the worst of each kind, the most harmful first. */
    List<Motion.Flashes> flashes() {
        var all = new ArrayList<Motion.Flashes>();
        if (general.found != null && general.found.transitions() > MOST + 1) {
            all.add(withCourse(general.found, counts));
        }
        if (saturated.found != null && saturated.found.transitions() > MOST + 1) {
            all.add(withCourse(saturated.found, redCounts));
        }
        if (extended != null) {
            all.add(withCourse(extended, counts));
        }
        return all;
    }

    private static Motion.Flashes withCourse(Motion.Flashes flashes, List<Integer> counts) {
        return flashes.withCourse(counts.subList(flashes.firstFrame(), flashes.lastFrame() + 1));
    }

    private int count(byte[] changes, Transitions[] at, Worst worst) {
        boolean any = false;
        for (int i = 0; i < CELLS && !any; i++) {
            any = changes[i] != 0;
        }
        if (any) {
            sum(changes, 1, ups);
            sum(changes, -1, downs);
        }
        int most = 0;
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS; x++) {
                Transitions here = at[y * ACROSS + x];
                int area = 0;
                if (any) {
                    int up = inside(ups, x, y);
                    int down = inside(downs, x, y);
                    area = Math.max(up, down);
                    if (area >= QUARTER) {
                        here.add(now, up >= down ? 1 : -1);
                    }
                }
                int count = here.count(now);
                most = Math.max(most, count);
                if (area >= QUARTER && (worst.found == null || count > worst.found.transitions())) {
                    int changed = 0;
                    for (byte change : changes) {
                        changed += change != 0 ? 1 : 0;
                    }
                    worst.found = new Motion.Flashes(
                            worst.kind, count, frameAt(here.first()), frame, here.first(), changed * 100 / CELLS);
                }
            }
        }
        return most;
    }

    private final List<Long> starts = new ArrayList<>();

    private int frameAt(long millis) {
        int at = java.util.Collections.binarySearch(starts, millis);
        return at < 0 ? frame : at;
    }

    private void keepUp(int count, long millis) {
        starts.add(now);
        keptUp.add(new long[] {now, millis, count >= KEPT_UP ? millis : 0});
        keptUpMillis += count >= KEPT_UP ? millis : 0;
        while (now + millis - keptUp.getFirst()[0] > KEPT_UP_WINDOW) {
            keptUpMillis -= keptUp.removeFirst()[2];
        }
        if (extended == null && keptUpMillis > KEPT_UP_LEAST) {
            long start = keptUp.getFirst()[0];
            extended = new Motion.Flashes(Motion.Kind.EXTENDED, count, frameAt(start), frame, start, 100);
        }
    }

    private static void sum(byte[] changes, int sign, int[] sums) {
        for (int y = 0; y < HIGH; y++) {
            int row = 0;
            for (int x = 0; x < WIDE; x++) {
                row += changes[y * WIDE + x] == sign ? 1 : 0;
                sums[(y + 1) * (WIDE + 1) + x + 1] = sums[y * (WIDE + 1) + x + 1] + row;
            }
        }
    }

    private static int inside(int[] sums, int x, int y) {
        int stride = WIDE + 1;
        return sums[(y + WINDOW_HIGH) * stride + x + WINDOW_WIDE]
                - sums[y * stride + x + WINDOW_WIDE]
                - sums[(y + WINDOW_HIGH) * stride + x]
                + sums[y * stride + x];
    }

    private static final class Worst {
        private final Motion.Kind kind;
        private Motion.@org.jspecify.annotations.Nullable Flashes found;

        Worst(Motion.Kind kind) {
            this.kind = kind;
        }
    }

    /** A change to or from a saturated red, by the CIE 1976 chromaticity of the two states. */
    private static final class RedSwing {
        private boolean begun;
        private boolean wasRed;
        private float u;
        private float v;

        int next(float r, float g, float b) {
            float sum = r + g + b;
            boolean isRed = sum > 0.02f && r >= RED * sum;
            // Black has no chromaticity; it counts as neutral.
            float x = 0.4124f * r + 0.3576f * g + 0.1805f * b;
            float y = 0.2126f * r + 0.7152f * g + 0.0722f * b;
            float z = 0.0193f * r + 0.1192f * g + 0.9505f * b;
            float scale = x + 15 * y + 3 * z;
            float newU = scale < 0.01f ? 0.1978f : 4 * x / scale;
            float newV = scale < 0.01f ? 0.4683f : 9 * y / scale;
            double far = Math.hypot(newU - u, newV - v);
            int change = begun && (isRed || wasRed) && isRed != wasRed && far > CHROMA ? isRed ? 1 : -1 : 0;
            if (!begun || change != 0 || isRed == wasRed) {
                begun = true;
                wasRed = isRed;
                u = newU;
                v = newV;
            }
            return change;
        }
    }
}
