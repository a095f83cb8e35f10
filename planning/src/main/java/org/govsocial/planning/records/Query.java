package org.govsocial.planning.records;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to look for: words and phrases, all of which have to be there. Capitals, macrons and other accents do not count, and
 * neither do signs between words.
 *
 * @param phrases words in lower case with a space around each; a phrase that ends without a space is the beginning of a
 *     word
 */
public record Query(List<String> phrases) {
    /** Copies the list. */
    public Query {
        phrases = List.copyOf(phrases);
    }

    /**
     * Reads what a person typed.
     *
     * @param typed one for each argument: an argument of several words is a phrase; {@code pool*} is every word that
     *     begins so
     * @return the query; without phrases when nothing typed holds a word
     */
    public static Query of(List<String> typed) {
        var phrases = new ArrayList<String>();
        for (String one : typed) {
            String phrase = plain(one);
            if (!phrase.isBlank()) {
                phrases.add(one.strip().endsWith("*") ? phrase.stripTrailing() : phrase);
            }
        }
        return new Query(phrases);
    }

    /**
     * Whether every phrase stands in one of the texts.
     *
     * @param texts the texts of one document; no phrase goes on from one to the next
     * @return true when nothing is missing
     */
    public boolean matches(List<String> texts) {
        List<String> plain = texts.stream().map(Query::plain).toList();
        return phrases.stream().allMatch(p -> plain.stream().anyMatch(t -> t.contains(p)));
    }

    /** Whether any phrase stands in the text. */
    boolean touches(String text) {
        String plain = plain(text);
        return phrases.stream().anyMatch(plain::contains);
    }

    /** Words of letters and digits, with one space before, between and after them. */
    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(letters.length() + 2).append(' ');
        letters.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                plain.appendCodePoint(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.charAt(plain.length() - 1) == ' '
                ? plain.toString()
                : plain.append(' ').toString();
    }
}
