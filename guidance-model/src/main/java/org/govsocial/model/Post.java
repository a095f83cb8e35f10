package org.govsocial.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One post, published or a draft. Made by {@link #of} and {@code with…}, so that components can be added.
 *
 * @param id identity within its source, not blank
 * @param platform where it is, or is to be, published; {@link Platform#ANY} when not said
 * @param account who it speaks for
 * @param kind whose words it holds
 * @param time when it was published; null for a draft or when not known
 * @param url its permanent address; null when not known
 * @param language the language its author declared; null when not declared
 * @param text the words as readers see them, without markup; may be empty
 * @param media in the order shown
 */
public record Post(
        String id,
        Platform platform,
        Account account,
        Kind kind,
        @Nullable Instant time,
        @Nullable URI url,
        @Nullable Locale language,
        String text,
        List<Media> media)
        implements Subject {
    /** Whose words a post holds. Rules judge an agency's own words only. */
    public enum Kind {
        /** The account's own post. */
        ORIGINAL,
        /** The account's own reply. */
        REPLY,
        /** Someone else's post, passed on. */
        REPOST,
        /** Another person's comment on the account's post. */
        COMMENT;

        /**
         * Whether the account wrote the words itself.
         *
         * @return true for {@link #ORIGINAL} and {@link #REPLY}
         */
        public boolean isOwn() {
            return this == ORIGINAL || this == REPLY;
        }
    }

    /**
     * Copies the media.
     *
     * @throws IllegalArgumentException when the id is blank
     */
    public Post {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A post needs an id.");
        }
        media = List.copyOf(media);
    }

    /**
     * An original post without media, for no particular platform.
     *
     * @param id identity within its source, not blank
     * @param text the words
     * @return the post
     */
    public static Post of(String id, String text) {
        return new Post(id, Platform.ANY, Account.UNKNOWN, Kind.ORIGINAL, null, null, null, text, List.of());
    }

    /**
     * The same post on a platform.
     *
     * @param where the platform
     * @return a new post
     */
    public Post withPlatform(Platform where) {
        return new Post(id, where, account, kind, time, url, language, text, media);
    }

    /**
     * The same post by an account.
     *
     * @param who the account
     * @return a new post
     */
    public Post withAccount(Account who) {
        return new Post(id, platform, who, kind, time, url, language, text, media);
    }

    /**
     * The same post of another kind.
     *
     * @param whose whose words it holds
     * @return a new post
     */
    public Post withKind(Kind whose) {
        return new Post(id, platform, account, whose, time, url, language, text, media);
    }

    /**
     * The same post at a time.
     *
     * @param when when it was published; null when not known
     * @return a new post
     */
    public Post withTime(@Nullable Instant when) {
        return new Post(id, platform, account, kind, when, url, language, text, media);
    }

    /**
     * The same post at an address.
     *
     * @param address its permanent address; null when not known
     * @return a new post
     */
    public Post withUrl(@Nullable URI address) {
        return new Post(id, platform, account, kind, time, address, language, text, media);
    }

    /**
     * The same post in a language.
     *
     * @param declared the language its author declared; null when not declared
     * @return a new post
     */
    public Post withLanguage(@Nullable Locale declared) {
        return new Post(id, platform, account, kind, time, url, declared, text, media);
    }

    /**
     * The same post with other words.
     *
     * @param words the new text
     * @return a new post
     */
    public Post withText(String words) {
        return new Post(id, platform, account, kind, time, url, language, words, media);
    }

    /**
     * The same post with other media.
     *
     * @param shown the media in the order shown
     * @return a new post
     */
    public Post withMedia(List<Media> shown) {
        return new Post(id, platform, account, kind, time, url, language, text, shown);
    }

    /**
     * Reads one of the fields that a {@link Place} or an {@link Edit} can name.
     *
     * @param field {@code "/text"}, {@code "/media/N/alt"}, {@code "/media/N/captions"} (the file's name), or {@code
     *     text}, {@code start} or {@code end} of a cue such as {@code "/media/N/captions/12/text"}
     * @return the text there; null when the post has no such text
     */
    public @Nullable String textAt(String field) {
        if (field.equals("/text")) {
            return text;
        }
        int index = PostFields.altIndex(field);
        return index >= 0 && index < media.size() && media.get(index).alt() instanceof TextAlternative.Described d
                ? d.text()
                : PostFields.captionText(this, field);
    }

    /**
     * Applies edits that do not overlap.
     *
     * @param edits places in this post's fields and what to put there, in any order
     * @return the edited post
     * @throws IllegalArgumentException when an edit names a field that the post lacks, lies outside it, or overlaps
     *     another
     */
    public Post edited(List<Edit> edits) {
        return PostFields.edited(this, edits);
    }
}
