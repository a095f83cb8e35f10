package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Citation;
import org.govsocial.model.RuleId;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Test
    void every_statement_is_counted_once() {
        Coverage coverage = Coverage.of(Shipped.GUIDANCE, Map.of());
        for (Coverage.OfDocument d : coverage.documents()) {
            assertEquals(
                    d.document().statements().size(),
                    d.count(Coverage.By.RULE) + d.count(Coverage.By.STEP) + d.count(Coverage.By.NOTHING));
            assertTrue(d.askingReached() <= d.asking());
        }
        assertEquals(5, coverage.documents().size());
        assertEquals(0, coverage.count(Coverage.By.STEP), "no pack holds a checklist or playbook yet");
        assertTrue(coverage.count(Coverage.By.RULE) > 10);
    }

    @Test
    void the_rules_shown_are_the_rules_that_cite() {
        var shown = new HashSet<RuleId>();
        for (Coverage.OfDocument d : Coverage.of(Shipped.GUIDANCE, Map.of()).documents()) {
            for (Coverage.Reach reach : d.statements()) {
                for (RuleId rule : reach.rules()) {
                    assertEquals(
                            new Citation(d.document().id(), reach.statement().id()),
                            Shipped.GUIDANCE.rule(rule).orElseThrow().cites());
                    shown.add(rule);
                }
            }
        }
        assertEquals(
                new HashSet<>(
                        Shipped.GUIDANCE.rules().stream().map(RuleInfo::id).toList()),
                shown);
    }

    @Test
    void a_step_reaches_what_no_rule_checks() {
        var steps = Map.of(
                new Citation("toolbox", "LEG-07"), List.of("playbook step 3"),
                new Citation("accessibility", "A11Y-TEXT-PLAIN-LETTERS"), List.of("checklist item 1"));
        Coverage coverage = Coverage.of(Shipped.GUIDANCE, steps);
        assertEquals(1, coverage.count(Coverage.By.STEP), "a rule counts before a step");
        assertEquals(
                Coverage.of(Shipped.GUIDANCE, Map.of()).count(Coverage.By.NOTHING) - 1,
                coverage.count(Coverage.By.NOTHING));
    }
}
