package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Finding;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/precision.md} to its judgements, and the rules to what was judged. */
class PrecisionTest {
    private static final Path PAGE = Path.of("../docs/precision.md");
    private static final Path JUDGEMENTS = Path.of("../docs/precision-judgements.csv");

    /** What was mended since the judgements, or has to do with it: number of the finding. */
    private static final Set<Integer> MENDED = Set.of(153);

    private record Judgement(
            int number,
            String post,
            String rule,
            String key,
            String severity,
            String outcome,
            int start,
            int end,
            String first,
            String second) {
        boolean isRight() {
            return first.equals("right") && second.equals("right");
        }
    }

    @Test
    void the_figures_of_the_page_are_those_of_the_judgements() throws IOException {
        List<Judgement> all = judgements();
        assertEquals(300, all.size());
        String page = Files.readString(PAGE);
        for (String severity : List.of("error", "warning", "note")) {
            List<Judgement> of =
                    all.stream().filter(j -> j.severity().equals(severity)).toList();
            String row = "| " + severity + " | " + of.size()
                    + share(of, j -> j.first().equals("right"))
                    + share(of, j -> j.second().equals("right")) + share(of, Judgement::isRight) + " |";
            assertTrue(page.contains(row), row);
            long right = of.stream().filter(Judgement::isRight).count();
            int asked = severity.equals("error") ? 95 : severity.equals("warning") ? 85 : 0;
            assertTrue(100 * right >= (long) asked * of.size(), row);
        }
    }

    private static String share(List<Judgement> all, Predicate<Judgement> judged) {
        long right = all.stream().filter(judged).count();
        return " | " + right + " | " + Math.round(100.0 * right / all.size()) + " %";
    }

    @Test
    void every_finding_was_judged_twice_and_every_difference_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        int differences = 0;
        for (Judgement judged : judgements()) {
            assertTrue(
                    Set.of("right", "wrong").containsAll(List.of(judged.first(), judged.second())), judged::toString);
            if (!judged.first().equals(judged.second())) {
                String row = "| " + judged.number() + " | " + judged.rule() + " | " + judged.severity() + " | "
                        + judged.first() + " | " + judged.second() + " | ";
                assertTrue(page.contains(row), row);
                differences++;
            }
        }
        assertEquals(19, differences);
    }

    /** A rule whose warnings were right too seldom is a note by now. */
    @Test
    void no_rule_that_was_wrong_too_often_says_warning_of_sure() throws IOException {
        Guidance guidance = Guidance.of(List.of(new Accessibility()));
        Map<String, List<Judgement>> byRule = judgements().stream()
                .filter(j -> !j.severity().equals("note"))
                .collect(Collectors.groupingBy(j -> j.rule() + "/" + j.key()));
        int mended = 0;
        for (List<Judgement> of : byRule.values()) {
            long right = of.stream().filter(Judgement::isRight).count();
            if (100 * right < 85L * of.size()
                    && of.stream().anyMatch(j -> !j.outcome().equals("cant tell"))) {
                RuleInfo info = guidance.rule(
                                RuleId.of("accessibility/" + of.get(0).rule()))
                        .orElseThrow();
                assertEquals(Severity.NOTE, info.severity(), of.get(0)::toString);
                mended++;
            }
        }
        assertEquals(1, mended, "reading-level");
    }

    @Test
    void the_rules_still_find_in_the_long_posts_what_was_judged_right() throws IOException {
        Map<String, Post> posts = longPosts();
        assertTrue(posts.size() >= 60, posts.size() + " posts");
        Reviewer reviewer = Guidance.of(List.of(new Accessibility())).reviewer(ReviewConfig.DEFAULTS);
        int compared = 0;
        for (Judgement judged : judgements()) {
            Post post = posts.get(judged.post());
            if (post == null || !judged.isRight() || MENDED.contains(judged.number())) {
                continue;
            }
            Set<String> found = new HashSet<>();
            for (Finding f : reviewer.review(post).findings()) {
                found.add(
                        f.rule().name() + "/" + f.messageKey() + " " + f.place().start());
            }
            assertTrue(
                    found.contains(judged.rule() + "/" + judged.key() + " " + judged.start()),
                    judged + " is no longer among " + found);
            compared++;
        }
        assertTrue(compared > 70, "compared " + compared);
    }

    private static List<Judgement> judgements() throws IOException {
        return Files.readAllLines(JUDGEMENTS).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(c -> new Judgement(
                        Integer.parseInt(c[0]),
                        c[1],
                        c[2],
                        c[3],
                        c[4],
                        c[5],
                        Integer.parseInt(c[6]),
                        Integer.parseInt(c[7]),
                        c[8],
                        c[10]))
                .toList();
    }

    private static Map<String, Post> longPosts() throws IOException {
        var posts = new HashMap<String, Post>();
        try (InputStream in = PrecisionTest.class.getResourceAsStream("long-posts.jsonl")) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            int line = 0;
            for (String each : all.lines().toList()) {
                JsonInput json = JsonInput.of("long-posts.jsonl", each);
                String text = "";
                String platform = "any";
                json.beginObject();
                while (json.hasNext()) {
                    switch (json.name()) {
                        case "text" -> text = json.string();
                        case "platform" -> platform = json.string();
                        default -> json.skipValue();
                    }
                }
                posts.put("long-" + ++line, Post.of("p", text).withPlatform(Platform.named(platform)));
            }
        }
        return posts;
    }
}
