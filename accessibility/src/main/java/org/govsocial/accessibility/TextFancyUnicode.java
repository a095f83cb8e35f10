package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.govsocial.text.CharClass;
import org.govsocial.text.Emoji;
import org.govsocial.text.FancyText;

/** Words written with look-alike symbols: mathematical, circled, full-width, raised, small-capital or turned letters. */
final class TextFancyUnicode implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "text-fancy-unicode",
                    "A11Y-TEXT-PLAIN-LETTERS",
                    "Write with ordinary letters, not with look-alike symbols.")
            .withMessage(
                    "styled",
                    Severity.ERROR,
                    "“{text}” is made of symbols that only look like letters. Screen readers skip them or spell them out,"
                            + " and search does not find them. Write “{plain}”.")
            .withMessage(
                    "odd",
                    Severity.WARNING,
                    "“{text}” is made of phonetic signs that only look like letters. Unless it shows how something is"
                            + " said, write “{plain}”.")
            .withNeeds(Trait.STYLED_LETTERS)
            .withCriterion("1.1.1");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        var run = new Run(text);
        int at = 0;
        while (at < text.length()) {
            int start = chunkStart(text, at);
            int end = chunkEnd(text, start);
            if (!run.take(start, end)) {
                report(run, out);
                run = new Run(text);
            }
            at = end;
        }
        report(run, out);
    }

    private static void report(Run run, Findings out) {
        if (!run.isFancy()) {
            return;
        }
        Findings.Draft draft = out.fail(run.isSure() ? "styled" : "odd").at(run.start, run.end);
        if (out.wantsWords()) {
            String plain = run.plain();
            draft.with("text", run.text.substring(run.start, run.end))
                    .with("plain", plain)
                    .fix(new Fix(run.isSure() && run.complete, List.of(Edit.text(run.start, run.end, plain))));
        }
    }

    private static int chunkStart(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int chunkEnd(String text, int from) {
        int at = from;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        int kind = CharClass.of(c);
        return kind == CharClass.SPACE || kind == CharClass.NEWLINE;
    }

    /** Neighbouring words that hold fancy letters, and what they are made of. */
    private static final class Run {
        final String text;
        final boolean eastAsian;
        int start = -1;
        int end = -1;
        boolean complete = true;
        private int borrowed;
        private int phonetic;
        private int turned;
        private int plainLetters;
        private int longestChunk;
        private int chunks;

        Run(String text) {
            this.text = text;
            this.eastAsian = text.chars().anyMatch(c -> (CharClass.flags((char) c) & CharClass.EAST_ASIAN) != 0);
        }

        /** Adds a word if it holds fancy letters. False when it does not and the run, not empty, ends before it. */
        boolean take(int from, int to) {
            int fancy = 0;
            int inBorrowed = 0;
            int inPhonetic = 0;
            int inTurned = 0;
            int inPlain = 0;
            int first = -1;
            int last = -1;
            for (int at = from; at < to; ) {
                int emoji = Emoji.match(text, at, to);
                if (emoji > 0 && !besideRegional(at, from, to)) {
                    at = emoji;
                    continue;
                }
                int codePoint = text.codePointAt(at);
                int next = at + Character.charCount(codePoint);
                FancyText.Kind kind = FancyText.kind(codePoint);
                boolean counts = true;
                switch (kind) {
                    case MATH, LETTERLIKE, SMALL_CAP, REGIONAL -> inBorrowed++;
                    case ENCLOSED -> {
                        counts = Character.isLetter(FancyText.plain(codePoint));
                        inBorrowed += counts ? 1 : 0;
                    }
                    case FULL_WIDTH -> {
                        counts = !eastAsian;
                        inBorrowed += counts ? 1 : 0;
                    }
                    case MODIFIER -> inPhonetic++;
                    case TURNED -> {
                        inPhonetic++;
                        inTurned++;
                    }
                    case NONE -> {
                        counts = false;
                        inPlain += Character.isLetter(codePoint) ? 1 : 0;
                    }
                }
                if (counts) {
                    fancy++;
                    first = first < 0 ? at : first;
                    last = next;
                }
                at = next;
            }
            if (fancy == 0 || isNotation(from, to) || raisedEnd(inPhonetic, inTurned, inBorrowed)) {
                return start < 0;
            }
            // Plain letters and digits of the same word belong to it; brackets and commas at its ends do not.
            while (first > from && Character.isLetterOrDigit(text.codePointBefore(first))) {
                first -= Character.charCount(text.codePointBefore(first));
            }
            while (last < to && Character.isLetterOrDigit(text.codePointAt(last))) {
                last += Character.charCount(text.codePointAt(last));
            }
            start = start < 0 ? first : start;
            end = last;
            borrowed += inBorrowed;
            phonetic += inPhonetic;
            turned += inTurned;
            plainLetters += inPlain;
            longestChunk = Math.max(longestChunk, inBorrowed + inPhonetic + inPlain);
            chunks++;
            return true;
        }

        /** Whether two regional indicators that happen to be a flag stand beside others that are none: 🇹🇭🇮🇸. */
        private boolean besideRegional(int at, int from, int to) {
            if (FancyText.kind(text.codePointAt(at)) != FancyText.Kind.REGIONAL) {
                return false;
            }
            int regionals = 0;
            boolean allFlags = true;
            for (int i = from; i < to; ) {
                int codePoint = text.codePointAt(i);
                if (FancyText.kind(codePoint) == FancyText.Kind.REGIONAL) {
                    regionals++;
                    int flag = Emoji.match(text, i, to);
                    allFlags &= flag > 0;
                    i = flag > 0 ? flag : i + 2;
                } else {
                    i += Character.charCount(codePoint);
                }
            }
            return regionals > 0 && !allFlags;
        }

        /** Sounds between slashes or square brackets. */
        private boolean isNotation(int from, int to) {
            char first = text.charAt(from);
            char last = text.charAt(to - 1);
            return first == '/' || first == '[' || last == '/' || last == ']';
        }

        /** A raised end such as that of 1ˢᵗ or Mᵐᵉ. */
        private static boolean raisedEnd(int phonetic, int turned, int borrowed) {
            return borrowed == 0 && turned == 0 && phonetic < 3;
        }

        /** Whether this is a word rather than a mathematical variable or a lone sign. */
        boolean isFancy() {
            if (start < 0) {
                return false;
            }
            int letters = borrowed + phonetic + plainLetters;
            boolean word = longestChunk >= 2 && letters >= 3 || chunks >= 4;
            boolean upsideDown = turned == 0 || turned >= 2 || borrowed > 0;
            return word && upsideDown && borrowed + phonetic >= 1;
        }

        boolean isSure() {
            return borrowed >= 2 && turned == 0 || borrowed >= 1 && phonetic == 0 && plainLetters >= 2;
        }

        String plain() {
            var out = new StringBuilder(end - start);
            for (int at = start; at < end; ) {
                int codePoint = text.codePointAt(at);
                int plain = FancyText.plain(codePoint);
                complete &= plain >= 0 || !FancyText.isFancy(codePoint);
                out.appendCodePoint(plain >= 0 ? plain : codePoint);
                at += Character.charCount(codePoint);
            }
            return turned > 0 ? out.reverse().toString() : out.toString();
        }
    }
}
