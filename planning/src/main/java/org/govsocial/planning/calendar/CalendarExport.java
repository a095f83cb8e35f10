package org.govsocial.planning.calendar;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes a calendar for other programs. Items without a clear time are left out; the caller says so. */
public final class CalendarExport {
    /** The columns of the CSV. */
    static final List<String> COLUMNS =
            List.of("Date", "Time", "Channel", "Account", "Text", "Link", "Image", "Alt text", "Id");

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int LINE_OCTETS = 75;
    private static final int SUMMARY = 60;

    private CalendarExport() {}

    /**
     * What went out, and what did not.
     *
     * @param written items
     * @param left items left out
     */
    public record Result(List<CalendarItem> written, List<CalendarItem> left) {
        /** Copies the lists. */
        public Result {
            written = List.copyOf(written);
            left = List.copyOf(left);
        }
    }

    /**
     * iCalendar (RFC 5545): times in UTC, so that no zone has to be explained; ids that stay the same from export to
     * export; lines of at most 75 octets. Items that nobody approved yet are tentative.
     *
     * @param calendar what to write
     * @param agency whose it is; part of what makes ids unique; may be empty
     * @param made when the export is made
     * @param out takes the calendar in UTF-8; not closed
     * @return what went out
     * @throws IOException when writing fails
     */
    public static Result ics(ContentCalendar calendar, String agency, Instant made, OutputStream out)
            throws IOException {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//govsocial//content calendar//EN");
        lines.add("CALSCALE:GREGORIAN");
        var written = new ArrayList<CalendarItem>();
        var left = new ArrayList<CalendarItem>();
        for (CalendarItem item : calendar.items()) {
            if (item.moment().isPresent()) {
                event(item, item.moment().get(), agency, made, lines);
                written.add(item);
            } else {
                left.add(item);
            }
        }
        lines.add("END:VCALENDAR");
        for (String line : lines) {
            out.write(folded(line));
        }
        out.flush();
        return new Result(written, left);
    }

    /**
     * CSV for scheduling tools: local date and time, and the words letter by letter. Only what somebody other than its writer approved goes out, and
     * what is published is not scheduled again.
     *
     * @param calendar what to write
     * @param out takes CSV in UTF-8; not closed
     * @return what went out
     * @throws IOException when writing fails
     */
    public static Result csv(ContentCalendar calendar, OutputStream out) throws IOException {
        var text = new StringWriter();
        var written = new ArrayList<CalendarItem>();
        var left = new ArrayList<CalendarItem>();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(COLUMNS);
            for (CalendarItem item : calendar.items()) {
                boolean due = (item.state() == ItemState.APPROVED || item.state() == ItemState.SCHEDULED)
                        && item.approvalFault().isEmpty();
                if (due && item.time() instanceof PlannedTime.At at) {
                    csv.writeRecord(record(item, at.at()));
                    written.add(item);
                } else {
                    left.add(item);
                }
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return new Result(written, left);
    }

    private static List<String> record(CalendarItem item, ZonedDateTime at) {
        return List.of(
                at.toLocalDate().toString(),
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at),
                item.platform().id(),
                item.account(),
                item.text(),
                item.link(),
                item.image(),
                item.alt(),
                item.id());
    }

    private static void event(CalendarItem item, Instant moment, String agency, Instant made, List<String> lines) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:"
                + UUID.nameUUIDFromBytes(
                        ("govsocial calendar\n" + agency + "\n" + item.id()).getBytes(StandardCharsets.UTF_8)));
        lines.add("DTSTAMP:" + utc(made));
        lines.add("DTSTART:" + utc(moment));
        lines.add("SUMMARY:" + escaped("[" + item.platform().id() + "] " + start(item.text())));
        lines.add("DESCRIPTION:" + escaped(item.text()));
        lines.add("CATEGORIES:" + escaped(item.platform().id()) + ","
                + escaped(item.state().word()));
        lines.add("STATUS:" + (item.state().needsApproval() ? "CONFIRMED" : "TENTATIVE"));
        lines.add("TRANSP:TRANSPARENT");
        lines.add("END:VEVENT");
    }

    private static String utc(Instant time) {
        return UTC.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The first line, shortened between words. */
    private static String start(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= SUMMARY) {
            return line.isEmpty() ? "(no words yet)" : line;
        }
        int cut = line.offsetByCodePoints(0, SUMMARY);
        int space = line.lastIndexOf(' ', cut);
        return line.substring(0, space > 0 ? space : cut) + " …";
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            switch (c) {
                case '\\', ',', ';' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> {
                    if (c == '\t' || !Character.isISOControl(c)) {
                        out.append(c); // RFC 5545 has no way to write other controls
                    }
                }
            }
        }
        return out.toString();
    }

    /** A line of content as lines of at most 75 octets; no character is cut. */
    private static byte[] folded(String line) {
        var out = new StringBuilder(line.length() + 16);
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (octets + size > LINE_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(point);
            octets += size;
            i += Character.charCount(point);
        }
        return out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
