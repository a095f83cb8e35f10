package org.govsocial.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * The page that explains a rule: Markdown with a first-level heading, a summary, and the second-level headings {@code
 * Why}, {@code How to fix}, {@code When a person must decide} and {@code Known traps}. The
 * engine adds {@code Examples}: one post that passes and one that fails, from those that stand beside the rule.
 *
 * @param markdown the page as written
 */
public record RulePage(String markdown) {
    /** The headings that every page has, in order. */
    public static final List<String> HEADINGS =
            List.of("Why", "How to fix", "When a person must decide", "Known traps");

    /**
     * The text under a second-level heading.
     *
     * @param heading without its signs
     * @return Markdown without the heading, stripped; empty when there is no such heading
     */
    public String under(String heading) {
        var lines = new ArrayList<String>();
        boolean inside = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.substring(3).strip().equals(heading);
            } else if (inside) {
                lines.add(line);
            }
        }
        return String.join("\n", lines).strip();
    }

    /**
     * The first paragraph under a heading, on one line.
     *
     * @param heading without its signs
     * @return plain words; empty when there is no such heading
     */
    public String lead(String heading) {
        String text = under(heading);
        int blank = text.indexOf("\n\n");
        return (blank < 0 ? text : text.substring(0, blank)).replace('\n', ' ').strip();
    }
}
