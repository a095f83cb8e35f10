package org.govsocial.mishap.response;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.Block;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;

/** A paper in the making: headings, then what stands below them. Not thread-safe. */
final class Page {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Page(String title) {
        this.title = title;
    }

    Page section(String heading) {
        return add(Block.heading(1, heading));
    }

    Page paragraph(String text) {
        return add(Block.paragraph(text));
    }

    Page paragraph(Passage words) {
        return add(new Block.Paragraph(words));
    }

    Page items(List<String> items) {
        return add(Block.bullets(items));
    }

    Page numbered(List<String> items) {
        return add(Block.steps(items));
    }

    Page table(String caption, List<String> header, List<List<String>> rows) {
        return add(Block.Table.of(caption, header, rows));
    }

    Page add(Block block) {
        blocks.add(block);
        return this;
    }

    Paper paper() {
        return Paper.of(title, blocks);
    }
}
