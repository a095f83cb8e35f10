package org.govsocial.casestudies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govsocial.model.CaseStudy;

/**
 * Cases side by side.
 *
 * @param cases in the order asked for
 * @param rows what can be compared; rows that no case fills are left out
 */
public record CaseComparison(List<CaseStudy> cases, List<Row> rows) {
    /** Copies the lists. */
    public CaseComparison {
        cases = List.copyOf(cases);
        rows = List.copyOf(rows);
    }

    /**
     * One thing about each case.
     *
     * @param label what it is
     * @param values one for each case, empty when not known
     */
    public record Row(String label, List<String> values) {
        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * Puts cases side by side.
     *
     * @param cases in order
     * @return the comparison
     */
    public static CaseComparison of(List<CaseStudy> cases) {
        var rows = new ArrayList<Row>();
        row("Title", CaseStudy::title, cases, rows);
        row("Organisation", CaseStudy::organisation, cases, rows);
        row("When", Wording::when, cases, rows);
        for (Facet facet : Facet.values()) {
            if (facet != Facet.YEAR) {
                row(facet.words(), c -> Wording.values(facet, c), cases, rows);
            }
        }
        row("Audience", c -> String.join(", ", c.setting().audiences()), cases, rows);
        row("Purpose", CaseStudy::purpose, cases, rows);
        row("What was done", CaseStudy::done, cases, rows);
        row("Result", CaseStudy::result, cases, rows);
        row(
                "Figures",
                c -> c.figures().stream()
                        .map(f -> f.what() + ": " + Wording.number(f))
                        .collect(Collectors.joining("; ")),
                cases,
                rows);
        row(
                "Lessons",
                c -> c.lessons().stream().map(CaseStudy.Lesson::text).collect(Collectors.joining(" ")),
                cases,
                rows);
        row("Confidence", c -> Wording.kebab(c.confidence()), cases, rows);
        return new CaseComparison(cases, rows);
    }

    private static void row(String label, Function<CaseStudy, String> value, List<CaseStudy> cases, List<Row> rows) {
        List<String> values = cases.stream().map(value).toList();
        if (values.stream().anyMatch(v -> !v.isEmpty())) {
            rows.add(new Row(label, values));
        }
    }
}
