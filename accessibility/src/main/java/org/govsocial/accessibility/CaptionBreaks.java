package org.govsocial.accessibility;

import java.util.Locale;
import java.util.Set;
import org.govsocial.text.Graphemes;
import org.jspecify.annotations.Nullable;

/** Breaks the words of a caption into lines where speech would pause. */
final class CaptionBreaks {
    /** Words that belong to what follows: articles, prepositions, auxiliaries, conjunctions. */
    private static final Set<String> LEANING = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "into", "is", "are", "was",
            "were", "be", "has", "have", "had", "will", "would", "can", "could", "should", "must", "and", "or", "but",
            "if", "that", "our", "your", "my", "their", "his", "her", "its", "te", "ngā", "ki", "i", "o", "he");

    private CaptionBreaks() {}

    /** Whether a line that ends in this word breaks off what belongs together. */
    static boolean leans(String word) {
        return LEANING.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * The words on at most two lines; null when they do not fit, or when lines mean something: two speakers, markup.
     *
     * @param text as the file has it
     * @param most characters on a line
     */
    static @Nullable String twoLines(String text, int most) {
        if (text.indexOf('<') >= 0 || text.indexOf('{') >= 0 || text.indexOf('&') >= 0 || isDialogue(text)) {
            return null;
        }
        String words = String.join(" ", text.strip().split("\\s+"));
        if (Graphemes.count(words) <= most) {
            return words;
        }
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) {
            int first = Graphemes.count(words.substring(0, at));
            int second = Graphemes.count(words.substring(at + 1));
            if (first <= most && second <= most) {
                int cost = cost(words, at) + Math.abs(first - second);
                if (cost < least) {
                    least = cost;
                    best = at;
                }
            }
        }
        return best < 0 ? null : words.substring(0, best) + "\n" + words.substring(best + 1);
    }

    private static int cost(String words, int at) {
        char last = words.charAt(at - 1);
        if (last == '.' || last == '?' || last == '!' || last == ',' || last == ';' || last == ':') {
            return 0;
        }
        return leans(words.substring(words.lastIndexOf(' ', at - 1) + 1, at)) ? 60 : 20;
    }

    /** Lines that begin with a dash are said by different people. */
    private static boolean isDialogue(String text) {
        return starts(text, 0) || text.indexOf("\n-") >= 0 || text.indexOf("\n–") >= 0 || text.indexOf("\n—") >= 0;
    }

    private static boolean starts(String text, int at) {
        return !text.isEmpty() && (text.charAt(at) == '-' || text.charAt(at) == '–' || text.charAt(at) == '—');
    }
}
