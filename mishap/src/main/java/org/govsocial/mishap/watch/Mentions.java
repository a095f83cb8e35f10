package org.govsocial.mishap.watch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Problem;

/** Reads mentions: JSON Lines, or the CSV that monitoring services export. */
public final class Mentions {
    private static final List<String> TIMES = List.of(
            "timestamp",
            "datetime",
            "date time",
            "published",
            "published at",
            "published date",
            "created at",
            "created time",
            "createdtime",
            "created",
            "date",
            "time");
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
    /** Ends the names of columns whose times are not of our zone. */
    private static final String UTC = " (utc)";

    /** Characters of "31-Dec-2026"; what is longer has the time of day with it. */
    private static final int LONGEST_DAY = 11;

    private static final List<String> KINDS = List.of("kind", "type", "engagement type", "post type");
    private static final Set<String> SHARED =
            Set.of("repost", "retweet", "share", "shared", "reshare", "boost", "reblog", "quote", "quote tweet");

    /** A day and a time of day in all their ways to be written; where days and months are both numbers, the day is first. */
    private static final List<DateTimeFormatter> FORMATS = Stream.of(
                    "uuuu-M-d", "uuuu/M/d", "d/M/uuuu", "d-MMM-uuuu", "d MMM uuuu", "MMM d, uuuu")
            .flatMap(day -> Stream.of("H:mm[:ss]", "h:mm[:ss][ ]a").map(time -> format(day + "[,] " + time)))
            .toList();

    /** Seconds since 1970 reach this in the year 5138. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

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
                .appendPattern(pattern.replace("[:ss]", "[:ss[.SSS][.S]]"))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads one line of JSON: {@code {"time":"2026-11-22T21:04:00+13:00","text":"…","kind":"repost"}}. A time may also be
     * a number of seconds or milliseconds since 1970. Other keys are passed over.
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
                case "time" -> time = in.kind() == JsonInput.Kind.NUMBER ? in.numberText() : words(in);
                case "text" -> text = words(in);
                case "kind" -> kind = words(in);
                default -> in.skipValue();
            }
        }
        in.endObject();
        in.end();
        try {
            return new Mention(instant(time, zone), text, shared(kind, text));
        } catch (DateTimeException e) {
            throw in.error(
                    time.isEmpty() ? "\"time\" is missing." : "\"" + time + "\" is not a time.",
                    "Write it as 2026-11-22T21:04:00+13:00.");
        }
    }

    private static String words(JsonInput in) throws IOException {
        return Objects.requireNonNullElse(in.stringOrNull(), "");
    }

    /**
     * Reads CSV with a header, all of it, and puts it in order, since services write the newest mention first. Commas,
     * semicolons or tabs; UTF-8, or UTF-16 with a byte order mark. The columns are found by their names, in any case.
     *
     * @param where the file's name, for messages
     * @param bytes the file; not closed
     * @param problems takes what could not be read
     * @return the mentions, the oldest first
     * @throws IOException when it cannot be read, or has no columns for time and text
     */
    public List<Mention> csv(String where, InputStream bytes, Consumer<Problem> problems) throws IOException {
        String text = decoded(bytes.readAllBytes());
        var mentions = new ArrayList<Mention>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> rows = records.iterator();
            List<String> header = new ArrayList<>();
            if (rows.hasNext()) {
                rows.next().getFields().forEach(name -> header.add(plain(name)));
            }
            boolean utc = header.stream().anyMatch(name -> name.endsWith(UTC));
            header.replaceAll(name -> name.endsWith(UTC) ? name.substring(0, name.length() - UTC.length()) : name);
            int time = column(header, TIMES);
            int words = column(header, TEXTS);
            int kind = column(header, KINDS);
            if (time < 0 || words < 0) {
                throw new IOException(where + " has no column for the "
                        + (time < 0 ? "time (such as Date or Time)" : "text (such as Text or Content)")
                        + ". Its columns are " + String.join(", ", header) + ".");
            }
            int clock = column(header, CLOCKS);
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                String at = field(row, time);
                if (at.length() <= LONGEST_DAY && clock >= 0 && clock != time) {
                    at += " " + field(row, clock);
                }
                String said = field(row, words);
                try {
                    mentions.add(new Mention(
                            instant(at, utc ? ZoneOffset.UTC : zone), said, shared(field(row, kind), said)));
                } catch (DateTimeException e) {
                    problems.accept(new Problem(
                            where + ":" + row.getStartingLineNumber(),
                            "\"" + at + "\" is not a time.",
                            "The line was passed over."));
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new IOException(where + " is not CSV that can be read: " + e.getMessage(), e);
        }
        mentions.sort(Comparator.comparing(Mention::time));
        return mentions;
    }

    private static String decoded(byte[] bytes) {
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        String text = new String(bytes, little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char most = ',';
        for (char one : new char[] {';', '\t'}) {
            if (count(header, one) > count(header, most)) {
                most = one;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
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

    /** Before platforms had a button for it, people put {@code RT @} before what they passed on, and exports still do. */
    private static boolean shared(String kind, String text) {
        return SHARED.contains(kind.toLowerCase(Locale.ROOT)) || text.startsWith("RT @");
    }

    private static Instant instant(String written, ZoneId zone) {
        String text = written.strip();
        if (text.length() > 10 && text.charAt(10) == 'T') {
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        if (text.matches("-?\\d{9,14}")) {
            long since = Long.parseLong(text);
            return Math.abs(since) >= MILLISECONDS_FROM ? Instant.ofEpochMilli(since) : Instant.ofEpochSecond(since);
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
