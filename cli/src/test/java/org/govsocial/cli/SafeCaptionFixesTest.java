package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Origin;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.MediaProbe;
import org.govsocial.testkit.SafeFixes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safe fixes of captions keep their promises on the published suite, and on captions with faults put in at random. */
class SafeCaptionFixesTest {
    private static final long SEED = 20261122;
    private static final int MADE = 400;
    private static final String[] WORDS = {
        "kia", "ora", "the", "library", "opens", "at", "nine", "on", "Monday", "Whakatāne", "internationalisation", "we"
    };

    @TempDir
    Path folder;

    private final Guidance guidance = Guidance.load(List.of(new Origin.Application()));
    private final Reviewer reviewer = guidance.reviewer(ReviewConfig.DEFAULTS);
    private final SafeFixes fixes = new SafeFixes(reviewer, Set.of());
    private final MediaProbe probe = guidance.mediaProbes().stream()
            .filter(p -> p.id().equals("captions"))
            .findFirst()
            .orElseThrow();
    private final List<String> broken = new ArrayList<>();

    @Test
    void fixes_keep_their_promises_on_the_published_suite() throws IOException {
        Path suite = Path.of(System.getProperty("govsocial.sharedTestData", "../shared/test-data"), "webvtt");
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.isDirectory(suite), "SKIPPED: " + suite + " is not there");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(suite)) {
            files = all.filter(f -> f.toString().endsWith(".vtt")).sorted().toList();
        }
        for (Path file : files) {
            check(file);
        }
        assertTrue(files.size() >= 123, "only " + files.size() + " files");
        assertKept(30);
    }

    @Test
    void fixes_keep_their_promises_on_captions_with_faults() throws IOException {
        var random = new Random(SEED);
        for (int i = 0; i < MADE; i++) {
            boolean vtt = random.nextBoolean();
            Path file = folder.resolve("talk-" + i + (vtt ? ".vtt" : ".srt"));
            Files.writeString(file, captions(random, vtt));
            check(file);
        }
        assertKept(MADE);
    }

    private void assertKept(int leastChanged) {
        System.out.printf(
                "captions: %d changed by %d edits in at most %d rounds%n",
                fixes.changed(), fixes.edits(), fixes.rounds());
        assertEquals("", String.join("\n", broken), "seed " + SEED);
        assertTrue(fixes.changed() >= leastChanged, "only " + fixes.changed() + " changed");
        assertTrue(fixes.rounds() <= 4, fixes.rounds() + " rounds");
    }

    private void check(Path file) throws IOException {
        for (Platform platform : List.of(Platform.ANY, Platform.X, Platform.BLUESKY)) {
            Post post = post(file, platform);
            String where = platform + " " + file.getFileName() + ": ";
            fixes.broken(post).forEach(promise -> broken.add(where + promise));
            Post mended = reviewer.fixed(post);
            if (!mended.equals(post)) {
                checkWritten(where, post, mended);
            }
        }
    }

    /** The file that is written says what the mended captions say, and nothing is an error in it that was none. */
    private void checkWritten(String where, Post post, Post mended) throws IOException {
        CaptionTrack track = track(mended);
        Path file = folder.resolve("written." + track.format().ending());
        Files.write(file, probe.written(track).orElseThrow().getBytes(StandardCharsets.UTF_8));
        Post again = post(file, mended.platform());
        same(where + "times", track, track(again), cue -> cue.start() + "-" + cue.end());
        same(where + "words", track, track(again), Cue::shown);
        same(
                where + "words but for line breaks",
                track(post),
                track,
                cue -> String.join(" ", cue.shown().strip().split("\\s+")));
        List<String> before = errors(post);
        errors(again).stream()
                .filter(error -> !before.remove(error))
                .forEach(error -> broken.add(where + "a new error in what is written: " + error));
    }

    private void same(String what, CaptionTrack one, CaptionTrack other, Function<Cue, String> shown) {
        List<String> want = one.cues().stream().map(shown).toList();
        List<String> got = other.cues().stream().map(shown).toList();
        if (!want.equals(got)) {
            broken.add(what + " should be " + want + ", but are " + got);
        }
    }

    private List<String> errors(Post post) {
        Report report = reviewer.review(post);
        return new ArrayList<>(report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(SafeCaptionFixesTest::kind)
                .toList());
    }

    private static String kind(Finding finding) {
        return finding.rule().name() + "/" + finding.messageKey();
    }

    private static CaptionTrack track(Post post) {
        return Objects.requireNonNull(post.media().get(0).seen().captions().orNull());
    }

    private Post post(Path file, Platform platform) throws IOException {
        String name = file.getFileName().toString();
        MediaFeatures seen = probe.look(Inputs.file(file, name), MediaFeatures.NONE);
        return Post.of("talk", "See the talk")
                .withPlatform(platform)
                .withMedia(List.of(Media.of(Media.Kind.VIDEO, TextAlternative.of("A talk"))
                        .withFile("talk.mp4")
                        .withCaptions(name)
                        .withSeen(seen)));
    }

    /** Cues that overlap, last too short, have lines too long, styles, or numbers that are wrong. */
    private static String captions(Random random, boolean vtt) {
        var out = new StringBuilder(vtt && random.nextInt(4) > 0 ? "WEBVTT\n\n" : "");
        long at = 0;
        for (int cue = 1; cue <= 3 + random.nextInt(6); cue++) {
            at += random.nextInt(2_500);
            long end = at + 300 + random.nextInt(5_000);
            if (!vtt) {
                out.append(random.nextInt(8) == 0 ? cue + 5 : cue).append('\n');
            }
            out.append(time(at, vtt)).append(" --> ").append(time(end, vtt)).append('\n');
            int lines = 1 + random.nextInt(3);
            for (int line = 0; line < lines; line++) {
                boolean italic = random.nextInt(6) == 0;
                out.append(italic ? "<i>" : "").append(random.nextInt(6) == 0 ? "- " : "");
                for (int word = 0; word < 2 + random.nextInt(12); word++) {
                    out.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
                }
                out.append(random.nextInt(3) == 0 ? "." : "").append(random.nextInt(20) == 0 ? " &amp; 1 < 2" : "");
                out.append(italic ? "</i>" : "").append('\n');
            }
            out.append(random.nextInt(10) == 0 ? "" : "\n");
            at = end - random.nextInt(200);
        }
        return out.toString();
    }

    private static String time(long millis, boolean vtt) {
        String time = CaptionTrack.time(millis);
        return vtt ? time : time.replace('.', ',');
    }
}
