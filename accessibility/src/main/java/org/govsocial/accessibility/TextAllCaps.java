package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.accessibility.hashtag.HashtagWords;
import org.govsocial.accessibility.hashtag.Reading;
import org.govsocial.accessibility.hashtag.Verdict;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** Several words running in capitals that are words, not acronyms. */
final class TextAllCaps implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-all-caps", "A11Y-TEXT-CAPITALS", "Write words in sentence case, not in capitals.")
            .withMessage(
                    "capitals",
                    Severity.WARNING,
                    "{words} words in a row are in capitals. They are harder to read, and some screen readers spell them"
                            + " out. Use sentence case.")
            .withSetting(
                    "words",
                    3,
                    2,
                    20,
                    "How many words in capitals make a run. Our own judgement, after US university guidance.")
            .withNeeds(Trait.CAPITALS);

    /** Of a run, so many have to be ordinary words; the rest may be unknown acronyms and names. */
    private static final int ORDINARY = 2;

    /** A short word that is in no dictionary may be an acronym, and stays as it is. */
    private static final int LONGEST_UNKNOWN = 5;

    /** Words that keep their capital in a sentence: days, months (but not may and march, which are words too), places. */
    private static final WordTable NAMES = WordTable.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "christmas",
            "easter",
            "matariki",
            "zealand",
            "aotearoa",
            "auckland",
            "wellington",
            "christchurch",
            "hamilton",
            "tauranga",
            "dunedin",
            "māori",
            "australia",
            "sydney",
            "melbourne",
            "brisbane",
            "queensland",
            "english");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (!hasCapitals(post, out.setting("words"))) {
            return;
        }
        int tokens = post.tokenCount();
        for (int token = post.nextCapitals(0); token >= 0; token = post.nextCapitals(token)) {
            int from = token;
            int words = 0;
            while (token < tokens && continues(post, token)) {
                words += Capitals.isCapitalWord(post, token) ? 1 : 0;
                token++;
            }
            if (words >= out.setting("words")) {
                judge(post, from, token, out);
            }
        }
    }

    /** Whether the post has so many words in capitals: most have fewer. */
    private static boolean hasCapitals(PostFeatures post, int least) {
        int token = -1;
        for (int count = 0; count < least; count++) {
            token = post.nextCapitals(token + 1);
            if (token < 0) {
                return false;
            }
        }
        return true;
    }

    /** Judges a run of capitals from its first to its last ordinary word; acronyms at its ends are not shouted. */
    private static void judge(PostFeatures post, int from, int to, Findings out) {
        int first = -1;
        int last = -1;
        int ordinary = 0;
        for (int token = from; token < to; token++) {
            if (Capitals.isCapitalWord(post, token)
                    && Capitals.isOrdinary(post.post().text(), post.start(token), post.end(token))) {
                first = first < 0 ? token : first;
                last = token;
                ordinary++;
            }
        }
        int words = 0;
        for (int token = Math.max(first, from); token <= last; token++) {
            words += Capitals.isCapitalWord(post, token) ? 1 : 0;
        }
        if (words >= out.setting("words") && ordinary >= ORDINARY) {
            report(post, first, last, words, out);
        }
    }

    /** Whether a run of capitals goes on: words in capitals, single capital letters, numbers and marks within a line. */
    private static boolean continues(PostFeatures post, int token) {
        return switch (post.kind(token)) {
            case WORD -> !post.hasSmall(token) && post.hasCapital(token);
            case NUMBER, PUNCTUATION, SYMBOL, EMOJI -> true;
            default -> false;
        };
    }

    private static void report(PostFeatures post, int first, int last, int words, Findings out) {
        int start = post.start(first);
        int end = post.end(last);
        Findings.Draft draft = out.fail("capitals").at(start, end).with("words", words);
        if (out.wantsWords()) {
            draft.suggest(Edit.text(start, end, sentenceCase(post, first, last)));
        }
    }

    private static String sentenceCase(PostFeatures post, int first, int last) {
        String text = post.post().text();
        var out = new StringBuilder();
        boolean sentenceStart = startsSentence(post, first);
        for (int token = first; token <= last; token++) {
            if (token > first) {
                out.append(text, post.end(token - 1), post.start(token));
            }
            String word = text.substring(post.start(token), post.end(token));
            boolean kept = post.kind(token) != TokenKind.WORD
                    || word.equals("I")
                    || Capitals.isAcronym(text, post.start(token), post.end(token))
                    || word.length() <= LONGEST_UNKNOWN
                            && !Capitals.isOrdinary(text, post.start(token), post.end(token))
                            && !isDictionaryWord(word);
            String plain = kept ? word : word.toLowerCase(Locale.ROOT);
            boolean capital = sentenceStart || NAMES.contains(text, post.start(token), post.end(token));
            out.append(capital && !kept ? Spelling.capitalised(plain) : plain);
            sentenceStart = kept && post.kind(token) == TokenKind.PUNCTUATION
                    ? endsSentence(word) || sentenceStart
                    : kept && post.kind(token) == TokenKind.EMOJI && sentenceStart;
        }
        return out.toString();
    }

    /** Whether a word in capitals is one of the dictionary rather than an acronym. */
    private static boolean isDictionaryWord(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        Reading reading = HashtagWords.shared().read(small);
        return reading.verdict() == Verdict.ONE_WORD
                && reading.best().pascalCase().equals(Spelling.capitalised(small));
    }

    /** Whether nothing is read before a token in its sentence; the mark and name of a repost do not count. */
    private static boolean startsSentence(PostFeatures post, int token) {
        for (int at = token - 1; at >= 0; at--) {
            switch (post.kind(at)) {
                case LINE_BREAK -> {
                    return true;
                }
                case WORD, NUMBER, HASHTAG -> {
                    if (!Tokens.is(post, at, "RT")) {
                        return false;
                    }
                }
                case PUNCTUATION -> {
                    if (endsSentence(Tokens.text(post, at))) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private static boolean endsSentence(String mark) {
        char last = mark.charAt(mark.length() - 1);
        return last == '.' || last == '!' || last == '?';
    }
}
