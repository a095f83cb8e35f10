package org.govsocial.accessibility;

import org.govsocial.model.Edit;

/** Edits that leave no double space behind. */
final class Edits {
    private Edits() {}

    /** Takes a part of the post's words out, and one of the spaces around it. */
    static Edit removing(String text, int start, int end) {
        boolean spaceBefore = start > 0 && text.charAt(start - 1) == ' ';
        boolean spaceAfter = end < text.length() && text.charAt(end) == ' ';
        if (spaceBefore && (spaceAfter || end == text.length() || isPunctuation(text.charAt(end)))) {
            return Edit.text(start - 1, end, "");
        }
        boolean atLineStart = start == 0 || text.charAt(start - 1) == '\n';
        return Edit.text(start, spaceAfter && atLineStart ? end + 1 : end, "");
    }

    private static boolean isPunctuation(char c) {
        return c == '\n' || c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == ':';
    }
}
