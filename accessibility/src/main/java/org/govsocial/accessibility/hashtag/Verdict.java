package org.govsocial.accessibility.hashtag;

/** How sure a reading of a hashtag is. */
public enum Verdict {
    /** One word, name, brand, acronym or number: nothing to mark off. */
    ONE_WORD,
    /** Several words, each already marked off by its capital: nothing to do. */
    CASED,
    /** Several words not marked off, with one clear reading: safe to correct by machine. */
    CLEAR,
    /** Probably several words not marked off: offer the readings to a person. */
    LIKELY,
    /** Cannot tell: an unknown word, a close call between one word and several, or letters other than Latin. */
    UNCLEAR
}
