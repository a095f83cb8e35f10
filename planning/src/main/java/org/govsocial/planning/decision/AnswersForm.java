package org.govsocial.planning.decision;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.govsocial.csv.CsvTable;
import org.govsocial.model.Block;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.InputException;

/**
 * The questions as a form to fill in without a terminal, in a word processor or a spreadsheet, and what was filled in. An
 * answer may be given by its value or by its words, in any case; several with semicolons or on lines of their own; a day
 * also as 31/8/2027 or 31 August 2027.
 */
public final class AnswersForm {
    private static final String QUESTION = "Question";
    private static final String CHOICES = "What to choose from";
    private static final String ANSWER = "Your answer";
    private static final String ID = "Id";

    /** As spreadsheets and people in New Zealand write days. */
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));

    private AnswersForm() {}

    /**
     * The form as a paper, of which a Word document can be read back.
     *
     * @param questions in order
     * @param catalogue has the statements for the sake of which each is asked
     * @return a paper with one table
     */
    public static Paper paper(List<Question> questions, Catalogue catalogue) {
        var rows = new ArrayList<List<Passage>>();
        for (Question question : questions) {
            var cites = question.statements().stream()
                    .flatMap(c -> catalogue.cite(c).stream())
                    .toList();
            rows.add(List.of(
                    Passage.of(asked(question)).and(cites),
                    Passage.of(choices(question)),
                    Passage.EMPTY,
                    Passage.of(question.id())));
        }
        return Paper.of(
                "Should we use social media, and how far? A form",
                List.of(
                        Block.paragraph("Write under “" + ANSWER + "”; leave the other columns as they are. A question"
                                + " without an answer counts as the least ready."),
                        Block.paragraph("Then: govsocial decide --answers FILE.docx"),
                        new Block.Table("Questions", List.of(QUESTION, CHOICES, ANSWER, ID), rows)));
    }

    /**
     * Writes the form for spreadsheets.
     *
     * @param questions in order
     * @param target takes CSV in UTF-8 with a byte order mark, as spreadsheets want it; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void csv(List<Question> questions, OutputStream target) throws IOException {
        var text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(QUESTION, CHOICES, ANSWER, ID);
            for (Question question : questions) {
                csv.writeRecord(asked(question), choices(question), "", question.id());
            }
        }
        target.write(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        target.flush();
    }

    /**
     * Reads a filled-in Word document.
     *
     * @param where the file's name, for messages
     * @param bytes a .docx file; not closed
     * @param questions that may be answered
     * @return what was filled in
     * @throws InputException when it is no such form or an answer does not suit: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Answers readWord(String where, InputStream bytes, List<Question> questions)
            throws InputException, IOException {
        for (List<List<String>> table : WordTables.read(where, bytes)) {
            int answer = column(table, ANSWER);
            int id = column(table, ID);
            if (answer >= 0 && id >= 0) {
                var answers = new LinkedHashMap<String, List<String>>();
                for (int i = 1; i < table.size(); i++) {
                    List<String> row = table.get(i);
                    if (row.size() > Math.max(answer, id)) {
                        put(where + ", row " + (i + 1), row.get(id), row.get(answer), questions, answers);
                    }
                }
                return new Answers(answers);
            }
        }
        throw new InputException(
                where,
                "There is no table with the columns “" + ANSWER + "” and “" + ID + "”.",
                "\"govsocial decide template --format docx --output FILE\" writes the form.");
    }

    private static int column(List<List<String>> table, String name) {
        return table.isEmpty() ? -1 : table.get(0).indexOf(name);
    }

    /**
     * Reads a filled-in table.
     *
     * @param where the file's name, for messages
     * @param bytes CSV in UTF-8; not closed
     * @param questions that may be answered
     * @return what was filled in
     * @throws InputException when it is no such form or an answer does not suit: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Answers readCsv(String where, InputStream bytes, List<Question> questions)
            throws InputException, IOException {
        var answers = new LinkedHashMap<String, List<String>>();
        for (CsvTable.Row row : CsvTable.read(where, bytes, List.of(ANSWER, ID)).rows()) {
            put(row.location().toString(), row.text(ID), row.text(ANSWER), questions, answers);
        }
        return new Answers(answers);
    }

    private static void put(
            String where, String id, String written, List<Question> questions, Map<String, List<String>> into)
            throws InputException {
        Question question = questions.stream()
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        where,
                        "There is no question \"" + id + "\".",
                        "Leave the column “" + ID + "” as the form has it."));
        List<String> values = values(question, written);
        var fault = question.fault(values);
        if (fault.isPresent()) {
            throw new InputException(
                    where, "\"" + written + "\" is not an answer to \"" + question.ask() + "\".", fault.get());
        }
        if (!values.isEmpty() && into.putIfAbsent(id, values) != null) {
            throw new InputException(where, "\"" + question.ask() + "\" is answered twice.", "Keep one answer.");
        }
    }

    private static List<String> values(Question question, String written) {
        String text = written.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        return switch (question.kind()) {
            case CHOICE -> List.of(value(question, text));
            case CHOICES ->
                text.lines()
                        .flatMap(l -> List.of(l.split(";", -1)).stream())
                        .filter(v -> !v.isBlank())
                        .map(v -> value(question, v.strip()))
                        .toList();
            case DATE -> List.of(day(text));
            default -> List.of(text);
        };
    }

    private static String value(Question question, String written) {
        for (Question.Option option : question.options()) {
            if (option.value().equalsIgnoreCase(written) || option.label().equalsIgnoreCase(written)) {
                return option.value();
            }
        }
        return written;
    }

    private static String day(String written) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(written, format).toString();
            } catch (DateTimeException e) {
                continue;
            }
        }
        return written;
    }

    private static String asked(Question question) {
        return question.ask() + (question.help().isEmpty() ? "" : " (" + question.help() + ")");
    }

    private static String choices(Question question) {
        return switch (question.kind()) {
            case CHOICE -> "One of: " + labels(question);
            case CHOICES -> "One or more of: " + labels(question);
            default -> question.expected();
        };
    }

    private static String labels(Question question) {
        return question.options().stream().map(Question.Option::label).collect(Collectors.joining("; "));
    }
}
