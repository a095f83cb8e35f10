package org.govsocial.accessibility;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.govsocial.model.Country;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.TokenKind;
import org.jspecify.annotations.Nullable;

/** Tells words that are shouted from acronyms. */
final class Capitals {
    /** Agencies by their short forms, with their names in full. */
    static final WordTable AGENCIES = WordTable.read("agency-names.tsv");

    /** An acronym that needs no explanation. */
    private static final char KNOWN = 'K';

    /** The short form of an agency. */
    private static final char AGENCY = 'A';

    /** One of the words that are used most. */
    private static final char COMMON = 'C';

    /**
     * What is known of words that stand in capitals, one character for each fact, and behind a blank the countries where an
     * acronym needs no explanation; New Zealand's own are among those that are {@link #KNOWN}.
     */
    private static final WordTable FACTS = facts();

    /** Acronyms longer than this are rare enough to be taken for words. */
    private static final int LONGEST_ACRONYM = 6;

    private Capitals() {}

    private static WordTable facts() {
        Map<String, String> facts = new HashMap<>();
        for (String word : WordTable.entries("common-words.txt").keySet()) {
            facts.put(small(word), String.valueOf(COMMON));
        }
        add(KNOWN, WordTable.entries("acronyms.txt").keySet(), facts);
        add(AGENCY, AGENCIES.words(), facts);
        WordTable.entries("acronyms-elsewhere.tsv")
                .forEach((word, countries) -> facts.merge(small(word), " " + countries, String::concat));
        return WordTable.of(facts);
    }

    private static void add(char fact, Iterable<String> words, Map<String, String> facts) {
        for (String word : words) {
            facts.merge(small(word), String.valueOf(fact), String::concat);
        }
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static boolean has(@Nullable String facts, char fact) {
        return facts != null && facts.indexOf(fact) >= 0;
    }

    /** Whether a word is known as an acronym, with or without an explanation. */
    static boolean isAcronym(String text, int start, int end) {
        return isAcronym(FACTS.get(text, start, end));
    }

    private static boolean isAcronym(@Nullable String facts) {
        return has(facts, AGENCY) || has(facts, KNOWN);
    }

    /** Whether people of a country know an acronym without an explanation. */
    static boolean isKnownIn(Country country, String text, int start, int end) {
        String facts = FACTS.get(text, start, end);
        if (facts == null) {
            return false;
        }
        int countries = facts.indexOf(' ');
        if (countries >= 0 && facts.indexOf(country.id(), countries) >= 0) {
            return true;
        }
        boolean local = countries >= 0 && facts.startsWith("nz", countries + 1);
        return !local && has(facts, KNOWN);
    }

    /** Whether a word in capitals is an ordinary word: one of the common ones, or too long for an acronym. */
    static boolean isOrdinary(String text, int start, int end) {
        String facts = FACTS.get(text, start, end);
        return !isAcronym(facts)
                && (end - start > LONGEST_ACRONYM && !hasDigit(text, start, end)
                        || has(facts, COMMON)
                        || isInflected(text, start, end));
    }

    private static boolean isCommon(String text, int start, int end) {
        return has(FACTS.get(text, start, end), COMMON);
    }

    /** Whether a token is a word in capitals. */
    static boolean isCapitalWord(PostFeatures post, int token) {
        return post.kind(token) == TokenKind.WORD && post.isCapitals(token);
    }

    /** A common word with -s, -ed or -ing. */
    private static boolean isInflected(String text, int start, int end) {
        return end - start > 3 && text.charAt(end - 1) == 'S' && isCommon(text, start, end - 1)
                || end - start > 4 && text.startsWith("ED", end - 2) && isCommon(text, start, end - 2)
                || end - start > 4 && text.startsWith("ED", end - 2) && isCommon(text, start, end - 1)
                || end - start > 5 && text.startsWith("ING", end - 3) && isCommon(text, start, end - 3);
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
