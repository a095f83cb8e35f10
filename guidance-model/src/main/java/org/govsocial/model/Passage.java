package org.govsocial.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Running words: the content of a paragraph, of an item of a list or of a cell.
 *
 * @param spans in order; none for nothing
 */
public record Passage(List<Span> spans) {
    /** Nothing. */
    public static final Passage EMPTY = new Passage(List.of());

    /** Copies the spans. */
    public Passage {
        spans = List.copyOf(spans);
    }

    /**
     * Plain words.
     *
     * @param text no mark-up is read in it
     * @return one span, or none for an empty text
     */
    public static Passage of(String text) {
        return text.isEmpty() ? EMPTY : new Passage(List.of(new Span.Words(text)));
    }

    /**
     * Words of several kinds.
     *
     * @param spans in order
     * @return a passage
     */
    public static Passage of(Span... spans) {
        return new Passage(List.of(spans));
    }

    /**
     * The same with more at its end.
     *
     * @param more in order
     * @return a new passage
     */
    public Passage and(List<? extends Span> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<Span>(spans);
        all.addAll(more);
        return new Passage(all);
    }

    /**
     * The same with one more span at its end.
     *
     * @param more comes last
     * @return a new passage
     */
    public Passage and(Span more) {
        return and(List.of(more));
    }

    /**
     * The words without marks and citations.
     *
     * @return plain text
     */
    public String text() {
        var text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }
}
