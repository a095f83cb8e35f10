package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.spi.Reviewed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    /** What a spreadsheet takes as the start of a formula, and what it drops before one. */
    private static final String DANGEROUS = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    @Test
    void ten_thousand_rows_come_back_and_none_is_a_formula() {
        int rows = 0;
        int guarded = 0;
        for (long seed = 0; rows < 10_000; seed++) {
            var random = new RandomRuns(seed);
            var catalogue = random.catalogue();
            var run = random.run();
            String csv = run.as("csv", catalogue);
            assertEquals('\ufeff', csv.charAt(0), "seed " + seed);
            var records = CsvReader.builder().ofCsvRecord(csv.substring(1)).stream()
                    .map(r -> r.getFields())
                    .toList();
            int at = 1;
            for (Reviewed reviewed : run.subjects) {
                for (Finding finding : reviewed.report().findings()) {
                    var row = records.get(at++);
                    assertEquals(25, row.size(), "seed " + seed);
                    assertCell(reviewed.where().toString(), row.get(0), seed);
                    assertCell(reviewed.report().subject().id(), row.get(1), seed);
                    assertEquals(finding.rule().toString(), row.get(2), "seed " + seed);
                    String words = Words.at(reviewed.report().subject(), finding.place());
                    assertCell(words == null ? "" : words, row.get(9), seed);
                    assertEquals(finding.fingerprint(), row.get(19), "seed " + seed);
                }
                for (var failure : reviewed.report().failures()) {
                    var row = records.get(at++);
                    assertEquals(Outcome.UNTESTED.name(), row.get(4), "seed " + seed);
                    assertCell(failure.error(), row.get(5), seed);
                }
            }
            for (var problem : run.allProblems()) {
                assertCell(problem.where(), records.get(at++).get(0), seed);
            }
            assertEquals(records.size(), at, "seed " + seed);
            for (List<String> row : records) {
                for (String cell : row) {
                    boolean number = cell.equals("-1");
                    assertTrue(
                            cell.isEmpty() || number || DANGEROUS.indexOf(cell.charAt(0)) < 0,
                            "seed " + seed + ": " + cell);
                    guarded += cell.startsWith("'") ? 1 : 0;
                }
            }
            rows += records.size() - 1;
        }
        assertTrue(guarded > 1_000, "only " + guarded);
    }

    /** What a reader gets back by taking off the apostrophe that stands before a formula. */
    private static void assertCell(String expected, String cell, long seed) {
        String rest = cell.replaceFirst("^'+", "");
        boolean guarded = cell.startsWith("'")
                && !rest.isEmpty()
                && (DANGEROUS.indexOf(rest.charAt(0)) >= 0 || rest.startsWith("\\r") || rest.startsWith("\\x00"));
        assertEquals(Visible.lines(expected), guarded ? cell.substring(1) : cell, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-2", "@x", "\t=1", "\r=1", "\n=1", "\0", "\uff1d1", "'=1", "''+1"})
    void a_formula_becomes_text(String text) {
        assertTrue(CsvReport.cell(text).startsWith("'"));
        assertFalse(CsvReport.cell(text).equals(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Kia ora", "'Kia ora'", "a=b", "1-2", "#tag", "-1"})
    void other_text_stays_as_it_is(String text) {
        assertEquals(text, CsvReport.cell(text));
    }

    @Test
    void the_documented_columns_are_those_written() throws IOException {
        String docs = Files.readString(Path.of("../docs/formats.md"));
        String header = Run.withOneFinding()
                .as("csv", TestCatalogue.plain())
                .lines()
                .findFirst()
                .orElseThrow();
        String columns = header.substring(1).replace('"', '`').replace(",", ", ");
        assertTrue(docs.contains("\n" + columns + "\n"), columns);
    }
}
