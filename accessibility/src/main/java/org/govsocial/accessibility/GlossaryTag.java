package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.accessibility.hashtag.HashtagWords;
import org.govsocial.accessibility.hashtag.Reading;
import org.govsocial.accessibility.hashtag.Verdict;
import org.govsocial.model.Glossary;
import org.jspecify.annotations.Nullable;

/**
 * A hashtag of a short form that the agency's readers know and other words: {@code #NZTAupdates}.
 *
 * @param verdict how sure the reading is
 * @param better the tag as it should be, without its hash
 * @param words the words with spaces between
 */
record GlossaryTag(Verdict verdict, String better, String words) {
    /** In small letters a shorter one is too easily the beginning of a word. */
    private static final int SHORTEST_SMALL = 3;

    /** Reads a tag without its hash; null when it does not begin or end with a short form. */
    static @Nullable GlossaryTag of(String tag, Glossary glossary) {
        GlossaryTag best = null;
        int longest = 0;
        for (String acronym : glossary.names().keySet()) {
            if (acronym.length() > longest && acronym.length() <= tag.length()) {
                GlossaryTag found = of(tag, acronym);
                if (found != null) {
                    best = found;
                    longest = acronym.length();
                }
            }
        }
        return best;
    }

    private static @Nullable GlossaryTag of(String tag, String acronym) {
        int cut = tag.length() - acronym.length();
        String small = tag.toLowerCase(Locale.ROOT);
        boolean oneCase = tag.equals(small) || tag.equals(tag.toUpperCase(Locale.ROOT));
        if (oneCase && acronym.length() < SHORTEST_SMALL) {
            return null;
        }
        // In one case throughout, the tag does not show where the short form ends.
        Verdict verdict = oneCase ? Verdict.LIKELY : Verdict.CLEAR;
        if (tag.regionMatches(oneCase, 0, acronym, 0, acronym.length())) {
            return joined(tag, acronym, "", (oneCase ? small : tag).substring(acronym.length()), verdict);
        }
        return tag.regionMatches(oneCase, cut, acronym, 0, acronym.length())
                ? joined(tag, "", acronym, (oneCase ? small : tag).substring(0, cut), verdict)
                : null;
    }

    /** The short form before or after the rest, as far as the rest can be read. */
    private static @Nullable GlossaryTag joined(String tag, String before, String after, String rest, Verdict verdict) {
        if (rest.chars().noneMatch(Character::isLetter)) {
            return new GlossaryTag(Verdict.ONE_WORD, tag, tag);
        }
        Reading reading = HashtagWords.shared().read(rest);
        if (reading.verdict() == Verdict.UNCLEAR) {
            return null;
        }
        String better = before + reading.best().pascalCase() + after;
        boolean cased = better.equals(tag);
        return new GlossaryTag(
                cased ? Verdict.CASED : reading.verdict() == Verdict.LIKELY ? Verdict.LIKELY : verdict,
                better,
                (before + " " + Hashtags.spaced(reading.best()) + " " + after).strip());
    }
}
