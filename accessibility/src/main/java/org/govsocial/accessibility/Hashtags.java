package org.govsocial.accessibility;

import java.util.List;
import org.govsocial.accessibility.hashtag.HashtagWords;
import org.govsocial.accessibility.hashtag.Reading;
import org.govsocial.accessibility.hashtag.Split;
import org.govsocial.accessibility.hashtag.Verdict;
import org.govsocial.accessibility.hashtag.Word;
import org.govsocial.model.Edit;
import org.govsocial.model.Fix;
import org.govsocial.model.Glossary;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;

/** What rules ask of the words in a hashtag. */
final class Hashtags {
    private Hashtags() {}

    /** What {@link HashtagWords#division} says, or the agency's glossary. */
    static Verdict verdict(PostFeatures post, int token, Glossary glossary) {
        String text = post.post().text();
        int start = post.start(token) + 1;
        int end = post.end(token);
        GlossaryTag known = glossary.isEmpty() ? null : GlossaryTag.of(text.substring(start, end), glossary);
        if (known != null) {
            return known.verdict();
        }
        return HashtagWords.shared().division(text, start, end);
    }

    /**
     * Offers the tag with a capital for each word: as a safe fix, or as what a person may choose among. Fills in {@code
     * text}, {@code better} and {@code words}.
     */
    static void recase(PostFeatures post, int token, Glossary glossary, boolean safe, Findings.Draft draft) {
        String text = post.post().text();
        int start = post.start(token);
        int end = post.end(token);
        GlossaryTag known = glossary.isEmpty() ? null : GlossaryTag.of(text.substring(start + 1, end), glossary);
        if (known != null) {
            Edit edit = Edit.text(start, end, text.charAt(start) + known.better());
            draft.with("text", text.substring(start, end))
                    .with("better", edit.text())
                    .with("words", known.words())
                    .fix(new Fix(safe, List.of(edit)));
            return;
        }
        Reading reading = HashtagWords.shared().read(text.substring(start + 1, end));
        Edit best = Edit.text(start, end, text.charAt(start) + reading.best().pascalCase());
        draft.with("text", text.substring(start, end))
                .with("better", best.text())
                .with("words", spaced(reading.best()));
        if (safe) {
            draft.safeFix(best);
            return;
        }
        draft.suggest(best);
        Split second = reading.second();
        if (second != null) {
            draft.suggest(Edit.text(start, end, text.charAt(start) + second.pascalCase()));
        }
    }

    static String spaced(Split split) {
        return String.join(" ", split.words().stream().map(Word::text).toList());
    }
}
