package org.govsocial.media;

/**
 * One value that goes up and down. Says when it has gone far enough in the other direction than before to count as a
 * transition, half of a flash.
 */
final class Swing {
    /** A change of a tenth of the greatest relative luminance (WCAG 2.2, "general flash and red flash thresholds"). */
    static final float LEAST = 0.1f;

    /** The darker state of a flash is below this (same). */
    static final float DARK = 0.8f;

    private float low = Float.MAX_VALUE;
    private float high = -Float.MAX_VALUE;
    private int last;

    /**
     * Takes the next value.
     *
     * @return 1 when it has gone up, -1 when it has gone down, 0 when neither
     */
    int next(float value) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (last <= 0 && value - low >= LEAST - 1e-6f && low < DARK) {
            last = 1;
            low = value;
            high = value;
            return 1;
        }
        if (last >= 0 && high - value >= LEAST - 1e-6f && value < DARK) {
            last = -1;
            low = value;
            high = value;
            return -1;
        }
        return 0;
    }
}
