package org.govsocial.accessibility;

import org.govsocial.accessibility.hashtag.HashtagWords;
import org.govsocial.accessibility.hashtag.Reading;
import org.govsocial.accessibility.hashtag.Split;
import org.govsocial.accessibility.hashtag.Verdict;
import org.govsocial.accessibility.hashtag.Word;
import org.govsocial.model.Edit;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;

/** What rules ask of the words in a hashtag. */
final class Hashtags {
    private Hashtags() {}

    /** What {@link HashtagWords#verdict} says; another than that where it is neither CLEAR nor LIKELY. */
    static Verdict verdict(PostFeatures post, int token) {
        HashtagWords words = HashtagWords.shared();
        String text = post.post().text();
        int start = post.start(token) + 1;
        int end = post.end(token);
        return words.mayDivide(text, start, end) ? words.verdict(text, start, end) : Verdict.UNCLEAR;
    }

    /**
     * Offers the tag with a capital for each word: as a safe fix, or as what a person may choose among. Fills in {@code
     * text}, {@code better} and {@code words}.
     */
    static void recase(PostFeatures post, int token, boolean safe, Findings.Draft draft) {
        String text = post.post().text();
        int start = post.start(token);
        int end = post.end(token);
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

    private static String spaced(Split split) {
        var out = new StringBuilder();
        for (Word word : split.words()) {
            out.append(out.length() == 0 ? "" : " ").append(word.text());
        }
        return out.toString();
    }
}
