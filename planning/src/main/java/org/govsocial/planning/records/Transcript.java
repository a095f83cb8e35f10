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
            write(post, where);
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

    private void write(Post post, Location where) throws IOException {
        out.write("=== " + posts + "\n");
        Instant time = post.time();
        out.write("Time:    "
                + (time == null
                        ? "not known"
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                time.atZone(zone).toOffsetDateTime()))
                + "\n");
        out.write("Account: "
                + (post.account().handle().isEmpty()
                        ? "not known"
                        : "@" + post.account().handle()) + "\n");
        out.write("Kind:    " + kind(post.kind()) + ", " + post.platform().id() + "\n");
        out.write("Id:      " + post.id() + "\n");
        if (post.url() != null) {
            out.write("Address: " + post.url() + "\n");
        }
        out.write("From:    " + where + "\n\n");
        post.text().lines().forEach(this::indented);
        int number = 1;
        for (Media medium : post.media()) {
            out.write("\n    [Medium " + number++ + (medium.file() == null ? "" : ": " + medium.file()) + "]\n");
            alternative(medium.alt()).lines().forEach(this::indented);
        }
        out.write("\n");
    }

    private void indented(String line) {
        try {
            out.write(line.isBlank() ? "\n" : "    " + line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
