package org.govsocial.planning.decision;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.Citation;

/**
 * A question of the interview.
 *
 * @param id kebab case, the key in a file of answers
 * @param ask the question in plain words
 * @param help what to think of, empty when the question says it all
 * @param kind what an answer looks like
 * @param order what "more" means in an answer
 * @param options to choose from, from less to more when they have an order; empty for other kinds
 * @param statements why it is asked; at least one
 */
public record Question(
        String id, String ask, String help, Kind kind, Order order, List<Option> options, List<Citation> statements) {
    private static final int LONGEST_TEXT = 10_000;
    private static final int GREATEST_NUMBER = 1_000_000;

    /** What an answer looks like. */
    public enum Kind {
        /** One of the options. */
        CHOICE,
        /** One or more of the options. */
        CHOICES,
        /** A whole number from 0 to a million. */
        NUMBER,
        /** A day, such as 2026-11-22. */
        DATE,
        /** Words. */
        TEXT
    }

    /** What "more" means in an answer. */
    public enum Order {
        /** Nothing. */
        NONE,
        /** Better prepared. More of it never lowers the stage, and never raises a risk. */
        READINESS,
        /** More exposed. More of it never lowers a risk. */
        EXPOSURE
    }

    /**
     * An answer to choose.
     *
     * @param value in files
     * @param label for people
     */
    public record Option(String value, String label) {}

    /** Copies the lists. */
    public Question {
        options = List.copyOf(options);
        statements = List.copyOf(statements);
    }

    /**
     * Checks an answer.
     *
     * @param values as in {@link Answers}
     * @return what to write instead; empty when the answer is good, or when there is none
     */
    public Optional<String> fault(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (kind != Kind.CHOICES && values.size() > 1) {
            return Optional.of("Give one answer.");
        }
        boolean good = switch (kind) {
            case CHOICE, CHOICES ->
                new HashSet<>(values).size() == values.size()
                        && values.stream()
                                .allMatch(v ->
                                        options.stream().anyMatch(o -> o.value().equals(v)));
            case NUMBER -> isNumber(values.get(0));
            case DATE -> isDay(values.get(0));
            case TEXT -> !values.get(0).isBlank() && values.get(0).length() <= LONGEST_TEXT;
        };
        return good ? Optional.empty() : Optional.of(expected());
    }

    /**
     * What an answer has to look like, as an instruction.
     *
     * @return a sentence
     */
    public String expected() {
        return switch (kind) {
            case CHOICE -> "Choose one of " + values() + ".";
            case CHOICES -> "Choose one or more of " + values() + ", each once.";
            case NUMBER -> "Write a whole number from 0 to " + GREATEST_NUMBER + ".";
            case DATE -> "Write a day as 2026-11-22.";
            case TEXT -> "Write some words, at most " + LONGEST_TEXT + " characters.";
        };
    }

    /**
     * An answer as people read it.
     *
     * @param values as in {@link Answers}
     * @return labels, or "not answered"
     */
    public String words(List<String> values) {
        if (values.isEmpty()) {
            return "not answered";
        }
        return String.join(
                "; ",
                values.stream()
                        .map(v -> options.stream()
                                .filter(o -> o.value().equals(v))
                                .map(Option::label)
                                .findFirst()
                                .orElse(v))
                        .toList());
    }

    /** How much an answer is on the question's order; no answer is the least. */
    int rank(List<String> values) {
        if (values.isEmpty()) {
            return -1;
        }
        if (kind == Kind.NUMBER) {
            return Integer.parseInt(values.get(0));
        }
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).value().equals(values.get(0))) {
                return i;
            }
        }
        return -1;
    }

    private String values() {
        return String.join(", ", options.stream().map(Option::value).toList());
    }

    private static boolean isNumber(String text) {
        return text.length() <= 7
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && !text.isEmpty()
                && Integer.parseInt(text) <= GREATEST_NUMBER;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 2000 && day.getYear() < 3000;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
