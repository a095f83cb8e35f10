package org.govsocial.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.Block;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Source;
import org.govsocial.model.Span;
import org.govsocial.spi.Catalogue;

/** Checklists on paper, to go through with a pen or to pass round: a table for each phase, with a box before each item. */
public final class ChecklistPaper {
    private static final String BOX = "☐";

    private ChecklistPaper() {}

    /**
     * Sets checklists out.
     *
     * @param lists at least one
     * @param catalogue whose statements they rest on
     * @return one paper with all of them
     */
    public static Paper of(List<Checklist> lists, Catalogue catalogue) {
        var blocks = new ArrayList<Block>();
        for (Checklist list : lists) {
            if (lists.size() > 1) {
                blocks.add(Block.heading(1, list.title()));
            }
            blocks.add(Block.paragraph(list.use()));
            var phases = new LinkedHashMap<Checklist.Phase, List<List<Passage>>>();
            for (Checklist.Item item : list.items()) {
                phases.computeIfAbsent(item.phase(), p -> new ArrayList<>()).add(row(item, catalogue));
            }
            phases.forEach((phase, rows) -> blocks.add(
                    new Block.Table(capital(phase.words()), List.of("Done", "What", "Who", "When and by whom"), rows)));
        }
        return Paper.of(lists.size() == 1 ? lists.get(0).title() : "Checklists", blocks);
    }

    private static List<Passage> row(Checklist.Item item, Catalogue catalogue) {
        var what = new ArrayList<Span>();
        what.add(new Span.Words(item.text()));
        for (Citation cited : item.cites()) {
            catalogue
                    .statement(cited)
                    .ifPresent(s -> what.add(Span.Cite.of(
                            cited.document(),
                            s,
                            catalogue.source(s.source()).map(Source::title).orElse(s.source()))));
        }
        return List.of(
                Passage.of(BOX),
                new Passage(what),
                Passage.of(capital(item.owner().replace('-', ' '))),
                Passage.EMPTY);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
