package org.govsocial.mishap.record;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs over the fingerprints of a log's entries, as RFC 6962 section 2.1 defines them: that one entry is in the log
 * without showing the others, and that a later state of the log still holds all of an earlier one. Whoever keeps a
 * {@link Checkpoint} can check them. Immutable.
 */
public final class MerkleTree {
    private final MessageDigest digest = Sha256.digest();
    private final List<byte[]> leaves;

    private MerkleTree(List<byte[]> leaves) {
        this.leaves = leaves;
    }

    /**
     * Makes the tree of a log.
     *
     * @param fingerprints of all entries, in order
     * @return the tree
     */
    public static MerkleTree of(List<Hash> fingerprints) {
        return new MerkleTree(fingerprints.stream().map(Hash::bytes).toList());
    }

    /**
     * The root over the first entries.
     *
     * @param size how many entries, from 0
     * @return the root
     */
    public Hash root(int size) {
        return Hash.of(size == 0 ? Sha256.digest().digest() : subtree(0, size));
    }

    /**
     * Proves that an entry is in the tree of the first entries.
     *
     * @param entry the entry's number, from 1
     * @param size how many entries
     * @return the proof
     * @throws IllegalArgumentException when there is no such entry
     */
    public List<Hash> inclusion(int entry, int size) {
        if (entry < 1 || entry > size || size > leaves.size()) {
            throw new IllegalArgumentException("There is no entry " + entry + " among " + size + ".");
        }
        var path = new ArrayList<Hash>();
        inclusion(entry - 1, 0, size, path);
        return path;
    }

    private void inclusion(int leaf, int from, int to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (leaf < middle) {
            inclusion(leaf, from, middle, path);
            path.add(Hash.of(subtree(middle, to)));
        } else {
            inclusion(leaf, middle, to, path);
            path.add(Hash.of(subtree(from, middle)));
        }
    }

    /**
     * Proves that the tree of the first entries only grew.
     *
     * @param first how many entries there were, from 1
     * @param second how many there are
     * @return the proof
     * @throws IllegalArgumentException when the sizes are not in order
     */
    public List<Hash> consistency(int first, int second) {
        if (first < 1 || first > second || second > leaves.size()) {
            throw new IllegalArgumentException("A log cannot grow from " + first + " to " + second + " entries.");
        }
        var path = new ArrayList<Hash>();
        consistency(first, 0, second, true, path);
        return path;
    }

    private void consistency(int first, int from, int to, boolean whole, List<Hash> path) {
        if (first == to - from) {
            if (!whole) {
                path.add(Hash.of(subtree(from, to)));
            }
            return;
        }
        int split = split(to - from);
        if (first <= split) {
            consistency(first, from, from + split, whole, path);
            path.add(Hash.of(subtree(from + split, to)));
        } else {
            consistency(first - split, from + split, to, false, path);
            path.add(Hash.of(subtree(from, from + split)));
        }
    }

    private byte[] subtree(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        return Sha256.node(digest, subtree(from, middle), subtree(middle, to));
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /**
     * Checks that an entry is in a log.
     *
     * @param fingerprint the entry's
     * @param entry its number, from 1
     * @param size the size that a checkpoint gives
     * @param root the root that it gives
     * @param proof what {@link #inclusion} gave
     * @return whether the entry is in that log, at that place
     */
    public static boolean isIncluded(Hash fingerprint, long entry, long size, Hash root, List<Hash> proof) {
        if (entry < 1 || entry > size) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        long node = entry - 1;
        long last = size - 1;
        byte[] hash = fingerprint.bytes();
        for (Hash step : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Sha256.node(digest, step.bytes(), hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Sha256.node(digest, hash, step.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Hash.of(hash).equals(root);
    }

    /**
     * Checks that a log only grew between two checkpoints.
     *
     * @param first the size that the older one gives, from 1
     * @param firstRoot its root
     * @param second the size that the newer one gives
     * @param secondRoot its root
     * @param proof what {@link #consistency} gave
     * @return whether the newer log begins with all of the older
     */
    public static boolean isConsistent(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        var steps = new ArrayList<Hash>(proof);
        if (Long.bitCount(first) == 1) {
            steps.add(0, firstRoot);
        }
        if (steps.isEmpty()) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        long node = first - 1;
        long last = second - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] before = steps.get(0).bytes();
        byte[] after = before;
        for (Hash step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = Sha256.node(digest, step.bytes(), before);
                after = Sha256.node(digest, step.bytes(), after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = Sha256.node(digest, after, step.bytes());
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Hash.of(before).equals(firstRoot) && Hash.of(after).equals(secondRoot);
    }
}
