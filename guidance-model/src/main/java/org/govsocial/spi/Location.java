package org.govsocial.spi;

/**
 * Where in the input a subject stands.
 *
 * @param input the input's name as the user would write it, with forward slashes
 * @param line line number from 1; 0 when lines say nothing
 * @param pointer JSON Pointer, sheet cell or entry within it; empty when there is none
 */
public record Location(String input, long line, String pointer) {
    /**
     * The input as a whole.
     *
     * @param input its name
     * @return the location
     */
    public static Location of(String input) {
        return new Location(input, 0, "");
    }

    /**
     * A line of the input.
     *
     * @param input its name
     * @param line from 1
     * @return the location
     */
    public static Location line(String input, long line) {
        return new Location(input, line, "");
    }

    /**
     * A place in a JSON document.
     *
     * @param input its name
     * @param pointer JSON Pointer
     * @return the location
     */
    public static Location pointer(String input, String pointer) {
        return new Location(input, 0, pointer);
    }

    @Override
    public String toString() {
        return input + (line > 0 ? ":" + line : "") + (pointer.isEmpty() ? "" : "#" + pointer);
    }
}
