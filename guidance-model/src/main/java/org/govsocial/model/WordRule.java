package org.govsocial.model;

import java.util.List;
import java.util.Map;

/** A rule that a pack states as data. Terms match whole words, in any case, macrons composed or decomposed. */
public sealed interface WordRule {
    /**
     * What every word rule has.
     *
     * @return the common part
     */
    Head head();

    /**
     * The common part of a word rule.
     *
     * @param id the rule
     * @param severity of its findings
     * @param cantTell whether a person has to decide ({@link Outcome#CANT_TELL}) rather than the post has failed
     * @param cites the statement that it rests on
     * @param summary what the rule asks, one sentence
     * @param message what a finding says; {@code {text}} stands for the words found
     * @param why why it matters
     * @param fix how to mend it
     * @param platforms the platforms it speaks about; empty for all
     * @param countries the countries whose posts it judges; empty for all
     * @param pass texts that the rule must accept
     * @param fail texts that the rule must report
     */
    record Head(
            RuleId id,
            Severity severity,
            boolean cantTell,
            Citation cites,
            String summary,
            String message,
            String why,
            String fix,
            List<Platform> platforms,
            List<Country> countries,
            List<String> pass,
            List<String> fail) {
        /** Copies the lists. */
        public Head {
            platforms = List.copyOf(platforms);
            countries = List.copyOf(countries);
            pass = List.copyOf(pass);
            fail = List.copyOf(fail);
        }
    }

    /**
     * Reports each of a list of terms.
     *
     * @param head the common part
     * @param terms words or phrases
     * @param except longer phrases in which a term is not reported
     */
    record Term(Head head, List<String> terms, List<String> except) implements WordRule {
        /** Copies the lists. */
        public Term {
            terms = List.copyOf(terms);
            except = List.copyOf(except);
        }
    }

    /**
     * Reports each term and offers replacements.
     *
     * @param head the common part
     * @param swaps replacements by term, best first; the finding keeps the case of the first letter
     * @param except longer phrases in which a term is not reported
     * @param safe whether a machine may apply a term's only replacement
     */
    record Swap(Head head, Map<String, List<String>> swaps, List<String> except, boolean safe) implements WordRule {
        /** Copies the collections. */
        public Swap {
            swaps = Map.copyOf(swaps);
            except = List.copyOf(except);
        }
    }

    /**
     * Reports a post that has more of something than a maximum.
     *
     * @param head the common part
     * @param count what is counted
     * @param max the most that is accepted
     */
    record Limit(Head head, Countable count, int max) implements WordRule {}

    /**
     * Reports a post that lacks something.
     *
     * @param head the common part
     * @param when the rule speaks only about posts with one of these terms; empty for all posts
     * @param any the post must hold one of these terms; empty when a link will do
     * @param link whether a link satisfies the rule as well
     */
    record Require(Head head, List<String> when, List<String> any, boolean link) implements WordRule {
        /** Copies the lists. */
        public Require {
            when = List.copyOf(when);
            any = List.copyOf(any);
        }
    }

    /** What a {@link Limit} counts. */
    enum Countable {
        /** Hashtags. */
        HASHTAGS,
        /** Mentions of accounts. */
        MENTIONS,
        /** Links. */
        LINKS,
        /** Emoji, each as people see it. */
        EMOJI,
        /** Words, hashtags and mentions not counted. */
        WORDS,
        /** Characters as people see them (grapheme clusters). */
        CHARACTERS,
        /** Sentences. */
        SENTENCES
    }
}
