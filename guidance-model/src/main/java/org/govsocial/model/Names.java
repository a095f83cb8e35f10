package org.govsocial.model;

/** The grammar of the ids that people write in packs, plug-ins and on the command line. */
final class Names {
    private Names() {}

    /** Lower-case ASCII letters and digits in groups joined by single hyphens, at most 80 characters. */
    static boolean isKebab(String name) {
        if (name.isEmpty() || name.length() > 80) {
            return false;
        }
        boolean afterHyphen = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!word && (c != '-' || afterHyphen)) {
                return false;
            }
            afterHyphen = !word;
        }
        return !afterHyphen;
    }
}
