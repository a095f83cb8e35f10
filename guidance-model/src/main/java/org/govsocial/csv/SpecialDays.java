package org.govsocial.csv;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.spi.InputException;

/**
 * Days that matter to an agency, {@code days.csv}: language weeks, the period before an election, days on which nothing
 * goes out. None is built in, since dates are announced from year to year.
 *
 * @param periods in the order of the file
 */
public record SpecialDays(List<Period> periods) {
    /** No days. */
    public static final SpecialDays NONE = new SpecialDays(List.of());

    /** The columns that have to be there. */
    public static final List<String> COLUMNS = List.of("from", "to", "kind", "name", "source");

    /** Copies the list. */
    public SpecialDays {
        periods = List.copyOf(periods);
    }

    /** What kind of days. */
    public enum Kind {
        /** A language week, such as Te Wiki o te Reo Māori. */
        LANGUAGE_WEEK,
        /** The period before an election. */
        PRE_ELECTION,
        /** The agency publishes nothing. */
        BLACKOUT;

        /**
         * How the file writes it.
         *
         * @return kebab case
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Days from one to another, both counted.
     *
     * @param from the first
     * @param to the last
     * @param kind what kind
     * @param name what people call it
     * @param source where the dates were announced; may be empty
     */
    public record Period(LocalDate from, LocalDate to, Kind kind, String name, String source) {
        /**
         * Whether a day is one of them.
         *
         * @param date any
         * @return true from the first to the last
         */
        public boolean holds(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /**
     * Whether the file says anything of a kind in a year.
     *
     * @param kind which
     * @param year of the calendar
     * @return true when a period of that kind touches the year
     */
    public boolean tellOf(Kind kind, int year) {
        return periods.stream()
                .anyMatch(p -> p.kind() == kind && p.from().getYear() <= year && p.to().getYear() >= year);
    }

    /**
     * Reads the days.
     *
     * @param where the file's name, for messages
     * @param bytes CSV in UTF-8; not closed
     * @return the days
     * @throws InputException when a row is wrong: file, line, column, what was wrong, what to do
     * @throws IOException when the bytes cannot be read
     */
    public static SpecialDays read(String where, InputStream bytes) throws InputException, IOException {
        var periods = new ArrayList<Period>();
        for (CsvTable.Row row : CsvTable.read(where, bytes, COLUMNS).rows()) {
            LocalDate from = day(row, "from");
            LocalDate to = row.day("to").orElse(from);
            if (to.isBefore(from)) {
                throw row.error("to", "It ends before it begins.", "Swap the days.");
            }
            periods.add(new Period(from, to, kind(row), row.needed("name"), row.text("source")));
        }
        return new SpecialDays(periods);
    }

    private static LocalDate day(CsvTable.Row row, String column) throws InputException {
        Optional<LocalDate> day = row.day(column);
        if (day.isEmpty()) {
            row.needed(column);
        }
        return day.orElseThrow();
    }

    private static Kind kind(CsvTable.Row row) throws InputException {
        String written = row.needed("kind");
        for (Kind kind : Kind.values()) {
            if (kind.id().equalsIgnoreCase(written.replace(' ', '-'))) {
                return kind;
            }
        }
        throw row.error(
                "kind", "\"" + written + "\" is not a kind of days.", "Write language-week, pre-election or blackout.");
    }
}
