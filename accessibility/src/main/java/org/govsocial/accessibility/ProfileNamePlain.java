package org.govsocial.accessibility;

import org.govsocial.model.Edit;
import org.govsocial.model.Place;
import org.govsocial.model.Profile;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.ProfileRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.text.Emoji;
import org.govsocial.text.FancyText;

/** A display name with emoji, look-alike letters or many symbols: it is read out with every post. */
final class ProfileNamePlain implements ProfileRule {
    private static final String NAME = "/name";

    private static final RuleInfo INFO = Accessibility.rule(
                    "profile-name-plain",
                    "A11Y-PROFILE-NAME",
                    "Write the display name in plain letters, without emoji or decorative symbols.")
            .withMessage(
                    "emoji",
                    Severity.ERROR,
                    "“{text}” has emoji in it, whose names are read out with every post. Write “{plain}”.")
            .withMessage(
                    "styled",
                    Severity.ERROR,
                    "“{text}” is written with symbols that only look like letters. Screen readers skip them or spell them"
                            + " out. Write “{plain}”.")
            .withMessage(
                    "symbols",
                    Severity.WARNING,
                    "“{text}” has more than two symbols, which are read out one by one. Write “{plain}”.")
            .withCriterion("1.1.1");

    private static final int MOST_SYMBOLS = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean applies(Profile profile) {
        return !profile.account().name().isBlank();
    }

    @Override
    public void check(Profile profile, Findings out) {
        String name = profile.account().name();
        var plain = new StringBuilder();
        int emoji = 0;
        int fancy = 0;
        int symbols = 0;
        for (int at = 0; at < name.length(); ) {
            int code = name.codePointAt(at);
            int next = at + Character.charCount(code);
            int match = Emoji.maybeStart(name.charAt(at)) ? Emoji.match(name, at, name.length()) : -1;
            if (match > 0 && !isMark(code)) {
                emoji++;
                next = match;
                plain.append(' ');
            } else if (FancyText.isFancy(code)) {
                fancy++;
                int letter = FancyText.plain(code);
                if (letter >= 0) {
                    plain.appendCodePoint(letter);
                }
            } else if (isSymbol(code)) {
                symbols++;
                plain.append(' ');
            } else {
                plain.appendCodePoint(code);
            }
            at = next;
        }
        String key = fancy > 0 ? "styled" : emoji > 0 ? "emoji" : symbols > MOST_SYMBOLS ? "symbols" : "";
        if (!key.isEmpty()) {
            String written = tidy(plain);
            Findings.Draft draft =
                    out.fail(key).at(new Place(NAME, -1, -1)).with("text", name).with("plain", written);
            if (!written.isEmpty()) {
                draft.suggest(new Edit(NAME, 0, name.length(), written));
            }
        }
    }

    /** Signs that belong to a name as its owner registered it. */
    private static boolean isMark(int code) {
        return code == '©' || code == '®' || code == '™';
    }

    private static boolean isSymbol(int code) {
        if (isMark(code)) {
            return false;
        }
        int type = Character.getType(code);
        return type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || code == '*'
                || code == '_'
                || code == '~'
                || code == '•';
    }

    private static String tidy(CharSequence text) {
        var tidy = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || !tidy.isEmpty() && tidy.charAt(tidy.length() - 1) != ' ') {
                tidy.append(c);
            }
        }
        return tidy.toString().strip();
    }
}
