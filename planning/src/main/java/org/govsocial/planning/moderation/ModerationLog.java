package org.govsocial.planning.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;

/**
 * The log of moderation: one JSON object a line, only ever added to. Each entry holds the SHA-256 of the line before it, so
 * that later changes show ({@link #check}).
 *
 * @param entries in the order of the file
 */
public record ModerationLog(List<ModerationEntry> entries) {
    private static final List<String> NEEDED = List.of("id", "time", "channel", "decision", "by");
    /** The member that holds the SHA-256 of the line before, in lower-case hexadecimal. */
    static final String PREVIOUS = "previous";

    private static final List<String> KNOWN = List.of(
            "id", "time", "channel", "decision", "rule", "reason", "by", "author", "copy", "question", PREVIOUS);

    /** Copies the list. */
    public ModerationLog {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a log.
     *
     * @param where its name, for messages
     * @param file the log
     * @return the log
     * @throws JsonException when a line is no entry: file, line, what was wrong, what to do
     * @throws IOException when it cannot be read
     */
    public static ModerationLog read(String where, Path file) throws IOException {
        var entries = new ArrayList<ModerationEntry>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    entries.add(entry(where, line, number));
                }
            }
        }
        return new ModerationLog(entries);
    }

    /**
     * Adds an entry at the end of a log. When it returns, the entry has reached the disk. Several programs may add to one
     * log.
     *
     * @param file the log; made when it is not there
     * @param entry what to add
     * @throws IOException when it cannot be written
     */
    public static void append(Path file, ModerationEntry entry) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            long end = channel.size();
            byte[] last = lastLine(channel, end);
            String line = line(entry, hash(last)) + "\n";
            // An entry that a power cut left half written stays a line of its own.
            boolean isOpen = end > 0 && bytes(channel, end - 1, end)[0] != '\n';
            var bytes = ByteBuffer.wrap((isOpen ? "\n" + line : line).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
            lock.release();
        }
    }

    /**
     * Finds lines that were changed, taken out or put in since they were added.
     *
     * @param file the log
     * @param seal what an earlier check gave, when it was noted; empty when not
     * @return what can be told
     * @throws IOException when it cannot be read
     */
    public static LogCheck check(Path file, String seal) throws IOException {
        return LogCheck.of(file, seal);
    }

    private static String line(ModerationEntry entry, String previous) throws IOException {
        var text = new StringWriter();
        JsonOutput out = JsonOutput.compact(text);
        out.beginObject()
                .member("id", entry.id())
                .member("time", entry.time().toString())
                .member("channel", entry.channel())
                .member("decision", entry.decision().word());
        more(out, "rule", entry.rule());
        more(out, "reason", entry.reason());
        out.member("by", entry.by());
        more(out, "author", entry.author());
        more(out, "copy", entry.copy());
        more(
                out,
                "question",
                entry.question().map(ModerationEntry.Question::word).orElse(""));
        out.member(PREVIOUS, previous).endObject().flush();
        return text.toString().strip();
    }

    /** The last line that is not blank, without its end; no bytes when there is none. */
    private static byte[] lastLine(FileChannel channel, long size) throws IOException {
        long end = size;
        for (long at = size; at > 0; at--) {
            if (bytes(channel, at - 1, at)[0] == '\n') {
                byte[] line = bytes(channel, at, end);
                if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
                    return line;
                }
                end = at - 1;
            }
        }
        return bytes(channel, 0, end);
    }

    private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until all are there
        }
        return bytes.array();
    }

    /** The SHA-256 of a line, in lower-case hexadecimal. */
    static String hash(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static void more(JsonOutput out, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.member(name, value);
        }
    }

    /**
     * What is known of each comment: its last entry.
     *
     * @return in the order in which comments were first dealt with
     */
    public List<ModerationEntry> latest() {
        var latest = new LinkedHashMap<String, ModerationEntry>();
        for (ModerationEntry entry : entries) {
            latest.put(entry.id(), entry);
        }
        return List.copyOf(latest.values());
    }

    /**
     * Reads one line of a log.
     *
     * @param where the log's name, for messages
     * @param line an entry
     * @param number of the line, from 1
     * @return the entry
     * @throws JsonException when it is no entry: file, line, what was wrong, what to do
     * @throws IOException when it cannot be read
     */
    public static ModerationEntry entry(String where, String line, long number) throws IOException {
        JsonInput in = JsonInput.of(where, line).startingAt(number);
        var found = new LinkedHashMap<String, String>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.name();
            if (!KNOWN.contains(name)) {
                throw in.error(
                        "There is no \"" + name + "\" in an entry.", "Known are " + String.join(", ", KNOWN) + ".");
            }
            found.put(name, in.string());
        }
        in.endObject();
        in.end();
        for (String name : NEEDED) {
            if (found.getOrDefault(name, "").isBlank()) {
                throw in.error("\"" + name + "\" is missing.", "Every entry needs " + String.join(", ", NEEDED) + ".");
            }
        }
        return new ModerationEntry(
                text(found, "id"),
                time(in, text(found, "time")),
                text(found, "channel"),
                one(in, ModerationEntry.Decision.values(), text(found, "decision")),
                text(found, "rule"),
                text(found, "reason"),
                text(found, "by"),
                text(found, "author"),
                text(found, "copy"),
                found.containsKey("question")
                        ? Optional.of(one(in, ModerationEntry.Question.values(), text(found, "question")))
                        : Optional.empty());
    }

    private static String text(Map<String, String> found, String name) {
        return found.getOrDefault(name, "");
    }

    private static OffsetDateTime time(JsonInput in, String text) throws JsonException {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw in.error("\"" + text + "\" is not a time.", "Write it as 2026-11-22T14:05:00+13:00.");
        }
    }

    private static <T extends Enum<T>> T one(JsonInput in, T[] known, String word) throws JsonException {
        var words = new ArrayList<String>();
        for (T one : known) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)) {
                return one;
            }
            words.add(name);
        }
        throw in.error("\"" + word + "\" is not known here.", "Write " + String.join(" or ", words) + ".");
    }
}
