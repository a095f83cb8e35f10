package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindTest {
    private static final String SAMPLES = "samples/plan";

    @TempDir
    Path folder;

    @Test
    void a_list_says_when_who_what_and_where() {
        Run run = Run.of("find", "library", "open", "--in", SAMPLES);

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("2029-07-09  moderation  Hemi\n"), run.out());
        assertTrue(run.out().contains("Will the Featherston library stay open on Sundays?"), run.out());
        assertTrue(run.out().contains("  samples/plan/moderation.jsonl:2\n"), run.out());
        assertTrue(
                run.err().contains("Not searched, neither posts nor plan nor log: samples/plan/metrics.csv"),
                run.err());
    }

    @Test
    void a_request_made_in_a_comment_is_flagged() {
        JsonObject said = JsonParser.parseString(Run.of("find", "all emails", "--in", SAMPLES, "--format", "json")
                        .out())
                .getAsJsonObject();
        JsonArray documents = said.getAsJsonArray("documents");
        assertEquals(1, documents.size());
        JsonObject one = documents.get(0).getAsJsonObject();
        assertTrue(one.get("mayAskForOfficialInformation").getAsBoolean());
        assertEquals(3, one.getAsJsonObject("place").get("line").getAsInt());
        assertEquals(1, said.getAsJsonObject("summary").get("found").getAsInt());
        assertTrue(Run.of("find", "all emails", "--in", SAMPLES).out().contains("REQUEST FOR OFFICIAL INFORMATION"));
    }

    @Test
    void a_bag_and_its_schedule_are_read_by_other_programs() throws Exception {
        Path bag = folder.resolve("request");
        Run run = Run.of("find", "open*", "--in", SAMPLES, "--output", bag.toString(), "--agency", "Te Puna");

        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("not in our sources"), run.out());
        var verifier = new BagVerifier();
        try {
            verifier.isValid(new BagReader().read(bag), false);
        } finally {
            verifier.close();
        }
        try (var in = Files.newInputStream(bag.resolve("data/schedule.docx"));
                var document = new XWPFDocument(in)) {
            XWPFTable table = document.getTables().get(0);
            assertEquals(
                    List.of("No.", "Date", "Kind", "Account", "First words", "File in the bag", "Decision and ground"),
                    table.getRow(0).getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .toList());
            assertTrue(table.getNumberOfRows() >= 5, "rows: " + table.getNumberOfRows());
            for (int i = 1; i < table.getNumberOfRows(); i++) {
                assertEquals(Integer.toString(i), table.getRow(i).getCell(0).getText());
                Path file = bag.resolve("data/" + table.getRow(i).getCell(5).getText());
                assertTrue(Files.size(file) > 0, file.toString());
                assertEquals("", table.getRow(i).getCell(6).getText(), "people decide");
            }
        }
        assertEquals(
                ExitCode.DONE,
                Run.of("plan", "backup", "verify", bag.toString()).code());

        Run again = Run.of("find", "open*", "--in", SAMPLES, "--output", bag.toString());
        assertEquals(ExitCode.WRONG_INPUT, again.code());
        assertTrue(again.err().contains("not empty"), again.err());
    }

    @Test
    void a_file_that_cannot_be_read_is_named_and_the_rest_is_found() throws IOException {
        Files.writeString(folder.resolve("posts.jsonl"), "{\"id\":\"1\",\"text\":\"pool\"}\n{broken\n");
        Files.writeString(folder.resolve("plan.json"), "{\"format\":1,\"id\":\"p\"}");

        Run run = Run.of("find", "pool", "--in", folder.toString());

        assertEquals(ExitCode.INCOMPLETE, run.code());
        assertTrue(run.out().contains("posts.jsonl:1"), run.out());
        assertTrue(run.err().contains("posts.jsonl:2"), run.err());
        assertTrue(run.err().contains("plan.json"), run.err());
        assertTrue(run.err().contains("Could not be read: 2 places"), run.err());
    }

    @Test
    void mistakes_are_told_and_nothing_is_written() {
        String bag = folder.resolve("bag").toString();
        wrong("letters or digits", "find", "…", "--in", SAMPLES);
        wrong("no such file", "find", "pool", "--in", "no-such");
        wrong("--output DIR", "find", "pool", "--in", SAMPLES, "--to", bag);
        wrong("Swap", "find", "pool", "--in", SAMPLES, "--from", "2026-02-01", "--to", "2026-01-01");
        wrong("outside", "find", "pool", "--in", SAMPLES, "--output", SAMPLES + "/bag");
        wrong("no format \"pdf\"", "find", "pool", "--in", SAMPLES, "--output", bag, "--schedule", "pdf");
        wrong("Give --output", "find", "pool", "--in", SAMPLES, "--schedule", "md");
        wrong("no workspace", "find", "pool");
        assertFalse(Files.exists(folder.resolve("bag")));
    }

    private static void wrong(String said, String... command) {
        Run run = Run.of(command);
        assertEquals(ExitCode.WRONG_INPUT, run.code(), run.err());
        assertTrue(run.err().contains(said), run.err());
    }
}
