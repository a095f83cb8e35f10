package org.govsocial.planning;

import java.util.List;
import org.govsocial.model.Citation;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;

/** A password or a key in a post. A person has to decide: it may be an example, or one that everybody may know. */
final class Credentials implements PostRule {
    private static final RuleInfo INFO = RuleInfo.of(
                    "toolbox/credentials", new Citation("high-level", "COC-04"), "Publish no password and no key.")
            .withMessage(
                    "password",
                    Severity.WARNING,
                    "“{text}” reads like a password. If it is one, do not publish it, and change it.")
            .withMessage(
                    "key",
                    Severity.WARNING,
                    "“{text}…” begins like the key of an online service. If it is one, do not publish it, and have it"
                            + " replaced.")
            .withNeedsAny(Trait.LONG_RUNS, Trait.TERMS);

    private static final List<String> TERMS = List.of(
            "password",
            "passphrase",
            "passcode",
            "pin",
            "pin code",
            "api key",
            "access key",
            "access token",
            "secret key",
            "client secret",
            "login code",
            "verification code",
            "security code");

    /** How keys of much used services begin. */
    private static final List<String> PREFIXES = List.of(
            "AKIA",
            "ASIA",
            "AIza",
            "ghp_",
            "gho_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "xoxp-",
            "sk_live_",
            "sk-",
            "eyJhbGci");

    private static final int KEY = 20;
    private static final int SHORTEST = 4;

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
        for (int i = 0; i < post.termCount(); i++) {
            int secret = secretStart(text, post.end(post.termEnd(i) - 1));
            int end = secret < 0 ? -1 : runEnd(text, secret);
            if (end > 0 && looksSecret(text, secret, end)) {
                int start = post.start(post.termStart(i));
                Findings.Draft draft = out.review("password").at(start, end);
                if (out.wantsWords()) {
                    draft.with("text", text.substring(start, end));
                }
            }
        }
        int start = post.has(Trait.LONG_RUNS) ? 0 : text.length();
        while (start < text.length()) {
            int end = runEnd(text, start);
            if (end - start >= KEY && isKey(text, start)) {
                Findings.Draft draft = out.review("key").at(start, end);
                if (out.wantsWords()) {
                    draft.with("text", text.substring(start, start + 8));
                }
            }
            start = end + 1;
        }
    }

    /** Behind {@code :}, {@code =} or {@code is}; -1 when neither follows. */
    private static int secretStart(String text, int from) {
        int at = skipBlanks(text, from);
        if (at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=')) {
            at++;
        } else if (text.startsWith("is ", at)) {
            at += 2;
            int colon = skipBlanks(text, at);
            at = colon < text.length() && text.charAt(colon) == ':' ? colon + 1 : at;
        } else {
            return -1;
        }
        at = skipBlanks(text, at);
        return at < text.length() ? at : -1;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int runEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Has a digit, is long enough, and is no address, tag or mention. */
    private static boolean looksSecret(String text, int start, int end) {
        char first = text.charAt(start);
        if (end - start < SHORTEST || first == '#' || first == '@' || text.startsWith("http", start)) {
            return false;
        }
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return digits > 0;
    }

    private static boolean isKey(String text, int start) {
        for (int i = 0; i < PREFIXES.size(); i++) { // without an iterator: a clean post costs no memory
            if (text.startsWith(PREFIXES.get(i), start)) {
                return true;
            }
        }
        return false;
    }
}
