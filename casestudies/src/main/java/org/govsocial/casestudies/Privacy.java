package org.govsocial.casestudies;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govsocial.casestudies.ContributionReview.Remark;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Outcome;

/** Looks for what could tell who a private person is. */
final class Privacy {
    private static final int DIGITS_OF_A_PHONE = 7;
    private static final int MOST_DIGITS_OF_A_PHONE = 15;
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "mayor");

    /** Words that make two capitals the name of a body, a place or a thing. */
    private static final Set<String> NOT_NAMES = Set.of(
            "council",
            "ministry",
            "department",
            "agency",
            "office",
            "board",
            "police",
            "commission",
            "authority",
            "service",
            "services",
            "trust",
            "zealand",
            "government",
            "parliament",
            "act",
            "city",
            "district",
            "region",
            "regional",
            "hospital",
            "university",
            "library",
            "museum",
            "street",
            "road",
            "river",
            "facebook",
            "twitter",
            "youtube",
            "instagram",
            "linkedin",
            "online",
            "transport",
            "minister",
            "prime",
            "health",
            "social",
            "media",
            "public",
            "state",
            "national",
            "new",
            "north",
            "south",
            "east",
            "west",
            "island",
            "bay",
            "plan",
            "plans",
            "week",
            "day",
            "kia",
            "ora",
            "te",
            "ngā",
            "pacific",
            "māori");

    /** Words that begin sentences, so that a capital after one of them says nothing of it. */
    private static final Set<String> STARTERS = Set.of(
            "a", "after", "all", "an", "and", "as", "at", "before", "both", "but", "by", "during", "each", "every",
            "for", "from", "he", "her", "his", "how", "if", "in", "into", "it", "its", "like", "many", "more", "most",
            "no", "of", "on", "once", "one", "only", "our", "out", "she", "since", "so", "some", "staff", "that", "the",
            "their", "then", "these", "they", "this", "those", "through", "to", "under", "until", "use", "we", "what",
            "when", "where", "while", "who", "why", "with", "within", "without", "your");

    private static final Set<String> STREETS = Set.of(
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "drive",
            "crescent",
            "place",
            "terrace",
            "lane",
            "way",
            "quay",
            "grove",
            "close");

    /** How many words a street's name may have before the word that says that it is a street. */
    private static final int LONGEST_STREET = 3;

    private Privacy() {}

    static void look(CaseStudy one, String key, String text, List<Remark> remarks) {
        String where = one.id() + "/" + key;
        String[] words = text.strip().split("\\s+", -1);
        boolean sentenceStarts = true;
        for (int i = 0; i < words.length; i++) {
            String word = bare(words[i]);
            if (isMail(word)) {
                remarks.add(new Remark(
                        Outcome.FAILED,
                        where,
                        "\"" + word + "\" looks like an e-mail address.",
                        "Leave it out, unless it is an organisation's own."));
            }
            address(words, i, where, remarks);
            boolean titled = i > 0 && TITLES.contains(bare(words[i - 1]).toLowerCase(Locale.ROOT));
            boolean pair = i + 1 < words.length
                    && !(sentenceStarts && STARTERS.contains(word.toLowerCase(Locale.ROOT)))
                    && isName(word)
                    && isName(bare(words[i + 1]))
                    && !ends(words[i]);
            String whole = pair ? word + " " + bare(words[i + 1]) : word;
            if ((pair || titled && isCapitalised(word)) && !one.organisation().contains(whole)) {
                remarks.add(new Remark(
                        Outcome.CANT_TELL,
                        where,
                        "\"" + whole + "\" may be a person's name.",
                        "Leave private persons out; say what their part was instead."));
            }
            if (pair) {
                i++;
            }
            sentenceStarts = ends(words[i]);
        }
        phones(text, where, remarks);
    }

    /** A number, a name of some words with capitals, and a word for a street. */
    private static void address(String[] words, int number, String where, List<Remark> remarks) {
        if (!bare(words[number]).matches("([0-9]{1,4}/)?[0-9]{1,5}[A-Za-z]?")) {
            return;
        }
        for (int i = number + 1; i < words.length && i <= number + LONGEST_STREET + 1; i++) {
            String word = bare(words[i]);
            if (i > number + 1 && STREETS.contains(word.toLowerCase(Locale.ROOT))) {
                remarks.add(new Remark(
                        Outcome.CANT_TELL,
                        where,
                        "\"" + String.join(" ", List.of(words).subList(number, i)) + " " + word
                                + "\" may be an address.",
                        "Leave it out, unless it is an organisation's own."));
                return;
            }
            if (!isCapitalised(word)) {
                return;
            }
        }
    }

    private static void phones(String text, String where, List<Remark> remarks) {
        int digits = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                start = start < 0 ? i : start;
                digits++;
            } else if (start < 0 || " -()+".indexOf(c) < 0) {
                // Figures are grouped by commas, so that only digits with gaps make a number to call.
                boolean leads = start >= 0 && (text.charAt(start) == '0' || start > 0 && text.charAt(start - 1) == '+');
                if (leads && digits >= DIGITS_OF_A_PHONE && digits <= MOST_DIGITS_OF_A_PHONE) {
                    remarks.add(new Remark(
                            Outcome.CANT_TELL,
                            where,
                            "\"" + text.substring(start, i).strip() + "\" may be a phone number.",
                            "Leave it out, unless it is an organisation's own."));
                }
                digits = 0;
                start = -1;
            }
        }
    }

    private static boolean isMail(String word) {
        int at = word.indexOf('@');
        return at > 0 && word.indexOf('.', at) > at + 1 && word.indexOf('.', at) < word.length() - 1;
    }

    private static boolean isName(String word) {
        return isCapitalised(word) && !NOT_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** One capital, then small letters. */
    private static boolean isCapitalised(String word) {
        if (word.length() < 2 || !Character.isUpperCase(word.charAt(0))) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLowerCase(c) && c != '-' && c != '’' && c != '\'') {
                return false;
            }
        }
        return true;
    }

    private static boolean ends(String word) {
        return word.endsWith(".")
                || word.endsWith("?")
                || word.endsWith("!")
                || word.endsWith(":")
                || word.endsWith(",");
    }

    private static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        String bare = word.substring(start, end);
        return bare.endsWith("’s") || bare.endsWith("'s") ? bare.substring(0, bare.length() - 2) : bare;
    }
}
