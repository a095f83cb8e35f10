package org.govsocial.accessibility;

import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.TokenKind;

/** What rules ask of the words of a post. */
final class Tokens {
    private Tokens() {}

    /** Whether a token is a certain word, in any case. */
    static boolean is(PostFeatures post, int token, String word) {
        return token >= 0
                && token < post.tokenCount()
                && post.kind(token) == TokenKind.WORD
                && post.end(token) - post.start(token) == word.length()
                && post.post().text().regionMatches(true, post.start(token), word, 0, word.length());
    }

    /** Whether a table holds the word at a token. */
    static boolean in(WordTable table, PostFeatures post, int token) {
        return token >= 0
                && token < post.tokenCount()
                && post.kind(token) == TokenKind.WORD
                && table.contains(post.post().text(), post.start(token), post.end(token));
    }

    static boolean isKind(PostFeatures post, int token, TokenKind kind) {
        return token >= 0 && token < post.tokenCount() && post.kind(token) == kind;
    }

    /** The first token after a line that a token is on. */
    static int lineEnd(PostFeatures post, int token) {
        int end = token;
        while (end < post.tokenCount() && post.kind(end) != TokenKind.LINE_BREAK) {
            end++;
        }
        return end;
    }

    static boolean startsLine(PostFeatures post, int token) {
        return token == 0 || post.kind(token - 1) == TokenKind.LINE_BREAK;
    }

    static String text(PostFeatures post, int token) {
        return post.post().text().substring(post.start(token), post.end(token));
    }
}
