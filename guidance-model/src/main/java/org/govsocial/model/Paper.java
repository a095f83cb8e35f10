package org.govsocial.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * A document to read, sign or send, without a format: {@code DocumentFormat} writes it as Markdown, HTML or DOCX.
 *
 * <p>A format shows the title, the blocks, then a list of the {@link #gaps()} and the notes of the {@link #cites()}, each
 * when there are any.
 *
 * @param title not blank
 * @param language of the words
 * @param blocks in order; a heading is at most one level below the one before it
 */
public record Paper(String title, Locale language, List<Block> blocks) {
    private static final Locale NEW_ZEALAND_ENGLISH = Locale.forLanguageTag("en-NZ");

    /** Copies the blocks; checks title and headings. */
    public Paper {
        blocks = List.copyOf(blocks);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a paper needs a title");
        }
        int level = 0;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                if (heading.level() > level + 1) {
                    throw new IllegalArgumentException(
                            "heading of level " + heading.level() + " below level " + level + ": " + heading.text());
                }
                level = heading.level();
            }
        }
    }

    /**
     * A paper in New Zealand English.
     *
     * @param title not blank
     * @param blocks in order; a heading is at most one level below the one before it
     * @return a paper
     */
    public static Paper of(String title, List<Block> blocks) {
        return new Paper(title, NEW_ZEALAND_ENGLISH, blocks);
    }

    /**
     * What is missing.
     *
     * @return in order of first mention, each once
     */
    public List<Gap> gaps() {
        return spans(Gap.class);
    }

    /**
     * What the words rest on.
     *
     * @return in order of first mention, each once
     */
    public List<Span.Cite> cites() {
        return spans(Span.Cite.class);
    }

    private <T extends Span> List<T> spans(Class<T> kind) {
        var found = new LinkedHashSet<T>();
        for (Block block : blocks) {
            for (Passage passage : block.passages()) {
                for (Span span : passage.spans()) {
                    if (kind.isInstance(span)) {
                        found.add(kind.cast(span));
                    }
                }
            }
        }
        return List.copyOf(found);
    }
}
