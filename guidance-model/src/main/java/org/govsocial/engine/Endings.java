package org.govsocial.engine;

import java.util.Set;

/** The ends of host names that make a word without a scheme a link. */
final class Endings {
    private static final Set<String> KNOWN = Set.of("nz", "com", "org", "net", "govt", "gov", "info", "au", "uk", "eu");

    private Endings() {}

    static boolean isEnding(char[] text, int start, int end) {
        if (end - start < 2 || end - start > 6) {
            return false;
        }
        return KNOWN.contains(new String(text, start, end - start).toLowerCase(java.util.Locale.ROOT));
    }
}
