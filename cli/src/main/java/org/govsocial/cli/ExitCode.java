package org.govsocial.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the exit status of the command means. When several apply, the highest is given. */
final class ExitCode {
    /** Done, nothing at or above the threshold. */
    static final int DONE = 0;

    /** Done, findings at or above the threshold. */
    static final int FINDINGS = 1;

    /** The user's input is wrong. */
    static final int WRONG_INPUT = 2;

    /** Part of the work could not be done. */
    static final int INCOMPLETE = 3;

    /** A fault of the program's own. */
    static final int FAULT = 70;

    private ExitCode() {}

    /** The codes as the help shows them. */
    static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("0", "done; nothing at or above --fail-on");
        meanings.put("1", "done; there are findings at or above --fail-on");
        meanings.put("2", "something you gave is wrong: an argument, a file or a pack");
        meanings.put("3", "part of the work could not be done; the rest is done and said");
        meanings.put("70", "a fault in govsocial itself");
        return meanings;
    }
}
