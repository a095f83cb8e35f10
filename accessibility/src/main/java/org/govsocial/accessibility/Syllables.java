package org.govsocial.accessibility;

import org.govsocial.text.Letters;

/** Counts the syllables of an English word by its groups of vowels, less the endings that are not spoken. */
final class Syllables {
    private Syllables() {}

    /** The syllables of a word; 0 when it is not English as far as its letters tell. */
    static int count(String text, int start, int end) {
        int groups = 0;
        boolean vowelBefore = false;
        boolean teReo = true;
        boolean consonantBefore = false;
        for (int i = start; i < end; i++) {
            char c = Letters.fold(text.charAt(i));
            if (c == '\'' || c == '’') {
                teReo = false;
                continue;
            }
            if (c < 'a' || c > 'z') {
                return 0;
            }
            boolean vowel = isVowel(c) || c == 'y' && i > start;
            groups += vowel && !vowelBefore ? 1 : 0;
            teReo &= isTeReoLetter(c) && c != 'y' && !(consonantBefore && !vowel && !isPair(text, i));
            consonantBefore = !vowel;
            vowelBefore = vowel;
        }
        if (teReo && !consonantBefore && end - start > 3 && !endsLikeEnglish(text, end)) {
            return 0;
        }
        return Math.max(1, groups - silent(text, start, end) + spoken(text, start, end));
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static boolean isTeReoLetter(char c) {
        return "aeiouhkmnprtwg".indexOf(c) >= 0;
    }

    /** The second letter of ng or wh. */
    private static boolean isPair(String text, int i) {
        char c = Letters.fold(text.charAt(i));
        char before = Letters.fold(text.charAt(i - 1));
        return before == 'n' && c == 'g' || before == 'w' && c == 'h';
    }

    /** A silent e or a long vowel pair that te reo would not write at the end: make,ere, toe, where. */
    private static boolean endsLikeEnglish(String text, int end) {
        return Letters.fold(text.charAt(end - 1)) == 'e' || Letters.fold(text.charAt(end - 1)) == 'u';
    }

    /** A final e, es or ed that is written but not spoken. */
    private static int silent(String text, int start, int end) {
        int length = end - start;
        if (length < 4) {
            return 0;
        }
        char last = at(text, end, 1);
        char second = at(text, end, 2);
        char third = at(text, end, 3);
        if (last == 'e') {
            return second == 'l' && !isVowel(third) || isVowel(second) ? 0 : 1;
        }
        if (last == 's' && second == 'e') {
            boolean hissing = third == 's'
                    || third == 'x'
                    || third == 'z'
                    || third == 'c'
                    || third == 'g'
                    || third == 'h' && (at(text, end, 4) == 's' || at(text, end, 4) == 'c');
            return hissing || isVowel(third) ? 0 : 1;
        }
        if (last == 'd' && second == 'e') {
            return third == 't' || third == 'd' || isVowel(third) ? 0 : 1;
        }
        return 0;
    }

    /** Two vowels that are spoken apart: ia, io, iu inside, as in area or radio, though not in -tion, -cial, -gious. */
    private static int spoken(String text, int start, int end) {
        int extra = 0;
        for (int i = start + 1; i + 1 < end; i++) {
            char c = Letters.fold(text.charAt(i));
            char next = Letters.fold(text.charAt(i + 1));
            char before = Letters.fold(text.charAt(i - 1));
            if (c == 'i' && (next == 'a' || next == 'o' || next == 'u')) {
                extra += before == 't' || before == 's' || before == 'c' || before == 'g' || before == 'x' ? 0 : 1;
            } else if (c == 'e' && next == 'a' && i + 2 == end) {
                extra += before == 'r' || before == 'd' ? 1 : 0;
            }
        }
        return extra;
    }

    private static char at(String text, int end, int back) {
        return Letters.fold(text.charAt(end - back));
    }
}
