package org.govsocial.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.govsocial.accessibility.Accessibility;
import org.govsocial.casestudies.CaseStudies;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Origin;
import org.govsocial.mishap.Mishap;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.planning.Planning;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/** What the benchmarks read: real posts where they lie beside the project, made ones elsewhere. */
final class Corpus {
    private static final String[] WORDS =
            ("the of and to in for is on that by this with you it not or be are from at as"
                            + " your all have new more an was we will home can us about if page my has search free but our one"
                            + " other do no information time they site he up may what which their news out use any there see"
                            + " only so his when contact here business who web also now help get view online first been would"
                            + " how were services some these click its like service than find price date back top people had"
                            + " list name just over state year day into email two health world next used go work last most"
                            + " products music buy data make them should product system post her city add policy number such"
                            + " please available copyright support message after best software then good video well where info"
                            + " rights public books high school through each links she review years order very privacy book"
                            + " items company read group need many user said does set under general research university water"
                            + " road bridge river flood storm wind rain council street community whanau marae hui korero"
                            + " kaupapa mahi emergency alert warning safety police fire ambulance hospital clinic vaccine bus"
                            + " train ferry airport closed open meeting consultation submission budget tax benefit passport")
                    .split(" ");

    private Corpus() {}

    /** The folder with other people's posts, as the system property or the usual place says. */
    static Path shared() {
        return Path.of(System.getProperty("govsocial.sharedTestData", "../shared/test-data"));
    }

    /** Real posts when there are any, otherwise 20,000 made ones; for X. */
    static List<Post> posts() {
        Path folder = shared().resolve("posts");
        if (!Files.isDirectory(folder)) {
            return made(20_000, 1);
        }
        PostReader reader = Guidance.load(List.of(new Origin.Application())).postReaders().stream()
                .filter(r -> r.id().equals("jsonl"))
                .findFirst()
                .orElseThrow();
        var posts = new ArrayList<Post>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                reader.read(Inputs.file(file, file.getFileName().toString()), ReadOptions.DEFAULTS, into(posts));
            }
        } catch (IOException | InputException e) {
            throw new IllegalStateException(e);
        }
        // A repost is not judged at all, so it would flatter the figures.
        posts.replaceAll(p -> p.withKind(Post.Kind.ORIGINAL).withPlatform(Platform.X));
        return posts;
    }

    private static PostSink into(List<Post> posts) {
        return new PostSink() {
            @Override
            public void post(Post post, Location where) {
                posts.add(post);
            }

            @Override
            public void skipped(Location where, String reason) {}

            @Override
            public void unreadable(Problem problem) {
                throw new IllegalStateException(problem.toString());
            }
        };
    }

    /**
     * Posts of a realistic mix: 40 % with a hashtag of their own, 40 % with a mention, 20 % with a link, 2 % with emoji.
     */
    static List<Post> made(int count, long seed) {
        var random = new Random(seed);
        var posts = new ArrayList<Post>(count);
        for (int i = 0; i < count; i++) {
            posts.add(made(i, random));
        }
        return posts;
    }

    /** The next of the posts that {@link #made(int, long)} tells of; its tag and its link are its own. */
    static Post made(int number, Random random) {
        var text = new StringBuilder();
        int words = 6 + random.nextInt(14);
        for (int w = 0; w < words; w++) {
            text.append(w == 0 ? "" : " ").append(word(random));
            if (random.nextInt(12) == 0) {
                text.append('.');
            }
        }
        if (random.nextInt(10) < 4) {
            text.append(" #").append(word(random)).append(word(random)).append(number);
        }
        if (random.nextInt(10) < 4) {
            text.append(" @").append(word(random)).append(random.nextInt(1000));
        }
        if (random.nextInt(10) < 2) {
            text.append(" https://t.co/").append(Integer.toString(number, 36));
        }
        if (random.nextInt(50) == 0) {
            text.append(" \uD83C\uDF0A");
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return Post.of("made-" + number, text.toString()).withPlatform(Platform.X);
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    /** Phrases of one to three words that are not there by design: the same for us and for the yardsticks. */
    static List<String> phrases(int count) {
        var random = new Random(7);
        var phrases = new TreeSet<String>();
        while (phrases.size() < count) {
            var phrase = new StringBuilder(word(random));
            for (int more = random.nextInt(3); more > 0; more--) {
                phrase.append(' ').append(word(random));
            }
            if (phrase.indexOf(" ") < 0) {
                // One-word phrases are rare words in life: a made ending keeps the hit rate near that of real lists.
                phrase.append("ise");
            }
            phrases.add(phrase.toString().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(phrases);
    }

    /** A pack that looks for the phrases. */
    static Path pack(Path folder, int terms) {
        String list = String.join("\", \"", phrases(terms));
        String pack = """
                {"format": 1, "id": "bench", "version": "1", "title": "Benchmark", "maintainer": "benchmarks",
                 "sources": [{"code": "BENCH", "title": "None", "publisher": "None", "provenance": "PROJECT"}],
                 "documents": [{"id": "bench", "title": "Benchmark", "audience": "benchmarks",
                   "sections": [{"id": "BENCH", "title": "None"}],
                   "statements": [{"id": "BENCH-1", "section": "BENCH", "text": "None.", "modality": "INFO",
                     "provenance": "PROJECT", "source": "BENCH", "checked": "2026-11-22"}]}],
                 "rules": [{"id": "bench/terms", "kind": "term", "severity": "WARNING", "cites": {"document": "bench",
                   "statement": "BENCH-1"}, "summary": "None.", "message": "{text}", "terms": ["%s"]}]}
                """.formatted(list);
        Path file = folder.resolve("bench.pack.json");
        try {
            Files.writeString(file, pack, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Guidance of the application, and the phrases as a pack when there are any. */
    static Guidance guidance(int terms) {
        var origins = new ArrayList<Origin>(List.of(new Origin.Application()));
        try {
            if (terms > 0) {
                origins.add(new Origin.PackFile(pack(Files.createTempDirectory("govsocial-bench"), terms)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Guidance guidance = Guidance.load(origins);
        if (!guidance.problems().isEmpty()) {
            throw new IllegalStateException(guidance.problems().toString());
        }
        return guidance;
    }

    /** The rules in code and in packs as {@link #guidance} has them, but for the phrases; those in code twice if so wished. */
    static Guidance rules(boolean twice) {
        List<GuidancePlugin> plugins =
                new ArrayList<>(List.of(new Accessibility(), new CaseStudies(), new Mishap(), new Planning()));
        if (twice) {
            plugins.add(new SecondRules(List.copyOf(plugins)));
        }
        Guidance guidance = Guidance.of(plugins);
        if (!guidance.problems().isEmpty()) {
            throw new IllegalStateException(guidance.problems().toString());
        }
        return guidance;
    }
}
