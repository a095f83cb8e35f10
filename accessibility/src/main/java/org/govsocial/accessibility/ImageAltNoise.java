package org.govsocial.accessibility;

import org.govsocial.model.Place;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.govsocial.text.Emoji;
import org.govsocial.text.FancyText;

/** Hashtags, links, mentions, emoji, fancy letters or a bare credit in a text alternative. */
final class ImageAltNoise implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-alt-noise",
                    "A11Y-ALT-CLEAN",
                    "Keep hashtags, links, mentions, emoji and bare credits out of text alternatives.")
            .withMessage(
                    "noise",
                    Severity.WARNING,
                    "The text alternative of picture {number} holds “{text}”, which is read out and describes nothing. Leave it"
                            + " out, unless it can be read in the picture.")
            .withMessage(
                    "credit",
                    Severity.WARNING,
                    "The text alternative of picture {number} only says who made it. Say what the picture shows.")
            .withNeeds(Trait.ALT_TEXT)
            .withCriterion("1.1.1");

    private static final String[] CREDITS = {
        "photo:", "photo by ", "photo credit", "image:", "image credit", "credit:", "©", "source:"
    };
    private static final int CREDIT_WORDS = 6;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        for (int i = 0; i < post.post().media().size(); i++) {
            String alt = Alt.text(post.post(), i);
            if (alt != null) {
                check(i, alt, out);
            }
        }
    }

    private static void check(int media, String alt, Findings out) {
        if (isCredit(alt)) {
            out.fail("credit").at(Place.alt(media)).with("number", media + 1);
            return;
        }
        for (int at = 0; at < alt.length(); at++) {
            int end = noiseEnd(alt, at);
            if (end > at) {
                Findings.Draft draft = out.fail("noise")
                        .at(new Place(Place.alt(media).field(), at, end))
                        .with("number", media + 1);
                if (out.wantsWords()) {
                    draft.with("text", alt.substring(at, end));
                }
                return;
            }
        }
    }

    private static boolean isCredit(String alt) {
        int start = Alt.start(alt);
        for (String credit : CREDITS) {
            if (alt.regionMatches(true, start, credit, 0, credit.length())) {
                return Alt.words(alt) <= CREDIT_WORDS;
            }
        }
        return false;
    }

    /** Where the noise that starts at a place ends; the place itself when none does. */
    private static int noiseEnd(String alt, int at) {
        char c = alt.charAt(at);
        boolean wordStart = at == 0 || !Alt.isWord(alt.charAt(at - 1));
        if ((c == '#' || c == '@') && wordStart && at + 1 < alt.length() && Character.isLetter(alt.charAt(at + 1))) {
            return Alt.wordEnd(alt, at + 1);
        }
        if (wordStart
                && (alt.startsWith("http://", at) || alt.startsWith("https://", at) || alt.startsWith("www.", at))) {
            int end = at;
            while (end < alt.length() && alt.charAt(end) > ' ') {
                end++;
            }
            return end;
        }
        if (Emoji.maybeStart(c)) {
            int end = Emoji.match(alt, at, alt.length());
            if (end > 0) {
                return end;
            }
        }
        int codePoint = alt.codePointAt(at);
        if (codePoint > 0xFFFF && FancyText.kind(codePoint) == FancyText.Kind.MATH) {
            return Alt.wordEnd(alt, at);
        }
        return at;
    }
}
