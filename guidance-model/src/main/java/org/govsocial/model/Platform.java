package org.govsocial.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place where posts are published. The set is open: any id in kebab case names a platform, the constants are those
 * whose grammar and limits are known.
 *
 * @param id lower-case letters, digits and hyphens, for example {@code "x"}
 */
public record Platform(String id) implements Comparable<Platform> {
    /** No particular platform: the neutral grammar, no length limit. */
    public static final Platform ANY = new Platform("any");

    /** X, formerly Twitter. */
    public static final Platform X = new Platform("x");

    /** Mastodon, and servers that speak like it. */
    public static final Platform MASTODON = new Platform("mastodon");

    /** Bluesky. */
    public static final Platform BLUESKY = new Platform("bluesky");

    /** Facebook. */
    public static final Platform FACEBOOK = new Platform("facebook");

    /** Instagram. */
    public static final Platform INSTAGRAM = new Platform("instagram");

    /** Threads. */
    public static final Platform THREADS = new Platform("threads");

    /** LinkedIn. */
    public static final Platform LINKEDIN = new Platform("linkedin");

    /** TikTok. */
    public static final Platform TIKTOK = new Platform("tiktok");

    /** YouTube. */
    public static final Platform YOUTUBE = new Platform("youtube");

    /** Pinterest. */
    public static final Platform PINTEREST = new Platform("pinterest");

    /** The platforms whose grammar and limits are known, by id. */
    public static final List<Platform> KNOWN =
            List.of(ANY, BLUESKY, FACEBOOK, INSTAGRAM, LINKEDIN, MASTODON, PINTEREST, THREADS, TIKTOK, X, YOUTUBE);

    /**
     * Checks the grammar of the id.
     *
     * @throws IllegalArgumentException when {@code id} is not kebab case
     */
    public Platform {
        if (!Names.isKebab(id)) {
            throw new IllegalArgumentException(
                    "A platform id is lower-case letters, digits and hyphens, such as \"x\" or \"mastodon\"; this is \""
                            + id + "\".");
        }
    }

    /**
     * Reads a name as people type it: any case, "twitter" for X.
     *
     * @param name what the person typed
     * @return the platform
     * @throws IllegalArgumentException when the name cannot be an id
     */
    public static Platform named(String name) {
        String id = name.strip().toLowerCase(Locale.ROOT);
        return id.equals("twitter") ? X : new Platform(id);
    }

    @Override
    public int compareTo(Platform other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }

    // Written out, since the compiler's own is put together anew at each start, which takes longer than a check.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Platform that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
