package org.govsocial.planning.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class AnswersFormTest {
    private static final Guidance GUIDANCE = Guidance.load(List.of(new Origin.Application()));
    private static final List<Question> QUESTIONS = Decisions.shipped(GUIDANCE).questions();
    private static final int ANSWER = 2;
    private static final int ID = 3;

    private static Answers sample() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("../samples/decide/answers.json"))) {
            return AnswersFile.read("answers.json", in, QUESTIONS);
        }
    }

    private static byte[] form() throws IOException {
        DocumentFormat word = GUIDANCE.documentFormats().stream()
                .filter(f -> f.id().equals("docx"))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        word.write(AnswersForm.paper(QUESTIONS, GUIDANCE), out);
        return out.toByteArray();
    }

    /** What a person does in a word processor, by another program. */
    private static byte[] filled(Function<String, String> byId) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(form()))) {
            XWPFTable table = document.getTables().get(0);
            for (int i = 1; i < table.getNumberOfRows(); i++) {
                table.getRow(i)
                        .getCell(ANSWER)
                        .setText(byId.apply(table.getRow(i).getCell(ID).getText()));
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static Answers word(byte[] bytes) throws IOException, InputException {
        return AnswersForm.readWord("form.docx", new ByteArrayInputStream(bytes), QUESTIONS);
    }

    private static String csv(Function<String, String> byId) throws IOException {
        var blank = new ByteArrayOutputStream();
        AnswersForm.csv(QUESTIONS, blank);
        var text = new StringWriter();
        boolean header = true;
        try (CsvWriter csv = CsvWriter.builder().build(text);
                var rows = CsvReader.builder()
                        .ofCsvRecord(blank.toString(StandardCharsets.UTF_8).substring(1))) {
            for (var row : rows) {
                var fields = new ArrayList<>(row.getFields());
                fields.set(ANSWER, header ? fields.get(ANSWER) : byId.apply(fields.get(ID)));
                csv.writeRecord(fields);
                header = false;
            }
        }
        return text.toString();
    }

    private static Answers csv(String text) throws IOException, InputException {
        return AnswersForm.readCsv(
                "form.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), QUESTIONS);
    }

    private static String values(Answers answers, String id) {
        return String.join("; ", answers.of(id));
    }

    private static String labels(Answers answers, String id) {
        Question question =
                QUESTIONS.stream().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
        return answers.of(id).isEmpty()
                ? ""
                : question.words(answers.of(id)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Test
    void a_blank_form_has_a_row_for_every_question_and_no_answer() throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(form()))) {
            assertEquals(QUESTIONS.size() + 1, document.getTables().get(0).getNumberOfRows());
            assertTrue(document.getTables().get(0).getRow(0).isRepeatHeader());
        }
        assertEquals(Map.of(), word(form()).given());
        assertEquals(Map.of(), csv(csv(id -> "")).given());
    }

    @Test
    void a_form_filled_in_with_values_or_words_reads_back_the_same_from_word_and_from_a_spreadsheet() throws Exception {
        Answers sample = sample();
        assertTrue(sample.given().size() > 25);
        assertEquals(sample.given(), word(filled(id -> values(sample, id))).given());
        assertEquals(sample.given(), word(filled(id -> labels(sample, id))).given());
        assertEquals(sample.given(), csv(csv(id -> values(sample, id))).given());
        assertEquals(sample.given(), csv(csv(id -> labels(sample, id))).given());
    }

    @Test
    void days_may_be_written_as_people_and_spreadsheets_do() throws Exception {
        for (String day : List.of("2027-08-31", "31/8/2027", "31/08/2027", "31 August 2027")) {
            assertEquals(
                    List.of("2027-08-31"),
                    csv(csv(id -> id.equals("end") ? day : "")).of("end"),
                    day);
        }
    }

    @Test
    void a_wrong_answer_is_named_with_its_row_and_what_to_write() throws Exception {
        byte[] bytes = filled(id -> id.equals("policy") ? "maybe" : "");
        String said = assertThrows(InputException.class, () -> word(bytes)).getMessage();
        assertTrue(said.contains("form.docx, row "), said);
        assertTrue(said.contains("\"maybe\"") && said.contains("no, draft, in-force"), said);
        for (String day : List.of("31/2/2027", "30 February 2027", "tomorrow")) {
            String text = csv(id -> id.equals("end") ? day : "");
            String message = assertThrows(InputException.class, () -> csv(text)).getMessage();
            assertTrue(message.contains("form.csv:") && message.contains("2026-11-22"), message);
        }
        String twice = csv(id -> "") + "q,c,5,people\r\nq,c,6,people\r\n";
        assertTrue(assertThrows(InputException.class, () -> csv(twice))
                .getMessage()
                .contains("twice"));
        String unknown = csv(id -> "") + "q,c,5,pets\r\n";
        assertTrue(assertThrows(InputException.class, () -> csv(unknown))
                .getMessage()
                .contains("\"pets\""));
    }

    @Test
    void what_is_no_form_is_refused_in_words() throws Exception {
        assertTrue(refused("plain text".getBytes(StandardCharsets.UTF_8)).contains("not a Word document"));
        assertTrue(refused(new byte[0]).contains("not a Word document"));
        assertTrue(refused(zip("word/document.xml", "<w:document")).contains("not a whole Word document"));
        assertTrue(refused(zip("word/document.xml", "<a/>")).contains("no table"));
        byte[] whole = form();
        assertFalse(refused(java.util.Arrays.copyOf(whole, whole.length / 3)).isBlank());
        assertTrue(assertThrows(InputException.class, () -> csv("a,b\n1,2\n"))
                .getMessage()
                .contains("Your answer"));
    }

    @Test
    void a_document_asks_for_nothing_outside_of_it_and_cannot_fill_the_memory() throws Exception {
        String outside = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w="
                + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:tbl><w:tr><w:tc><w:p><w:r><w:t>&x;"
                + "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>";
        String said = refused(zip("word/document.xml", outside));
        assertFalse(said.contains("root:"), said);
        assertTrue(refused(zip("word/document.xml", " ".repeat(40 << 20))).contains("too big"));
    }

    @Test
    void damaged_documents_never_end_in_anything_but_words() throws Exception {
        byte[] whole = filled(id -> "");
        int refused = 0;
        for (long seed = 0; seed < 300; seed++) {
            byte[] damaged = whole.clone();
            var random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                word(damaged);
            } catch (InputException | IOException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(refused > 20, "only " + refused + " were refused");
    }

    private static String refused(byte[] bytes) {
        return assertThrows(InputException.class, () -> word(bytes)).getMessage();
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
