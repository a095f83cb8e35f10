package org.govsocial.mishap;

import java.util.stream.Collectors;
import org.govsocial.model.Block;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;

/** What a paper says, without a format: a line for each passage, cells of a row with bars between them. */
final class PaperWords {
    private PaperWords() {}

    static String of(Paper paper) {
        return paper.blocks().stream().map(PaperWords::of).collect(Collectors.joining("\n"));
    }

    private static String of(Block block) {
        if (block instanceof Block.Table table) {
            return table.rows().stream()
                    .map(r -> r.stream().map(Passage::text).collect(Collectors.joining(" | ")))
                    .collect(Collectors.joining("\n"));
        }
        return block.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }
}
