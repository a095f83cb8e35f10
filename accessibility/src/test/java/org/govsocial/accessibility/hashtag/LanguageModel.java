package org.govsocial.accessibility.hashtag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads single words and pairs from a trigram model in the binary form of CMU Sphinx: a header; tables of quantised
 * values; single words; pairs and triples packed in bits, the pairs grouped by their <em>last</em> word; the spellings.
 */
final class LanguageModel {

    private static final String MAGIC = "Trie Language Model";
    private static final int QUANTISED_VALUES = 1 << 16;

    /** Logarithms in the file are to the base 1.0001. */
    private static final double TO_LOG10 = Math.log10(1.0001);

    private final ByteBuffer in;
    private final int[] counts = new int[3];
    private final int values;
    private final int singles;
    private final int pairs;
    private final int wordBits;
    private final int pairBits;
    private final String[] words;

    /** Receives each pair of words with the probability of the right one after the left one. */
    interface PairVisitor {
        void pair(String left, String right, double logProbability);
    }

    private LanguageModel(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length()];
        in.get(magic);
        if (!new String(magic, StandardCharsets.US_ASCII).equals(MAGIC) || in.get() != 3) {
            throw new IllegalStateException("not a trigram model of CMU Sphinx");
        }
        for (int i = 0; i < 3; i++) {
            counts[i] = in.getInt();
        }
        values = in.position() + 4;
        singles = values + 3 * QUANTISED_VALUES * 4;
        pairs = singles + (counts[0] + 1) * 12;
        wordBits = bits(counts[0]);
        pairBits = wordBits + 32 + bits(counts[2]);
        int triples = pairs + packed(counts[1], pairBits);
        in.position(triples + packed(counts[2], wordBits + 16));
        byte[] spellings = new byte[in.getInt()];
        in.get(spellings);
        words = new String(spellings, StandardCharsets.ISO_8859_1).split("\0", -1);
        if (words.length != counts[0] + 1) { // the last ends in a zero too
            throw new IllegalStateException("expected " + counts[0] + " words, found " + (words.length - 1));
        }
    }

    static LanguageModel read(Path file) throws IOException {
        return new LanguageModel(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    /** {@return each word, without apostrophes and full stops, and its probability; those that then are one are added up} */
    Map<String, Double> words() {
        Map<String, Double> probabilities = new HashMap<>();
        for (int w = 0; w < counts[0]; w++) {
            if (words[w].charAt(0) != '<') {
                double logP = in.getFloat(singles + w * 12) * TO_LOG10;
                probabilities.merge(letters(words[w]), Math.pow(10, logP), Double::sum);
            }
        }
        return probabilities;
    }

    void eachPair(PairVisitor visitor) {
        for (int right = 0; right < counts[0]; right++) {
            int end = in.getInt(singles + (right + 1) * 12 + 8);
            for (int i = in.getInt(singles + right * 12 + 8); i < end; i++) {
                long at = (long) i * pairBits;
                int left = (int) read(at, wordBits);
                int quantised = (int) read(at + wordBits + 16, 16);
                double logP = in.getFloat(values + quantised * 4) * TO_LOG10;
                visitor.pair(letters(words[left]), letters(words[right]), logP);
            }
        }
    }

    /** {@return the word as a hashtag has it: "don't" is "dont"} */
    static String letters(String word) {
        return word.replace("'", "").replace(".", "").replace("-", "");
    }

    private long read(long bit, int length) {
        return in.getLong(pairs + (int) (bit >>> 3)) >>> (bit & 7) & (1L << length) - 1;
    }

    private static int bits(int value) {
        return 32 - Integer.numberOfLeadingZeros(value);
    }

    private static int packed(int entries, int bits) {
        return (int) (((entries + 1L) * bits + 7) / 8) + 8;
    }
}
