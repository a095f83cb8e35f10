package org.govsocial.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;

/**
 * A table in CSV with a header: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs. Names of
 * columns are compared without regard to capitals, hyphens, underscores and extra spaces. Blank lines are passed over, and
 * so are columns that nobody asks for. Immutable.
 */
public final class CsvTable {
    /** More rows than people keep by hand. */
    private static final int MAX_ROWS = 1_000_000;

    private final List<Row> rows;

    private CsvTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @param where the file's name, for messages
     * @param bytes not closed
     * @param required names of columns that have to be there, as messages give them
     * @return the table
     * @throws InputException when it is not such a table: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static CsvTable read(String where, InputStream bytes, List<String> required)
            throws InputException, IOException {
        String text = text(where, bytes.readAllBytes());
        if (text.chars().filter(c -> c == '"').count() % 2 == 1) {
            // The library would take all that follows for one cell.
            throw new InputException(
                    where, "A double quote has no partner.", "Close the quote, or write two for one in the text.");
        }
        var rows = new ArrayList<Row>();
        Map<String, Integer> columns = Map.of();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                List<String> fields = record.getFields();
                if (fields.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = columns(where, record, required);
                } else if (fields.size() > columns.size() && !restIsBlank(fields, columns.size())) {
                    throw new InputException(
                            Location.line(where, record.getStartingLineNumber()).toString(),
                            "This row has " + fields.size() + " cells, but the header has " + columns.size() + ".",
                            "Put text with commas between double quotes.");
                } else if (rows.size() == MAX_ROWS) {
                    throw new InputException(where, "There are more than a million rows.", "Split the file.");
                } else {
                    rows.add(new Row(where, record.getStartingLineNumber(), columns, fields));
                }
            }
        } catch (CsvParseException e) {
            throw new InputException(
                    where,
                    "This is not CSV (" + e.getMessage() + ").",
                    "Save it from your spreadsheet as \"CSV UTF-8\" again.");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (columns.isEmpty()) {
            throw new InputException(
                    where, "The file is empty.", "Its first line names the columns: " + String.join(",", required));
        }
        return new CsvTable(rows);
    }

    private static String text(String where, byte[] bytes) throws InputException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InputException(
                    where, "The file is not in UTF-8.", "Save it as \"CSV UTF-8\" from your spreadsheet.");
        }
    }

    /** The sign that the header has most of. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        long most = header.chars().filter(c -> c == ',').count();
        for (char one : new char[] {';', '\t'}) {
            long count = header.chars().filter(c -> c == one).count();
            if (count > most) {
                most = count;
                best = one;
            }
        }
        return best;
    }

    private static Map<String, Integer> columns(String where, CsvRecord header, List<String> required)
            throws InputException {
        String line = Location.line(where, header.getStartingLineNumber()).toString();
        var columns = new HashMap<String, Integer>();
        int at = 0;
        for (String name : header.getFields()) {
            String plain = plain(name);
            // A spreadsheet's empty columns have no name, and nobody asks for them.
            if (columns.put(plain.isEmpty() ? "\0" + at : plain, at) != null) {
                throw new InputException(line, "The column \"" + name.strip() + "\" is there twice.", "Keep one.");
            }
            at++;
        }
        for (String name : required) {
            if (!columns.containsKey(plain(name))) {
                throw new InputException(
                        line,
                        "The column \"" + name + "\" is missing.",
                        "The first line names the columns: " + String.join(",", required));
            }
        }
        return columns;
    }

    private static boolean restIsBlank(List<String> fields, int from) {
        return fields.subList(from, fields.size()).stream().allMatch(String::isBlank);
    }

    private static String plain(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('_', ' ')
                .replaceAll(" +", " ");
    }

    /**
     * The rows under the header.
     *
     * @return in order, blank ones left out
     */
    public List<Row> rows() {
        return rows;
    }

    /** A row. */
    public static final class Row {
        private final String where;
        private final long line;
        private final Map<String, Integer> columns;
        private final List<String> cells;

        private Row(String where, long line, Map<String, Integer> columns, List<String> cells) {
            this.where = where;
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        /**
         * Where it stands.
         *
         * @return file and line
         */
        public Location location() {
            return Location.line(where, line);
        }

        /**
         * What a column holds.
         *
         * @param column its name
         * @return stripped; empty when the cell or the column is not there
         */
        public String text(String column) {
            Integer at = columns.get(plain(column));
            return at == null || at >= cells.size() ? "" : cells.get(at).strip();
        }

        /**
         * What a column that has to be filled in holds.
         *
         * @param column its name
         * @return stripped, not empty
         * @throws InputException when there is nothing
         */
        public String needed(String column) throws InputException {
            String text = text(column);
            if (text.isEmpty()) {
                throw error(column, "There is nothing under \"" + column + "\".", "Fill it in.");
            }
            return text;
        }

        /**
         * The day in a column.
         *
         * @param column its name
         * @return absent when there is nothing
         * @throws InputException when it is not a day
         */
        public Optional<LocalDate> day(String column) throws InputException {
            String text = text(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                throw error(column, "\"" + text + "\" is not a day.", "Write it as 2027-08-31.");
            }
        }

        /**
         * A "yes" or "no" in a column.
         *
         * @param column its name
         * @return absent when there is nothing or "unknown"
         * @throws InputException when it is something else
         */
        public Optional<Boolean> yesOrNo(String column) throws InputException {
            return switch (text(column).toLowerCase(Locale.ROOT)) {
                case "", "unknown", "?" -> Optional.empty();
                case "yes", "y", "true", "on", "āe", "ae" -> Optional.of(true);
                case "no", "n", "false", "off", "kāo", "kao" -> Optional.of(false);
                default -> throw error(column, "\"" + text(column) + "\" is neither yes nor no.", "Write yes or no.");
            };
        }

        /**
         * Several texts in a column, with semicolons between them.
         *
         * @param column its name
         * @return the texts, none of them empty
         */
        public List<String> list(String column) {
            var list = new ArrayList<String>();
            for (String one : text(column).split(";", -1)) {
                if (!one.isBlank()) {
                    list.add(one.strip());
                }
            }
            return list;
        }

        /**
         * Something wrong with a cell.
         *
         * @param column its name
         * @param what what was wrong
         * @param advice what to do next
         * @return the exception to throw
         */
        public InputException error(String column, String what, String advice) {
            return new InputException(new Location(where, line, column).toString(), what, advice);
        }
    }
}
