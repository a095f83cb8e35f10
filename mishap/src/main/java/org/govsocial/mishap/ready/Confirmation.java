package org.govsocial.mishap.ready;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.csv.CsvTable;
import org.govsocial.spi.InputException;

/**
 * What a person says of something that no file can tell: that it holds, or that it does not.
 *
 * @param item the id of the step
 * @param holds whether it holds
 * @param by who says so
 * @param on when
 * @param note how they know; may be empty
 */
public record Confirmation(String item, boolean holds, String by, LocalDate on, String note) {
    /** After this many days somebody has to look again: half a year, our judgement. */
    public static final int DAYS = 183;

    private static final List<String> COLUMNS = List.of("item", "holds", "by", "on", "note");

    /**
     * Whether it still counts.
     *
     * @param today the day it is
     * @return true within {@link #DAYS} days
     */
    public boolean counts(LocalDate today) {
        return !on.plusDays(DAYS).isBefore(today);
    }

    /**
     * Reads a file of them.
     *
     * @param where the file's name, for messages
     * @param bytes CSV in UTF-8 with the columns item, holds, by, on and note; not closed
     * @return in the order of the file
     * @throws InputException when it is no such file: line, column, what was wrong, what to do
     * @throws IOException when the bytes cannot be read
     */
    public static List<Confirmation> read(String where, InputStream bytes) throws InputException, IOException {
        var all = new ArrayList<Confirmation>();
        for (CsvTable.Row row : CsvTable.read(where, bytes, COLUMNS).rows()) {
            String item = row.needed("item");
            String by = row.needed("by");
            boolean holds = row.yesOrNo("holds")
                    .orElseThrow(() -> row.error("holds", "Whether it holds is not said.", "Write yes or no."));
            LocalDate on =
                    row.day("on").orElseThrow(() -> row.error("on", "The day is not said.", "Write it as 2026-11-22."));
            all.add(new Confirmation(item, holds, by, on, row.text("note")));
        }
        return all;
    }

    /**
     * Writes a file of them, to be read by {@link #read}.
     *
     * @param confirmations in order
     * @return CSV
     */
    public static String write(List<Confirmation> confirmations) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (Confirmation c : confirmations) {
                csv.writeRecord(c.item(), c.holds() ? "yes" : "no", c.by(), c.on().toString(), c.note());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return text.toString();
    }
}
