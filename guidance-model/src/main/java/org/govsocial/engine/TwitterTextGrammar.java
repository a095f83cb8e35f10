package org.govsocial.engine;

/**
 * Links as the library <a href="https://github.com/twitter/twitter-text">twitter-text</a> finds them; X uses it, and
 * Mastodon with changes. A link has a scheme or a registered ending; a path may hold round brackets in pairs; marks that
 * end the sentence around it do not belong to it.
 */
abstract class TwitterTextGrammar extends Grammar {
    private static final int LONGEST_LINK = 4096;
    /** Not to read the rest of a long name again from each of its labels. */
    private static final int LONGEST_REFUSED = 256;

    private static final int SCHEME = "https://".length();

    @Override
    final int link(char[] text, int start, int wordEnd, int limit) {
        boolean scheme = text[wordEnd] == ':';
        char before = start == 0 ? ' ' : text[start - 1];
        if (!mayPrecede(before)) {
            return NONE;
        }
        int host = start;
        if (scheme) {
            if (!isScheme(text, start, wordEnd) || !isSchemeEnd(text, wordEnd, limit)) {
                return NONE;
            }
            host = wordEnd + 3;
            int own = ownLink(text, host, limit);
            if (own > 0) {
                return own;
            }
        } else if (!linksWithoutScheme()) {
            return NONE;
        }
        boolean refused = !scheme && isJoiner(before);
        int most = Math.min(limit, start + (refused ? LONGEST_REFUSED : LONGEST_LINK + 1));
        int hostEnd = host(text, host, most, scheme);
        if (hostEnd < 0) {
            return NONE;
        }
        int end = query(text, path(text, port(text, hostEnd, most), most), most);
        if (refused) {
            return ~end;
        }
        int asciiHost = Hosts.asciiLength(text, host, hostEnd);
        int length = end - start + asciiHost - (hostEnd - host) + (scheme ? 0 : SCHEME);
        if (asciiHost == NONE || length > LONGEST_LINK) {
            return ~end;
        }
        return scheme ? shortened(text, host, hostEnd, end) : end;
    }

    static boolean mayPrecede(char c) {
        return switch (c) {
            case '@', '\uFF20', '$', '#', '\uFF03', '\uFFFE', '\uFEFF', '\uFFFF' -> false;
            default -> !isLatinOrDigit(c);
        };
    }

    /** After one of these, what has no scheme is the rest of an address or name. */
    private static boolean isJoiner(char c) {
        return c == '-' || c == '_' || c == '.' || c == '/';
    }

    abstract boolean linksWithoutScheme();

    abstract int host(char[] text, int from, int limit, boolean scheme);

    /** Where a link to the platform's own shortener ends, found at little cost; {@link #NONE} where it takes a closer look. */
    int ownLink(char[] text, int host, int limit) {
        return NONE;
    }

    /** Where a link to a shortener ends whose rules differ; like the result of {@link #link}. */
    int shortened(char[] text, int host, int hostEnd, int end) {
        return end;
    }

    abstract boolean isPath(char c);

    abstract boolean isPathEnd(char c);

    abstract boolean isQuery(char c);

    abstract boolean isQueryEnd(char c);

    private static int port(char[] text, int from, int limit) {
        if (from + 1 >= limit || text[from] != ':' || !isDigit(text[from + 1])) {
            return from;
        }
        int i = from + 1;
        while (i < limit && isDigit(text[i])) {
            i++;
        }
        return i;
    }

    private int path(char[] text, int from, int limit) {
        if (from >= limit || text[from] != '/') {
            return from;
        }
        int i = from + 1;
        int end = i;
        while (i < limit) {
            char c = text[i];
            if (c == '(') {
                i = brackets(text, i, limit);
                if (i < 0) {
                    break;
                }
                end = i;
            } else if (isPath(c)) {
                i++;
                end = isPathEnd(c) ? i : end;
            } else {
                break;
            }
        }
        return end;
    }

    /** The end of a pair of round brackets that holds something, and at most one such pair more. */
    private int brackets(char[] text, int open, int limit) {
        int i = run(text, open + 1, limit);
        if (i < limit && text[i] == '(') {
            int inner = run(text, i + 1, limit);
            if (inner == i + 1 || inner >= limit || text[inner] != ')') {
                return NONE;
            }
            i = run(text, inner + 1, limit);
        } else if (i == open + 1) {
            return NONE;
        }
        return i < limit && text[i] == ')' ? i + 1 : NONE;
    }

    private int run(char[] text, int from, int limit) {
        int i = from;
        while (i < limit && isPath(text[i])) {
            i++;
        }
        return i;
    }

    final int query(char[] text, int from, int limit) {
        if (from >= limit || text[from] != '?') {
            return from;
        }
        int end = from;
        for (int i = from + 1; i < limit && isQuery(text[i]); i++) {
            end = isQueryEnd(text[i]) ? i + 1 : end;
        }
        return end;
    }

    /** Whether a mention that ends at {@code at} is none: another sign, an accented letter or a scheme's end follows. */
    static boolean spoilsMention(char[] text, int at, int limit) {
        return at < limit
                && (text[at] == '@'
                        || text[at] == '\uFF20'
                        || text[at] >= 0x80 && Hosts.isLetter(text[at])
                        || isSchemeEnd(text, at, limit));
    }
}
