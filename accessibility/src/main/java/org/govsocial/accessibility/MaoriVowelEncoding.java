package org.govsocial.accessibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.govsocial.text.Letters;

/** A long vowel of a Māori word written with two dots or another accent, doubled, or with the macron set apart. */
final class MaoriVowelEncoding implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "maori-vowel-encoding",
                    "A11Y-TEREO-VOWELS",
                    "Mark a long vowel of a Māori word with a macron, in one character.")
            .withMessage(
                    "accent",
                    Severity.WARNING,
                    "“{text}” has another accent in place of the macron, so it is said wrong. Write “{better}”.")
            .withMessage(
                    "apart",
                    Severity.NOTE,
                    "In {count} places a macron is a character of its own, which some programs show or search wrongly. Use"
                            + " letters such as ā.")
            .withMessage(
                    "double",
                    Severity.NOTE,
                    "“{text}” has a double vowel. Unless the people or iwi concerned prefer it, write “{better}”.")
            .withNeeds(Trait.WORDS)
            .withCountries(Country.NZ)
            .withCriterion("3.1.2")
            .withNeedsAny(Trait.TERMS, Trait.COMBINING_MARKS);

    private static final String PLAIN = "āēīōūĀĒĪŌŪ";
    private static final String[] ACCENTS = {"äëïöüÄËÏÖÜ", "âêîôûÂÊÎÔÛ", "ãẽĩõũÃẼĨÕŨ"};
    private static final String[] DOUBLES = {"aa", "ee", "ii", "oo", "uu", "Aa", "Ee", "Ii", "Oo", "Uu"};

    private static final List<String> RIGHT_WORDS = rightWords();

    private static final WordTable ACCENTED = accented();
    private static final WordTable DOUBLED = doubled();

    private static final List<String> TERMS = terms(ACCENTED, DOUBLED);

    /** Iwi and organisations that write double vowels. */
    private static final WordTable PREFER_DOUBLES = WordTable.of("Waikato", "Tainui", "Raukawa", "Maniapoto");

    private static List<String> terms(WordTable... tables) {
        List<String> terms = new ArrayList<>();
        for (WordTable table : tables) {
            terms.addAll(table.words());
        }
        return List.copyOf(terms);
    }

    private static WordTable accented() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String right : RIGHT_WORDS) {
            for (String accents : ACCENTS) {
                var wrong = new StringBuilder(right);
                for (int i = 0; i < wrong.length(); i++) {
                    int vowel = vowel(wrong.charAt(i));
                    if (vowel >= 0) {
                        wrong.setCharAt(i, accents.charAt(vowel));
                    }
                }
                entries.put(wrong.toString(), right);
            }
        }
        return WordTable.of(entries);
    }

    /** Which of the long vowels a letter is; most letters are ASCII, and none. */
    private static int vowel(char letter) {
        return letter < 0x80 ? -1 : PLAIN.indexOf(letter);
    }

    private static WordTable doubled() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String right : RIGHT_WORDS) {
            var wrong = new StringBuilder();
            for (int i = 0; i < right.length(); i++) {
                int vowel = vowel(right.charAt(i));
                wrong.append(vowel >= 0 ? DOUBLES[vowel] : right.substring(i, i + 1));
            }
            entries.put(wrong.toString(), right);
        }
        return WordTable.of(entries);
    }

    private static List<String> rightWords() {
        List<String> words = new ArrayList<>();
        for (String value : MaoriMacronMissing.WORDS.values()) {
            int tab = value.indexOf('\t');
            words.add(tab < 0 ? value : value.substring(0, tab));
        }
        words.addAll(PlaceNameOfficial.NAMES.values());
        words.add("Tāmaki");
        return words;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<String> terms() {
        return TERMS;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int found = 0; found < post.termCount(); found++) {
            int start = post.start(post.termStart(found));
            int end = post.end(post.termEnd(found) - 1);
            String right = ACCENTED.get(text, start, end);
            if (right != null) {
                report("accent", text, start, end, right, out);
                continue;
            }
            right = DOUBLED.get(text, start, end);
            if (right != null && !prefersDoubles(post)) {
                report("double", text, start, end, right, out);
            }
        }
        if (post.has(Trait.COMBINING_MARKS)) {
            apart(text, out);
        }
    }

    private static boolean prefersDoubles(PostFeatures post) {
        for (int token = 0; token < post.tokenCount(); token++) {
            if (Tokens.in(PREFER_DOUBLES, post, token)) {
                return true;
            }
        }
        return false;
    }

    private static void report(String key, String text, int start, int end, String right, Findings out) {
        Findings.Draft draft = out.fail(key).at(start, end);
        if (out.wantsWords()) {
            String found = text.substring(start, end);
            String better = Spelling.like(found, right);
            draft.with("text", found).with("better", better);
            Edit edit = Edit.text(start, end, better);
            if (key.equals("accent")) {
                draft.safeFix(edit);
            } else {
                draft.suggest(edit);
            }
        }
    }

    /** Macrons that follow their vowel as characters of their own. */
    private static void apart(String text, Findings out) {
        int count = 0;
        int first = -1;
        for (int i = 1; i < text.length(); i++) {
            if (isApart(text, i)) {
                first = first < 0 ? i - 1 : first;
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        Findings.Draft draft = out.fail("apart").at(first, first + 2).with("count", count);
        if (out.wantsWords()) {
            List<Edit> edits = new ArrayList<>();
            for (int i = first + 1; i < text.length(); i++) {
                if (isApart(text, i)) {
                    edits.add(Edit.text(
                            i - 1, i + 1, String.valueOf(Letters.compose(text.charAt(i - 1), Letters.MACRON))));
                }
            }
            draft.safeFix(edits.toArray(Edit[]::new));
        }
    }

    private static boolean isApart(String text, int i) {
        return text.charAt(i) == Letters.MACRON && "aeiouAEIOU".indexOf(text.charAt(i - 1)) >= 0;
    }
}
