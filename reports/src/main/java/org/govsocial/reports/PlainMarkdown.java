package org.govsocial.reports;

/** Takes the signs of Markdown out of a paragraph: emphasis, code marks and the addresses of links. */
final class PlainMarkdown {
    private PlainMarkdown() {}

    static String of(String paragraph) {
        var out = new StringBuilder(paragraph.length());
        boolean code = false;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            if (c == '`') {
                code = !code;
            } else if (code) {
                out.append(c);
            } else if (c == '\\' && i + 1 < paragraph.length() && isPunctuation(paragraph.charAt(i + 1))) {
                out.append(paragraph.charAt(++i));
            } else if (c == '*' || c == '_' && isEdge(paragraph, i)) {
                continue;
            } else if (c == '[' && linkEnd(paragraph, i) > 0) {
                out.append(of(paragraph.substring(i + 1, paragraph.indexOf("](", i))));
                i = linkEnd(paragraph, i);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** An underscore inside a word, as in {@code alt_text}, is a letter; at its edge it is emphasis. */
    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length() - 1
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** The closing bracket of {@code [words](address)} that opens here, or -1. */
    private static int linkEnd(String text, int open) {
        int middle = text.indexOf("](", open);
        int inner = text.indexOf('[', open + 1);
        return middle < 0 || inner >= 0 && inner < middle ? -1 : text.indexOf(')', middle);
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
