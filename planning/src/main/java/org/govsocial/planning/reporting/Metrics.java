package org.govsocial.planning.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.govsocial.csv.CsvTable;
import org.govsocial.spi.InputException;

/**
 * Figures from elsewhere, such as a platform's own statistics: {@code metrics.csv}.
 *
 * @param figures in the order of the file
 */
public record Metrics(List<Figure> figures) {
    /** No figures. */
    public static final Metrics NONE = new Metrics(List.of());

    /** The columns that have to be there. */
    public static final List<String> COLUMNS = List.of("date", "metric", "value");

    /** Copies the list. */
    public Metrics {
        figures = List.copyOf(figures);
    }

    /**
     * A figure.
     *
     * @param date the day it holds for
     * @param metric what was counted, as in the plan's measures
     * @param value how many
     */
    public record Figure(LocalDate date, String metric, BigDecimal value) {}

    /**
     * Reads figures.
     *
     * @param where the file's name, for messages
     * @param bytes CSV in UTF-8; not closed
     * @return the figures
     * @throws InputException when a row is wrong: file, line, column, what was wrong, what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Metrics read(String where, InputStream bytes) throws InputException, IOException {
        var figures = new ArrayList<Figure>();
        for (CsvTable.Row row : CsvTable.read(where, bytes, COLUMNS).rows()) {
            LocalDate date =
                    row.day("date").orElseThrow(() -> row.error("date", "There is no day.", "Write it as 2027-08-31."));
            figures.add(new Figure(date, row.needed("metric"), value(row)));
        }
        return new Metrics(figures);
    }

    private static BigDecimal value(CsvTable.Row row) throws InputException {
        String written = row.needed("value").replace(",", "").replace(" ", "");
        try {
            return new BigDecimal(written);
        } catch (NumberFormatException e) {
            throw row.error(
                    "value", "\"" + row.text("value") + "\" is not a number.", "Write for example 1250 or 3.5.");
        }
    }

    /**
     * The last figure of a metric in a period.
     *
     * @param metric its name, in any case
     * @param period the days
     * @return absent when there is none
     */
    Optional<Figure> last(String metric, Period period) {
        return figures.stream()
                .filter(f -> f.metric().strip().equalsIgnoreCase(metric.strip()))
                .filter(f -> !f.date().isBefore(period.from()) && !f.date().isAfter(period.to()))
                .max(Comparator.comparing(Figure::date));
    }
}
