package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Edit;
import org.govsocial.model.Glossary;
import org.govsocial.model.Severity;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** A hashtag that is an acronym in small letters. */
final class HashtagAcronymCase implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "hashtag-acronym-case", "A11Y-HASHTAG-ACRONYM", "Write an acronym in a hashtag in capitals.")
            .withMessage(
                    "small",
                    Severity.WARNING,
                    "{text} is an acronym in small letters, which a screen reader tries to say as a word. Write {better}.")
            .withNeeds(Trait.HASHTAGS)
            .withCriterion("1.3.1");

    private static final WordTable ACRONYMS = WordTable.read("tag-acronyms.txt");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isDear() {
        return true;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.HASHTAG, 0); token >= 0; token = post.next(TokenKind.HASHTAG, token + 1)) {
            int start = post.start(token);
            int end = post.end(token);
            if (post.hasSmall(token)) {
                int letters = lettersEnd(text, end);
                String own = ofGlossary(text, start + 1, letters, out.agency().glossary());
                String spelling = own == null ? ACRONYMS.get(text, start + 1, letters) : own;
                // Capitals further on, as in #NZPol, mark off words on purpose.
                if (spelling != null && !hasCapital(text, start + 2, end)) {
                    Findings.Draft draft = out.fail("small").at(start, end);
                    if (out.wantsWords()) {
                        // Without a spelling of its own, an acronym is all capitals.
                        boolean listed = !spelling.equals(spelling.toLowerCase(Locale.ROOT));
                        String better = text.charAt(start)
                                + (listed ? spelling : spelling.toUpperCase(Locale.ROOT))
                                + text.substring(letters, end);
                        draft.with("text", text.substring(start, end))
                                .with("better", better)
                                .safeFix(Edit.text(start, end, better));
                    }
                }
            }
        }
    }

    /** How the agency writes a short form of its own; null for another word. Two letters may be a word. */
    private static @Nullable String ofGlossary(String text, int start, int end, Glossary glossary) {
        if (!glossary.isEmpty() && end - start > 2) {
            for (String acronym : glossary.names().keySet()) {
                if (acronym.length() == end - start
                        && text.regionMatches(true, start, acronym, 0, acronym.length())
                        && !text.startsWith(acronym, start)) {
                    return acronym;
                }
            }
        }
        return null;
    }

    private static boolean hasCapital(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the letters end: a year or number may follow. */
    private static int lettersEnd(String text, int end) {
        int at = end;
        while (text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') {
            at--;
        }
        return at;
    }
}
