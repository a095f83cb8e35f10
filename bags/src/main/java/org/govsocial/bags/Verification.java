package org.govsocial.bags;

import java.util.List;

/**
 * What came of verifying a bag.
 *
 * @param flaws in the order of paths
 * @param files payload files found
 * @param octets their bytes
 * @param info the facts that the bag states about itself
 */
public record Verification(List<Flaw> flaws, long files, long octets, BagInfo info) {
    /** Keeps its own list. */
    public Verification {
        flaws = List.copyOf(flaws);
    }

    /**
     * Whether every file is there, unchanged, and no other.
     *
     * @return true when nothing but remarks was found
     */
    public boolean isWhole() {
        return flaws.stream().allMatch(f -> f.kind() == Flaw.Kind.REMARK);
    }
}
