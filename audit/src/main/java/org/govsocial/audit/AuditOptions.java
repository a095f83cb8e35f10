package org.govsocial.audit;

import java.util.Optional;

/**
 * What an audit is about.
 *
 * @param period the days
 * @param alternatives what is known of text alternatives that the archive leaves out
 * @param sample how many posts are drawn at random, at least 1
 * @param seed of the random draw: the same archive and the same seed give the same sample
 * @param names of the archives
 * @param version of the tool
 */
public record AuditOptions(
        Period period, AltSheet alternatives, int sample, long seed, Optional<String> names, String version) {
    /**
     * Checks the size of the sample.
     *
     * @throws IllegalArgumentException when it is below 1
     */
    public AuditOptions {
        if (sample < 1) {
            throw new IllegalArgumentException("A sample needs at least one post; this asks for " + sample + ".");
        }
    }
}
