package org.govsocial.planning.moderation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;

/**
 * What can be told of a log of moderation from its own links: each entry holds the SHA-256 of the line before it. A line
 * that was changed, taken out or put in between therefore shows, unless somebody wrote the links after it anew as well;
 * that shows against a seal that was noted elsewhere.
 *
 * @param entries how many lines hold something
 * @param unlinked how many of them, at the start, have no link: nothing can be told of these among themselves
 * @param flaws lines that do not follow on
 * @param seal the SHA-256 of the last line, which stands for all lines that are linked to it
 * @param sealed the line with the seal that was noted, from 1; absent when none was given or no line has it
 */
public record LogCheck(long entries, long unlinked, List<Flaw> flaws, String seal, Optional<Long> sealed) {
    /** Copies the list. */
    public LogCheck {
        flaws = List.copyOf(flaws);
    }

    /**
     * A line that does not follow on.
     *
     * @param line from 1
     * @param what a sentence for a person
     */
    public record Flaw(long line, String what) {}

    /**
     * Checks a log, in constant memory.
     *
     * @param file the log
     * @param noted a seal that was noted earlier, in any case; empty when there is none
     * @return what came of it
     * @throws IOException when it cannot be read
     */
    static LogCheck of(Path file, String noted) throws IOException {
        var flaws = new ArrayList<Flaw>();
        long number = 0;
        long entries = 0;
        long unlinked = 0;
        String before = ModerationLog.hash(new byte[0]);
        Optional<Long> sealed = Optional.empty();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
                number++;
                byte[] bytes = line.get();
                if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                    continue;
                }
                entries++;
                Optional<String> link = link(bytes);
                if (link.isEmpty() && unlinked == entries - 1) {
                    unlinked++;
                } else if (link.isEmpty()) {
                    flaws.add(new Flaw(
                            number,
                            "It has no link to the line before it: it is cut off, or another program added it."));
                } else if (!link.get().equals(before)) {
                    flaws.add(new Flaw(
                            number,
                            "The line before it is not the one that was there when it was added: one was changed, taken"
                                    + " out or put in."));
                }
                before = ModerationLog.hash(bytes);
                if (before.equalsIgnoreCase(noted)) {
                    sealed = Optional.of(number);
                }
            }
        }
        return new LogCheck(entries, unlinked, flaws, before, sealed);
    }

    /** The link of a line; nothing when it has none or is no entry. */
    private static Optional<String> link(byte[] line) throws IOException {
        JsonInput in = JsonInput.of("line", new String(line, StandardCharsets.UTF_8));
        try {
            in.beginObject();
            while (in.hasNext()) {
                if (in.name().equals(ModerationLog.PREVIOUS)) {
                    return Optional.of(in.string());
                }
                in.skipValue();
            }
            return Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** The bytes up to the next line feed; nothing at the end. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return Optional.of(line.toByteArray());
    }
}
