package org.govsocial.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A map from code points to 16 bits of facts, in two levels: blocks of 64 code points, where equal blocks are stored
 * once. Code points above the last stored block have the value 0.
 */
final class Table {

    static final int SHIFT = 6;
    static final int BLOCK = 1 << SHIFT;

    private final char[] index;
    private final char[] blocks;

    /** Reads a table as the generator writes it, from the buffer's position on. */
    Table(ByteBuffer in) {
        index = chars(in);
        blocks = chars(in);
    }

    int get(int codePoint) {
        int block = codePoint >>> SHIFT;
        return block < index.length ? blocks[index[block] << SHIFT | codePoint & BLOCK - 1] : 0;
    }

    /** The values of U+0000 to U+FFFF in one array: one load for each lookup, where that matters. */
    char[] basicPlane() {
        char[] flat = new char[1 << 16];
        for (int block = 0; block < Math.min(index.length, flat.length >>> SHIFT); block++) {
            System.arraycopy(blocks, index[block] << SHIFT, flat, block << SHIFT, BLOCK);
        }
        return flat;
    }

    /** Reads an array of 16-bit values after its length. */
    static char[] chars(ByteBuffer in) {
        char[] values = new char[in.getInt()];
        in.asCharBuffer().get(values);
        in.position(in.position() + 2 * values.length);
        return values;
    }

    /** Reads an array of 32-bit values after its length. */
    static int[] ints(ByteBuffer in) {
        int[] values = new int[in.getInt()];
        in.asIntBuffer().get(values);
        in.position(in.position() + 4 * values.length);
        return values;
    }

    /** The whole of a resource of this package. */
    static ByteBuffer open(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource org/govsocial/text/" + name + " is missing from the jar");
            }
            return ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where {@code key} stands in the sorted part of {@code keys} from {@code from} to {@code to}, or -1. */
    static int find(int[] keys, int from, int to, int key) {
        return Math.max(-1, Arrays.binarySearch(keys, from, to, key));
    }
}
