package org.govsocial.accessibility;

import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.TokenKind;
import org.govsocial.text.Emoji;

/** What rules ask of the emoji tokens of a post. */
final class EmojiWords {
    /** More names than this are not spelled out in a message. */
    private static final int NAMED = 5;

    private EmojiWords() {}

    static int id(PostFeatures post, int token) {
        return Emoji.id(post.post().text(), post.start(token), post.end(token));
    }

    static boolean isFlag(PostFeatures post, int token) {
        int first = post.post().text().codePointAt(post.start(token));
        boolean region = first >= 0x1F1E6 && first <= 0x1F1FF;
        return region || first == 0x1F3F4 && post.end(token) - post.start(token) > 6; // a black flag with tags: England
    }

    /** What a screen reader says for one emoji. */
    static String spoken(PostFeatures post, int token) {
        return Emoji.name(post.post().text(), post.start(token), post.end(token));
    }

    /** What a screen reader says for the emoji among some tokens, one after the other. */
    static String spoken(PostFeatures post, int from, int to) {
        var out = new StringBuilder();
        int named = 0;
        for (int token = from; token < to; token++) {
            if (post.kind(token) == TokenKind.EMOJI) {
                if (named++ == NAMED) {
                    return out.append(" …").toString();
                }
                out.append(named > 1 ? ", " : "").append(spoken(post, token));
            }
        }
        return out.toString();
    }
}
