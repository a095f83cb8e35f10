package org.govsocial.answers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonInput.Kind;
import org.govsocial.spi.InputException;

/**
 * Reads which findings an earlier report knows, so that a new one can leave them out: a report as {@code json}, {@code
 * jsonl}, {@code sarif} or {@code csv}, or a sheet of findings or decisions.
 */
public final class KnownFindings {
    /** One of these keys stands in every report. */
    private static final Set<String> OF_REPORTS = Set.of("findings", "subjects", "results");

    private static final Set<String> KEYS = Set.of("fingerprint", "govsocial/v1");

    private KnownFindings() {}

    /**
     * Reads the fingerprints.
     *
     * @param name for messages
     * @param in the report; closed at the end
     * @return the fingerprints, none when the report was clean
     * @throws InputException when it is no report
     * @throws IOException when it cannot be read
     */
    public static Set<String> read(String name, InputStream in) throws InputException, IOException {
        try (var bytes = new BufferedInputStream(in)) {
            bytes.mark(64);
            byte[] head = bytes.readNBytes(16);
            bytes.reset();
            String start = new String(head, StandardCharsets.UTF_8)
                    .replace("\ufeff", "")
                    .strip();
            if (start.startsWith("{") || start.startsWith("[")) {
                // A line for each subject starts with its id; a whole report starts with the tool or the schema.
                return json(name, bytes, start.startsWith("{\"id\""));
            }
            var known = new HashSet<String>();
            Sheet.read(name, bytes, List.of("fingerprint"), row -> {
                if (!row.cell("fingerprint").isEmpty()) {
                    known.add(row.cell("fingerprint"));
                }
            });
            return known;
        }
    }

    private static Set<String> json(String name, InputStream in, boolean lines) throws InputException, IOException {
        var known = new HashSet<String>();
        boolean report = false;
        var decoder = StandardCharsets.UTF_8.newDecoder();
        try (var text = new BufferedReader(new InputStreamReader(in, decoder))) {
            if (lines) {
                long number = 1;
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    if (!line.isBlank()) {
                        report |= collect(JsonInput.of(name, line).startingAt(number), known);
                    }
                    number++;
                }
            } else {
                JsonInput json = JsonInput.of(name, text);
                report = collect(json, known);
                json.end();
            }
            if (!report) {
                throw new InputException(
                        name, "This is no report.", "Name a report of the format json, jsonl, sarif or csv.");
            }
            return known;
        } catch (JsonException e) {
            throw e.toInputException();
        } catch (CharacterCodingException e) {
            throw new InputException(name, "This is not UTF-8 text.", "Name a report that govsocial wrote.");
        }
    }

    /** Walks one value, whatever its depth, and says whether it has the keys of a report. */
    private static boolean collect(JsonInput in, Set<String> known) throws IOException {
        boolean report = false;
        int depth = in.depth();
        do {
            switch (in.kind()) {
                case OBJECT -> in.beginObject();
                case ARRAY -> in.beginArray();
                case END_OBJECT -> in.endObject();
                case END_ARRAY -> in.endArray();
                case NAME -> {
                    String name = in.name();
                    report |= OF_REPORTS.contains(name);
                    if (KEYS.contains(name) && in.kind() == Kind.STRING) {
                        known.add(in.string());
                    }
                }
                case END -> {
                    return report;
                }
                default -> in.skipValue();
            }
        } while (in.depth() > depth);
        return report;
    }
}
