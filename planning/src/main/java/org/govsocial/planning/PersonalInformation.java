package org.govsocial.planning;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/**
 * Information about a person in a post: a mobile number, a private address for mail, a number by which government knows
 * people, or where somebody lives. A person has to decide: the number may be the agency's own.
 */
final class PersonalInformation implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "toolbox/personal-information",
                    new Citation("toolbox", "PR-07"),
                    "Leave out information about people that is not meant for everybody.")
            .withMessage(
                    "mobile",
                    Severity.WARNING,
                    "“{text}” looks like a mobile number. Is it one that everybody may call?")
            .withMessage(
                    "mail",
                    Severity.WARNING,
                    "“{text}” looks like a person’s own address for mail. May everybody have it?")
            .withMessage(
                    "number",
                    Severity.WARNING,
                    "“{text}” looks like a number that stands for one person. Take it out unless it is made up.")
            .withMessage("home", Severity.WARNING, "“{text}” says where somebody lives. May everybody know?")
            .withNeedsAny(Trait.NUMBERS, Trait.LONE_AT_SIGNS, Trait.TERMS);

    /** Words before a number that stands for one person. */
    private static final List<String> NUMBERS = List.of(
            "NHI",
            "NHI number",
            "NHI no",
            "IRD number",
            "IRD no",
            "IRD",
            "tax number",
            "passport number",
            "passport no",
            "driver licence number",
            "driver licence",
            "licence number",
            "client number",
            "customer number",
            "patient number",
            "prison record number",
            "date of birth",
            "DOB");

    private static final List<String> HOMES = List.of(
            "lives at",
            "living at",
            "resides at",
            "residing at",
            "home address",
            "home address is",
            "whose address is");

    private static final List<String> TERMS = joined();

    private static List<String> joined() {
        var all = new ArrayList<>(NUMBERS);
        all.addAll(HOMES);
        return List.copyOf(all);
    }

    /** Services with which people have mail of their own. */
    private static final List<String> PRIVATE_MAIL = List.of(
            "gmail.com",
            "hotmail.com",
            "outlook.com",
            "yahoo.com",
            "yahoo.co.nz",
            "icloud.com",
            "xtra.co.nz",
            "slingshot.co.nz",
            "protonmail.com",
            "proton.me",
            "live.com");

    private static final int NEAR = 5;

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
        for (int n = post.next(TokenKind.NUMBER, 0); n >= 0; n = post.next(TokenKind.NUMBER, n + 1)) {
            int end = mobileEnd(text, post.start(n));
            if (end > 0) {
                report(out, "mobile", text, post.start(n), end);
                while (n + 1 < post.tokenCount() && post.start(n + 1) < end) {
                    n++;
                }
            }
        }
        for (int at = post.has(Trait.LONE_AT_SIGNS) ? text.indexOf('@') : -1; at > 0; at = text.indexOf('@', at + 1)) {
            int end = privateMailEnd(text, at);
            int start = localStart(text, at);
            if (end > 0 && start < at) {
                report(out, "mail", text, start, end);
            }
        }
        int reported = 0;
        for (int i = 0; i < post.termCount(); i++) {
            int start = post.start(post.termStart(i));
            int after = post.termEnd(i);
            int end = post.term(i) < NUMBERS.size() ? personsNumber(post, after) : house(post, after);
            if (end > 0 && end > reported) {
                report(out, post.term(i) < NUMBERS.size() ? "number" : "home", text, start, end);
                reported = end;
            }
        }
    }

    private static void report(Findings out, String key, String text, int start, int end) {
        Findings.Draft draft = out.review(key).at(start, end);
        if (out.wantsWords()) {
            draft.with("text", text.substring(start, end));
        }
    }

    /**
     * Where a mobile number ends: {@code 021 555 0123} or {@code +64 21 555 0123}, in groups of at least two digits after
     * the first, nine to eleven digits in all.
     *
     * @return -1 when there is none
     */
    private static int mobileEnd(String text, int start) {
        if (start > 0 && isPartOfMore(text.charAt(start - 1))) {
            return -1;
        }
        boolean abroad = start > 0 && text.charAt(start - 1) == '+';
        int digits = 0;
        int first = 0;
        int end = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                end = i + 1;
            } else if ((c == ' ' || c == '-') && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                first = first == 0 ? digits : first;
            } else if (goesOn(text, i)) {
                return -1;
            } else {
                break;
            }
        }
        if (abroad) {
            return text.startsWith("64", start)
                            && mobilePrefix(text, afterCountry(text, start))
                            && digits >= 10
                            && digits <= 12
                    ? end
                    : -1;
        }
        boolean grouped = first == 0 || first >= 3 && first <= 4;
        return grouped && digits >= 9 && digits <= 11 && text.charAt(start) == '0' && mobilePrefix(text, start + 1)
                ? end
                : -1;
    }

    private static int afterCountry(String text, int start) {
        int at = start + 2;
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-') ? at + 1 : at;
    }

    /** 20, 21, 22, 27, 28 and 29 are the mobile networks. */
    private static boolean mobilePrefix(String text, int at) {
        return at + 1 < text.length() && text.charAt(at) == '2' && "012789".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Of an address, an amount or a longer number. */
    private static boolean isPartOfMore(char c) {
        return c == '/' || c == '.' || c == ':' || c == '$' || c == '#' || c == '_' || Character.isLetter(c);
    }

    /** Whether the number is the start of something else: a full stop at the end of a sentence is not. */
    private static boolean goesOn(String text, int at) {
        return isPartOfMore(text.charAt(at))
                && (Character.isLetter(text.charAt(at))
                        || at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static int privateMailEnd(String text, int at) {
        for (int i = 0; i < PRIVATE_MAIL.size(); i++) { // without an iterator: a clean post costs no memory
            String host = PRIVATE_MAIL.get(i);
            int end = at + 1 + host.length();
            if (text.regionMatches(true, at + 1, host, 0, host.length())
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return end;
            }
        }
        return -1;
    }

    private static int localStart(String text, int at) {
        int start = at;
        while (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1))
                        || "._%+-".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    /** The end of something with five digits or more, or of three letters and four digits, soon after a token. */
    private static int personsNumber(PostFeatures post, int from) {
        String text = post.post().text();
        for (int t = from; t < Math.min(post.tokenCount(), from + NEAR); t++) {
            TokenKind kind = post.kind(t);
            if (kind == TokenKind.LINK || kind == TokenKind.HASHTAG || kind == TokenKind.LINE_BREAK) {
                return -1;
            }
            int digits = 0;
            int letters = 0;
            int end = post.start(t);
            for (int i = post.start(t); i < text.length(); i++) {
                char c = text.charAt(i);
                boolean between = (c == '-' || c == '/' || c == ' ')
                        && digits > 0
                        && i + 1 < text.length()
                        && isDigit(text.charAt(i + 1));
                if (isDigit(c)) {
                    digits++;
                } else if (c >= 'A' && c <= 'Z') {
                    letters++;
                } else if (!between) {
                    break;
                }
                end = i + 1;
            }
            boolean health = letters == 3 && digits == 4 || letters == 5 && digits == 2;
            if (digits >= 6 && letters <= 2 || health) {
                return end;
            }
        }
        return -1;
    }

    /** The end of a house number and a name after it, straight after a token. */
    private static int house(PostFeatures post, int from) {
        int at = from;
        while (at < post.tokenCount() && at < from + 2 && post.kind(at) == TokenKind.PUNCTUATION) {
            at++;
        }
        boolean named = at + 1 < post.tokenCount()
                && post.kind(at) == TokenKind.NUMBER
                && post.kind(at + 1) == TokenKind.WORD
                && post.hasCapital(at + 1);
        return named ? post.end(at + 1) : -1;
    }
}
