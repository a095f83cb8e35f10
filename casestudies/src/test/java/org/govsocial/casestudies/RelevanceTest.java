package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.govsocial.engine.Guidance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How good the search is, measured by questions that were written from the titles alone before the search existed
 * ({@code relevance.csv}). They are frozen: when one seems wrong, the search is made better or the figure falls.
 */
class RelevanceTest {
    private static final double AIM = 0.85;
    private static final int DEPTH = 5;
    private static final CaseLibrary LIBRARY = CaseLibrary.of(Guidance.of(List.of(new CaseStudies())));
    private static final CaseSearch SEARCH = LIBRARY.search();

    @AfterAll
    static void close() {
        SEARCH.close();
    }

    private record Question(String words, Map<String, Integer> grades) {}

    private static List<Question> questions() throws IOException {
        var questions = new ArrayList<Question>();
        try (InputStream file = Objects.requireNonNull(RelevanceTest.class.getResourceAsStream("relevance.csv"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line; (line = lines.readLine()) != null; ) {
                int comma = line.indexOf(',');
                var grades = new LinkedHashMap<String, Integer>();
                for (String answer : line.substring(comma + 1).split(" ", -1)) {
                    int equals = answer.indexOf('=');
                    grades.put(answer.substring(0, equals), Integer.valueOf(answer.substring(equals + 1)));
                }
                questions.add(new Question(line.substring(0, comma), grades));
            }
        }
        return questions;
    }

    private static List<String> found(String words) {
        return SEARCH.search(CaseQuery.of(words).withLimit(DEPTH)).hits().stream()
                .map(h -> h.found().id())
                .toList();
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) / (Math.log(rank + 2) / Math.log(2));
    }

    private static double ndcg(Question question) {
        double gained = 0;
        List<String> found = found(question.words());
        for (int i = 0; i < found.size(); i++) {
            gained += gain(question.grades().getOrDefault(found.get(i), 0), i);
        }
        double best = 0;
        var ideal = question.grades().values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList();
        for (int i = 0; i < ideal.size(); i++) {
            best += gain(ideal.get(i), i);
        }
        return gained / best;
    }

    @Test
    void the_best_answers_stand_among_the_first_five() throws IOException {
        List<Question> questions = questions();
        assertTrue(questions.size() >= 60, () -> questions.size() + " questions");
        double sum = 0;
        var poor = new StringBuilder();
        for (Question question : questions) {
            double one = ndcg(question);
            sum += one;
            if (one < AIM) {
                poor.append(String.format(
                        java.util.Locale.ROOT, "%n%.2f %s: %s", one, question.words(), found(question.words())));
            }
        }
        double mean = sum / questions.size();
        System.out.printf(java.util.Locale.ROOT, "nDCG@5 over %d questions: %.3f%s%n", questions.size(), mean, poor);
        assertTrue(mean >= AIM, () -> "nDCG@5 is " + mean + poor);
    }

    @Test
    void every_answer_is_a_case_of_the_library() throws IOException {
        for (Question question : questions()) {
            for (String id : question.grades().keySet()) {
                assertTrue(LIBRARY.find(id).isPresent(), () -> question.words() + " expects " + id);
            }
        }
        assertEquals(48, LIBRARY.cases().size());
    }
}
