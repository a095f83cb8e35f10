package org.govsocial.engine;

import org.govsocial.text.CharClass;

/**
 * The part of an address that names where it leads: a user, a host and a port (RFC 3986, section 3.2). A host is a name
 * (RFC 1123, of any script), four numbers, or an IPv6 address in square brackets.
 */
final class Authority {
    private static final int LARGEST_BYTE = 255;

    private Authority() {}

    /** Whether the address whose authority begins at {@code from} and that ends at {@code limit} can lead anywhere. */
    static boolean isValid(char[] text, int from, int limit) {
        int end = from;
        int host = from;
        while (end < limit && text[end] != '/' && text[end] != '?' && text[end] != '#') {
            host = text[end] == '@' ? end + 1 : host;
            end++;
        }
        for (int i = from; i < host; i++) {
            if (text[i] == '[' || text[i] == ']') {
                return false;
            }
        }
        if (host < end && text[host] == '[') {
            int close = ipv6End(text, host + 1, end);
            return close > 0 && isPort(text, close, end);
        }
        int hostEnd = host;
        while (hostEnd < end && text[hostEnd] != ':') {
            hostEnd++;
        }
        return isPort(text, hostEnd, end) && isHost(text, host, hostEnd);
    }

    private static int ipv6End(char[] text, int from, int end) {
        int colons = 0;
        for (int i = from; i < end; i++) {
            if (text[i] == ']') {
                return colons >= 2 ? i + 1 : Grammar.NONE;
            }
            colons += text[i] == ':' ? 1 : 0;
            if (text[i] != ':' && text[i] != '.' && Character.digit(text[i], 16) < 0) {
                return Grammar.NONE;
            }
        }
        return Grammar.NONE;
    }

    private static boolean isPort(char[] text, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (!Grammar.isDigit(text[i])) {
                return false;
            }
        }
        return from >= end || text[from] == ':';
    }

    /** Labels with full stops between; a low line stands in none of the last two. */
    private static boolean isHost(char[] text, int from, int end) {
        int labels = 0;
        int numbers = 0;
        int lastLowLine = -1;
        int label = from;
        for (int i = from; i <= end; i++) {
            if (i < end && text[i] != '.') {
                if (!isHostPart(text[i])) {
                    return false;
                }
                lastLowLine = text[i] == '_' ? labels : lastLowLine;
                continue;
            }
            if (i == label ? i < end || labels == 0 : text[label] == '-' || text[i - 1] == '-') {
                return false;
            }
            if (i > label) {
                numbers += isByte(text, label, i) ? 1 : 0;
                labels++;
            }
            label = i + 1;
        }
        boolean digits = labels == 4 && isDigits(text, from, end);
        return digits ? numbers == 4 : lastLowLine < 0 || lastLowLine < labels - 2;
    }

    private static boolean isDigits(char[] text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text[i] != '.' && !Grammar.isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isByte(char[] text, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            if (!Grammar.isDigit(text[i]) || value > LARGEST_BYTE) {
                return false;
            }
            value = value * 10 + text[i] - '0';
        }
        return value <= LARGEST_BYTE;
    }

    private static boolean isHostPart(char c) {
        return Grammar.isLatinOrDigit(c) || c == '-' || c == '_' || c >= 0x80 && CharClass.of(c) != CharClass.PUNCT;
    }
}
