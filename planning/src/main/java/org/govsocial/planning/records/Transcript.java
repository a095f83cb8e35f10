package org.govsocial.planning.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Location;
import org.jspecify.annotations.Nullable;

/** Writes posts as plain text, one after the other, that anybody can read for as long as there are computers. */
final class Transcript {
    private final Writer out;
    private final ZoneId zone;
    private long posts;
    private @Nullable Instant first;
    private @Nullable Instant last;

    Transcript(Writer out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    void add(Post post, Location where) {
        posts++;
        Instant time = post.time();
        if (time != null) {
            first = first == null || time.isBefore(first) ? time : first;
            last = last == null || time.isAfter(last) ? time : last;
        }
        try {
            out.write("=== " + posts + "\n" + text(post, where, zone));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long posts() {
        return posts;
    }

    Optional<Instant> first() {
        return Optional.ofNullable(first);
    }

    Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    /** A time as transcripts write it. */
    static String time(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? "not known"
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.atZone(zone).toOffsetDateTime());
    }

    /** One post. */
    static String text(Post post, Location where, ZoneId zone) {
        var out = new StringBuilder();
        out.append("Time:    ").append(time(post.time(), zone)).append('\n');
        out.append("Account: ")
                .append(
                        post.account().handle().isEmpty()
                                ? "not known"
                                : "@" + post.account().handle())
                .append('\n');
        out.append("Kind:    ")
                .append(kind(post.kind()))
                .append(", ")
                .append(post.platform().id());
        out.append("\nId:      ").append(post.id()).append('\n');
        if (post.url() != null) {
            out.append("Address: ").append(post.url()).append('\n');
        }
        out.append("From:    ").append(where).append("\n\n");
        indented(post.text(), out);
        int number = 1;
        for (Media medium : post.media()) {
            out.append("\n    [Medium ").append(number++);
            out.append(medium.file() == null ? "" : ": " + medium.file()).append("]\n");
            indented(alternative(medium.alt()), out);
        }
        return out.append('\n').toString();
    }

    private static void indented(String text, StringBuilder out) {
        text.lines().forEach(line -> out.append(line.isBlank() ? "\n" : "    " + line + "\n"));
    }

    private static String kind(Post.Kind kind) {
        return switch (kind) {
            case ORIGINAL -> "own post";
            case REPLY -> "own reply";
            case REPOST -> "someone else's post, passed on";
            case COMMENT -> "comment by someone else";
        };
    }

    private static String alternative(TextAlternative alt) {
        if (alt instanceof TextAlternative.Described described) {
            return "Text alternative: " + described.text();
        }
        if (alt instanceof TextAlternative.Decorative) {
            return "Decorative.";
        }
        return alt instanceof TextAlternative.Missing
                ? "No text alternative."
                : "Whether it had a text alternative is not known.";
    }
}
