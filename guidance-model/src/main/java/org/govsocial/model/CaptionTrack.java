package org.govsocial.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Captions of a video or sound: what a caption file says.
 *
 * @param format how the file is written
 * @param cues in the order of the file
 * @param faults what does not follow the format, in the order of the file
 * @param bytes the size of the file
 */
public record CaptionTrack(Format format, List<Cue> cues, List<Fault> faults, long bytes) {
    private static final int MILLIS = 1_000;
    private static final int MINUTE = 60 * MILLIS;
    private static final int HOUR = 60 * MINUTE;

    /** How captions are written. */
    public enum Format {
        /** Web Video Text Tracks (W3C). */
        WEBVTT("vtt"),
        /** SubRip; no standard, but one habit. */
        SUBRIP("srt");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /**
         * The ending of such files.
         *
         * @return without the dot
         */
        public String ending() {
            return ending;
        }

        /**
         * What a file's ending says.
         *
         * @param file a name
         * @return null for no caption file
         */
        public static @Nullable Format ofFile(String file) {
            String name = file.toLowerCase(java.util.Locale.ROOT);
            return name.endsWith(".vtt") ? WEBVTT : name.endsWith(".srt") ? SUBRIP : null;
        }
    }

    /**
     * Words that are shown for a while.
     *
     * @param id its name or number; empty when it has none
     * @param start when it appears, in milliseconds
     * @param end when it goes, in milliseconds
     * @param settings where it stands, as the file says it; empty when the file does not
     * @param text the words with their markup, lines parted by {@code \n}
     */
    public record Cue(String id, long start, long end, String settings, String text) {
        /**
         * How long it is shown.
         *
         * @return milliseconds; negative when it ends before it starts
         */
        public long duration() {
            return end - start;
        }

        /**
         * The words as viewers see them: without markup.
         *
         * @return lines parted by {@code \n}
         */
        public String shown() {
            return CueText.shown(text);
        }

        /**
         * The same cue at another time.
         *
         * @param from milliseconds
         * @param to milliseconds
         * @return a new cue
         */
        public Cue withTime(long from, long to) {
            return new Cue(id, from, to, settings, text);
        }

        /**
         * The same cue with other words.
         *
         * @param words with markup
         * @return a new cue
         */
        public Cue withText(String words) {
            return new Cue(id, start, end, settings, words);
        }
    }

    /**
     * Something that does not follow the format.
     *
     * @param key what it is, kebab case, such as {@code "bad-time"}
     * @param line from 1
     * @param found the words of the file
     */
    public record Fault(String key, int line, String found) {}

    /** Copies the lists. */
    public CaptionTrack {
        cues = List.copyOf(cues);
        faults = List.copyOf(faults);
    }

    /**
     * The same cues in another format: written anew, so nothing in it breaks the format.
     *
     * @param other the format
     * @return a new track
     */
    public CaptionTrack withFormat(Format other) {
        return new CaptionTrack(other, cues, List.of(), bytes);
    }

    /**
     * The same track with another cue.
     *
     * @param index which one it replaces, from 0
     * @param cue the new one
     * @return a new track
     */
    public CaptionTrack withCue(int index, Cue cue) {
        var all = new ArrayList<>(cues);
        all.set(index, cue);
        return new CaptionTrack(format, all, faults, bytes);
    }

    /**
     * A time as WebVTT writes it.
     *
     * @param millis not negative
     * @return such as {@code "00:01:02.500"}
     */
    public static String time(long millis) {
        long all = Math.max(0, millis);
        var out = new StringBuilder(12);
        padded(out, all / HOUR, 2).append(':');
        padded(out, all % HOUR / MINUTE, 2).append(':');
        padded(out, all % MINUTE / MILLIS, 2).append('.');
        return padded(out, all % MILLIS, 3).toString();
    }

    /**
     * Reads a time.
     *
     * @param written hours are optional; a point or a comma stands before three digits
     * @return milliseconds; -1 when it is no such time
     */
    public static long millis(String written) {
        int fraction = written.length() - 4;
        if (fraction < 5 || written.charAt(fraction) != '.' && written.charAt(fraction) != ',') {
            return -1;
        }
        int last = written.lastIndexOf(':', fraction);
        int first = last < 0 ? -1 : written.lastIndexOf(':', last - 1);
        if (last < 0 || first > 0 && written.lastIndexOf(':', first - 1) >= 0) {
            return -1;
        }
        long seconds = digits(written, last + 1, fraction, 2, 2);
        long minutes = digits(written, first + 1, last, 2, 2);
        long hours = first < 0 ? 0 : digits(written, 0, first, 2, 7);
        long thousandths = digits(written, fraction + 1, written.length(), 3, 3);
        if (seconds < 0 || seconds > 59 || minutes < 0 || minutes > 59 || hours < 0 || thousandths < 0) {
            return -1;
        }
        return hours * HOUR + minutes * MINUTE + seconds * MILLIS + thousandths;
    }

    private static long digits(String text, int from, int to, int fewest, int most) {
        if (to - from < fewest || to - from > most) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static StringBuilder padded(StringBuilder out, long number, int width) {
        String digits = Long.toString(number);
        return out.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }
}
