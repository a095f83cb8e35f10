package org.govsocial.cli;

import java.util.ArrayList;
import java.util.List;

/** Plain text for a screen: paragraphs and tables that fit its width. */
final class TextPage {
    private final int width;
    private final StringBuilder text = new StringBuilder();

    TextPage(int width) {
        this.width = Math.max(40, width);
    }

    TextPage line(String line) {
        text.append(line).append('\n');
        return this;
    }

    TextPage blank() {
        return line("");
    }

    /** A paragraph, wrapped between words; every line starts with the indent. */
    TextPage paragraph(String indent, String words) {
        return hanging(indent, indent, words);
    }

    /** A paragraph whose first line starts in its own way. */
    TextPage hanging(String first, String indent, String words) {
        String start = first;
        for (String line : wrapped(words, width - indent.length())) {
            line(start + line);
            start = indent;
        }
        return this;
    }

    /** Text as its author broke it, each line wrapped. */
    TextPage verbatim(String indent, String lines) {
        lines.lines().forEach(line -> {
            if (line.isBlank()) {
                blank();
            } else {
                paragraph(indent, line);
            }
        });
        return this;
    }

    /** A table with a header; the last column takes what is left of the width. */
    TextPage table(List<String> header, List<List<String>> rows) {
        int last = header.size() - 1;
        var widths = new int[last];
        for (int i = 0; i < last; i++) {
            widths[i] = header.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        row(header, widths);
        for (List<String> row : rows) {
            row(row, widths);
        }
        return this;
    }

    private void row(List<String> cells, int[] widths) {
        var start = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            start.append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        String indent = " ".repeat(start.length());
        if (start.length() > width - 30) {
            line(start.toString().stripTrailing());
            paragraph("    ", cells.get(widths.length));
        } else {
            hanging(start.toString(), indent, cells.get(widths.length));
        }
    }

    private static List<String> wrapped(String words, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
