package org.govsocial.engine;

import org.govsocial.model.Problem;

/** Words for what goes wrong in other people's code. */
final class Faults {
    private Faults() {}

    /** A plug-in that could not be started. */
    static Problem ofPlugin(String where, Throwable fault) {
        Throwable root = root(fault);
        if (root instanceof LinkageError || root instanceof ClassNotFoundException) {
            return new Problem(
                    where,
                    "The plug-in needs something that is not there for it (" + oneLine(root)
                            + "), so its rules did not run.",
                    "A plug-in sees the JDK, org.govsocial.model, org.govsocial.spi and its own jar. Ask its author"
                            + " for a version built for this release, with its libraries inside.");
        }
        return new Problem(
                where,
                "The plug-in could not be started (" + oneLine(root) + "), so its rules did not run.",
                "Tell its author, or take it out of the folder.");
    }

    /** What went wrong, on one line of at most 200 characters, without control characters. */
    static String oneLine(Throwable fault) {
        String message = fault.getMessage();
        String text = fault.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        var out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < 200; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }

    /** Faults that are the fault of a rule or plug-in alone; anything else is rethrown. */
    static boolean isTheirs(Throwable fault) {
        return fault instanceof RuntimeException
                || fault instanceof LinkageError
                || fault instanceof StackOverflowError
                || fault instanceof AssertionError;
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
