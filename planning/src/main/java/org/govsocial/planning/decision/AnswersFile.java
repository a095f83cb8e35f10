package org.govsocial.planning.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;
import org.govsocial.json.StrictObject;

/** Reads and writes files of answers: JSON, {@code "format": 1}. */
public final class AnswersFile {
    private AnswersFile() {}

    /**
     * Reads answers strictly.
     *
     * @param where the file's name, for messages
     * @param bytes UTF-8; not closed
     * @param questions that may be answered
     * @return the answers; {@code null} in the file means that a question is not answered
     * @throws JsonException when it is not such a file: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Answers read(String where, InputStream bytes, List<Question> questions) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        JsonInput in =
                JsonInput.of(where, new InputStreamReader(bytes, decoder)).strictKeys(true);
        var given = new LinkedHashMap<String, List<String>>();
        StrictObject.read(in, "a file of answers", List.of("format", "answers"), List.of("$schema"), key -> {
            switch (key) {
                case "$schema" -> in.string(); // for the author's editor
                case "format" -> StrictObject.format(in, "A file of answers");
                default -> {
                    List<String> ids = questions.stream().map(Question::id).toList();
                    StrictObject.read(in, "the answers", List.of(), ids, id -> {
                        Question question = questions.get(ids.indexOf(id));
                        if (!in.takeNull()) {
                            given.put(id, answer(in, question));
                        }
                    });
                }
            }
        });
        in.end();
        return new Answers(given);
    }

    private static List<String> answer(JsonInput in, Question question) throws IOException {
        List<String> values = switch (question.kind()) {
            case CHOICES -> StrictObject.list(in, in::string);
            case NUMBER -> List.of(Integer.toString(StrictObject.integer(in, 0, 1_000_000)));
            default -> List.of(in.string());
        };
        var fault = question.fault(values);
        if (fault.isPresent()) {
            throw in.error("This is not an answer to \"" + question.ask() + "\".", fault.get());
        }
        return values;
    }

    /**
     * Writes every question, with {@code null} where there is no answer. Written answers read back the same.
     *
     * @param answers what to write; answers to other questions are left out
     * @param questions in order
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(Answers answers, List<Question> questions, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().member("format", 1).name("answers").beginObject();
        for (Question question : questions) {
            List<String> values = answers.of(question.id());
            out.name(question.id());
            if (values.isEmpty()) {
                out.nullValue();
            } else if (question.kind() == Question.Kind.CHOICES) {
                out.beginArray();
                for (String value : values) {
                    out.value(value);
                }
                out.endArray();
            } else if (question.kind() == Question.Kind.NUMBER) {
                out.value(Long.parseLong(values.get(0)));
            } else {
                out.value(values.get(0));
            }
        }
        out.endObject().endObject().endLine();
        out.flush();
    }
}
