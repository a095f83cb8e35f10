package org.govsocial.accessibility.speech;

import java.util.List;

/**
 * What is said of a post. Immutable.
 *
 * @param lines its words, line by line; a line without anything to say is left out
 * @param media its pictures, videos and sounds, in order; what the author marked as decorative is passed over
 */
public record Speech(List<String> lines, List<String> media) {
    /** Copies the lists. */
    public Speech {
        lines = List.copyOf(lines);
        media = List.copyOf(media);
    }
}
