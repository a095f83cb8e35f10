package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.govsocial.model.Provenance;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final Entries ENTRIES = Entries.of(Shipped.GUIDANCE);

    private static Entry.OfStatement statement(String id) {
        return (Entry.OfStatement) ENTRIES.find(id).orElseThrow();
    }

    @Test
    void documents_sections_and_statements_are_found_in_any_case() {
        assertTrue(ENTRIES.find("Toolbox").orElseThrow() instanceof Entry.OfDocument);
        assertTrue(ENTRIES.find("tb-legal").orElseThrow() instanceof Entry.OfSection);
        assertEquals("LEG-07", ENTRIES.find(" leg-07 ").orElseThrow().id());
        assertTrue(ENTRIES.find("LEG-99").isEmpty());
    }

    @Test
    void nothing_is_lost_on_the_way() {
        long statements = Shipped.GUIDANCE.documents().stream()
                .mapToLong(d -> d.statements().size())
                .sum();
        assertEquals(
                statements,
                ENTRIES.all().stream()
                        .filter(Entry.OfStatement.class::isInstance)
                        .count());
    }

    @Test
    void the_topic_of_objectionable_comment_leads_to_the_steps_of_the_act_and_their_source() {
        List<String> beside = ENTRIES.links(statement("LEG-07")).stream()
                .filter(f -> f.relation() == Entries.Relation.STANDS_BESIDE)
                .map(f -> f.to().id())
                .toList();
        assertTrue(
                beside.containsAll(List.of("HDCA-24-1", "HDCA-24-2", "HDCA-24-3", "HDCA-24-4", "HDCA-24-5")),
                beside::toString);
        Basis basis = Basis.of(statement("HDCA-24-2").statement(), Shipped.GUIDANCE);
        assertTrue(basis.words().contains("Harmful Digital Communications Act 2015"), basis::words);
        assertTrue(basis.words().startsWith("Required by "), basis::words);
        assertTrue(basis.words().endsWith("Provenance: New Zealand rule in force. Checked 2026-11-22."), basis::words);
    }

    @Test
    void links_are_followed_backwards_too() {
        assertTrue(ENTRIES.links(statement("HDCA-24-1")).stream()
                .anyMatch(f -> f.to().id().equals("LEG-07") && f.relation() == Entries.Relation.STANDS_BESIDE));
    }

    @Test
    void a_judgement_of_ours_names_no_source_that_could_be_taken_for_its_author() {
        int judgements = 0;
        for (Entry entry : ENTRIES.all()) {
            if (entry instanceof Entry.OfStatement s && s.statement().provenance() == Provenance.PROJECT) {
                String sentence = Basis.of(s.statement(), Shipped.GUIDANCE).words();
                assertTrue(sentence.startsWith("Our judgement"), sentence);
                judgements++;
            }
        }
        assertTrue(judgements > 20);
    }

    @Test
    void a_statement_knows_the_rules_that_rest_on_it() {
        assertTrue(ENTRIES.rulesCiting(statement("A11Y-TEXT-PLAIN-LETTERS")).stream()
                .anyMatch(r -> r.id().toString().equals("accessibility/text-fancy-unicode")));
    }
}
