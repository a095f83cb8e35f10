package org.govsocial.spi;

import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Place;

/**
 * Where a rule reports. Nothing reported means passed. The engine takes severity and words from the rule's {@link
 * Message}s; a key that the rule did not declare counts as a failure of the rule.
 */
public interface Findings extends Circumstances {
    /**
     * The subject does not meet the rule.
     *
     * @param key which of the rule's messages
     * @return the finding, to be completed before the next is reported
     */
    Draft fail(String key);

    /**
     * A person has to decide.
     *
     * @param key which of the rule's messages
     * @return the finding, to be completed before the next is reported
     */
    Draft review(String key);

    /**
     * Whether anyone will see the words. A rule may leave out arguments and fixes that are dear to compute when not.
     *
     * @return false while posts are only screened
     */
    boolean wantsWords();

    /** A finding in the making. While posts are only screened it forgets all that it is told. */
    interface Draft {
        /**
         * Says where; the post's words as a whole when never said.
         *
         * @param place where
         * @return this
         */
        Draft at(Place place);

        /**
         * Says where in the post's words.
         *
         * @param start first UTF-16 code unit
         * @param end one past the last
         * @return this
         */
        Draft at(int start, int end);

        /**
         * Fills in a word of the message.
         *
         * @param name the name in braces
         * @param value what stands there
         * @return this
         */
        Draft with(String name, String value);

        /**
         * Fills in a number of the message.
         *
         * @param name the name in braces
         * @param value what stands there
         * @return this
         */
        Draft with(String name, int value);

        /**
         * Offers a fix that a machine may apply: right at least 98 times in 100.
         *
         * @param edits applied together
         * @return this
         */
        Draft safeFix(Edit... edits);

        /**
         * Offers a fix that a person should choose.
         *
         * @param edits applied together
         * @return this
         */
        Draft suggest(Edit... edits);

        /**
         * Offers a fix.
         *
         * @param fix the fix
         * @return this
         */
        Draft fix(Fix fix);
    }
}
