package org.govsocial.model;

import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param safe may be applied by machine: right at least 98 times in 100
 * @param edits applied together, not overlapping
 */
public record Fix(boolean safe, List<Edit> edits) {
    /** Copies the edits. */
    public Fix {
        edits = List.copyOf(edits);
    }
}
