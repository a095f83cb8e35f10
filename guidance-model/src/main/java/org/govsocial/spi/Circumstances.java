package org.govsocial.spi;

import org.govsocial.model.Agency;
import org.govsocial.model.Country;

/** What a rule knows before it sees any subject. */
public interface Circumstances {
    /**
     * The value of one of the rule's settings, adjusted by the agency's packs.
     *
     * @param name as declared in {@link RuleInfo#settings()}
     * @return the value
     * @throws IllegalArgumentException when the rule declares no such setting
     */
    int setting(String name);

    /**
     * The country whose posts are judged, for rules with lists of their own.
     *
     * @return New Zealand when nobody said otherwise
     */
    Country country();

    /**
     * The agency whose words are judged.
     *
     * @return {@link Agency#UNKNOWN} when nobody said
     */
    Agency agency();

    /**
     * Whether anybody hears of it when a subject fails in a certain way. Nobody hears of a note while only the outcome is
     * asked for, since a note does not count as failed; what a person has to decide is always heard.
     *
     * @param key which of the rule's messages
     * @return true when a failure reported under this key can make a difference
     * @throws IllegalArgumentException when the rule declares no such message
     */
    boolean isHeard(String key);
}
