package org.govsocial.cli;

import java.util.List;

/** A decision in plain text. */
final class DecideOutline {
    private final TextPage page;

    DecideOutline(int width) {
        page = new TextPage(width);
    }

    void title(String words) {
        page.paragraph("", words);
    }

    void heading(String words) {
        page.blank().line(words);
    }

    void paragraph(String words) {
        page.paragraph("  ", words);
    }

    void item(String words) {
        page.hanging("  - ", "    ", words);
    }

    /** A remark on the item before. */
    void remark(String words) {
        page.hanging("      ", "        ", words);
    }

    void table(List<String> header, List<List<String>> rows) {
        page.table(header, rows);
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
