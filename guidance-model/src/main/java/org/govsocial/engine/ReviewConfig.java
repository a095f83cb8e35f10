package org.govsocial.engine;

import java.util.List;
import java.util.Set;
import org.govsocial.model.Agency;
import org.govsocial.model.Platform;
import org.govsocial.model.RuleId;

/**
 * How posts are to be judged. Made by {@link #DEFAULTS} and {@code with…}, so that components can be added.
 *
 * @param platforms judge each post for these; empty to judge it for its own
 * @param only run these rules alone; empty for all
 * @param skip do not run these rules
 * @param answers what people have decided, and what is left out
 * @param fingerprints whether findings get their fingerprints; with answers they always do
 * @param agency whose words are judged
 */
public record ReviewConfig(
        List<Platform> platforms,
        Set<RuleId> only,
        Set<RuleId> skip,
        Answers answers,
        boolean fingerprints,
        Agency agency) {
    /** Every rule, each post for its own platform. */
    public static final ReviewConfig DEFAULTS =
            new ReviewConfig(List.of(), Set.of(), Set.of(), Answers.NONE, true, Agency.UNKNOWN);

    /** Copies the collections. */
    public ReviewConfig {
        platforms = List.copyOf(platforms);
        only = Set.copyOf(only);
        skip = Set.copyOf(skip);
    }

    /**
     * The same for other platforms.
     *
     * @param judged judge each post for these; empty to judge it for its own
     * @return a new configuration
     */
    public ReviewConfig withPlatforms(List<Platform> judged) {
        return new ReviewConfig(judged, only, skip, answers, fingerprints, agency);
    }

    /**
     * The same for some rules alone.
     *
     * @param rules run these alone; empty for all
     * @return a new configuration
     */
    public ReviewConfig withOnly(Set<RuleId> rules) {
        return new ReviewConfig(platforms, rules, skip, answers, fingerprints, agency);
    }

    /**
     * The same without some rules.
     *
     * @param rules do not run these
     * @return a new configuration
     */
    public ReviewConfig withSkip(Set<RuleId> rules) {
        return new ReviewConfig(platforms, only, rules, answers, fingerprints, agency);
    }

    /**
     * The same with what people have decided.
     *
     * @param given decisions, allowances and what is known already
     * @return a new configuration
     */
    public ReviewConfig withAnswers(Answers given) {
        return new ReviewConfig(platforms, only, skip, given, fingerprints, agency);
    }

    /**
     * The same with or without the fingerprints of findings, which take time to make.
     *
     * @param wanted false where nobody reads them
     * @return a new configuration
     */
    public ReviewConfig withFingerprints(boolean wanted) {
        return new ReviewConfig(platforms, only, skip, answers, wanted, agency);
    }

    /**
     * The same for the words of an agency.
     *
     * @param whose the agency
     * @return a new configuration
     */
    public ReviewConfig withAgency(Agency whose) {
        return new ReviewConfig(platforms, only, skip, answers, fingerprints, whose);
    }
}
