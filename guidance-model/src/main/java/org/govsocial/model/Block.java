package org.govsocial.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A part of a {@link Paper}. */
public sealed interface Block {
    /**
     * All running words in it, in reading order.
     *
     * @return passages with their gaps and citations
     */
    List<Passage> passages();

    /**
     * A heading.
     *
     * @param level 1 to 3; the paper's title stands above them
     * @param text not blank
     * @return a block
     */
    static Block heading(int level, String text) {
        return new Heading(level, text);
    }

    /**
     * A paragraph of plain words.
     *
     * @param text no mark-up is read in it
     * @return a block
     */
    static Block paragraph(String text) {
        return new Paragraph(Passage.of(text));
    }

    /**
     * A list of plain words.
     *
     * @param items in order
     * @return a block
     */
    static Block bullets(List<String> items) {
        return new Bullets(items.stream().map(Passage::of).toList());
    }

    /**
     * A numbered list of plain words.
     *
     * @param items in order
     * @return a block
     */
    static Block steps(List<String> items) {
        return new Steps(items.stream().map(Passage::of).toList());
    }

    /**
     * A heading.
     *
     * @param level 1 to 3; the paper's title stands above them
     * @param text not blank
     */
    record Heading(int level, String text) implements Block {
        /** Checks both. */
        public Heading {
            if (level < 1 || level > 3 || text.isBlank()) {
                throw new IllegalArgumentException("no heading of level " + level + ": " + text);
            }
        }

        @Override
        public List<Passage> passages() {
            return List.of(Passage.of(text));
        }
    }

    /**
     * A paragraph.
     *
     * @param words its words
     */
    record Paragraph(Passage words) implements Block {
        @Override
        public List<Passage> passages() {
            return List.of(words);
        }
    }

    /**
     * A list.
     *
     * @param items in order; a list without items shows nothing
     */
    record Bullets(List<Passage> items) implements Block {
        /** Copies the list. */
        public Bullets {
            items = List.copyOf(items);
        }

        @Override
        public List<Passage> passages() {
            return items;
        }
    }

    /**
     * A numbered list, starting from 1.
     *
     * @param items in order; a list without items shows nothing
     */
    record Steps(List<Passage> items) implements Block {
        /** Copies the list. */
        public Steps {
            items = List.copyOf(items);
        }

        @Override
        public List<Passage> passages() {
            return items;
        }
    }

