package org.govsocial.accessibility.speech;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;

/**
 * Says a post the way a screen reader would. An approximation, in English: screen readers differ, their voices differ,
 * and people set how much of the punctuation they hear. Where they differ, this takes a common default and, of two, the
 * one that shows a problem:
 *
 * <ul>
 *   <li>An emoji is its English short name (Unicode Common Locale Data Repository). Equal emoji in a row are all said;
 *       some readers count them instead.
 *   <li>A hashtag is "hashtag" and its words as far as capitals, digits or underscores part them; without these it is
 *       one word. A mention is "at" and the name, parted in the same way. Some readers say "number" for the sign.
 *   <li>A link is "link", its host and its path; the scheme and what follows {@code ?} or {@code #}, which platforms
 *       hide or cut, are left out.
 *   <li>Capitals carry no voice. A word in capitals is said as a word; without a vowel, or with two letters that are no
 *       word, it is spelled.
 *   <li>Styled letters (𝗯𝗼𝗹𝗱, sᴍᴀʟʟ, 🄱🄾🅇) are said by their Unicode character names; some readers skip them.
 *       Full-width letters are said as letters. Underlining and striking through by combining marks, and invisible
 *       characters, are not heard.
 *   <li>Of signs those are said that are words at a usual setting, such as "and" for {@code &}; numbers and the
 *       punctuation that only makes the voice pause stay as they are.
 *   <li>Text is said in the order in which it was typed, also where it runs from right to left.
 * </ul>
 *
 * <p>What readers do with each is not written in a standard; the choices are the project's own judgement. Not
 * thread-safe, like the reviewer that it uses.
 */
public final class ScreenReader {
    private final Reviewer reviewer;

    /**
     * One that reads posts as a reviewer does.
     *
     * @param reviewer finds words, hashtags, links and emoji; used by the same thread
     */
    public ScreenReader(Reviewer reviewer) {
        this.reviewer = reviewer;
    }

    /**
     * Says a post.
     *
     * @param post read by the grammar of its platform
     * @return what is heard
     */
    public Speech hear(Post post) {
        List<String> lines = reviewer.features(post, post.platform(), Voice::lines);
        var media = new ArrayList<String>();
        for (Media medium : post.media()) {
            TextAlternative alt = medium.alt();
            String kind = kind(medium.kind());
            if (alt instanceof TextAlternative.Described described) {
                Post words = Post.of("alt", described.text());
                media.add(kind + ", " + String.join(" ", reviewer.features(words, Platform.ANY, Voice::lines)));
            } else if (alt instanceof TextAlternative.Missing) {
                media.add(kind + ", no description");
            } else if (alt instanceof TextAlternative.Unknown) {
                media.add(kind + ", description unknown");
            }
        }
        return new Speech(lines, media);
    }

    private static String kind(Media.Kind kind) {
        return switch (kind) {
            case IMAGE -> "image";
            case ANIMATION -> "moving image";
            case VIDEO -> "video";
            case AUDIO -> "sound";
            case DOCUMENT -> "document";
            case OTHER -> "attachment";
        };
    }
}
