package org.govsocial.model;

/**
 * Replaces a range of a field.
 *
 * @param field JSON Pointer of the field
 * @param start first UTF-16 code unit to replace
 * @param end one past the last
 * @param text what to put there
 */
public record Edit(String field, int start, int end, String text) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the range is not ordered
     */
    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("An edit needs 0 <= start <= end; this is " + start + "," + end);
        }
    }

    /**
     * Replaces a range of the post's words.
     *
     * @param start first UTF-16 code unit to replace
     * @param end one past the last
     * @param text what to put there
     * @return the edit
     */
    public static Edit text(int start, int end, String text) {
        return new Edit("/text", start, end, text);
    }
}
