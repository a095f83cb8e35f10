package org.govsocial.mishap.watch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Problem;

/** Reads mentions: JSON Lines, or the CSV that monitoring services export. */
public final class Mentions {
    private static final List<String> TIMES = List.of(
            "time",
            "timestamp",
            "datetime",
            "date time",
            "published",
            "published at",
            "created at",
            "created",
            "date",
            "date (utc)");
    private static final List<String> CLOCKS = List.of("hour", "time of day", "time");
    private static final List<String> TEXTS = List.of(
            "text",
            "content",
            "message",
            "full text",
            "snippet",
            "hit sentence",
            "mention",
            "opening text",
            "body",
            "title");
    private static final List<String> KINDS = List.of("kind", "type", "engagement type", "post type");
    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("yyyy-MM-dd HH:mm"),
            format("yyyy/MM/dd HH:mm"),
            format("d/MM/yyyy HH:mm"),
            format("d-MMM-yyyy HH:mm"));

    private final ZoneId zone;

    /**
     * Reads.
     *
     * @param zone the zone of times that name none
     */
    public Mentions(ZoneId zone) {
        this.zone = zone;
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .optionalStart()
                .appendPattern(":ss")
                .optionalEnd()
                .toFormatter(Locale.ENGLISH);
    }

    /**
     * Reads one line of JSON: {@code {"time":"2026-11-22T21:04:00+13:00","text":"…","kind":"repost"}}. Other keys are
     * passed over.
     *
     * @param where file and line, for messages
     * @param line the line
     * @return the mention
     * @throws JsonException when it is none
     * @throws IOException when it is none
     */
    public Mention json(String where, String line) throws IOException {
        JsonInput in = JsonInput.of(where, line);
        String time = "";
        String text = "";
        String kind = "";
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "time" -> time = in.string();
                case "text" -> text = in.string();
                case "kind" -> kind = in.string();
                default -> in.skipValue();
            }
        }
        in.endObject();
        in.end();
        try {
            return new Mention(instant(time), text, shared(kind));
        } catch (DateTimeException e) {
            throw in.error(
                    time.isEmpty() ? "\"time\" is missing." : "\"" + time + "\" is not a time.",
                    "Write it as 2026-11-22T21:04:00+13:00.");
        }
    }

    /**
     * Reads CSV with a header. The columns are found by their names, in any case.
     *
     * @param where the file's name, for messages
     * @param text the file; closed at the end
     * @param out takes each mention
     * @param problems takes what could not be read
     * @throws IOException when it cannot be read, or has no columns for time and text
     */
    public void csv(String where, BufferedReader text, Consumer<Mention> out, Consumer<Problem> problems)
            throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(text)) {
            List<String> header = null;
            int time = -1;
            int clock = -1;
            int words = -1;
            int kind = -1;
            for (CsvRecord record : records) {
                if (header == null) {
                    header = new ArrayList<>();
                    for (String name : record.getFields()) {
                        header.add(name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT));
                    }
                    time = column(header, TIMES);
                    words = column(header, TEXTS);
                    kind = column(header, KINDS);
                    clock = time >= 0 && header.get(time).equals("date") ? column(header, CLOCKS) : -1;
                    if (time < 0 || words < 0) {
                        throw new IOException(where + " has no column for the "
                                + (time < 0 ? "time (such as Date or Time)" : "text (such as Text or Content)")
                                + ". Its columns are " + String.join(", ", header) + ".");
                    }
                    continue;
                }
                String at = field(record, time) + (clock < 0 ? "" : " " + field(record, clock));
                try {
                    out.accept(new Mention(instant(at), field(record, words), shared(field(record, kind))));
                } catch (DateTimeException e) {
                    problems.accept(new Problem(
                            where + ":" + record.getStartingLineNumber(),
                            "\"" + at + "\" is not a time.",
                            "The line was passed over."));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(where + " is not CSV that can be read: " + e.getMessage(), e);
        }
    }

    private static int column(List<String> header, List<String> names) {
        for (String name : names) {
            if (header.contains(name)) {
                return header.indexOf(name);
            }
        }
        return -1;
    }

    private static String field(CsvRecord record, int column) {
        return column < 0 || column >= record.getFieldCount()
                ? ""
                : record.getField(column).strip();
    }

    private static boolean shared(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        return lower.equals("repost")
                || lower.equals("retweet")
                || lower.equals("share")
                || lower.equals("boost")
                || lower.equals("quote");
    }

    private Instant instant(String written) {
        String text = written.strip();
        if (text.length() > 10 && text.charAt(10) == 'T') {
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        for (DateTimeFormatter format : FORMATS) {
            try {
                return LocalDateTime.parse(text, format).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                continue; // the next notation may fit
            }
        }
        throw new DateTimeException("not a time: " + text);
    }
}
