package org.govsocial.cli;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what the user may have meant. */
final class Nearest {
    private Nearest() {}

    /** The candidate that takes the fewest changed letters, when these are few beside its length. */
    static @Nullable String to(String typed, Collection<String> candidates) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String best = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            String known = candidate.toLowerCase(Locale.ROOT);
            int changes = changes(wanted, known);
            boolean inside = wanted.length() >= 3 && known.contains(wanted);
            int weight = inside ? Math.min(changes, 1) : changes;
            if (weight < fewest && (inside || changes <= Math.max(1, known.length() / 3))) {
                best = candidate;
                fewest = weight;
            }
        }
        return best;
    }

    /** " Did you mean …?", or nothing. */
    static String question(String typed, Collection<String> candidates) {
        String nearest = to(typed, candidates);
        return nearest == null ? "" : " Did you mean " + nearest + "?";
    }

    /** Letters put in, left out, exchanged or swapped with their neighbour. */
    private static int changes(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
