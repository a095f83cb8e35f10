package org.govsocial.accessibility;

import org.govsocial.model.Country;
import org.govsocial.model.Edit;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** A short form in capitals that the post does not spell out. */
final class AcronymUnexplained implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "acronym-unexplained",
                    "A11Y-PLAIN-ACRONYM",
                    "Give the full name with the short form in brackets when you first use it.")
            .withMessage(
                    "agency",
                    Severity.WARNING,
                    "Followers may not know that {text} is {name}. Give the full name at first use, with {text} in brackets.")
            .withMessage(
                    "unexplained",
                    Severity.NOTE,
                    "{text} looks like a short form that the post does not explain. Spell it out at first use, unless"
                            + " your readers know it.")
            .withNeeds(Trait.CAPITALS)
            .withCriterion("3.1.4");

    private static final int LONGEST = 6;

    /** No post needs more acronyms looked at than this. */
    private static final int MOST = 20;

    private static final WordTable SMALL_WORDS =
            WordTable.of("of", "and", "the", "for", "in", "on", "to", "a", "an", "at", "by", "with");

    /** What places and organisations are, at the end of their names. */
    private static final WordTable NAMED = WordTable.of(
            "Action",
            "Arena",
            "Bank",
            "Building",
            "Centre",
            "Club",
            "Foundation",
            "Gallery",
            "Group",
            "Hall",
            "House",
            "Limited",
            "Ltd",
            "Museum",
            "Networks",
            "News",
            "Park",
            "Radio",
            "Society",
            "Stadium",
            "Theatre",
            "Tower",
            "Trust",
            "Union");

    /** Words of a name after its short form. */
    private static final int LONGEST_NAME = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        if (!out.isHeard("unexplained") && !namesAgency(post, out.country())) {
            return;
        }
        int looked = 0;
        for (int token = post.nextCapitals(0); token >= 0 && looked < MOST; token = post.nextCapitals(token + 1)) {
            if (isCandidate(post, token, out)) {
                looked++;
                if (!isSpelledOut(post, token)) {
                    report(post, token, out);
                }
            }
        }
    }

    /** Whether one of the words in capitals is the short form of an agency. */
    private static boolean namesAgency(PostFeatures post, Country country) {
        String text = post.post().text();
        for (int token = country.equals(Country.NZ) ? post.nextCapitals(0) : -1;
                token >= 0;
                token = post.nextCapitals(token + 1)) {
            if (Capitals.AGENCIES.contains(text, post.start(token), post.end(token))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCandidate(PostFeatures post, int token, Circumstances circumstances) {
        String text = post.post().text();
        int start = post.start(token);
        int end = post.end(token);
        // The dear questions last.
        return end - start <= LONGEST
                && !isInitials(text, start, end)
                && lettersOnly(text, start, end)
                && !isRoman(text, start, end)
                && !Capitals.isKnownIn(circumstances.country(), text, start, end)
                && !Capitals.isOrdinary(text, start, end)
                && !circumstances.agency().glossary().contains(text, start, end)
                && !isShouted(post, token)
                && !isRepeated(post, token);
    }

    private static void report(PostFeatures post, int token, Findings out) {
        String text = post.post().text();
        int start = post.start(token);
        int end = post.end(token);
        @Nullable String name = out.country().equals(Country.NZ) ? Capitals.AGENCIES.get(text, start, end) : null;
        if (name == null && isPartOfName(post, token)) {
            return;
        }
        Findings.Draft draft = out.fail(name == null ? "unexplained" : "agency").at(start, end);
        if (out.wantsWords()) {
            String acronym = text.substring(start, end);
            draft.with("text", acronym);
            if (name != null) {
                draft.with("name", name).suggest(Edit.text(start, end, name + " (" + acronym + ")"));
            }
        }
    }

    /** Whether the name of a place or organisation goes on after it, as in TSB Arena. */
    private static boolean isPartOfName(PostFeatures post, int token) {
        for (int next = token + 1; next <= token + LONGEST_NAME; next++) {
            if (!Tokens.isKind(post, next, TokenKind.WORD)
                    || post.start(next) != post.end(next - 1) + 1
                    || !Character.isUpperCase(post.post().text().charAt(post.start(next)))) {
                return false;
            }
            if (Tokens.in(NAMED, post, next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lettersOnly(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 'A' || c > 'Z' && (c < 0x80 || !Character.isUpperCase(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRoman(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("IVXLC".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word stands in a shouted passage, where capitals say nothing: an ordinary word beside it shouts too. */
    private static boolean isShouted(PostFeatures post, int token) {
        return isShoutedWord(post, neighbour(post, token, -1)) || isShoutedWord(post, neighbour(post, token, 1));
    }

    private static boolean isShoutedWord(PostFeatures post, int token) {
        return token >= 0
                && Capitals.isCapitalWord(post, token)
                && Capitals.isOrdinary(post.post().text(), post.start(token), post.end(token));
    }

    /** The next word in a direction; -1 when there is none on the same line. */
    private static int neighbour(PostFeatures post, int token, int step) {
        for (int at = token + step; at >= 0 && at < post.tokenCount(); at += step) {
            if (post.kind(at) == TokenKind.WORD) {
                return at;
            }
            if (post.kind(at) == TokenKind.LINE_BREAK) {
                return -1;
            }
        }
        return -1;
    }

    /** Letters with points between them, or joined to something that is no word: J.K., A-Z, R&amp;D, a code such as AB-12. */
    private static boolean isInitials(String text, int start, int end) {
        return start > 0 && isJoint(text.charAt(start - 1))
                || end + 1 < text.length()
                        && isJoint(text.charAt(end))
                        && (Character.isLetterOrDigit(text.charAt(end + 1)));
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == '&' || c == '-' || c == '/' || c == '_' || c == '\'' || c == '’' || c == '+'
                || c == '#';
    }

    /** Whether the same short form stood earlier in the post: one finding is enough. */
    private static boolean isRepeated(PostFeatures post, int token) {
        String text = post.post().text();
        int length = post.end(token) - post.start(token);
        for (int at = post.nextCapitals(0); at < token; at = post.nextCapitals(at + 1)) {
            if (post.end(at) - post.start(at) == length
                    && text.regionMatches(post.start(at), text, post.start(token), length)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some words of the post in a row have the letters of the short form as their initials. */
    private static boolean isSpelledOut(PostFeatures post, int token) {
        String text = post.post().text();
        char initial = text.charAt(post.start(token));
        for (int first = post.next(TokenKind.WORD, 0); first >= 0; first = post.next(TokenKind.WORD, first + 1)) {
            if (first != token
                    && Character.toUpperCase(text.charAt(post.start(first))) == initial
                    && spells(post, first, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean spells(PostFeatures post, int first, int token) {
        String text = post.post().text();
        int at = post.start(token);
        int end = post.end(token);
        boolean sure = end - at > 2; // two small words with the right initials stand in almost any post
        for (int word = first; word < post.tokenCount() && word != token; word++) {
            if (post.kind(word) == TokenKind.PUNCTUATION || post.kind(word) == TokenKind.SYMBOL) {
                continue;
            }
            if (post.kind(word) != TokenKind.WORD) {
                return false;
            }
            char initial = Character.toUpperCase(text.charAt(post.start(word)));
            if (initial == text.charAt(at) && (sure || post.hasCapital(word))) {
                at++;
                if (at == end) {
                    return true;
                }
            } else if (word == first || !SMALL_WORDS.contains(text, post.start(word), post.end(word))) {
                return false;
            }
        }
        return false;
    }
}
