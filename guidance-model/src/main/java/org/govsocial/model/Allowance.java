package org.govsocial.model;

import org.jspecify.annotations.Nullable;

/**
 * What an agency allows itself: findings of a rule, about a word, on a platform. What is null or empty does not limit.
 *
 * @param word the words at the finding's place, letter by letter, with or without {@code #} or {@code @} in front; empty for
 *     any
 * @param rule the rule; null for any
 * @param platform the platform that the post was judged for; null for any
 * @param reason why, never blank; reports say how many findings were allowed
 */
public record Allowance(
        String word, @Nullable RuleId rule, @Nullable Platform platform, String reason) {
    /**
     * Checks that it is limited by a word or a rule, and has a reason.
     *
     * @throws IllegalArgumentException when it would allow everything, or says no reason
     */
    public Allowance {
        if (word.isBlank() && rule == null) {
            throw new IllegalArgumentException("An allowance names a word, a rule or both.");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An allowance needs a reason.");
        }
    }
}
