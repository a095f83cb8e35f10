package org.govsocial.mishap.record;

import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of entry that the log writes itself. Every other kind is the caller's. */
final class Kinds {
    static final String OPENED = "opened";
    static final String RECOVERED = "recovered";
    static final String DISPOSED = "disposed";
    static final String ATTACHMENT = "attachment";
    static final String CORRECTION = "correction";

    /** What proves the log itself: never disposed of. */
    static final Set<String> BOOKKEEPING = Set.of(OPENED, RECOVERED, DISPOSED);

    private static final Set<String> RESERVED = Set.of(OPENED, RECOVERED, DISPOSED, ATTACHMENT, CORRECTION);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Kinds() {}

    static boolean isName(String kind) {
        return kind.length() <= 40 && NAME.matcher(kind).matches();
    }

    static boolean isReserved(String kind) {
        return RESERVED.contains(kind);
    }
}
