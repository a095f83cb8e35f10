package org.govsocial.mishap;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Triage;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a mishap: answers to the questions of the triage. A question without an answer is not known.
 *
 * @param title what people call it; empty when it has no name yet
 * @param noticed when it was noticed; null when not said
 * @param answers ids of answers by id of the question
 */
public record Facts(String title, @Nullable OffsetDateTime noticed, Map<String, List<String>> answers) {
    /** What a facts file says where nobody knows. */
    public static final String NOT_KNOWN = "not-known";

    /** Copies the collections. */
    public Facts {
        var copy = new LinkedHashMap<String, List<String>>();
        answers.forEach((question, given) -> copy.put(question, List.copyOf(given)));
        answers = Collections.unmodifiableMap(copy);
    }

    /**
     * Facts without a name.
     *
     * @param answers ids of answers by id of the question
     * @return the facts
     */
    public static Facts of(Map<String, List<String>> answers) {
        return new Facts("", null, answers);
    }

    /**
     * Reads a facts file: {@code {"format":1,"title":"…","noticed":"2026-11-22T21:04+13:00","facts":{"author":"intruder",
     * "what":["not-our-post"]}}}.
     *
     * @param where the file's name, for messages
     * @param text the file; not closed
     * @param triage the questions it may answer
     * @return what it says
     * @throws JsonException when it is no facts file: where, what and what to do
     * @throws IOException when it cannot be read
     */
    public static Facts read(String where, Reader text, Triage triage) throws IOException {
        JsonInput in = JsonInput.of(where, text).strictKeys(true);
        String title = "";
        OffsetDateTime noticed = null;
        Map<String, List<String>> answers = null;
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            switch (key) {
                case "format" -> {
                    int format = in.integer();
                    if (format != 1) {
                        throw in.error(
                                "This facts file is of format " + format + "; this release reads format 1.",
                                "Use a newer release.");
                    }
                }
                case "title" -> title = in.string();
                case "noticed" -> noticed = time(in);
                case "facts" -> answers = answers(in, triage);
                default ->
                    throw in.error(
                            "\"" + key + "\" is not a key of a facts file.",
                            "The keys are facts, format, noticed, title.");
            }
        }
        in.endObject();
        in.end();
        if (answers == null) {
            throw in.error("\"facts\" is missing: a facts file needs it.", "Add it.");
        }
        return new Facts(title, noticed, answers);
    }

    private static OffsetDateTime time(JsonInput in) throws IOException {
        String written = in.string();
        try {
            return OffsetDateTime.parse(written);
        } catch (DateTimeException e) {
            throw in.error("\"" + written + "\" is not a time.", "Write it as 2026-11-22T21:04+13:00.");
        }
    }

    private static Map<String, List<String>> answers(JsonInput in, Triage triage) throws IOException {
        var answers = new LinkedHashMap<String, List<String>>();
        in.beginObject();
        while (in.hasNext()) {
            String id = in.name();
            Triage.Question question = triage.questions().stream()
                    .filter(q -> q.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (question == null) {
                throw in.error("There is no question \"" + id + "\".", "The questions are " + questions(triage) + ".");
            }
            var given = new ArrayList<String>();
            if (in.kind() == JsonInput.Kind.ARRAY) {
                in.beginArray();
                while (in.hasNext()) {
                    answer(in, question, given);
                }
                in.endArray();
                if (given.size() > 1 && !question.several()) {
                    throw in.error("Only one answer to \"" + id + "\" can hold.", "Leave one.");
                }
            } else {
                answer(in, question, given);
            }
            answers.put(id, given);
        }
        in.endObject();
        return answers;
    }

    private static void answer(JsonInput in, Triage.Question question, List<String> given) throws IOException {
        String id = in.string();
        if (id.equals(NOT_KNOWN)) {
            return;
        }
        List<String> known = question.answers().stream().map(Triage.Answer::id).toList();
        if (!known.contains(id)) {
            throw in.error(
                    "\"" + id + "\" is no answer to \"" + question.ask() + "\"",
                    "The answers are " + String.join(", ", known) + " and " + NOT_KNOWN + ".");
        }
        given.add(id);
    }

    private static String questions(Triage triage) {
        return String.join(
                ", ", triage.questions().stream().map(Triage.Question::id).toList());
    }
}