    /**
     * A table. The first cell of a row is its heading. A table without rows is shown as its caption and "none".
     *
     * @param caption says what it shows; not blank
     * @param header the headings of the columns; none blank
     * @param rows as many cells each as there are columns
     */
    record Table(String caption, List<String> header, List<List<Passage>> rows) implements Block {
        /** Copies and checks. */
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            if (caption.isBlank() || header.isEmpty() || header.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("a table needs a caption and headings: " + caption + " " + header);
            }
            for (List<Passage> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells under " + header.size() + " headings: " + caption);
                }
            }
        }

        /**
         * A table of plain words.
         *
         * @param caption says what it shows; not blank
         * @param header the headings of the columns; none blank
         * @param rows as many cells each as there are columns
         * @return a table
         */
        public static Table of(String caption, List<String> header, List<List<String>> rows) {
            return new Table(
                    caption,
                    header,
                    rows.stream().map(r -> r.stream().map(Passage::of).toList()).toList());
        }

        @Override
        public List<Passage> passages() {
            return rows.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * Figures to compare. Formats that cannot draw show {@link #table()} alone; the others show it too.
     *
     * @param title says what it shows; not blank
     * @param description what a reader would see in the picture, in a sentence or two; not blank
     * @param unit of the figures, such as {@code "posts"}; not blank
     * @param axis what the labels are, such as {@code "Week"}; not blank
     * @param labels one for each place along the axis
     * @param series at least one
     */
    record Chart(String title, String description, String unit, String axis, List<String> labels, List<Series> series)
            implements Block {
        /** Copies and checks. */
        public Chart {
            labels = List.copyOf(labels);
            series = List.copyOf(series);
            if (title.isBlank() || description.isBlank() || unit.isBlank() || axis.isBlank() || series.isEmpty()) {
                throw new IllegalArgumentException("a chart needs title, description, unit, axis and series: " + title);
            }
            for (Series one : series) {
                if (one.values().size() != labels.size()) {
                    throw new IllegalArgumentException("a value for each label: " + title + ", " + one.name());
                }
            }
        }

        /**
         * The figures.
         *
         * @return a row for each label, a column for each series
         */
        public Table table() {
            var header = new ArrayList<String>();
            header.add(axis);
            for (Series one : series) {
                header.add(one.name() + " (" + unit + ")");
            }
            var rows = new ArrayList<List<String>>();
            for (int i = 0; i < labels.size(); i++) {
                var row = new ArrayList<String>();
                row.add(labels.get(i));
                for (Series one : series) {
                    row.add(one.figure(i));
                }
                rows.add(row);
            }
            return Table.of(title, header, rows);
        }

        @Override
        public List<Passage> passages() {
            return table().passages();
        }

        /**
         * One row of figures.
         *
         * @param name not blank
         * @param values finite, from 0; empty where there is no data
         */
        public record Series(String name, List<OptionalDouble> values) {
            /** Copies and checks. */
            public Series {
                values = List.copyOf(values);
                if (name.isBlank()) {
                    throw new IllegalArgumentException("a series needs a name");
                }
                for (OptionalDouble value : values) {
                    if (value.isPresent()
                            && !(value.getAsDouble() >= 0 && value.getAsDouble() < Double.POSITIVE_INFINITY)) {
                        throw new IllegalArgumentException("no figure: " + value.getAsDouble());
                    }
                }
            }

            /**
             * A figure as people read it.
             *
             * @param index along the axis
             * @return at most two decimals, or "no data"
             */
            public String figure(int index) {
                OptionalDouble value = values.get(index);
                if (value.isEmpty()) {
                    return "no data";
                }
                var exact = BigDecimal.valueOf(value.getAsDouble()).setScale(2, RoundingMode.HALF_UP);
                return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
            }
        }
    }

    /**
     * Words to use as they are, such as a message to publish.
     *
     * @param words with their line breaks
     */
    record Quotation(Passage words) implements Block {
        /**
         * Plain words with what they rest on.
         *
         * @param text with its line breaks
         * @param cites the statements
         */
        public Quotation(String text, List<Span.Cite> cites) {
            this(Passage.of(text).and(cites));
        }

        @Override
        public List<Passage> passages() {
            return List.of(words);
        }
    }

    /**
     * Where people sign: a row for each, with room for name, signature and date.
     *
     * @param caption what they sign, such as {@code "Approval of this plan"}; not blank
     * @param signatories at least one
     */
    record SignOff(String caption, List<Signatory> signatories) implements Block {
        /** Copies and checks. */
        public SignOff {
            signatories = List.copyOf(signatories);
            if (caption.isBlank() || signatories.isEmpty()) {
                throw new IllegalArgumentException("who signs what? " + caption);
            }
        }

        /**
         * The rows to sign.
         *
         * @return columns for role, name, signature and date
         */
        public Table table() {
            return Table.of(
                    caption,
                    List.of("Role", "Name", "Signature", "Date"),
                    signatories.stream()
                            .map(s -> List.of(s.role(), s.name(), "", ""))
                            .toList());
        }

        @Override
        public List<Passage> passages() {
            return table().passages();
        }

        /**
         * Who signs.
         *
         * @param role in which they sign; not blank
         * @param name empty when it is to be filled in by hand
         */
        public record Signatory(String role, String name) {
            /** Checks the role. */
            public Signatory {
                if (role.isBlank()) {
                    throw new IllegalArgumentException("a signatory needs a role");
                }
            }
        }
    }
}
