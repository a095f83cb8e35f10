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
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;

/**
 * The log of moderation: one JSON object a line, only ever added to.
 *
 * @param entries in the order of the file
 */
public record ModerationLog(List<ModerationEntry> entries) {
    private static final List<String> NEEDED = List.of("id", "time", "channel", "decision", "by");
    private static final List<String> KNOWN =
            List.of("id", "time", "channel", "decision", "rule", "reason", "by", "author", "copy", "question");

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
        out.endObject().flush();
        var bytes = ByteBuffer.wrap((text.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            long end = channel.size();
            if (end > 0) {
                var last = ByteBuffer.allocate(1);
                channel.read(last, end - 1);
                if (last.get(0) != '\n') { // an entry that a power cut left half written stays a line of its own
                    end += channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
                }
            }
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
            lock.release();
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
