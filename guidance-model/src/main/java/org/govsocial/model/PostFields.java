package org.govsocial.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a post that places and edits name, by JSON Pointer. */
final class PostFields {
    private static final String MEDIA = "/media/";
    private static final String ALT = "/alt";
    private static final String CAPTIONS = "captions";

    private static final int[] NOWHERE = {};

    private PostFields() {}

    /** The N of {@code /media/N/alt}, or -1. */
    static int altIndex(String field) {
        if (!field.startsWith(MEDIA) || !field.endsWith(ALT) || field.length() <= MEDIA.length() + ALT.length()) {
            return -1;
        }
        String number = field.substring(MEDIA.length(), field.length() - ALT.length());
        return number.length() <= 6 && number.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(number)
                : -1;
    }

    /** The text of {@code /media/N/captions}, its file's name, or of a cue's {@code text}, {@code start} or {@code end}. */
    static @Nullable String captionText(Post post, String field) {
        int[] path = captionPath(post, field);
        if (path.length == 0) {
            return null;
        }
        Media medium = post.media().get(path[0]);
        if (path.length == 1) {
            return medium.captions();
        }
        CaptionTrack track = medium.seen().captions().orNull();
        if (track == null || path[1] >= track.cues().size()) {
            return null;
        }
        CaptionTrack.Cue cue = track.cues().get(path[1]);
        return switch (field.substring(field.lastIndexOf('/') + 1)) {
            case "text" -> cue.text();
            case "start" -> CaptionTrack.time(cue.start());
            case "end" -> CaptionTrack.time(cue.end());
            default -> null;
        };
    }

    /** The medium, and the cue where the field is inside one; empty when the field is about no captions. */
    private static int[] captionPath(Post post, String field) {
        if (!field.startsWith(MEDIA)) {
            return NOWHERE;
        }
        String[] parts = field.substring(MEDIA.length()).split("/", -1);
        int medium = number(parts[0]);
        if (parts.length < 2
                || !parts[1].equals(CAPTIONS)
                || medium < 0
                || medium >= post.media().size()) {
            return NOWHERE;
        }
        if (parts.length == 2) {
            return new int[] {medium};
        }
        int cue = number(parts[2]);
        return parts.length == 4 && cue >= 0 ? new int[] {medium, cue} : NOWHERE;
    }

    private static int number(String digits) {
        return !digits.isEmpty() && digits.length() <= 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : -1;
    }

    private static Media withCaptionText(Media medium, int[] path, String field, String text) {
        Seen<CaptionTrack> seen = medium.seen().captions();
        CaptionTrack track = seen.orNull();
        if (path.length == 1) {
            CaptionTrack.Format format = CaptionTrack.Format.ofFile(text);
            Media renamed = medium.withCaptions(text);
            return track == null || format == null
                    ? renamed
                    : renamed.withSeen(medium.seen().withCaptions(Seen.known(track.withFormat(format))));
        }
        if (track == null) {
            return medium;
        }
        CaptionTrack.Cue cue = track.cues().get(path[1]);
        CaptionTrack.Cue now = switch (field.substring(field.lastIndexOf('/') + 1)) {
            case "start" -> cue.withTime(time(field, text), cue.end());
            case "end" -> cue.withTime(cue.start(), time(field, text));
            default -> cue.withText(text);
        };
        return medium.withSeen(medium.seen().withCaptions(Seen.known(track.withCue(path[1], now))));
    }

    private static long time(String field, String text) {
        long millis = CaptionTrack.millis(text);
        if (millis < 0) {
            throw new IllegalArgumentException("\"" + text + "\" at " + field + " is no time.");
        }
        return millis;
    }

    static Post edited(Post post, List<Edit> edits) {
        var byField = new TreeMap<String, List<Edit>>();
        for (Edit edit : edits) {
            byField.computeIfAbsent(edit.field(), f -> new ArrayList<>()).add(edit);
        }
        Post result = post;
        for (var entry : byField.entrySet()) {
            String field = entry.getKey();
            String old = isMissingAlt(post, field) ? "" : post.textAt(field);
            if (old == null) {
                throw new IllegalArgumentException("The post has no text at " + field + ".");
            }
            String text = replaced(old, entry.getValue());
            if (field.equals("/text")) {
                result = result.withText(text);
            } else {
                int[] path = captionPath(post, field);
                int index = path.length > 0 ? path[0] : altIndex(field);
                var media = new ArrayList<>(result.media());
                Media medium = media.get(index);
                media.set(
                        index,
                        path.length > 0
                                ? withCaptionText(medium, path, field, text)
                                : medium.withAlt(TextAlternative.of(text)));
                result = result.withMedia(media);
            }
        }
        return result;
    }

    /** A text alternative that was left out can be put in. */
    private static boolean isMissingAlt(Post post, String field) {
        int index = altIndex(field);
        return index >= 0
                && index < post.media().size()
                && post.media().get(index).alt() instanceof TextAlternative.Missing;
    }

    private static String replaced(String text, List<Edit> edits) {
        var ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        var out = new StringBuilder(text.length() + 16);
        int done = 0;
        for (Edit edit : ordered) {
            if (edit.start() < done || edit.end() > text.length()) {
                throw new IllegalArgumentException("The edit at " + edit.field() + " " + edit.start() + "-" + edit.end()
                        + " overlaps another or lies outside a text of " + text.length() + " characters.");
            }
            out.append(text, done, edit.start()).append(edit.text());
            done = edit.end();
        }
        return out.append(text, done, text.length()).toString();
    }
}
