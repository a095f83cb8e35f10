package org.govsocial.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.Silence;
import org.govsocial.spi.TokenKind;

/**
 * The rules about posts that speak about a platform, in the order in which they screen a post, and which of them have to
 * look at one. First come rules that may find a fault, then those that can only note; of the first, the dear ones last
 * and of the others those that may find an error first; rules that are alike in this, by id. Rules are kept as bits, in
 * sets of 64.
 */
final class Screening {
    private static final int SET_SHIFT = 6;
    private static final int VALUES = 1 << Byte.SIZE;

    private final RuleSet.Active[] rules;
    private final RuleSet.Active[] silent;
    private final int sets;
    /** Rules that need none of several things. */
    private final long[] unconditional;
    /**
     * For each byte of traits: for each of its values and each set of rules, those to which it gives all that they must
     * have of these traits, and those to which it gives one of several things that they need.
     */
    private final long[] byTraits;
    /** For each bit of terms that occur and each set of rules, those that it gives one of several things. */
    private final long[] byTerms;

    /** Numbers of tokens up to which rules have nothing to report, the kinds that count, and the rules of each set. */
    private final int[] most;

    private final TokenKind[][] kinds;
    private final long[] few;

    /**
     * Puts the rules in order.
     *
     * @param notes whether anybody hears of notes
     */
    Screening(Platform platform, List<RuleSet.Active> speaking, boolean notes) {
        var asked = new ArrayList<RuleSet.Active>(speaking.size());
        var silences = new ArrayList<Silence>(speaking.size());
        var mayBeSilent = new ArrayList<RuleSet.Active>();
        for (RuleSet.Active rule : inOrder(speaking)) {
            Silence silence = silenceOf(rule, platform, notes ? rule : new RuleSet.WithoutNotes(rule));
            if (!silence.equals(Silence.NEVER)) {
                mayBeSilent.add(rule);
            }
            boolean never = (rule.needs & RuleSet.TERMS) != 0 && !rule.hasTerms;
            if (!never && !silence.equals(Silence.ALWAYS)) {
                asked.add(rule);
                silences.add(silence);
            }
        }
        rules = asked.toArray(RuleSet.Active[]::new);
        silent = mayBeSilent.toArray(RuleSet.Active[]::new);
        sets = rules.length + Long.SIZE - 1 >> SET_SHIFT;
        unconditional = new long[sets];
        byTerms = new long[Long.SIZE * sets];
        long[] must = new long[Integer.SIZE * sets];
        long[] mustNot = new long[Integer.SIZE * sets];
        long[] any = new long[Integer.SIZE * sets];
        var limits = new LinkedHashMap<Map.Entry<Integer, Set<TokenKind>>, long[]>();
        for (int number = 0; number < rules.length; number++) {
            RuleSet.Active rule = rules[number];
            Silence silence = silences.get(number);
            int needs = rule.needs;
            int needsAny = rule.needsAny;
            if (needsAny == RuleSet.ANY_POST) {
                if ((needs & RuleSet.TERMS) != 0) {
                    needs &= ~RuleSet.TERMS;
                    needsAny = RuleSet.TERMS;
                } else if (!silence.without().isEmpty()) {
                    needsAny = RuleSet.bits(silence.without());
                }
            }
            int set = number >> SET_SHIFT;
            long bit = 1L << number;
            addBits(must, needs, set, bit);
            // A post has terms also where they are another rule's.
            addBits(mustNot, RuleSet.bits(silence.with()) & ~RuleSet.TERMS, set, bit);
            addBits(any, needsAny & ~(RuleSet.TERMS | RuleSet.ANY_POST), set, bit);
            if (needsAny == RuleSet.ANY_POST) {
                unconditional[set] |= bit;
            }
            if ((needsAny & RuleSet.TERMS) != 0 && rule.hasTerms) {
                byTerms[Long.numberOfTrailingZeros(rule.terms.bit()) * sets + set] |= bit;
            }
            if (!silence.kinds().isEmpty()) {
                limits.computeIfAbsent(Map.entry(silence.most(), silence.kinds()), limit -> new long[sets])[set] |= bit;
            }
        }
        byTraits = tables(must, mustNot, any);
        most = new int[limits.size()];
        kinds = new TokenKind[most.length][];
        few = new long[most.length * sets];
        int at = 0;
        for (var limit : limits.entrySet()) {
            most[at] = limit.getKey().getKey();
            kinds[at] = limit.getKey().getValue().toArray(TokenKind[]::new);
            System.arraycopy(limit.getValue(), 0, few, at++ * sets, sets);
        }
    }

