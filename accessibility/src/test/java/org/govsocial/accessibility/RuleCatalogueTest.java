package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govsocial.engine.Guidance;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;

/** Holds the rules against {@code docs/catalogue/rule-statements.csv}, the agreed list of rules and their statements. */
class RuleCatalogueTest {
    private static final Path CATALOGUE = Path.of("../docs/catalogue/rule-statements.csv");

    private final Guidance guidance = Guidance.of(List.of(new Accessibility()));

    @Test
    void every_rule_is_loaded() {
        assertEquals(List.of(), guidance.problems());
        assertTrue(guidance.rules().size() >= 35, "only " + guidance.rules().size() + " rules");
    }

    @Test
    void every_rule_cites_the_statement_that_the_catalogue_names() throws IOException {
        Map<String, String> catalogue = new TreeMap<>();
        for (String line : Files.readAllLines(CATALOGUE)) {
            String[] cells = line.split(",", 2);
            catalogue.put(cells[0], cells[1]);
        }
        Map<String, String> cited = new TreeMap<>();
        for (RuleInfo rule : guidance.rules()) {
            cited.put(rule.id().name(), rule.cites().statement());
        }
        assertTrue(catalogue.size() > cited.size() / 2, "the catalogue was not read");
        cited.forEach((rule, statement) -> assertEquals(catalogue.get(rule), statement, "the statement of " + rule));
    }
}
