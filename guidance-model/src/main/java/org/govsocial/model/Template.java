package org.govsocial.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * How to write a document from facts. Texts are in the Mustache language without escapes and partials: {@code {{agency}}}
 * stands for a fact, and {@code {{#agency}}…{{/agency}}} for words that are there only when the fact is known. A fact that
 * nobody has given becomes a {@link Gap}. An agency's template takes the place of ours of the same id.
 *
 * @param id kebab case, such as {@code "moderation-policy"}
 * @param title of the document
 * @param purpose what the document is for, in a sentence
 * @param parts in order
 * @param shortNotes whether notes say where statements were read, and not what they say, so that they fit on a page
 */
public record Template(String id, String title, String purpose, List<Part> parts, boolean shortNotes) {
    /** Copies the list. */
    public Template {
        parts = List.copyOf(parts);
    }

    /** A part of the document. */
    public sealed interface Part {
        /**
         * When the part is there.
         *
         * @return the fact that has to be known, or {@code "!"} and the fact that must not be; empty for always
         */
        String when();
    }

    /**
     * A heading.
     *
     * @param when as in {@link Part#when()}
     * @param level 1 to 3
     * @param text of the heading
     */
    public record Heading(String when, int level, String text) implements Part {}

    /**
     * A paragraph.
     *
     * @param when as in {@link Part#when()}
     * @param words what it says
     */
    public record Paragraph(String when, Line words) implements Part {}

    /**
     * A list.
     *
     * @param when as in {@link Part#when()}
     * @param numbered whether the order matters
     * @param each the fact with several values for each of which the lines are there; empty for none
     * @param lines in order
     * @param none what to say when there is no value; empty when that is a gap
     */
    public record Items(String when, boolean numbered, String each, List<Line> lines, String none) implements Part {
        /** Copies the list. */
        public Items {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table.
     *
     * @param when as in {@link Part#when()}
     * @param caption what it shows
     * @param columns their headings
     * @param each the fact with several values for each of which the rows are there; empty for none
     * @param rows in order, with as many cells each as there are columns
     * @param none what to say when there is no value; empty when that is a gap
     */
    public record Grid(String when, String caption, List<String> columns, String each, List<Row> rows, String none)
            implements Part {
        /** Copies the lists. */
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Words to use as they are.
     *
     * @param when as in {@link Part#when()}
     * @param words what they are
     */
    public record Quotation(String when, Line words) implements Part {}

    /**
     * Where people sign.
     *
     * @param when as in {@link Part#when()}
     * @param caption what they sign
     * @param signatories who signs
     */
    public record Signing(String when, String caption, List<Signatory> signatories) implements Part {
        /** Copies the list. */
        public Signing {
            signatories = List.copyOf(signatories);
        }
    }

    /**
     * A chart of figures.
     *
     * @param when as in {@link Part#when()}
     * @param figure the name of the chart among the facts
     */
    public record Figure(String when, String figure) implements Part {}

    /**
     * Words with what they rest on.
     *
     * @param when as in {@link Part#when()}
     * @param text what they say
     * @param cites the statements
     */
    public record Line(String when, String text, List<Citation> cites) {
        /** Copies the list. */
        public Line {
            cites = List.copyOf(cites);
        }
    }

    /**
     * A row of a table.
     *
     * @param when as in {@link Part#when()}
     * @param cells their texts
     * @param cites the statements
     */
    public record Row(String when, List<String> cells, List<Citation> cites) {
        /** Copies the lists. */
        public Row {
            cells = List.copyOf(cells);
            cites = List.copyOf(cites);
        }
    }

    /**
     * Who signs.
     *
     * @param role in which capacity
     * @param name the text of the name; empty when it is filled in by hand
     */
    public record Signatory(String role, String name) {}

    /**
     * All citations in it.
     *
     * @return in order, some perhaps several times
     */
    public List<Citation> cites() {
        return parts.stream()
                .flatMap(part -> {
                    if (part instanceof Paragraph paragraph) {
                        return paragraph.words().cites().stream();
                    } else if (part instanceof Quotation quotation) {
                        return quotation.words().cites().stream();
                    } else if (part instanceof Items items) {
                        return items.lines().stream().flatMap(l -> l.cites().stream());
                    } else if (part instanceof Grid grid) {
                        return grid.rows().stream().flatMap(r -> r.cites().stream());
                    }
                    return Stream.<Citation>empty();
                })
                .toList();
    }
}
