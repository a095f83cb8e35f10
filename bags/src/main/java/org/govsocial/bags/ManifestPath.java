package org.govsocial.bags;

/** Paths as manifests write them: percent sign, line feed and carriage return are percent-encoded, nothing else. */
final class ManifestPath {
    private ManifestPath() {}

    static String encoded(String path) {
        var out = new StringBuilder(path.length() + 8);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            switch (c) {
                case '%' -> out.append("%25");
                case '\n' -> out.append("%0A");
                case '\r' -> out.append("%0D");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static String decoded(String written) {
        var out = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%' && written.startsWith("25", i + 1)) {
                out.append('%');
                i += 2;
            } else if (c == '%' && written.regionMatches(true, i + 1, "0A", 0, 2)) {
                out.append('\n');
                i += 2;
            } else if (c == '%' && written.regionMatches(true, i + 1, "0D", 0, 2)) {
                out.append('\r');
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
