package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.govsocial.model.Block;
import org.govsocial.model.Checklist;
import org.govsocial.model.Paper;
import org.govsocial.model.Span;
import org.junit.jupiter.api.Test;

class ChecklistPaperTest {
    @Test
    void every_item_has_a_box_and_names_what_it_rests_on() {
        for (Checklist list : Shipped.GUIDANCE.checklists()) {
            Paper paper = ChecklistPaper.of(List.of(list), Shipped.GUIDANCE);
            assertEquals(list.title(), paper.title());
            var rows = paper.blocks().stream()
                    .filter(Block.Table.class::isInstance)
                    .flatMap(t -> ((Block.Table) t).rows().stream())
                    .toList();
            assertEquals(list.items().size(), rows.size(), list.id());
            assertTrue(rows.stream().allMatch(r -> r.get(0).text().equals("☐")));
            assertTrue(rows.stream().allMatch(r -> r.get(1).spans().stream().anyMatch(Span.Cite.class::isInstance)));
        }
    }

    @Test
    void all_of_them_make_one_paper() {
        Paper paper = ChecklistPaper.of(Shipped.GUIDANCE.checklists(), Shipped.GUIDANCE);
        assertEquals(
                Shipped.GUIDANCE.checklists().stream().map(Checklist::title).toList(),
                paper.blocks().stream()
                        .filter(Block.Heading.class::isInstance)
                        .map(h -> ((Block.Heading) h).text())
                        .toList());
    }
}
