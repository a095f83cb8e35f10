package org.govsocial.accessibility.contrast;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A colour of the sRGB space.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0 for see-through to 255 for solid
 */
public record Colour(int red, int green, int blue, int alpha) {
    private static final int MOST = 255;

    /** The basic colours of CSS. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("black", "#000000"),
            Map.entry("silver", "#C0C0C0"),
            Map.entry("gray", "#808080"),
            Map.entry("grey", "#808080"),
            Map.entry("white", "#FFFFFF"),
            Map.entry("maroon", "#800000"),
            Map.entry("red", "#FF0000"),
            Map.entry("purple", "#800080"),
            Map.entry("fuchsia", "#FF00FF"),
            Map.entry("magenta", "#FF00FF"),
            Map.entry("green", "#008000"),
            Map.entry("lime", "#00FF00"),
            Map.entry("olive", "#808000"),
            Map.entry("yellow", "#FFFF00"),
            Map.entry("navy", "#000080"),
            Map.entry("blue", "#0000FF"),
            Map.entry("teal", "#008080"),
            Map.entry("aqua", "#00FFFF"),
            Map.entry("cyan", "#00FFFF"),
            Map.entry("orange", "#FFA500"));

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when one is below 0 or above 255
     */
    public Colour {
        if (((red | green | blue | alpha) & ~MOST) != 0) {
            throw new IllegalArgumentException("The parts of a colour are 0 to 255.");
        }
    }

    /**
     * Reads a colour as CSS writes it.
     *
     * @param written {@code #RGB}, {@code #RRGGBB}, either with alpha, {@code rgb(119, 119, 119)}, or one of the basic
     *     names
     * @return null when it is none of these
     */
    public static @Nullable Colour parse(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        text = NAMES.getOrDefault(text, text).toLowerCase(Locale.ROOT);
        if (text.startsWith("#")) {
            return hexadecimal(text.substring(1));
        }
        if (text.startsWith("rgb") && text.endsWith(")")) {
            return function(text.substring(text.indexOf('(') + 1, text.length() - 1));
        }
        return null;
    }

    private static @Nullable Colour hexadecimal(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0 || digits.charAt(i) > 'f') {
                return null;
            }
        }
        return switch (digits.length()) {
            case 3, 4 ->
                new Colour(
                        Character.digit(digits.charAt(0), 16) * 17,
                        Character.digit(digits.charAt(1), 16) * 17,
                        Character.digit(digits.charAt(2), 16) * 17,
                        digits.length() == 4 ? Character.digit(digits.charAt(3), 16) * 17 : MOST);
            case 6, 8 ->
                new Colour(
                        Integer.parseInt(digits.substring(0, 2), 16),
                        Integer.parseInt(digits.substring(2, 4), 16),
                        Integer.parseInt(digits.substring(4, 6), 16),
                        digits.length() == 8 ? Integer.parseInt(digits.substring(6, 8), 16) : MOST);
            default -> null;
        };
    }

    private static @Nullable Colour function(String inside) {
        String[] parts = inside.replace('/', ' ').replace(',', ' ').strip().split("\\s+", -1);
        if (parts.length < 3 || parts.length > 4) {
            return null;
        }
        try {
            return new Colour(
                    part(parts[0], MOST),
                    part(parts[1], MOST),
                    part(parts[2], MOST),
                    parts.length == 4 ? part(parts[3], 1) : MOST);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int part(String written, int whole) {
        double value = written.endsWith("%")
                ? Double.parseDouble(written.substring(0, written.length() - 1)) / 100
                : Double.parseDouble(written) / whole;
        return (int) Math.round(Math.min(1, Math.max(0, value)) * MOST);
    }

    /**
     * What is seen of this colour in front of another.
     *
     * @param behind taken as solid
     * @return a solid colour
     */
    public Colour over(Colour behind) {
        return alpha == MOST
                ? this
                : new Colour(mixed(red, behind.red), mixed(green, behind.green), mixed(blue, behind.blue), MOST);
    }

    private int mixed(int front, int back) {
        return Math.round((front * alpha + back * (MOST - alpha)) / (float) MOST);
    }

    /**
     * The relative luminance of WCAG 2.2.
     *
     * @return 0 for black to 1 for white
     */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double c = part / (double) MOST;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** As {@code #RRGGBB}, with two more digits where it is not solid. */
    @Override
    public String toString() {
        String digits = hex(red) + hex(green) + hex(blue) + (alpha == MOST ? "" : hex(alpha));
        return "#" + digits.toUpperCase(Locale.ROOT);
    }

    private static String hex(int part) {
        return (part < 16 ? "0" : "") + Integer.toHexString(part);
    }
}
