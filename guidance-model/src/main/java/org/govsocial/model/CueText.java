package org.govsocial.model;

/** The words of a cue without their markup: tags in angle brackets, SubRip's braces, character references. */
final class CueText {
    private CueText() {}

    static String shown(String text) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<') {
                int end = text.indexOf('>', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (c == '{' && text.startsWith("{\\", at)) {
                int end = text.indexOf('}', at);
                at = end < 0 ? text.length() : end + 1;
            } else if (c == '&') {
                at = reference(text, at, out);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private static int reference(String text, int at, StringBuilder out) {
        int end = text.indexOf(';', at);
        String name = end < 0 || end - at > 10 ? "" : text.substring(at + 1, end);
        String stands = switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "nbsp" -> "\u00A0";
            case "lrm" -> "\u200E";
            case "rlm" -> "\u200F";
            default -> "";
        };
        if (stands.isEmpty()) {
            out.append('&');
            return at + 1;
        }
        out.append(stands);
        return end + 1;
    }
}
