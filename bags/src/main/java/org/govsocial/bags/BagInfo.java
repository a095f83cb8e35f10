package org.govsocial.bags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Facts about a bag, as {@code bag-info.txt} holds them, in order. A label may stand several times.
 *
 * @param entries labels and their values
 */
public record BagInfo(List<Entry> entries) {
    /** The label of the count that {@link Bag} works out itself. */
    static final String OXUM = "Payload-Oxum";

    /** No facts. */
    public static final BagInfo NONE = new BagInfo(List.of());

    /** Keeps its own list. */
    public BagInfo {
        entries = List.copyOf(entries);
    }

    /**
     * One fact.
     *
     * @param label such as {@code "Source-Organization"}, without a colon or a line break
     * @param value on one line: line breaks, tabs and other controls are turned into spaces
     */
    public record Entry(String label, String value) {
        /**
         * Makes one.
         *
         * @throws IllegalArgumentException for a label that cannot be read back
         */
        public Entry {
            if (label.isBlank() || !label.equals(label.strip()) || label.chars().anyMatch(c -> c == ':' || c < ' ')) {
                throw new IllegalArgumentException("no label of bag-info.txt: " + label);
            }
            value = onOneLine(value);
        }

        private static String onOneLine(String value) {
            var line = new StringBuilder(value.length());
            value.codePoints()
                    .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                    .forEach(line::appendCodePoint);
            return line.toString().strip();
        }
    }

    /**
     * The same with one fact more.
     *
     * @param label its label
     * @param value its value; nothing is added when it is blank
     * @return the facts
     */
    public BagInfo with(String label, String value) {
        if (value.isBlank()) {
            return this;
        }
        var more = new ArrayList<>(entries);
        more.add(new Entry(label, value));
        return new BagInfo(more);
    }

    /**
     * The first value under a label.
     *
     * @param label in any case
     * @return the value, when there is one
     */
    public Optional<String> first(String label) {
        return entries.stream()
                .filter(e -> e.label().equalsIgnoreCase(label))
                .map(Entry::value)
                .findFirst();
    }
}
