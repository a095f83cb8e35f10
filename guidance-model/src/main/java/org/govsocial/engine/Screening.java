package org.govsocial.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
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
    private static final Comparator<RuleSet.Active> ORDER = (one, other) -> {
        int order = Boolean.compare(one.worst() == Severity.NOTE, other.worst() == Severity.NOTE);
        order = order == 0 ? Boolean.compare(isDear(one), isDear(other)) : order;
        return order == 0 ? other.worst().compareTo(one.worst()) : order;
    };

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
    private final long[][] byTraits = new long[Integer.BYTES][];
    /** For each bit of terms that occur and each set of rules, those that it gives one of several things. */
    private final long[] byTerms;

    private final Limit[] limits;

    /** Rules that have nothing to report of posts with so few tokens. */
    private record Limit(int most, TokenKind[] kinds, long[] rules) {
        boolean holds(Scan post) {
            if (post.tokenCount() <= most) {
                return true;
            }
            int count = 0;
            for (TokenKind kind : kinds) {
                count += post.count(kind);
            }
            return count <= most;
        }
    }

    Screening(Platform platform, List<RuleSet.Active> speaking) {
        var asked = new ArrayList<RuleSet.Active>(speaking.size());
        var silences = new ArrayList<Silence>(speaking.size());
        var mayBeSilent = new ArrayList<RuleSet.Active>();
        var ordered = new ArrayList<>(speaking);
        ordered.sort(ORDER);
        for (RuleSet.Active rule : ordered) {
            Silence silence = silenceOf(rule, platform);
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
        var few = new LinkedHashMap<Map.Entry<Integer, Set<TokenKind>>, long[]>();
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
            addBits(mustNot, RuleSet.bits(silence.with()), set, bit);
            addBits(any, needsAny & ~(RuleSet.TERMS | RuleSet.ANY_POST), set, bit);
            if (needsAny == RuleSet.ANY_POST) {
                unconditional[set] |= bit;
            }
            if ((needsAny & RuleSet.TERMS) != 0 && rule.hasTerms) {
                byTerms[Long.numberOfTrailingZeros(rule.terms.bit()) * sets + set] |= bit;
            }
            if (!silence.kinds().isEmpty()) {
                few.computeIfAbsent(Map.entry(silence.most(), silence.kinds()), limit -> new long[sets])[set] |= bit;
            }
        }
        for (int part = 0; part < byTraits.length; part++) {
            byTraits[part] = table(part * Byte.SIZE, must, mustNot, any);
        }
        var all = new ArrayList<Limit>();
        few.forEach((limit, limited) ->
                all.add(new Limit(limit.getKey(), limit.getValue().toArray(TokenKind[]::new), limited)));
        limits = all.toArray(Limit[]::new);
    }

    private void addBits(long[] byTrait, int traits, int set, long rule) {
        for (int left = traits; left != 0; left &= left - 1) {
            byTrait[Integer.numberOfTrailingZeros(left) * sets + set] |= rule;
        }
    }

    private long[] table(int firstTrait, long[] must, long[] mustNot, long[] any) {
        long[] table = new long[2 * VALUES * sets];
        for (int value = 0; value < VALUES; value++) {
            for (int set = 0; set < sets; set++) {
                long met = -1L;
                long one = 0;
                for (int trait = 0; trait < Byte.SIZE; trait++) {
                    int at = (firstTrait + trait) * sets + set;
                    if ((value >> trait & 1) != 0) {
                        met &= ~mustNot[at];
                        one |= any[at];
                    } else {
                        met &= ~must[at];
                    }
                }
                table[2 * (value * sets + set)] = met;
                table[2 * (value * sets + set) + 1] = one;
            }
        }
        return table;
    }

    /** What a rule says of its silence; a rule that fails to say has none. */
    private static Silence silenceOf(RuleSet.Active rule, Platform platform) {
        PostRule judge = rule.judge;
        try {
            return judge == null ? Silence.NEVER : judge.silence(platform, rule);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return Silence.NEVER;
        }
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
        for (long[] table : byTraits) {
            int at = 2 * ((traits & VALUES - 1) * sets + set);
            met &= table[at];
            one |= table[at + 1];
            traits >>>= Byte.SIZE;
        }
        for (long left = post.hitBits(); left != 0; left &= left - 1) {
            one |= byTerms[Long.numberOfTrailingZeros(left) * sets + set];
        }
        long due = met & one;
        for (Limit limit : limits) {
            if ((due & limit.rules[set]) != 0 && limit.holds(post)) {
                due &= ~limit.rules[set];
            }
        }
        return due;
    }

    /** The rules that need not look at every post that they speak about. */
    RuleSet.Active[] silent() {
        return silent;
    }
}
