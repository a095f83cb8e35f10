package org.govsocial.accessibility.hashtag;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Words, how common each is and which often follow one another, in a compact form. A word is a node of a trie over the
 * letters a-z whose nodes are numbered level by level, so the children of a node are neighbours and a bit mask finds
 * them. Costs and gains are in {@link #UNIT}s. Immutable, and safe for use by several threads.
 *
 * <p>The file {@code words.bin} (big-endian): magic, number of nodes, number of words, number of paired words, number of
 * pairs, number of own spellings (int each); then for each node its {@linkplain #SHAPE_MASK shape}; for each word its cost
 * (byte) and flags (byte); for each paired word, in node order, how many words follow it (varint), and for each of those
 * the distance from the one before (varint) and the gain (byte); for each own spelling the distance from the word before
 * (varint, counted in words) and the spelling (length byte, UTF-8). The build makes an {@linkplain #main image} of it,
 * which the jar holds in its place.
 */
final class WordTable {

    /** Costs are stored in this many steps to a power of ten. */
    static final int UNIT = 24;

    static final int MAGIC = 0x47535731;

    /** The image of the table, which lies beside this class. */
    static final String IMAGE = "words.image";

    private static final int IMAGE_MAGIC = 0x47535749;

    /** How many numbers an image begins with. */
    private static final int IMAGE_SIZES = 8;

    /**
     * Shape of a node with at most one child: its letter (0-25, or 31 for none), plus this where a word ends. Letter 31 falls
     * on the bit that says that a word ends, which is true of every node without children.
     */
    static final int SHAPE_WORD = 0x20;

    /** Shape of any other node: this, followed by the mask of its children, whose top bit says that a word ends. */
    static final int SHAPE_MASK = 0x40;

    /** Flag of a word that has neighbours in the table. */
    static final int FLAG_PAIRED = 1;

    /** Flag of a word that would embarrass if read by accident. */
    static final int FLAG_COARSE = 2;

    /** Flag of a beginning that as often makes one word with what follows. */
    static final int FLAG_COMBINING = 4;

    /** Where the flags hold what the reader says of the word as a tag of its own: see {@link #verdict}. */
    static final int VERDICT_SHIFT = 3;

    /** Flag of a word whose best reading is a word and one like "of". */
    static final int FLAG_SMALL_LAST = 0x20;

    /** Flag of a word that has a spelling of its own; not in the file. */
    private static final int FLAG_SPELLED = 0x80;

    private static final Verdict[] VERDICTS = {Verdict.ONE_WORD, Verdict.CLEAR, Verdict.LIKELY, Verdict.UNCLEAR};

    /** Bit of a gain that says that our own list of phrases has the pair; the other bits are half the gain. */
    static final int LISTED = 0x80;

    private static final int WORD_BIT = 1 << 31;

    /** For each node the mask of its children (low half; its top bit says that a word ends) and the first child (high half). */
    private final long[] nodes;

    /** For each node where a word ends its cost (8 bits), flags (8 bits) and number in pairs (16 bits). */
    private final int[] wordFacts;

    /** Open hash of pairs: the low 24 bits of the mixed pair, then the gain. The slot tells the rest of the pair. */
    private final int[] pairs;

    private final int pairShift;

    /**
     * For each paired word the most that any pair gains in which it comes first, or second; the latter with {@link #LISTED}
     * where one of those pairs is in our own list.
     */
    private final byte[] mostBefore;

    private final byte[] mostAfter;
    /** The nodes with a spelling of their own, ascending, and those spellings. */
    private final int[] spelled;

    private final String[] spellings;
    private final int words;
    private final int pairCount;

    private @Nullable WholeWords wholeWords;

    /** Reads what {@link #writeImage} wrote. */
    private WordTable(Image in) throws IOException {
        int[] sizes = in.ints(new int[IMAGE_SIZES]);
        if (sizes[0] != IMAGE_MAGIC) {
            throw new IllegalStateException("not an image of the table of hashtag words");
        }
        words = sizes[1];
        pairCount = sizes[2];
        nodes = in.longs(new long[sizes[3]]);
        wordFacts = in.ints(new int[sizes[3]]);
        pairs = in.ints(new int[sizes[4]]);
        pairShift = Integer.numberOfLeadingZeros(pairs.length) + 1;
        mostBefore = in.bytes(new byte[sizes[5]]);
        mostAfter = in.bytes(new byte[sizes[5]]);
        spelled = in.ints(new int[sizes[6]]);
        spellings = new String(in.bytes(new byte[sizes[7]]), StandardCharsets.UTF_8).split("\n", -1);
    }

    private WordTable(Bytes in) {
        if (in.int4() != MAGIC) {
            throw new IllegalStateException("not a table of hashtag words");
        }
        int nodeCount = in.int4();
        words = in.int4();
        int paired = in.int4();
        pairCount = in.int4();
        int ownSpellings = in.int4();
        nodes = new long[nodeCount];
        int[] wordNodes = new int[words];
        in.nodes(nodes, wordNodes);
        wordFacts = new int[nodeCount];
        in.facts(wordFacts, wordNodes);
        int sizeBits = 33 - Integer.numberOfLeadingZeros(Math.max(1 << 9, pairCount));
        pairShift = 32 - sizeBits;
        pairs = new int[1 << sizeBits];
        mostBefore = new byte[paired + 1];
        mostAfter = new byte[paired + 1];
        in.pairs(this);
        spelled = new int[ownSpellings];
        spellings = new String[ownSpellings];
        int at = 0;
        for (int n = 0; n < ownSpellings; n++) {
            at += in.varint();
            spelled[n] = wordNodes[at];
            spellings[n] = in.text();
            wordFacts[wordNodes[at]] |= FLAG_SPELLED << 8;
        }
    }

    /**
     * Reads the table that ships with this class, from its image.
     *
     * @throws IllegalStateException if it is missing or damaged
     */
    static WordTable load() {
        try (InputStream in = WordTable.class.getResourceAsStream(IMAGE)) {
            if (in == null) {
                throw new IllegalStateException("the table of hashtag words is missing from this jar");
            }
            return new WordTable(new Image(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the image of the table, which the build does: the arrays as they lie in memory. It is four times as large as
     * the file and is read four times as fast, which a check of one post waits for.
     *
     * @param args the file, and where the image goes
     * @throws IOException if either cannot be used
     */
    public static void main(String[] args) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            of(Files.readAllBytes(Path.of(args[0]))).writeImage(out);
        }
    }

    private void writeImage(DataOutputStream out) throws IOException {
        byte[] texts = String.join("\n", spellings).getBytes(StandardCharsets.UTF_8);
        int[] sizes = {
            IMAGE_MAGIC, words, pairCount, nodes.length, pairs.length, mostBefore.length, spelled.length, texts.length
        };
        write(sizes, out);
        for (long node : nodes) {
            out.writeLong(node);
        }
        write(wordFacts, out);
        write(pairs, out);
        out.write(mostBefore);
        out.write(mostAfter);
        write(spelled, out);
        out.write(texts);
    }

    private static void write(int[] values, DataOutputStream out) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalStateException if it is damaged
     */
    static WordTable of(byte[] bytes) {
        try {
            return new WordTable(new Bytes(bytes));
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("the table of hashtag words is damaged", e);
        }
    }

    /** {@return the node after {@code letter} (0-25) from {@code node}, or -1; the root is 0} */
    int child(int node, int letter) {
        long entry = nodes[node];
        int mask = (int) entry;
        int bit = 1 << letter;
        return (mask & bit) == 0 ? -1 : (int) (entry >>> 32) + Integer.bitCount(mask & (bit - 1));
    }

    /** {@return the node of the word that the first {@code length} of these letters are, or 0 where that is none} */
    int node(byte[] letters, int length) {
        int node = 0;
        for (int i = 0; i < length && node >= 0; i++) {
            node = letters[i] < Folding.DIGIT ? child(node, letters[i]) : -1;
        }
        return node > 0 && isWord(node) ? node : 0;
    }

    /** {@return whether a word ends at {@code node}} */
    boolean isWord(int node) {
        return (int) nodes[node] < 0;
    }

    /** {@return 1 where a word ends at {@code node}, otherwise 0} */
    int wordsAt(int node) {
        return (int) nodes[node] >>> 31;
    }

    /** {@return cost (lowest 8 bits), flags (8 bits) and number in pairs (16 bits) of the word at {@code node}} */
    int facts(int node) {
        return wordFacts[node];
    }

    /** {@return how rare the word of these facts is: 0-255} */
    static int cost(int facts) {
        return facts & 0xff;
    }

    /** {@return whether the word of these facts has a flag} */
    static boolean has(int facts, int flag) {
        return (facts >> 8 & flag) != 0;
    }

    /** {@return the number by which {@link #gain} knows the word of these facts, or 0 if it has no neighbours} */
    static int pairId(int facts) {
        return facts >>> 16;
    }

    /** {@return how much cheaper {@code right} is after {@code left} than alone; 0 where nothing is known} */
    int gain(int left, int right) {
        return (pair(left, right) & LISTED - 1) << 1;
    }

    /** {@return the most that {@link #gain} gives for {@code right} after any word} */
    int mostAfter(int right) {
        return (mostAfter[right] & LISTED - 1) << 1;
    }

    /** {@return whether a phrase of our own list has {@code right} after another word} */
    boolean mayBeListed(int right) {
        return mostAfter[right] < 0;
    }

    /** {@return the most that {@link #gain} gives for any word after {@code left}} */
    int mostBefore(int left) {
        return mostBefore[left] << 1;
    }

    /** {@return what {@link TagReader} says of the word at {@code node} as a tag in small letters, reckoned beforehand} */
    Verdict verdict(int node) {
        return VERDICTS[wordFacts[node] >> 8 + VERDICT_SHIFT & 3];
    }

    /** {@return the part of the flags of the word at {@code node} that says what {@link TagReader} makes of it: 3 bits} */
    int answer(int node) {
        return wordFacts[node] >> 8 + VERDICT_SHIFT & 7;
    }

    /** {@return the verdict in an {@link #answer}} */
    static Verdict verdictOf(int answer) {
        return VERDICTS[answer & 3];
    }

    /** {@return whether an {@link #answer} has {@link #FLAG_SMALL_LAST}} */
    static boolean isSmallLast(int answer) {
        return (answer & FLAG_SMALL_LAST >> VERDICT_SHIFT) != 0;
    }

    /** {@return the words by all their letters at once: made on first use, which takes some milliseconds} */
    synchronized WholeWords wholeWords() {
        if (wholeWords == null) {
            wholeWords = new WholeWords(this);
        }
        return wholeWords;
    }

    /** {@return the bits of the flags that make {@link #verdict} say {@code verdict}} */
    static int verdictFlags(Verdict verdict) {
        return Arrays.asList(VERDICTS).indexOf(verdict) << VERDICT_SHIFT;
    }

    /** {@return whether {@code left} and {@code right} stand together in a phrase of our own list} */
    boolean isListed(int left, int right) {
        return (pair(left, right) & LISTED) != 0;
    }

    private int pair(int left, int right) {
        int mixed = mix(left, right);
        int tag = mixed << 8;
        for (int slot = mixed >>> pairShift; ; slot = slot + 1 & pairs.length - 1) {
            int here = pairs[slot];
            if (here == 0) {
                return 0;
            }
            if ((here & ~0xff) == tag) {
                return here;
            }
        }
    }

    /**
     * Spreads pairs over the table, one to one. Two pairs with the same low 24 bits differ in the high 8, which choose the
     * slot, so they lie at least a 256th of the table apart and are never mistaken for one another.
     */
    private static int mix(int left, int right) {
        return (left << 16 | right) * 0x9E3779B1;
    }

    /** {@return the spelling that a brand or acronym has for itself, or null} */
    @Nullable
    String spelling(int node) {
        return has(wordFacts[node], FLAG_SPELLED) ? spellings[Arrays.binarySearch(spelled, node)] : null;
    }

    int words() {
        return words;
    }

    int pairs() {
        return pairCount;
    }

    /** Reads the file's numbers one after another. */
    private static final class Bytes {
        private final byte[] bytes;
        private int at;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The masks and first children of all nodes, and the nodes where words end. */
        void nodes(long[] nodes, int[] wordNodes) {
            byte[] in = bytes;
            int i = at;
            int next = 1;
            int word = 0;
            for (int node = 0; node < nodes.length; node++) {
                int shape = in[i++];
                int mask;
                if ((shape & SHAPE_MASK) != 0) {
                    mask = in[i] << 24 | (in[i + 1] & 0xff) << 16 | (in[i + 2] & 0xff) << 8 | in[i + 3] & 0xff;
                    i += 4;
                } else {
                    mask = 1 << (shape & 0x1f) | (shape & SHAPE_WORD) << 26;
                }
                nodes[node] = (long) next << 32 | mask & 0xffffffffL;
                next += Integer.bitCount(mask & ~WORD_BIT);
                if (mask < 0) {
                    wordNodes[word++] = node;
                }
            }
            at = i;
        }

        /** The pairs of every word that has neighbours after it. */
        void pairs(WordTable table) {
            byte[] in = bytes;
            int i = at;
            int[] pairs = table.pairs;
            int last = pairs.length - 1;
            int shift = table.pairShift;
            byte[] mostAfter = table.mostAfter;
            for (int left = 1; left < table.mostBefore.length; left++) {
                int right = 0;
                int most = 0;
                at = i;
                int count = varint();
                i = at;
                for (; count > 0; count--) {
                    int b = in[i++];
                    int distance = b & 0x7f;
                    for (int bits = 7; b < 0; bits += 7) {
                        b = in[i++];
                        distance |= (b & 0x7f) << bits;
                    }
                    right += distance;
                    int mixed = mix(left, right);
                    int slot = mixed >>> shift;
                    while (pairs[slot] != 0) {
                        slot = slot + 1 & last;
                    }
                    int gain = in[i++] & 0xff;
                    pairs[slot] = mixed << 8 | gain;
                    int plain = gain & LISTED - 1;
                    most = Math.max(most, plain);
                    int former = mostAfter[right];
                    mostAfter[right] = (byte) (Math.max(plain, former & LISTED - 1) | (gain | former) & LISTED);
                }
                table.mostBefore[left] = (byte) most;
            }
            at = i;
        }

        /** The costs and flags of words, each at its node, with the numbers of those that have neighbours. */
        void facts(int[] facts, int[] wordNodes) {
            byte[] in = bytes;
            int costs = at;
            int flags = at + wordNodes.length;
            int id = 0;
            for (int w = 0; w < wordNodes.length; w++) {
                int flag = in[flags + w] & 0xff;
                int number = (flag & FLAG_PAIRED) != 0 ? ++id << 16 : 0;
                facts[wordNodes[w]] = in[costs + w] & 0xff | flag << 8 | number;
            }
            at = flags + wordNodes.length;
        }

        int byte1() {
            return bytes[at++] & 0xff;
        }

        int int4() {
            return byte1() << 24 | byte1() << 16 | byte1() << 8 | byte1();
        }

        int varint() {
            int value = 0;
            int shift = 0;
            while (true) {
                int b = byte1();
                value |= (b & 0x7f) << shift;
                if (b < 0x80) {
                    return value;
                }
                shift += 7;
            }
        }

        String text() {
            int length = byte1();
            at += length;
            return new String(Arrays.copyOfRange(bytes, at - length, at), StandardCharsets.UTF_8);
        }
    }

    /** Reads arrays, a part at a time. */
    private static final class Image {
        private final InputStream in;
        private final ByteBuffer part = ByteBuffer.allocate(1 << 16);

        Image(InputStream in) {
            this.in = in;
        }

        byte[] bytes(byte[] values) throws IOException {
            if (in.readNBytes(values, 0, values.length) < values.length) {
                throw new IllegalStateException("the table of hashtag words is damaged");
            }
            return values;
        }

        int[] ints(int[] values) throws IOException {
            for (int at = 0; at < values.length; ) {
                int count = next(values.length - at, Integer.BYTES);
                part.asIntBuffer().get(values, at, count);
                at += count;
            }
            return values;
        }

        long[] longs(long[] values) throws IOException {
            for (int at = 0; at < values.length; ) {
                int count = next(values.length - at, Long.BYTES);
                part.asLongBuffer().get(values, at, count);
                at += count;
            }
            return values;
        }

        /** Reads as many of the wanted numbers as the part holds. */
        private int next(int wanted, int size) throws IOException {
            int count = Math.min(wanted, part.capacity() / size);
            if (in.readNBytes(part.array(), 0, count * size) < count * size) {
                throw new IllegalStateException("the table of hashtag words is damaged");
            }
            return count;
        }
    }
}
