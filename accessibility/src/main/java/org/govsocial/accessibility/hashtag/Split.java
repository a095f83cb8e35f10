package org.govsocial.accessibility.hashtag;

import java.util.List;

/**
 * One way to cut a hashtag into words.
 *
 * @param words the words in order; together they cover the tag without gap or overlap
 */
public record Split(List<Word> words) {

    /** Copies the list. */
    public Split {
        words = List.copyOf(words);
    }

    /** {@return the tag with each word marked off by its capital, without the hash: "StateOfEmergency"} */
    public String pascalCase() {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            text.append(word.text());
        }
        return text.toString();
    }
}
