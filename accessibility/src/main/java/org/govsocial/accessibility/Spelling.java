package org.govsocial.accessibility;

import java.util.Locale;

/** Spells a word as another was: in capitals, with a capital first, or in small letters. */
final class Spelling {
    private Spelling() {}

    /**
     * The right spelling in the case of what stands there.
     *
     * @param right a name keeps its own capital
     */
    static String like(String found, String right) {
        boolean capitals = found.length() > 1 && found.equals(found.toUpperCase(Locale.ROOT));
        if (capitals) {
            return right.toUpperCase(Locale.ROOT);
        }
        boolean capital = Character.isUpperCase(found.charAt(0));
        return capital ? capitalised(right) : right;
    }

    /** A word with its first letter in capitals. */
    static String capitalised(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
