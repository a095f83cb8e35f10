package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.testkit.SafeFixes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Safe fixes keep their promises on real posts, as they are and with all that fixes are for put in at random.
 * Every build takes a sample, and {@code -Dgovsocial.release=true} takes all.
 */
class SafeFixesTest {
    private static final long SEED = 20261122;
    private static final List<Platform> PLATFORMS =
            List.of(Platform.ANY, Platform.X, Platform.MASTODON, Platform.BLUESKY, Platform.FACEBOOK);
    private static final int SAMPLE = 800;
    private static final int MOST_ROUNDS = 4;
    private static final Pattern TAG = Pattern.compile("#\\w+");

    /** What is said of a place because of words elsewhere. */
    private static final Set<String> REACHES_FAR = Set.of(
            "acronym-unexplained", // says nothing in a shouted passage, or when the name is spelled out elsewhere
            "emoji-line-start", // asks whether words follow on the line
            "emoji-mid-sentence", // asks whether words follow in the sentence
            "emoji-replaces-word", // asks which word stands before
            "hashtag-too-many", // counts, and a tag may have been hidden by its letters
            "image-alt-duplicates-post", // compares with the words
            "link-generic-text", // asks whether a link follows
            "link-position", // asks what follows
            "link-too-many", // counts, and a link may have been hidden by its letters
            "text-layout-whitespace"); // counts gaps, and says it of the first

    private final SafeFixes fixes =
            new SafeFixes(Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS), REACHES_FAR);

    @ParameterizedTest
    @ValueSource(strings = {"government-tweets-dev", "crisis-events-dev", "emoji-tweets-dev"})
    void safe_fixes_keep_their_promises_on_real_posts(String file) throws IOException {
        var broken = new ArrayList<String>();
        var random = new Random(SEED);
        List<Post> posts = SharedPosts.of(file + ".jsonl");
        int taken = 0;
        for (Post real : posts) {
            if (!Boolean.getBoolean("govsocial.release") && random.nextInt(posts.size()) >= SAMPLE) {
                continue;
            }
            Platform platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
            for (Post post : List.of(real, disguised(real, random))) {
                taken++;
                for (String promise : fixes.broken(post.withPlatform(platform))) {
                    broken.add(promise + " <- " + platform + ": " + post.text());
                }
            }
        }
        System.out.printf(
                "%s: %d posts, %d changed by %d edits in at most %d rounds%n",
                file, taken, fixes.changed(), fixes.edits(), fixes.rounds());
        assertTrue(taken > 500, "only " + taken + " posts");
        assertTrue(fixes.rounds() <= MOST_ROUNDS, fixes.rounds() + " rounds");
        assertTrue(fixes.changed() > taken / 10, "only " + fixes.changed() + " of " + taken + " changed");
        assertEquals("", String.join("\n", broken), "seed " + SEED);
    }

    /** The post as somebody might have written it, with what fixes are for put in, and its words as a picture's alt too. */
    private static Post disguised(Post post, Random random) {
        String text = post.text();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = DISGUISES.get(random.nextInt(DISGUISES.size())).put(text, random);
        }
        String alt = random.nextBoolean() ? "Image of " + text : "PHOTO: " + post.text();
        return post.withText(text).withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of(alt))));
    }

    private interface Disguise {
        String put(String text, Random random);
    }

    private static final List<Disguise> DISGUISES = List.of(
            (text, random) -> tags(text, t -> t.toLowerCase(Locale.ROOT)),
            (text, random) -> tags(text, t -> t.toUpperCase(Locale.ROOT)),
            (text, random) -> words(text, random, SafeFixesTest::bold),
            (text, random) -> words(text, random, w -> w.replaceAll("(?<=\\p{L})", "\u0336")),
            (text, random) -> words(text, random, w -> w.replaceAll("(?<=\\p{L})(?=\\p{L})", "\u200B")),
            (text, random) -> words(text, random, w -> "\u202E" + w + "\u202C"),
            (text, random) -> words(
                    text, random, w -> w.replace('a', 'а').replace('o', 'ο').replace('e', 'е')),
            (text, random) ->
                    words(text, random, w -> w + " Māori".replace("ā", random.nextBoolean() ? "ä" : "a\u0304")),
            (text, random) -> words(text, random, w -> w + "🔥🔥🔥"),
            (text, random) -> words(text, random, w -> "✅" + w + "👩‍🚒"),
            (text, random) -> words(text, random, w -> w + " https://example.govt.nz/form.pdf"),
            (text, random) -> words(text, random, w -> w + "\n\n\n\n\n" + w),
            (text, random) -> words(text, random, w -> w + "\u00A0\u2003\t "),
            (text, random) -> words(text, random, w -> w + " #stateofemergency#tereomaori #\u0441ivildefence"),
            (text, random) -> words(text, random, w -> w + " maori kaumatua whanau Whangarei"),
            (text, random) -> Normalizer.normalize(text.replace("o", "ō"), Normalizer.Form.NFD),
            (text, random) -> new StringBuilder(text)
                    .insert(random.nextInt(text.length() + 1), "\u00AD\u2060\uFEFF")
                    .toString());

    private static String tags(String text, UnaryOperator<String> change) {
        return TAG.matcher(text).replaceAll(m -> change.apply(m.group()));
    }

    /** Changes about a quarter of the words. */
    private static String words(String text, Random random, UnaryOperator<String> change) {
        var words = new ArrayList<String>();
        for (String word : text.split(" ", -1)) {
            words.add(random.nextInt(4) == 0 ? change.apply(word) : word);
        }
        return String.join(" ", words);
    }

    private static String bold(String word) {
        var out = new StringBuilder();
        word.codePoints()
                .map(c -> c >= 'a' && c <= 'z' ? 0x1D41A + c - 'a' : c >= 'A' && c <= 'Z' ? 0x1D400 + c - 'A' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
