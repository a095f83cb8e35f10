package org.govsocial.cli;

import java.util.List;

/** A document in plain text or in Markdown. */
final class DecideOutline {
    private final StringBuilder markdown = new StringBuilder();
    private final TextPage page;
    private final boolean plain;

    private DecideOutline(boolean plain, int width) {
        this.plain = plain;
        page = new TextPage(width);
    }

    static DecideOutline text(int width) {
        return new DecideOutline(true, width);
    }

    static DecideOutline markdown() {
        return new DecideOutline(false, 80);
    }

    void title(String words) {
        if (plain) {
            page.paragraph("", words);
        } else {
            markdown.append("# ").append(escaped(words)).append("\n");
        }
    }

    void heading(String words) {
        if (plain) {
            page.blank().line(words);
        } else {
            markdown.append("\n## ").append(escaped(words)).append("\n\n");
        }
    }

    void paragraph(String words) {
        if (plain) {
            page.paragraph("  ", words);
        } else {
            markdown.append('\n').append(escaped(words)).append("\n\n");
        }
    }

    void item(String words) {
        if (plain) {
            page.hanging("  - ", "    ", words);
        } else {
            markdown.append("- ").append(escaped(words)).append('\n');
        }
    }

    /** A remark on the item before. */
    void remark(String words) {
        if (plain) {
            page.hanging("      ", "        ", words);
        } else {
            markdown.append("  - ").append(escaped(words)).append('\n');
        }
    }

    void table(List<String> header, List<List<String>> rows) {
        if (plain) {
            page.table(header, rows);
        } else {
            row(header);
            markdown.append("|---".repeat(header.size())).append("|\n");
            rows.forEach(this::row);
        }
    }

    private void row(List<String> cells) {
        cells.forEach(c -> markdown.append("| ").append(escaped(c)).append(' '));
        markdown.append("|\n");
    }

    private static String escaped(String words) {
        return words.replaceAll("[\\\\`*_\\[\\]<>|#]", "\\\\$0").replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return plain ? page.toString() : markdown.toString();
    }
}
