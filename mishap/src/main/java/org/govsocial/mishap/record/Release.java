package org.govsocial.mishap.record;

import java.util.List;
import org.govsocial.model.Place;

/**
 * A request for official information, and what its answer withholds.
 *
 * @param request the request's reference, for example {@code "OIA-2026-117"}
 * @param act the Act that it is made under, for example {@code "Official Information Act 1982"}
 * @param who who makes the copy
 * @param withheld what is withheld, in any order; ranges of one field must not overlap
 */
public record Release(String request, String act, String who, List<Withholding> withheld) {
    /** The file that marks a folder as a release copy and says for which request. */
    static final String FILE = "release.json";

    /** Makes the list immutable. */
    public Release {
        withheld = List.copyOf(withheld);
    }

    /**
     * One thing that is withheld.
     *
     * @param entry the number of the entry
     * @param place which part: the field {@code ""} for the whole entry, {@code "/who"}, {@code "/at"},
     *     {@code "/text"} or {@code "/fields/NAME"}; a range counts UTF-16 code units
     * @param ground the ground for withholding it, as the requester is to be told, for example {@code "s 9(2)(a)"}
     */
    public record Withholding(long entry, Place place, String ground) {}

    /**
     * What became of the entries.
     *
     * @param entries how many there are; all of them stand in the copy
     * @param whole how many are released whole
     * @param partly how many have passages withheld
     * @param withheld how many are withheld as a whole
     * @param disposed how many had been disposed of before
     * @param repeats numbers of entries in which words still stand that were withheld somewhere, in order
     */
    public record Summary(long entries, long whole, long partly, long withheld, long disposed, List<Long> repeats) {
        /** Makes the list immutable. */
        public Summary {
            repeats = List.copyOf(repeats);
        }
    }
}
