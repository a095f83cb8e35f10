package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accounts for every row of the reference of rules: it is a rule that runs, an item of a checklist with the reason why a
 * machine cannot decide it, or not done with the reason. With GOVSOCIAL_WRITE_DOCS=true rows that have become rules are
 * marked so.
 */
class RuleRowsTest {
    private static final int ROWS = 93;

    private static List<RuleRow> rows;
    private static Set<String> loaded;

    @BeforeAll
    static void read() throws IOException {
        Guidance guidance = Guidance.of(List.of(new Accessibility()));
        loaded = guidance.rules().stream()
                .filter(rule -> rule.id().document().equals("accessibility"))
                .map(rule -> rule.id().name())
                .collect(Collectors.toCollection(TreeSet::new));
        rows = RuleRow.read();
        if ("true".equals(System.getenv("GOVSOCIAL_WRITE_DOCS"))) {
            rows = RuleRow.write(rows, loaded);
        }
    }

    @Test
    void every_row_of_the_reference_stands_here_once() throws IOException {
        assertEquals(RuleRow.reference(), rows.stream().map(RuleRow::row).toList());
        assertEquals(ROWS, rows.size());
        assertEquals(ROWS, rows.stream().map(RuleRow::row).distinct().count());
    }

    @Test
    void a_row_that_is_a_rule_runs_and_every_rule_that_runs_is_a_row() {
        Set<String> rules = named("rule");
        assertTrue(rules.size() > 60, "only " + rules.size() + " rules");
        assertEquals(
                rules,
                loaded.stream()
                        .filter(rule -> rows.stream().anyMatch(r -> r.row().equals(rule)))
                        .collect(Collectors.toCollection(TreeSet::new)),
                "run this test with GOVSOCIAL_WRITE_DOCS=true when rules were added");
    }

    @Test
    void what_no_rule_checks_has_its_reason() {
        for (RuleRow row : rows) {
            switch (row.state()) {
                case "rule" -> assertEquals("", row.item() + row.reason(), row.row());
                case "manual" ->
                    assertTrue(!row.item().isEmpty() && row.reason().length() > 40, row.row());
                case "not-done" ->
                    assertTrue(row.item().isEmpty() && row.reason().length() > 20, row.row());
                default -> throw new AssertionError(row.row() + " has the unknown state " + row.state());
            }
        }
    }

    @Test
    void a_manual_row_is_an_item_of_a_checklist() {
        Set<String> items = Guidance.of(List.of(new Accessibility())).packs().stream()
                .flatMap(pack -> pack.checklists().stream())
                .flatMap(list -> list.items().stream())
                .map(item -> item.id())
                .collect(Collectors.toCollection(TreeSet::new));
        List<RuleRow> manual =
                rows.stream().filter(row -> row.state().equals("manual")).toList();
        assertTrue(manual.size() >= 3, "only " + manual.size());
        for (RuleRow row : manual) {
            assertTrue(items.contains(row.item()), row.row() + ": " + items);
        }
    }

    private static Set<String> named(String state) {
        return rows.stream()
                .filter(row -> row.state().equals(state))
                .map(RuleRow::row)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
