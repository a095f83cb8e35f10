package org.govsocial.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The fields of a post that places and edits name, by JSON Pointer. */
final class PostFields {
    private static final String MEDIA = "/media/";
    private static final String ALT = "/alt";

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

    static Post edited(Post post, List<Edit> edits) {
        var byField = new TreeMap<String, List<Edit>>();
        for (Edit edit : edits) {
            byField.computeIfAbsent(edit.field(), f -> new ArrayList<>()).add(edit);
        }
        Post result = post;
        for (var entry : byField.entrySet()) {
            String field = entry.getKey();
            String old = post.textAt(field);
            if (old == null) {
                throw new IllegalArgumentException("The post has no text at " + field + ".");
            }
            String text = replaced(old, entry.getValue());
            if (field.equals("/text")) {
                result = result.withText(text);
            } else {
                int index = altIndex(field);
                var media = new ArrayList<>(result.media());
                media.set(index, media.get(index).withAlt(TextAlternative.of(text)));
                result = result.withMedia(media);
            }
        }
        return result;
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
