package org.govsocial.accessibility;

import org.govsocial.text.CharClass;
import org.jspecify.annotations.Nullable;

/**
 * Which language a text is written in, told by the small words that no other of these languages has. Says nothing rather
 * than guess: of short texts, of texts in two languages, of languages that it does not know.
 */
final class WrittenLanguage {
    private static final String[] CODES = {"en", "mi", "sm", "es", "fr", "de", "pt", "it"};

    /** Small words by language; one that several have is left out. */
    private static final WordTable SMALL = WordTable.read("small-words.tsv");

    /** So many small words make a language. */
    private static final int FEWEST = 3;

    /** At least one word in so many is a small one of the language. */
    private static final int DENSITY = 6;

    /** A text is of one language when it has so many times more of its small words than of another's. */
    private static final int CLEARLY = 4;

    private WrittenLanguage() {}

    /**
     * The ISO 639 code of the language of a text.
     *
     * @param fewest texts with fewer words have none
     * @return null when it cannot be told
     */
    static @Nullable String of(String text, int fewest) {
        long counts = 0; // eight bits for each language: no array, since this runs on clean posts
        int words = 0;
        for (int at = Alt.wordStart(text, 0); at < text.length(); ) {
            int end = Alt.wordEnd(text, at);
            if (isPlain(text, at)) {
                words++;
                String code = SMALL.get(text, at, end);
                if (code != null) {
                    counts = count(counts, index(code));
                }
            }
            at = Alt.wordStart(text, end);
        }
        return words < fewest ? null : winner(counts, words);
    }

    private static long count(long counts, int language) {
        int shift = language * 8;
        return (counts >>> shift & 0xFF) == 0xFF ? counts : counts + (1L << shift);
    }

    private static @Nullable String winner(long counts, int words) {
        int best = 0;
        int second = 0;
        int language = 0;
        for (int i = 0; i < CODES.length; i++) {
            int count = (int) (counts >>> i * 8 & 0xFF);
            if (count > best) {
                second = best;
                best = count;
                language = i;
            } else {
                second = Math.max(second, count);
            }
        }
        boolean clear = best >= FEWEST && best * DENSITY >= Math.min(words, 0xFF) && best >= second * CLEARLY;
        return clear ? CODES[language] : null;
    }

    /** Whether the word at {@code at} is no part of a tag, mention or address. */
    private static boolean isPlain(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        int kind = CharClass.of(before);
        return kind != CharClass.HASH && kind != CharClass.AT && before != '/' && before != '.' && before != '=';
    }

    private static int index(String code) {
        for (int i = 0; i < CODES.length; i++) {
            if (CODES[i].equals(code)) {
                return i;
            }
        }
        throw new IllegalStateException("small-words.tsv names the language " + code);
    }
}
