package org.govsocial.planning.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.govsocial.csv.CsvTable;
import org.govsocial.model.Platform;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;

/**
 * The calendar of what is to be published, {@code calendar.csv}. The columns are those that {@code check} reads too.
 *
 * @param zone the clocks that its times go by
 * @param items its rows, in the order of the file
 * @param problems rows that could not be read; the others were
 */
public record ContentCalendar(ZoneId zone, List<CalendarItem> items, List<Problem> problems) {
    /** The columns that have to be there. */
    public static final List<String> COLUMNS =
            List.of("id", "time", "channel", "text", "state", "written by", "reviewed by", "approved by");

    /** The columns that may be there. */
    public static final List<String> MORE_COLUMNS = List.of("account", "link", "image", "alt text");

    /** Copies the lists. */
    public ContentCalendar {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a calendar.
     *
     * @param where the file's name, for messages
     * @param bytes CSV in UTF-8; not closed
     * @param zone the clocks that its times go by
     * @return the calendar
     * @throws InputException when it is no calendar at all: file, line, what was wrong, what to do
     * @throws IOException when the bytes cannot be read
     */
    public static ContentCalendar read(String where, InputStream bytes, ZoneId zone)
            throws InputException, IOException {
        var items = new ArrayList<CalendarItem>();
        var problems = new ArrayList<Problem>();
        var ids = new HashMap<String, Location>();
        for (CsvTable.Row row : CsvTable.read(where, bytes, COLUMNS).rows()) {
            try {
                CalendarItem item = item(row, zone);
                Location other = ids.putIfAbsent(item.id(), item.where());
                if (other != null) {
                    throw row.error(
                            "id", "\"" + item.id() + "\" is the id of " + other + " as well.", "Give each its own.");
                }
                items.add(item);
            } catch (InputException e) {
                problems.add(e.problem());
            }
        }
        return new ContentCalendar(zone, items, problems);
    }

    private static Platform platform(CsvTable.Row row) throws InputException {
        String name = row.needed("channel");
        try {
            return Platform.named(name);
        } catch (IllegalArgumentException e) {
            throw row.error("channel", "\"" + name + "\" does not name a channel.", "Write for example facebook or x.");
        }
    }

    private static CalendarItem item(CsvTable.Row row, ZoneId zone) throws InputException {
        String state = row.needed("state");
        return new CalendarItem(
                row.location(),
                row.needed("id"),
                PlannedTime.of(row.text("time"), zone),
                platform(row),
                row.text("account"),
                row.text("text"),
                row.text("link"),
                row.text("image"),
                row.text("alt text"),
                ItemState.of(state)
                        .orElseThrow(() -> row.error(
                                "state",
                                "\"" + state + "\" is not a state.",
                                "Write draft, reviewed, approved, scheduled or published.")),
                new CalendarItem.People(row.text("written by"), row.text("reviewed by"), row.text("approved by")));
    }
}
