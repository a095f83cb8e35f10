package org.govsocial.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.model.RuleId;
import org.govsocial.text.CharClass;
import org.govsocial.text.Letters;
import org.jspecify.annotations.Nullable;

/**
 * The terms of all packs in one automaton over words: a dictionary from word to number, and a trie over those numbers.
 * A text meets it once, at the cost of one look at a 64-Kbit filter for each word that no term begins with.
 */
final class Terms {
    private static final int FILTER = (1 << 16) - 1;
    private static final int WORD = (1 << 24) - 1;

    /** Terms of several words may begin with such a word. */
    static final int BEGINS = 1;
    /** Such a word may be a term. */
    static final int ALONE = 1 << 1;

    /** By the hash of a word: {@link #BEGINS} and {@link #ALONE}, two bits each. */
    private final long[] firstWords = new long[FILTER + 1 >> 5];
    /** By the hashes of two words: whether a term begins with them. */
    private final long[] firstPairs = new long[FILTER + 1 >> 6];

    private final int[] slots;
    private final char[][] words;
    private final int[] wordHashes;
    private final boolean[] goesOn;
    private final long[] arcs;
    private final int[] targets;
    /** The state that each word leads to from the start, or -1. */
    private final int[] firsts;

    private final int[][] outputs;
    private final Map<RuleId, Range> ranges;
    private final long[] bits;

    /** The terms of one rule: their numbers, and the bit that says that one of them occurs. */
    record Range(int from, int to, long bit) {
        /** No terms. */
        static final Range NONE = new Range(0, 0, 0);
    }

    private Terms(Builder from) {
        int count = from.words.size();
        words = from.words.toArray(char[][]::new);
        wordHashes = new int[count];
        slots = new int[Integer.highestOneBit(Math.max(count, 8)) * 4];
        for (int word = 0; word < count; word++) {
            int hash = hash(words[word]);
            wordHashes[word] = hash;
            int slot = spread(hash) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = word + 1;
        }
        arcs = from.arcs;
        targets = from.targets;
        outputs = Arrays.copyOf(from.outputs, from.states);
        goesOn = new boolean[from.states];
        firsts = new int[count];
        Arrays.fill(firsts, -1);
        int[] reachedBy = new int[from.states];
        Arrays.fill(reachedBy, -1);
        for (int slot = 0; slot < arcs.length; slot++) {
            if (arcs[slot] != 0) {
                goesOn[from(arcs[slot])] = true;
                if (from(arcs[slot]) == 0) {
                    int word = word(arcs[slot]);
                    firsts[word] = targets[slot];
                    reachedBy[targets[slot]] = word;
                    if (outputs[targets[slot]] != null) {
                        hold(wordHashes[word], ALONE);
                    }
                }
            }
        }
        for (long arc : arcs) {
            int first = arc == 0 ? -1 : reachedBy[from(arc)];
            if (first >= 0) {
                hold(wordHashes[first], BEGINS);
                int pair = pair(wordHashes[first], wordHashes[word(arc)]);
                firstPairs[(pair & FILTER) >> 6] |= 1L << pair;
            }
        }
        ranges = Map.copyOf(from.ranges);
        bits = new long[from.terms];
        for (Range range : from.ranges.values()) {
            Arrays.fill(bits, range.from(), range.to(), range.bit());
        }
    }

    /** The terms of a rule. */
    Range of(RuleId rule) {
        return ranges.getOrDefault(rule, Range.NONE);
    }

    /** The bit of the rule that asked for a term. Beyond 64 rules, rules share bits. */
    long bit(int term) {
        return bits[term];
    }

    static Builder builder() {
        return new Builder();
    }

    /** {@link #BEGINS} and {@link #ALONE} for a word of this hash: neither for most words of most texts. */
    int first(int hash) {
        return (int) (firstWords[(hash & FILTER) >> 5] >>> (hash << 1));
    }

    private void hold(int hash, int what) {
        firstWords[(hash & FILTER) >> 5] |= (long) what << (hash << 1);
    }

    /** {@link #BEGINS} where a term may begin with two words of these hashes; other bits mean nothing. */
    int first(int hash, int next) {
        int pair = pair(hash, next);
        return (int) (firstPairs[(pair & FILTER) >> 6] >>> pair);
    }

    private static int pair(int first, int second) {
        return spread(first * 0x9E3779B9 + second);
    }

    /** The number of a word, from 0; -1 when it is in no term. */
    int number(int hash, char[] text, int start, int end) {
        for (int slot = spread(hash) & slots.length - 1; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int word = slots[slot] - 1;
            if (wordHashes[word] == hash && same(words[word], text, start, end)) {
                return word;
            }
        }
        return -1;
    }

