package org.govsocial.accessibility;

import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.Edit;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Post;
import org.govsocial.text.Graphemes;
import org.jspecify.annotations.Nullable;

/** What rules about captions share. */
final class Captions {
    /** Two frames of video at 24 frames a second, in milliseconds. */
    static final int TWO_FRAMES = 83;

    private Captions() {}

    /** The captions of a medium; null when it has none that were read. */
    static @Nullable CaptionTrack of(Post post, int media) {
        return post.media().get(media).seen().captions().orNull();
    }

    /** The field of a cue. */
    static String field(int media, int cue, String part) {
        return "/media/" + media + "/captions/" + cue + "/" + part;
    }

    /** Replaces the whole of a field. */
    static Edit edit(String field, String before, String after) {
        return new Edit(field, 0, before.length(), after);
    }

    /** Moves the end of a cue. */
    static Edit ends(int media, int index, Cue cue, long end) {
        return edit(field(media, index, "end"), CaptionTrack.time(cue.end()), CaptionTrack.time(end));
    }

    /** The same file in another format, or written anew, as a new name: {@code talk.vtt} to {@code talk.srt}. */
    static Edit renamed(int media, String name, String ending) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return edit("/media/" + media + "/captions", name, stem + "." + ending);
    }

    /** Words, as people read them: between white space. */
    static int words(String shown) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < shown.length(); i++) {
            boolean space = Character.isWhitespace(shown.charAt(i));
            count += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return count;
    }

    /** How many characters people see on the longest line. */
    static int longestLine(String shown) {
        int longest = 0;
        int start = 0;
        while (start <= shown.length()) {
            int end = shown.indexOf('\n', start);
            end = end < 0 ? shown.length() : end;
            longest = Math.max(longest, Graphemes.count(shown.substring(start, end)));
            start = end + 1;
        }
        return longest;
    }

    static int lines(String shown) {
        int count = 0;
        boolean blank = true;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '\n') {
                count += blank ? 0 : 1;
                blank = true;
            } else {
                blank &= Character.isWhitespace(c);
            }
        }
        return count + (blank ? 0 : 1);
    }

    /** Whether the picture is higher than wide. */
    static boolean isVertical(Media medium) {
        MediaFeatures.PixelSize size = medium.seen().size().orNull();
        return size != null && size.height() > size.width();
    }

    /** Seconds, with one decimal. */
    static String seconds(long millis) {
        long tenths = (millis + 50) / 100;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    /** Where a cue stands in time, for a person to find it. */
    static String at(Cue cue) {
        String time = CaptionTrack.time(cue.start());
        return time.startsWith("00:") ? time.substring(3) : time;
    }
}
