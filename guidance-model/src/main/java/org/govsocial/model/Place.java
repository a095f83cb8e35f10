package org.govsocial.model;

/**
 * Where in a subject a finding is.
 *
 * @param field JSON Pointer of the field: {@code "/text"}, {@code "/media/0/alt"}, {@code "/media/0/captions/12/text"}
 * @param start first UTF-16 code unit, or -1 for the whole field
 * @param end one past the last UTF-16 code unit, or -1 for the whole field
 */
public record Place(String field, int start, int end) implements Comparable<Place> {
    /** The post's words as a whole. */
    public static final Place TEXT = new Place("/text", -1, -1);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when the range is neither whole nor ordered
     */
    public Place {
        if (!(start == -1 && end == -1) && (start < 0 || end < start)) {
            throw new IllegalArgumentException("A place is -1,-1 or 0 <= start <= end; this is " + start + "," + end);
        }
    }

    /**
     * A range of the post's words.
     *
     * @param start first UTF-16 code unit
     * @param end one past the last
     * @return the place
     */
    public static Place text(int start, int end) {
        return new Place("/text", start, end);
    }

    /**
     * The text alternative of a medium, as a whole.
     *
     * @param media the medium's position in the post, from 0
     * @return the place
     */
    public static Place alt(int media) {
        return new Place("/media/" + media + "/alt", -1, -1);
    }

    /**
     * A range of the text alternative of a medium.
     *
     * @param media the medium's position in the post, from 0
     * @param start first UTF-16 code unit
     * @param end one past the last
     * @return the place
     */
    public static Place alt(int media, int start, int end) {
        return new Place("/media/" + media + "/alt", start, end);
    }

    /**
     * A medium, as a whole.
     *
     * @param media the medium's position in the post, from 0
     * @return the place
     */
    public static Place media(int media) {
        return new Place("/media/" + media, -1, -1);
    }

    /**
     * The captions of a medium, as a whole.
     *
     * @param media the medium's position in the post, from 0
     * @return the place
     */
    public static Place captions(int media) {
        return new Place("/media/" + media + "/captions", -1, -1);
    }

    /**
     * The words of a cue, as a whole.
     *
     * @param media the medium's position in the post, from 0
     * @param cue the cue's position in the captions, from 0
     * @return the place
     */
    public static Place cue(int media, int cue) {
        return new Place("/media/" + media + "/captions/" + cue + "/text", -1, -1);
    }

    /**
     * Whether it is the whole field.
     *
     * @return true when there is no range
     */
    public boolean isWhole() {
        return start < 0;
    }

    @Override
    public int compareTo(Place other) {
        // The words come before what hangs on them.
        int c = Boolean.compare(!field.equals("/text"), !other.field.equals("/text"));
        if (c == 0) {
            c = field.length() != other.field.length()
                    ? Integer.compare(field.length(), other.field.length())
                    : field.compareTo(other.field);
        }
        if (c == 0) {
            c = Integer.compare(start, other.start);
        }
        return c != 0 ? c : Integer.compare(end, other.end);
    }
}
