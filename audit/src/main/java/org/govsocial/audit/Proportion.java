package org.govsocial.audit;

import java.util.Locale;

/**
 * A share of a random sample, with what it says about the whole.
 *
 * @param hits how many of the sample
 * @param size how many the sample has, at least 1
 */
record Proportion(long hits, long size) {
    /** Of the standard normal distribution, for 95 %. */
    private static final double Z = 1.959963984540054;

    double share() {
        return (double) hits / size;
    }

    /** The lower end of the Wilson score interval (Wilson 1927), for 95 % confidence. */
    double low() {
        return Math.max(0, centre() - margin());
    }

    /** The upper end. */
    double high() {
        return Math.min(1, centre() + margin());
    }

    private double centre() {
        return (share() + Z * Z / (2 * size)) / (1 + Z * Z / size);
    }

    private double margin() {
        return Z * Math.sqrt(share() * (1 - share()) / size + Z * Z / (4.0 * size * size)) / (1 + Z * Z / size);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