    /** The state reached from {@code state} by a word; -1 for none. State 0 is the start. */
    int next(int state, int word) {
        if (state == 0) {
            return firsts[word];
        }
        long arc = arc(state, word);
        int slot = slotOf(arc, arcs);
        return arcs[slot] == 0 ? -1 : targets[slot];
    }

    /** Whether any term goes on from a state. */
    boolean goesOn(int state) {
        return goesOn[state];
    }

    /** The terms that end in a state; null for none. */
    int @Nullable [] ending(int state) {
        return outputs[state];
    }

    /** Extends the hash of a word by one folded letter. */
    static int extend(int hash, char folded) {
        return hash * 31 + folded;
    }

    private static int hash(char[] word) {
        int hash = 0;
        for (char c : word) {
            hash = extend(hash, c);
        }
        return hash;
    }

    private static boolean same(char[] word, char[] text, int start, int end) {
        return sameLetters(word, text, start, end) || sameComposed(word, text, start, end);
    }

    private static boolean sameLetters(char[] word, char[] text, int start, int end) {
        if (end - start != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (fold(text[start + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameComposed(char[] word, char[] text, int start, int end) {
        int at = 0;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if ((CharClass.flags(c) & CharClass.INVISIBLE) != 0) {
                continue;
            }
            char folded = fold(c);
            int next = i + 1;
            while (next < end) {
                char composed = Letters.compose(folded, text[next]);
                if (composed == 0) {
                    break;
                }
                folded = composed;
                i = next++;
            }
            if (at == word.length || word[at++] != folded) {
                return false;
            }
        }
        return at == word.length;
    }

    /** Case folded, curly apostrophes straightened. */
    static char fold(char c) {
        return c == '\u2019' || c == '\uFF07' ? '\'' : Letters.fold(c);
    }

    private static long arc(int state, int word) {
        return (long) state << 24 | word + 1;
    }

    private static int from(long arc) {
        return (int) (arc >>> 24);
    }

    private static int word(long arc) {
        return (int) (arc & WORD) - 1;
    }

    /** Where an arc stands in the open hash of arcs, or the free slot where it would. */
    private static int slotOf(long arc, long[] arcs) {
        int slot = spread((int) (arc ^ arc >>> 24) * 0x9E3779B9) & arcs.length - 1;
        while (arcs[slot] != 0 && arcs[slot] != arc) {
            slot = slot + 1 & arcs.length - 1;
        }
        return slot;
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 15;
    }

    /** Collects terms, in the shape that they are looked up in. */
    static final class Builder {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<char[]> words = new ArrayList<>();
        private long[] arcs = new long[32];
        private int[] targets = new int[32];
        private int[][] outputs = new int[32][];
        private final Map<RuleId, Range> ranges = new HashMap<>();
        /** State 0 is the start; every other state is the target of one arc. */
        private int states = 1;

        private int terms;

        private Builder() {}

        /**
         * Adds the terms of a rule.
         *
         * @param folded the words of each term, folded and composed
         */
        void add(RuleId rule, List<List<String>> folded) {
            int first = terms;
            for (List<String> term : folded) {
                add(term, terms++);
            }
            ranges.put(rule, new Range(first, terms, 1L << ranges.size()));
        }

        private void add(List<String> folded, int term) {
            int state = 0;
            for (String word : folded) {
                state = next(state, number(word));
            }
            int[] same = outputs[state];
            outputs[state] = same == null ? new int[1] : Arrays.copyOf(same, same.length + 1);
            outputs[state][outputs[state].length - 1] = term;
        }

        private int number(String word) {
            Integer number = numbers.putIfAbsent(word, words.size());
            if (number == null) {
                words.add(word.toCharArray());
                return words.size() - 1;
            }
            return number;
        }

        private int next(int state, int word) {
            long arc = arc(state, word);
            int slot = slotOf(arc, arcs);
            if (arcs[slot] == 0) {
                if (states * 4 > arcs.length) {
                    grow();
                    slot = slotOf(arc, arcs);
                }
                arcs[slot] = arc;
                targets[slot] = states++;
            }
            return targets[slot];
        }

        private void grow() {
            long[] largerArcs = new long[2 * arcs.length];
            int[] largerTargets = new int[2 * arcs.length];
            for (int old = 0; old < arcs.length; old++) {
                if (arcs[old] != 0) {
                    int slot = slotOf(arcs[old], largerArcs);
                    largerArcs[slot] = arcs[old];
                    largerTargets[slot] = targets[old];
                }
            }
            arcs = largerArcs;
            targets = largerTargets;
            outputs = Arrays.copyOf(outputs, arcs.length);
        }

        Terms build() {
            return new Terms(this);
        }
    }
}
