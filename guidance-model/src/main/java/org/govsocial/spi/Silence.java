package org.govsocial.spi;

import java.util.Set;

/**
 * Posts of which a rule is sure to have nothing to report, though it may speak about them: while posts are only screened
 * or counted, the engine need not ask it. A post is one of them for any of these reasons. A review asks the rule all the
 * same, so a rule that promises too much is told from its findings there; {@code PluginContract} compares them.
 *
 * @param with the post has one of these traits; {@link Trait#TERMS} says nothing here
 * @param without the post has none of these traits; empty when that says nothing, as it never does for a rule that needs
 *     {@link Trait#TERMS} or {@linkplain RuleInfo#withNeedsAny any} of some traits
 * @param most the post has no more than this many tokens of {@code kinds}
 * @param kinds what is counted; empty when counting says nothing
 */
public record Silence(Set<Trait> with, Set<Trait> without, int most, Set<TokenKind> kinds) {
    /** There is no such post: the rule has to look at each. */
    public static final Silence NEVER = new Silence(Set.of(), Set.of(), 0, Set.of());

    /** The rule has nothing to report of any post, as circumstances are. */
    public static final Silence ALWAYS = upTo(Integer.MAX_VALUE, TokenKind.WORD);

    /** Copies the sets. */
    public Silence {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
        kinds = Set.copyOf(kinds);
    }

    /**
     * Silence about posts that have something.
     *
     * @param traits one of them is enough
     * @return the silence
     */
    public static Silence with(Trait... traits) {
        return new Silence(Set.of(traits), Set.of(), 0, Set.of());
    }

    /**
     * Silence about posts that lack something.
     *
     * @param traits the post has none of them
     * @return the silence
     */
    public static Silence without(Trait... traits) {
        return new Silence(Set.of(), Set.of(traits), 0, Set.of());
    }

    /**
     * Silence about posts that have too little of something.
     *
     * @param most this many tokens, all kinds together, are not yet enough
     * @param kinds what is counted
     * @return the silence
     */
    public static Silence upTo(int most, TokenKind... kinds) {
        return new Silence(Set.of(), Set.of(), most, Set.of(kinds));
    }

    /**
     * The same, or silence about every post where nobody hears what the rule reports: notes, while posts are only screened.
     * Not for a rule that leaves anything to a person ({@link Findings#review}), which is always heard.
     *
     * @param circumstances as the rule is set
     * @param keys all the messages of the rule
     * @return this when somebody hears of one of them, otherwise {@link #ALWAYS}
     */
    public Silence orUnheard(Circumstances circumstances, String... keys) {
        for (String key : keys) {
            if (circumstances.isHeard(key)) {
                return this;
            }
        }
        return ALWAYS;
    }
}
