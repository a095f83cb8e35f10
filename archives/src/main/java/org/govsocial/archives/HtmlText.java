package org.govsocial.archives;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a post written as HTML, as its reader sees them: paragraphs are parted by a blank line, a break starts a new
 * line, and links that Mastodon shows shortened are whole, since that is the text that was posted and is spoken.
 */
final class HtmlText implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();

    /** Line breaks due before the next word. */
    private int due;

    private boolean blank;

    private HtmlText() {}

    static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0 && html.indexOf('\n') < 0) {
            return html.strip();
        }
        var text = new HtmlText();
        NodeTraversor.traverse(text, Jsoup.parseBodyFragment(html).body());
        return text.out.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> {
                    // Blanks before a break are not seen.
                    blank = false;
                    due++;
                }
                case "p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6" -> due(2);
                case "li", "div" -> due(1);
                default -> {}
            }
            if (element.normalName().equals("li")) {
                append("• ");
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            switch (element.normalName()) {
                case "p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6" -> due(2);
                case "li", "div" -> due(1);
                default -> {}
            }
        }
    }

    private void due(int lines) {
        blank = false;
        due = Math.max(due, lines);
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                blank = true;
            } else {
                if (out.length() > 0) {
                    if (due > 0) {
                        out.append("\n".repeat(due));
                    } else if (blank) {
                        out.append(' ');
                    }
                }
                due = 0;
                blank = false;
                out.append(c);
            }
        }
    }
}
