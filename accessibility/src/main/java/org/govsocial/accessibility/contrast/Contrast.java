package org.govsocial.accessibility.contrast;

import org.jspecify.annotations.Nullable;

/**
 * The contrast of text with what is behind it, by WCAG 2.2.
 *
 * @param ratio 1 for none to 21 for black on white
 */
public record Contrast(double ratio) {
    /** What text needs (success criterion 1.4.3). */
    public static final double TEXT = 4.5;

    /** What large text needs (1.4.3). */
    public static final double LARGE_TEXT = 3;

    /** What guidance advises to aim at (1.4.6). */
    public static final double AIM = 7;

    private static final int STEPS = 255;

    /**
     * The contrast of two colours.
     *
     * @param text where it is see-through, the background shows
     * @param background taken as solid
     * @return the contrast
     */
    public static Contrast of(Colour text, Colour background) {
        double one = text.over(background).luminance();
        double other = background.luminance();
        return new Contrast((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
    }

    /**
     * Whether it is enough. The ratio counts as it is: 4.499 is less than 4.5.
     *
     * @param needed such as {@link #TEXT}
     * @return whether the ratio reaches it
     */
    public boolean reaches(double needed) {
        return ratio >= needed;
    }

    /**
     * The text colour nearest to one that fails, with enough contrast: darker or lighter in the same tone.
     *
     * @param text the colour that fails
     * @param background stays
     * @param needed such as {@link #TEXT}
     * @return null when not even black and white have enough
     */
    public static @Nullable Colour nearest(Colour text, Colour background, double needed) {
        Colour solid = text.over(background);
        for (int step = 0; step <= STEPS; step++) {
            Colour darker = towards(solid, 0, step);
            if (of(darker, background).reaches(needed)) {
                return darker;
            }
            Colour lighter = towards(solid, STEPS, step);
            if (of(lighter, background).reaches(needed)) {
                return lighter;
            }
        }
        return null;
    }

    private static Colour towards(Colour from, int end, int step) {
        return new Colour(
                part(from.red(), end, step), part(from.green(), end, step), part(from.blue(), end, step), STEPS);
    }

    private static int part(int from, int end, int step) {
        return from + Math.round((end - from) * (step / (float) STEPS));
    }

    /** Two decimals, cut off and never rounded, so that what is shown as 4.5 is enough. */
    @Override
    public String toString() {
        long hundredths = (long) Math.floor(ratio * 100);
        return hundredths / 100 + "." + hundredths % 100 / 10 + hundredths % 10;
    }
}
