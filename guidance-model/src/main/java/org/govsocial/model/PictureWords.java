package org.govsocial.model;

import java.util.List;

/**
 * Words that were read in a picture.
 *
 * @param words in reading order
 */
public record PictureWords(List<Word> words) {
    /** Copies the list. */
    public PictureWords {
        words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param text the word
     * @param height of its line, in pixels of the picture
     * @param sureness how sure the reading is, 0 to 100
     */
    public record Word(String text, int height, int sureness) {}
}
