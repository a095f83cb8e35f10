package org.govsocial.planning.moderation;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * What was done with a comment.
 *
 * @param id of the comment; a later entry with the same id says what happened to it next
 * @param time when it was done
 * @param channel where the comment is
 * @param decision what was done
 * @param rule the participation rule that the comment broke, such as {@code "PR-03"}; empty when it was left
 * @param reason why, in words
 * @param by who decided
 * @param author who wrote the comment; may be empty
 * @param copy the comment's words; empty when none may be kept, and the reason says why
 * @param question whether the comment asks something, and whether it was answered; absent when it asks nothing
 */
public record ModerationEntry(
        String id,
        OffsetDateTime time,
        String channel,
        Decision decision,
        String rule,
        String reason,
        String by,
        String author,
        String copy,
        Optional<Question> question) {
    /** What can be done with a comment. */
    public enum Decision {
        /** Taken away. */
        REMOVED,
        /** Out of sight for others, but kept by the platform. */
        HIDDEN,
        /** Left where it is. */
        LEFT;

        /**
         * How the log writes it.
         *
         * @return lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a question is. */
    public enum Question {
        /** Nobody has answered it yet. */
        OPEN,
        /** Somebody did. */
        ANSWERED;

        /**
         * How the log writes it.
         *
         * @return lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whether the comment reads like a request for official information. Such a request is valid in any form (toolbox,
     * OIA-1); a person has to decide whether it is one.
     *
     * @return true when it names the law or asks for documents
     */
    public boolean mayAskForInformation() {
        return InformationRequest.isLikely(copy);
    }
}
