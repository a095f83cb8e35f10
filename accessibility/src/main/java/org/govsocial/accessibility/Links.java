package org.govsocial.accessibility;

import org.govsocial.text.Letters;

/** The parts of a link, where it stands in a text. */
final class Links {
    private Links() {}

    /** Where the host of a link starts: after the scheme and {@code www.}. */
    static int hostStart(String text, int start, int end) {
        int host = start;
        for (int i = start; i + 2 < end; i++) {
            char c = text.charAt(i);
            if (c == ':' && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/') {
                host = i + 3;
                break;
            }
            if (c == '/' || c == '?') {
                break;
            }
        }
        boolean www = end - host > 4
                && text.charAt(host + 3) == '.'
                && (text.charAt(host) | 0x20) == 'w'
                && (text.charAt(host + 1) | 0x20) == 'w'
                && (text.charAt(host + 2) | 0x20) == 'w';
        return www ? host + 4 : host;
    }

    /** Where the host of a link ends. */
    static int hostEnd(String text, int hostStart, int end) {
        int at = hostStart;
        while (at < end && isHost(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isHost(char c) {
        return c != '/' && c != '?' && c != '#' && c != ':';
    }

    /** Whether the path of a link ends in an extension such as {@code .pdf}; a query or fragment does not count. */
    static boolean hasExtension(String text, int start, int end, String extension) {
        int pathEnd = start;
        while (pathEnd < end && text.charAt(pathEnd) != '?' && text.charAt(pathEnd) != '#') {
            pathEnd++;
        }
        int at = pathEnd - extension.length();
        if (at <= start) {
            return false;
        }
        for (int i = 0; i < extension.length(); i++) {
            if (Letters.fold(text.charAt(at + i)) != extension.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
