package org.govsocial.planning.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.govsocial.spi.Location;

/**
 * Something that a request for information may be about.
 *
 * @param kind what it is
 * @param time when it was published or written; absent when nothing says so
 * @param account whose account, or who wrote it; empty when nothing says so
 * @param title its first words, on one line
 * @param where in which file, and where in it
 * @param mayAskForInformation whether somebody else wrote it and it reads like a request for official information itself
 */
public record Document(
        Kind kind, Optional<Instant> time, String account, String title, Location where, boolean mayAskForInformation) {
    private static final int LONGEST = 100;

    /** What a document is. */
    public enum Kind {
        /** An agency's own post. */
        POST("post"),
        /** Its own reply. */
        REPLY("reply"),
        /** Someone else's post that it passed on. */
        REPOST("passed on"),
        /** Someone else's comment. */
        COMMENT("comment"),
        /** An entry of a log of moderation. */
        MODERATION("moderation"),
        /** An entry of the log of an incident. */
        INCIDENT("incident"),
        /** A plan. */
        PLAN("plan");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * What people call it.
         *
         * @return lower case
         */
        public String word() {
            return word;
        }
    }

    /** The first words of texts, for a list. */
    static String title(List<String> texts) {
        String line = String.join(" ", texts).replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST));
        int space = cut.lastIndexOf(' ');
        return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
