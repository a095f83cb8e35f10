package org.govsocial.accessibility.hashtag;

import java.util.Objects;

/**
 * Reads hashtags word by word, in English as New Zealand writes it, with common words and names of te reo Māori. Tags are
 * given without their hash.
 *
 * <p>Immutable and safe for use by several threads; each thread keeps some 40 KB of working space. Loading takes tens of
 * milliseconds and some 7 MB, so use {@link #shared()}, which loads on first use; 2 MB more are used after some thousand tags.
 */
public final class HashtagWords {

    private final ThreadLocal<TagReader> readers;

    private HashtagWords(WordTable table) {
        this.readers = ThreadLocal.withInitial(() -> new TagReader(table));
    }

    /** Loaded on first use, by the class loader's own lock. */
    private static final class Shared {
        static final HashtagWords WORDS = load();

        private Shared() {}
    }

    /** {@return the reader that the whole program shares} */
    public static HashtagWords shared() {
        return Shared.WORDS;
    }

    /**
     * Loads a reader of its own.
     *
     * @throws IllegalStateException if the table of words is missing or damaged
     */
    static HashtagWords load() {
        return new HashtagWords(WordTable.load());
    }

    /**
     * Reads a hashtag.
     *
     * @param tag the tag without its hash; any text, though only Latin letters, digits and low lines have a reading
     * @return what it says, and how sure that is
     */
    public Reading read(CharSequence tag) {
        return readers.get().read(tag);
    }

    /**
     * Says whether a hashtag needs more capitals than it has, at little cost where it does not; makes no objects.
     *
     * @param text the text that holds the tag
     * @param start where the tag starts, after its hash, in UTF-16 code units
     * @param end where it ends, exclusive
     * @return {@link Verdict#CLEAR} or {@link Verdict#LIKELY} as {@link #verdict} says, except of a run of capitals with one
     *     small letter; {@link Verdict#UNCLEAR} for any other verdict
     * @throws IndexOutOfBoundsException if there is no such range
     */
    public Verdict division(String text, int start, int end) {
        Objects.checkFromToIndex(start, end, text.length());
        return readers.get().division(text, start, end);
    }

    /**
     * Says how sure the reading of a hashtag is, without the reading; makes no objects.
     *
     * @param text the text that holds the tag
     * @param start where the tag starts, after its hash, in UTF-16 code units
     * @param end where it ends, exclusive
     * @return the verdict that {@link #read} gives
     * @throws IndexOutOfBoundsException if there is no such range
     */
    public Verdict verdict(CharSequence text, int start, int end) {
        Objects.checkFromToIndex(start, end, text.length());
        return readers.get().verdict(text, start, end);
    }
}
