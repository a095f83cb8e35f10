package org.govsocial.answers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.govsocial.spi.InputException;
import org.govsocial.text.SpreadsheetCell;

/** Reads a CSV sheet by the names in its header, row by row. Commas or semicolons; UTF-8, with or without a mark. */
public final class Sheet {
    private static final int MAX_FIELD = 1 << 20;

    /** Takes the rows. */
    public interface Rows {
        /**
         * A row that is not blank.
         *
         * @param row valid until this returns
         * @throws InputException when the row makes the sheet useless
         */
        void row(Row row) throws InputException;
    }

    /** One row: its line, and its cells by column. */
    public static final class Row {
        private final long line;
        private final CsvRecord cells;
        private final Map<String, Integer> columns;

        private Row(long line, CsvRecord cells, Map<String, Integer> columns) {
            this.line = line;
            this.cells = cells;
            this.columns = columns;
        }

        /**
         * Where it stands.
         *
         * @return from 1
         */
        public long line() {
            return line;
        }

        /**
         * A cell without blanks around it and without the apostrophe that keeps it from being run.
         *
         * @param column its name, in lower case
         * @return empty when absent
         */
        public String cell(String column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.getFieldCount()
                    ? ""
                    : SpreadsheetCell.text(cells.getField(index).strip()).strip();
        }

        boolean isBlank() {
            return cells.getFields().stream().allMatch(String::isBlank);
        }
    }

    private Sheet() {}

    /**
     * Reads every row.
     *
     * @param name for messages
     * @param in CSV; closed at the end
     * @param needed columns without which the sheet is not what it should be
     * @param rows takes the rows
     * @throws InputException when it is no such sheet: where, what was wrong, what to do
     * @throws IOException when it cannot be read
     */
    public static void read(String name, InputStream in, List<String> needed, Rows rows)
            throws InputException, IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try (var text = new BufferedReader(new InputStreamReader(in, decoder))) {
            text.mark(1 << 14);
            var head = new char[1 << 13];
            int count = Math.max(0, text.read(head));
            text.reset();
            if (count > 0 && head[0] == '\ufeff') {
                text.skip(1);
            }
            String first = new String(head, 0, count).lines().findFirst().orElse("");
            char separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
            Map<String, Integer> columns = null;
            try (var records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(MAX_FIELD)
                    .ofCsvRecord(text)) {
                for (CsvRecord record : records) {
                    if (columns == null) {
                        columns = columns(name, record, needed);
                    } else {
                        var row = new Row(record.getStartingLineNumber(), record, columns);
                        if (!row.isBlank()) {
                            rows.row(row);
                        }
                    }
                }
            }
            if (columns == null) {
                throw new InputException(
                        name,
                        "The file is empty.",
                        "Its first line names the columns: " + String.join(",", needed) + ".");
            }
        } catch (UncheckedIOException e) {
            throw unreadable(name, Objects.requireNonNull(e.getCause()));
        } catch (CharacterCodingException e) {
            throw unreadable(name, e);
        } catch (CsvParseException e) {
            throw new InputException(
                    name,
                    "The quotes do not match, or a field is longer than 1 MB: " + e.getMessage(),
                    "Put fields with quotes, commas or line breaks in double quotes, and double each quote inside.");
        }
    }

    private static InputException unreadable(String name, IOException e) throws IOException {
        if (e instanceof CharacterCodingException) {
            return new InputException(name, "This is not UTF-8 text.", "In a spreadsheet, save it as \"CSV UTF-8\".");
        }
        throw e;
    }

    private static Map<String, Integer> columns(String name, CsvRecord header, List<String> needed)
            throws InputException {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            columns.putIfAbsent(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        for (String column : needed) {
            if (!columns.containsKey(column)) {
                throw new InputException(
                        name + ":" + header.getStartingLineNumber(),
                        "There is no column \"" + column + "\".",
                        "The first line names the columns: " + String.join(",", needed) + ".");
            }
        }
        return columns;
    }
}
