package org.govsocial.spi;

/**
 * Judges a post by its features. Called for every post, so it must be cheap: no regular expression, stream or {@code
 * String.format}, and no garbage when there is nothing to report.
 */
public non-sealed interface PostRule extends Rule {
    /**
     * Whether the rule speaks about the post at all. Asked only when the post has every trait that the rule needs.
     *
     * @param post valid during the call only
     * @return false for {@link org.govsocial.model.Outcome#INAPPLICABLE}
     */
    default boolean applies(PostFeatures post) {
        return true;
    }

    /**
     * Reports what does not meet the rule. Nothing reported means passed.
     *
     * @param post valid during the call only
     * @param out where to report
     */
    void check(PostFeatures post, Findings out);
}
