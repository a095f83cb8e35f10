package org.govsocial.engine;

import org.govsocial.spi.TokenKind;
import org.govsocial.text.CharClass;
import org.govsocial.text.Graphemes;

/**
 * Mastodon, as the source of its server reads and counts ({@code Tag::HASHTAG_RE}, {@code Account::MENTION_RE},
 * {@code StatusLengthValidator}, {@code config/initializers/twitter_regex.rb} of github.com/mastodon/mastodon): at most
 * 500 characters as people see them, where a link counts 23 and a mention counts without its server. A server may allow
 * more. A content warning counts too; posts here carry none.
 */
final class MastodonGrammar extends TwitterTextGrammar {
    static final MastodonGrammar MASTODON = new MastodonGrammar();

    private static final int MAX_LENGTH = 500;
    private static final int LINK_LENGTH = 23;
    private static final int LONGEST_SERVER = 253;

    private MastodonGrammar() {}

    /** Words, with separators inside: the low line, two middle dots and the zero-width non-joiner. */
    @Override
    int hashtag(char[] text, int at, int limit) {
        if (!isAfterSpace(text, at)) {
            return NONE;
        }
        int first = at + 1;
        int end = NONE;
        boolean joined = false;
        boolean between = false;
        boolean letter = false;
        boolean plain = true;
        int plainEnd = first;
        int i = first;
        while (i < limit) {
            int flags = flags(text, i, limit);
            int size = isPair(text, i, limit) ? 2 : 1;
            boolean word = isWord(flags) || text[i] == '_';
            boolean separator = isSeparator(text[i]);
            if (!word && !separator || i == first && !word) {
                break;
            }
            if (word) {
                // A letter or separator seen since the first character is now inside.
                joined |= between;
                end = i + size;
            }
            between |= i > first && (separator || (flags & CharClass.LETTER) != 0);
            plain &= word;
            if (plain) {
                letter |= (flags & CharClass.LETTER) != 0;
                plainEnd = i + size;
            }
            i += size;
        }
        int tag = joined ? end : letter ? plainEnd : NONE;
        return tag > 0 && isSchemeEnd(text, tag, limit) ? withoutScheme(text, first, tag) : tag;
    }

    /** {@code #taghttps://…} is a tag and a link. */
    private static int withoutScheme(char[] text, int first, int end) {
        for (int size = 5; size >= 4; size--) {
            if (end - size > first && isScheme(text, end - size, end)) {
                return end - size;
            }
        }
        return end;
    }

    private static boolean isSeparator(char c) {
        return c == '_' || c == '\u00B7' || c == '\u30FB' || c == '\u200C';
    }

    private static boolean isWord(int flags) {
        int kind = flags & CharClass.CLASS;
        return (flags & CharClass.LETTER) != 0 || kind == CharClass.MARK || kind == CharClass.DIGIT;
    }

    @Override
    int mention(char[] text, int at, int limit) {
        if (at > 0) {
            char before = text[at - 1];
            if (before == '=' || before == '/' || before == '_' || isWord(flagsBefore(text, at))) {
                return NONE;
            }
        }
        int local = name(text, at + 1, limit, false);
        if (local == at + 1) {
            return NONE;
        }
        int end = local;
        if (local < limit && text[local] == '@') {
            int server = name(text, local + 1, limit, true);
            end = server > local + 1 ? server : local;
        }
        return end - local > LONGEST_SERVER || spoilsMention(text, end, limit) ? NONE : end;
    }

    /** Words joined by full stops and hyphens. */
    private static int name(char[] text, int from, int limit, boolean anyScript) {
        int end = from;
        int i = from;
        while (i < limit) {
            if (isLatinOrDigit(text[i]) || text[i] == '_' || anyScript && isWord(flags(text, i, limit))) {
                i += isPair(text, i, limit) ? 2 : 1;
                end = i;
            } else if (end > from && (text[i] == '.' || text[i] == '-')) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    @Override
    boolean linksWithoutScheme() {
        return false;
    }

    @Override
    int host(char[] text, int from, int limit, boolean scheme) {
        int end = Hosts.end(text, from, limit);
        return Math.max(end, Hosts.unicodeEnd(text, from, limit, Integer.MAX_VALUE));
    }

    @Override
    boolean isPath(char c) {
        return c != '<' && c != '>' && c != '(' && c != ')' && c != '?' && !isSpace(c);
    }

    @Override
    boolean isPathEnd(char c) {
        return "!*\"'\u300C\u300D;:=,.$%[]~&|@".indexOf(c) < 0;
    }

    @Override
    boolean isQuery(char c) {
        return c < 0x80 ? isLatinOrDigit(c) || "!?*'();:&=+$/%#[]-_.,~|@^".indexOf(c) >= 0 : c >= 0xA0 && !isSpace(c);
    }

    @Override
    boolean isQueryEnd(char c) {
        return c < 0x80 ? isLatinOrDigit(c) || "_&=#/-".indexOf(c) >= 0 : isQuery(c);
    }

    @Override
    int maxLength() {
        return MAX_LENGTH;
    }

    @Override
    int length(Scan scan) {
        int length = scan.graphemes();
        for (int token = 0; token < scan.tokenCount(); token++) {
            TokenKind kind = scan.kind(token);
            if (kind == TokenKind.LINK) {
                length += LINK_LENGTH - graphemes(scan, scan.start(token), scan.end(token));
            } else if (kind == TokenKind.MENTION) {
                int server = server(scan.buffer(), scan.start(token) + 1, scan.end(token));
                length -= graphemes(scan, server, scan.end(token));
            }
        }
        return length;
    }

    private static int server(char[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] != '@') {
            i++;
        }
        return i;
    }

    private static int graphemes(Scan scan, int start, int end) {
        for (int i = start; i < end; i++) {
            if (scan.buffer()[i] >= 0x300) {
                return Graphemes.count(scan.post().text().substring(start, end));
            }
        }
        return end - start;
    }
}
