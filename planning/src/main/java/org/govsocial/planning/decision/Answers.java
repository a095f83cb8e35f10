package org.govsocial.planning.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody answered. Numbers and days are kept as they are written; a question without an answer is not in the
 * map. Whether an answer suits its question is checked by {@link Question#fault} and by {@link AnswersFile}.
 *
 * @param given the answers by question, in the order given
 */
public record Answers(Map<String, List<String>> given) {
    /** Copies, and leaves out what is empty. */
    public Answers {
        var copy = new LinkedHashMap<String, List<String>>();
        given.forEach((question, values) -> {
            if (!values.isEmpty()) {
                copy.put(question, List.copyOf(values));
            }
        });
        given = Collections.unmodifiableMap(copy);
    }

    /**
     * Nothing answered yet.
     *
     * @return no answers
     */
    public static Answers none() {
        return new Answers(Map.of());
    }

    /**
     * One answer.
     *
     * @param question its id
     * @return empty when it was not answered
     */
    public List<String> of(String question) {
        return given.getOrDefault(question, List.of());
    }

    /**
     * The same with another answer.
     *
     * @param question its id
     * @param values the answer; none to take it back
     * @return new answers
     */
    public Answers with(String question, String... values) {
        var changed = new LinkedHashMap<>(given);
        changed.put(question, List.of(values));
        return new Answers(changed);
    }

    /**
     * Tells one set of answers from another: who signs can see later which answers they signed.
     *
     * @return SHA-256 of the questions and values, sorted by question, in hexadecimal
     */
    public String hash() {
        var text = new StringBuilder();
        new TreeMap<>(given).forEach((question, values) -> {
            text.append(question);
            values.forEach(value -> text.append('\t')
                    .append(value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")));
            text.append('\n');
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
