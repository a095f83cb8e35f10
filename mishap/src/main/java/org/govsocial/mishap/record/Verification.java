package org.govsocial.mishap.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link IncidentLog#verify} found.
 *
 * @param entries the number of the last entry
 * @param sound how many entries are as they were recorded
 * @param origin which log it is, as checkpoints name it; null when its first entry cannot be read
 * @param root root of the Merkle tree over all entries; null when too much is damaged
 * @param bound up to which entry the given checkpoints bind the log; 0 without one
 * @param damage everything that is wrong; empty for an intact log
 * @param remarks what a reader must know besides: what could not be noticed, saves that were interrupted, disposals
 */
public record Verification(
        long entries,
        long sound,
        @Nullable String origin,
        @Nullable Hash root,
        long bound,
        List<Damage> damage,
        List<String> remarks) {
    /** Makes the lists immutable. */
    public Verification {
        damage = List.copyOf(damage);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true without damage; the command line then exits 0, otherwise 1
     */
    public boolean intact() {
        return damage.isEmpty();
    }
}
