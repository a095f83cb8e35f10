package org.govsocial.bags;

import java.nio.file.Path;

/** Which paths stay within a bag, on whatever computer it is opened. */
final class SafePath {
    private SafePath() {}

    /** Whether it is relative, has no part that leads elsewhere, and is no shorthand of a shell. */
    static boolean isSafe(String path) {
        if (path.isEmpty() || path.startsWith("~") || path.indexOf('\0') >= 0) {
            return false;
        }
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(start, end);
            if (part.isEmpty() || part.equals(".") || part.equals("..") || leadsElsewhereOnWindows(part)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    /** {@code C:} at the start of a part, or a backslash followed or led by dots. */
    private static boolean leadsElsewhereOnWindows(String part) {
        boolean drive = part.length() >= 2 && part.charAt(1) == ':' && Character.isLetter(part.charAt(0));
        return drive || part.startsWith("\\") || part.contains("..\\") || part.endsWith("\\..");
    }

    static String slashed(Path relative) {
        var joined = new StringBuilder();
        for (Path part : relative) {
            if (joined.length() > 0) {
                joined.append('/');
            }
            joined.append(part);
        }
        return joined.toString();
    }
}
