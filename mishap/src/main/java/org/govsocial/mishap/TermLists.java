package org.govsocial.mishap;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.spi.PostFeatures;

/** Two lists of terms that a rule looks for at once, and where they stand in a post. */
final class TermLists {
    private final List<String> all;
    private final int border;

    TermLists(List<String> first, List<String> second) {
        var joined = new ArrayList<>(first);
        joined.addAll(second);
        all = List.copyOf(joined);
        border = first.size();
    }

    /** What the rule asks the engine to look for. */
    List<String> all() {
        return all;
    }

    /** The first occurrence of a term of the first list; -1 when there is none. */
    int inFirst(PostFeatures post) {
        return occurrence(post, 0, border);
    }

    /** The first occurrence of a term of the second list; -1 when there is none. */
    int inSecond(PostFeatures post) {
        return occurrence(post, border, all.size());
    }

    private static int occurrence(PostFeatures post, int from, int to) {
        for (int i = 0; i < post.termCount(); i++) {
            if (post.term(i) >= from && post.term(i) < to) {
                return i;
            }
        }
        return -1;
    }

    /** The words of an occurrence as they stand. */
    static String text(PostFeatures post, int occurrence) {
        return post.post()
                .text()
                .substring(post.start(post.termStart(occurrence)), post.end(post.termEnd(occurrence) - 1));
    }
}
