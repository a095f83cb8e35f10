package org.govsocial.spi;

import java.util.List;
import org.govsocial.model.Platform;

/**
 * Judges a post by its features. Called for every post, so it must be cheap: no regular expression, stream or {@code
 * String.format}, and no garbage when there is nothing to report.
 */
public non-sealed interface PostRule extends Rule {
    /**
     * Words and phrases that the rule wants to know of. The engine looks for the terms of all rules and packs at once, at
     * next to no cost for texts without them; with {@link Trait#TERMS} among its needs, the rule is not even asked then.
     *
     * @return words joined by spaces or hyphens, without signs; never changes
     */
    default List<String> terms() {
        return List.of();
    }

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
     * Posts of which {@link #check} reports nothing, whatever else they hold. Asked before the first post of each platform,
     * by each reviewer; the same questions have the same answer.
     *
     * @param platform for which posts are judged
     * @param circumstances as the rule is set
     * @return {@link Silence#NEVER} when nothing can be said beforehand, as when this method breaks
     */
    default Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER;
    }

    /**
     * Whether looking at a post takes this rule much longer than most. While posts are only screened, the others go
     * first: a post that one of them fails need not be looked at any further.
     *
     * @return false for most rules; never changes
     */
    default boolean isDear() {
        return false;
    }

    /**
     * Reports what does not meet the rule. Nothing reported means passed.
     *
     * @param post valid during the call only
     * @param out where to report
     */
    void check(PostFeatures post, Findings out);
}
