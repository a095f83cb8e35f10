package org.govsocial.accessibility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govsocial.model.Edit;
import org.govsocial.model.PictureWords;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Trait;
import org.jspecify.annotations.Nullable;

/** Words in a picture that neither the text alternative nor the post holds. */
final class ImageOfText implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "image-of-text", "A11Y-IMAGE-OF-TEXT", "Give the words in a picture as text too.")
            .withMessage(
                    "missing",
                    Severity.WARNING,
                    "Picture {number} shows words that are in neither its text alternative nor the post: “{words}”. Give them as text.")
            .withMessage(
                    "figure",
                    Severity.NOTE,
                    "Picture {number} is a chart, map, logo or screenshot with words that are not in the post. Check that those that matter are given as text.")
            .withMessage(
                    "many",
                    Severity.NOTE,
                    "Picture {number} holds {count} words. Say most of it in the post; a picture of text cannot be enlarged, translated or searched.")
            .withSetting("covered", 80, 10, 100, "percent of the words that text must hold (our judgement)")
            .withSetting("fewest", 4, 1, 50, "words from which a picture is taken to show text (our judgement)")
            .withSetting(
                    "most",
                    20,
                    5,
                    500,
                    "words from which a picture holds too many (Section508.gov and accessible-social.com: not a billboard)")
            .withNeeds(Trait.MEDIA_SEEN)
            .withCriterion("1.4.5");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        var media = post.post().media();
        for (int i = 0; i < media.size(); i++) {
            PictureWords words = media.get(i).seen().words().orNull();
            if (words != null && !(media.get(i).alt() instanceof TextAlternative.Decorative)) {
                check(post.post(), words, i, out);
            }
        }
    }

    private static void check(Post post, PictureWords found, int media, Findings out) {
        String alt = Alt.text(post, media);
        Set<String> known = new HashSet<>();
        addWords(post.text(), known);
        if (alt != null) {
            addWords(alt, known);
        }
        int count = 0;
        int missing = 0;
        var words = new StringBuilder();
        for (PictureWords.Word word : found.words()) {
            Set<String> parts = new HashSet<>();
            addWords(word.text(), parts);
            // A single letter or digit is too easily misread to count.
            if (!parts.isEmpty()) {
                count++;
                missing += known.containsAll(parts) ? 0 : 1;
            }
            words.append(words.length() == 0 ? "" : " ").append(word.text());
        }
        if (count < out.setting("fewest")) {
            return;
        }
        if ((count - missing) * 100 < count * out.setting("covered")) {
            String all = words.toString();
            boolean figure = isFigure(alt);
            Findings.Draft draft = figure ? out.review("figure") : out.fail("missing");
            draft.at(Place.alt(media)).with("number", media + 1);
            if (!figure) {
                draft.with("words", all.length() <= 200 ? all : all.substring(0, all.lastIndexOf(' ', 200)) + "…");
            }
            if (alt != null && !figure) {
                draft.suggest(new Edit("/media/" + media + "/alt", alt.length(), alt.length(), " Text: " + all));
            }
        } else if (count > out.setting("most")) {
            out.fail("many").at(Place.alt(media)).with("number", media + 1).with("count", count);
        }
    }

    /** Words of two letters or digits and more, in small letters without macrons, which machines often miss. */
    private static void addWords(String text, Set<String> into) {
        for (int at = Alt.wordStart(text, 0); at < text.length(); ) {
            int end = Alt.wordEnd(text, at);
            if (end - at > 1) {
                var word = new StringBuilder(end - at);
                for (int i = at; i < end; i++) {
                    word.append(plain(Character.toLowerCase(text.charAt(i))));
                }
                into.add(word.toString());
            }
            at = Alt.wordStart(text, end);
        }
    }

    private static char plain(char c) {
        return switch (c) {
            case 'ā' -> 'a';
            case 'ē' -> 'e';
            case 'ī' -> 'i';
            case 'ō' -> 'o';
            case 'ū' -> 'u';
            default -> c;
        };
    }

    private static boolean isFigure(@Nullable String alt) {
        if (alt == null) {
            return false;
        }
        Set<String> words = new HashSet<>();
        addWords(alt, words);
        for (String figure :
                List.of("map", "chart", "graph", "diagram", "logo", "screenshot", "infographic", "table")) {
            if (words.contains(figure)) {
                return true;
            }
        }
        return false;
    }
}
