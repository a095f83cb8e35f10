package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;

/** The guidance as it ships, and the tables beside it. */
final class Shipped {
    static final Guidance GUIDANCE = Guidance.load(List.of(new Origin.Application()));

    private Shipped() {}

    /** An agency's pack that adjusts rules of ours, beside what ships. */
    static Guidance with(Path folder, String pack) throws IOException {
        Path file = Files.writeString(folder.resolve("agency.pack.json"), pack);
        Guidance guidance = Guidance.load(List.of(new Origin.Application(), new Origin.PackFile(file)));
        assertEquals(List.of(), guidance.problems());
        return guidance;
    }

    /** A table of docs/catalogue. */
    static List<NamedCsvRecord> table(String name) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of("..", "docs", "catalogue", name))) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertTrue(rows.size() > 10, () -> name + " has only " + rows.size() + " rows");
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest of the sources, which stays where it is: without it the test is skipped, unless it is required. */
    static List<String> digest() throws IOException {
        Path file = Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"))
                .resolveSibling("reference")
                .resolve("guidance-sources.md");
        if (Boolean.getBoolean("govsocial.requireSharedData")) {
            assertTrue(Files.exists(file), () -> file + " is required and not there");
        }
        assumeTrue(Files.exists(file), () -> "SKIPPED: no digest at " + file);
        return Files.readAllLines(file);
    }
}
