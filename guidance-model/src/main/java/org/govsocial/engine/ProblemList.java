package org.govsocial.engine;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.Problem;

/** Problems in the order met. A broken archive may hold millions: those past the first thousand are counted only. */
final class ProblemList {
    private static final int MOST = 1000;

    private final List<Problem> first = new ArrayList<>();
    private long more;

    void add(Problem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else {
            more++;
        }
    }

    List<Problem> listed() {
        var all = new ArrayList<>(first);
        if (more > 0) {
            all.add(new Problem(
                    "and more", more + " further problems are not listed.", "Mend the first ones and run it again."));
        }
        return List.copyOf(all);
    }
}
