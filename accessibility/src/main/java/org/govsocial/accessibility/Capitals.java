package org.govsocial.accessibility;

import org.govsocial.model.Country;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.TokenKind;

/** Tells words that are shouted from acronyms. */
final class Capitals {
    /** Acronyms that need no explanation. */
    static final WordTable KNOWN = WordTable.read("acronyms.txt");

    /** Agencies by their short forms, with their names in full. */
    static final WordTable AGENCIES = WordTable.read("agency-names.tsv");

    /** What people of other countries know besides, by country; New Zealand's own are among {@link #KNOWN}. */
    private static final WordTable ELSEWHERE = WordTable.read("acronyms-elsewhere.tsv");

    private static final WordTable COMMON = WordTable.read("common-words.txt");

    /** Acronyms longer than this are rare enough to be taken for words. */
    private static final int LONGEST_ACRONYM = 6;

    private Capitals() {}

    /** Whether a word is known as an acronym, with or without an explanation. */
    static boolean isAcronym(String text, int start, int end) {
        return AGENCIES.contains(text, start, end) || KNOWN.contains(text, start, end);
    }

    /** Whether people of a country know an acronym without an explanation. */
    static boolean isKnownIn(Country country, String text, int start, int end) {
        String countries = ELSEWHERE.get(text, start, end);
        if (countries != null && countries.contains(country.id())) {
            return true;
        }
        boolean local = countries != null && countries.startsWith("nz");
        return !local && KNOWN.contains(text, start, end);
    }

    /** Whether a word in capitals is an ordinary word: one of the common ones, or too long for an acronym. */
    static boolean isOrdinary(String text, int start, int end) {
        if (isAcronym(text, start, end)) {
            return false;
        }
        return end - start > LONGEST_ACRONYM && !hasDigit(text, start, end)
                || COMMON.contains(text, start, end)
                || isInflected(text, start, end);
    }

    /** Whether a token is a word in capitals. */
    static boolean isCapitalWord(PostFeatures post, int token) {
        return post.kind(token) == TokenKind.WORD && post.isCapitals(token);
    }

    /** A common word with -s, -ed or -ing. */
    private static boolean isInflected(String text, int start, int end) {
        return end - start > 3 && text.charAt(end - 1) == 'S' && COMMON.contains(text, start, end - 1)
                || end - start > 4 && text.startsWith("ED", end - 2) && COMMON.contains(text, start, end - 2)
                || end - start > 4 && text.startsWith("ED", end - 2) && COMMON.contains(text, start, end - 1)
                || end - start > 5 && text.startsWith("ING", end - 3) && COMMON.contains(text, start, end - 3);
    }

    private static boolean hasDigit(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
