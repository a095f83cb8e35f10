package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.RuleId;
import org.govsocial.model.Statement;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
    /** The roles of checklists; playbooks know most of them too. */
    private static final Set<String> OWNERS = Set.of(
            "adviser", "communications-manager", "legal", "manager", "moderator", "privacy-officer", "records-manager");

    @Test
    void every_statement_is_counted_once() {
        Coverage coverage = Coverage.of(Shipped.GUIDANCE);
        for (Coverage.OfDocument d : coverage.documents()) {
            assertEquals(
                    d.document().statements().size(),
                    d.count(Coverage.By.RULE) + d.count(Coverage.By.STEP) + d.count(Coverage.By.NOTHING));
            assertTrue(d.askingReached() <= d.asking());
        }
        assertEquals(5, coverage.documents().size());
        assertTrue(coverage.count(Coverage.By.STEP) > 10);
        assertTrue(coverage.count(Coverage.By.RULE) > 10);
    }

    @Test
    void the_rules_shown_are_the_rules_that_cite() {
        var shown = new HashSet<RuleId>();
        for (Coverage.OfDocument d : Coverage.of(Shipped.GUIDANCE).documents()) {
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
    void the_steps_shown_are_the_steps_that_cite() {
        var shown = new HashSet<Step>();
        for (Coverage.OfDocument d : Coverage.of(Shipped.GUIDANCE).documents()) {
            for (Coverage.Reach reach : d.statements()) {
                for (Step step : reach.steps()) {
                    assertTrue(step.cites()
                            .contains(new Citation(
                                    d.document().id(), reach.statement().id())));
                    shown.add(step);
                }
            }
        }
        assertEquals(new HashSet<>(Step.of(Shipped.GUIDANCE)), shown);
    }

    @Test
    void a_step_reaches_what_no_rule_checks(@TempDir Path folder) throws IOException {
        Coverage before = Coverage.of(Shipped.GUIDANCE);
        Statement open = before.documents().stream()
                .filter(d -> d.document().id().equals("case-studies"))
                .flatMap(d -> d.statements().stream())
                .filter(r -> r.by() == Coverage.By.NOTHING)
                .findFirst()
                .orElseThrow()
                .statement();
        Coverage after = Coverage.of(Shipped.with(folder, """
                {
                  "format": 1, "id": "agency", "version": "1.0.0", "title": "Ours", "maintainer": "us",
                  "checklists": [{
                    "id": "ours", "title": "Ours", "use": "Weekly.",
                    "items": [{
                      "id": "one", "phase": "running", "text": "Do it.", "owner": "adviser",
                      "cites": [
                        { "document": "case-studies", "statement": "%s" },
                        { "document": "accessibility", "statement": "A11Y-TEXT-PLAIN-LETTERS" }
                      ]
                    }]
                  }]
                }
                """.formatted(open.id())));
        assertEquals(before.count(Coverage.By.STEP) + 1, after.count(Coverage.By.STEP), "a rule counts before a step");
        assertEquals(before.count(Coverage.By.RULE), after.count(Coverage.By.RULE));
        assertEquals(before.count(Coverage.By.NOTHING) - 1, after.count(Coverage.By.NOTHING));
    }

    /** An agency's checklist takes the place of ours, and what ours reached is then reached by nothing. */
    @Test
    void a_checklist_that_is_replaced_no_longer_counts(@TempDir Path folder) throws IOException {
        Checklist ours = Shipped.GUIDANCE.checklists().get(0);
        Guidance with = Shipped.with(folder, """
                {
                  "format": 1, "id": "agency", "version": "1.0.0", "title": "Ours", "maintainer": "us",
                  "checklists": [{ "id": "%s", "title": "Ours", "use": "Never.", "items": [] }]
                }
                """.formatted(ours.id()));
        assertEquals(Shipped.GUIDANCE.checklists().size(), with.checklists().size());
        assertEquals(
                Step.of(Shipped.GUIDANCE).size() - ours.items().size(),
                Step.of(with).size());
    }

    @Test
    void at_least_six_in_ten_statements_that_ask_for_something_are_reached() {
        Coverage coverage = Coverage.of(Shipped.GUIDANCE);
        assertTrue(
                100 * coverage.askingReached() >= 60 * coverage.asking(),
                () -> coverage.askingReached() + " of " + coverage.asking());
    }

    @Test
    void every_item_is_short_belongs_to_somebody_and_stands_once() {
        var ids = new HashSet<String>();
        var texts = new HashSet<String>();
        for (Checklist list : Shipped.GUIDANCE.checklists()) {
            assertTrue(list.items().size() >= 5, list.id());
            for (Checklist.Item item : list.items()) {
                assertTrue(ids.add(list.id() + "/" + item.id()), item.id());
                assertTrue(texts.add(item.text()), item.text());
                int words = item.text().split(" ", -1).length;
                assertTrue(words <= 50, () -> words + " words: " + item.text());
                assertTrue(OWNERS.contains(item.owner()), item.owner());
            }
        }
        assertTrue(texts.size() > 100, () -> texts.size() + " items");
    }
}
