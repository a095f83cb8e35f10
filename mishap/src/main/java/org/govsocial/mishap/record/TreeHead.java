package org.govsocial.mishap.record;

import java.security.MessageDigest;

/**
 * The root of a Merkle tree (RFC 6962, section 2.1) that grows leaf by leaf, in memory that grows with the logarithm of
 * its size. Used by one thread.
 */
final class TreeHead {
    private final MessageDigest digest = Sha256.digest();

    /** The roots of the whole subtrees, largest first: one for each bit of the size. */
    private final byte[][] subtrees = new byte[64][];

    private int depth;
    private long size;

    /** @param leaf the hash of a leaf, not its data */
    void add(byte[] leaf) {
        byte[] node = leaf;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            node = Sha256.node(digest, subtrees[--depth], node);
        }
        subtrees[depth++] = node;
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (size == 0) {
            return digest.digest();
        }
        byte[] root = subtrees[depth - 1];
        for (int i = depth - 2; i >= 0; i--) {
            root = Sha256.node(digest, subtrees[i], root);
        }
        return root;
    }
}