    private void addBits(long[] byTrait, int traits, int set, long rule) {
        for (int left = traits; left != 0; left &= left - 1) {
            byTrait[Integer.numberOfTrailingZeros(left) * sets + set] |= rule;
        }
    }

    private long[] tables(long[] must, long[] mustNot, long[] any) {
        long[] tables = new long[2 * Integer.BYTES * VALUES * sets];
        int at = 0;
        for (int part = 0; part < Integer.SIZE; part += Byte.SIZE) {
            for (int value = 0; value < VALUES; value++) {
                for (int set = 0; set < sets; set++) {
                    long met = -1L;
                    long one = 0;
                    for (int trait = 0; trait < Byte.SIZE; trait++) {
                        int bit = (part + trait) * sets + set;
                        boolean has = (value >> trait & 1) != 0;
                        met &= ~(has ? mustNot[bit] : must[bit]);
                        one |= has ? any[bit] : 0;
                    }
                    tables[at++] = met;
                    tables[at++] = one;
                }
            }
        }
        return tables;
    }

    /** What a rule says of its silence; a rule that fails to say has none. */
    private static Silence silenceOf(RuleSet.Active rule, Platform platform, Circumstances circumstances) {
        PostRule judge = rule.judge;
        try {
            return judge == null ? Silence.NEVER : Objects.requireNonNull(judge.silence(platform, circumstances));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return Silence.NEVER;
        }
    }

    private static List<RuleSet.Active> inOrder(List<RuleSet.Active> speaking) {
        var dear = new HashSet<RuleSet.Active>();
        for (RuleSet.Active rule : speaking) {
            if (isDear(rule)) {
                dear.add(rule);
            }
        }
        var ordered = new ArrayList<>(speaking);
        ordered.sort((one, other) -> {
            int order = Boolean.compare(one.worst() == Severity.NOTE, other.worst() == Severity.NOTE);
            order = order == 0 ? Boolean.compare(dear.contains(one), dear.contains(other)) : order;
            return order == 0 ? other.worst().compareTo(one.worst()) : order;
        });
        return ordered;
    }

    private static boolean isDear(RuleSet.Active rule) {
        try {
            return rule.judge != null && rule.judge.isDear();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return true;
        }
    }

    /** How many sets of rules there are. */
    int sets() {
        return sets;
    }

    /** One of the rules of a set. */
    RuleSet.Active rule(int set, int bit) {
        return rules[(set << SET_SHIFT) + bit];
    }

    /** The rules, as bits, of a set that have to look at a post. */
    long due(int set, Scan post) {
        int traits = post.traits();
        long met = -1L;
        long one = unconditional[set];
        for (int part = 0; part < Integer.BYTES; part++) {
            int at = 2 * (((part << Byte.SIZE) + (traits >>> part * Byte.SIZE & VALUES - 1)) * sets + set);
            met &= byTraits[at];
            one |= byTraits[at + 1];
        }
        for (long left = post.hitBits(); left != 0; left &= left - 1) {
            one |= byTerms[Long.numberOfTrailingZeros(left) * sets + set];
        }
        long due = met & one;
        for (int limit = 0; limit < most.length; limit++) {
            long limited = due & few[limit * sets + set];
            if (limited != 0 && hasFew(limit, post)) {
                due ^= limited;
            }
        }
        return due;
    }

    private boolean hasFew(int limit, Scan post) {
        if (post.tokenCount() <= most[limit]) {
            return true;
        }
        int count = 0;
        for (TokenKind kind : kinds[limit]) {
            count += post.count(kind);
        }
        return count <= most[limit];
    }

    /** The rules that need not look at every post that they speak about. */
    RuleSet.Active[] silent() {
        return silent;
    }
}
