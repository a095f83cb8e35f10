package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordRulesTest {
    private static final String HEAD =
            "\"severity\": \"WARNING\", \"cites\": {\"document\": \"trial\", \"statement\": \"T-1\"}, "
                    + "\"summary\": \"S.\", \"message\": \"Not {text}.\", ";

    @TempDir
    Path folder;

    @Test
    void a_term_is_found_as_whole_words_in_any_case_joined_by_space_or_hyphen() throws IOException {
        Reviewer reviewer = reviewer("{\"id\": \"trial/t\", \"kind\": \"term\", " + HEAD
                + "\"terms\": [\"wheelchair bound\", \"the disabled\"], \"except\": [\"the disabled list\"]}");
        assertEquals(List.of("Wheelchair-Bound"), found(reviewer, "She is Wheelchair-Bound."));
        assertEquals(List.of("wheelchair bound"), found(reviewer, "wheelchair bound"));
        assertEquals(List.of(), found(reviewer, "wheelchairbound"));
        assertEquals(List.of(), found(reviewer, "wheelchair, bound"));
        assertEquals(List.of(), found(reviewer, "the disabledness"));
        assertEquals(List.of("THE DISABLED"), found(reviewer, "for THE DISABLED"));
        assertEquals(List.of(), found(reviewer, "he is on the disabled list today"));
        assertEquals(List.of("the disabled", "the disabled"), found(reviewer, "the disabled the disabled"));
    }

    @Test
    void a_term_with_a_macron_is_found_composed_and_decomposed_and_not_without_it() throws IOException {
        Reviewer reviewer =
                reviewer("{\"id\": \"trial/t\", \"kind\": \"term\", " + HEAD + "\"terms\": [\"wh\u0101nau ora\"]}");
        assertEquals(List.of("Wh\u0101nau Ora"), found(reviewer, "Te Wh\u0101nau Ora"));
        assertEquals(List.of("wha\u0304nau ora"), found(reviewer, "wha\u0304nau ora"));
        assertEquals(List.of(), found(reviewer, "whanau ora"));
    }

    @Test
    void the_longest_term_wins_and_curly_apostrophes_count_as_straight() throws IOException {
        Reviewer reviewer = reviewer("{\"id\": \"trial/t\", \"kind\": \"term\", " + HEAD
                + "\"terms\": [\"don't\", \"click\", \"click here\", \"click here now\"]}");
        assertEquals(
                List.of("click here now", "don\u2019t", "click"), found(reviewer, "click here now don\u2019t click"));
    }

    @Test
    void a_swap_offers_its_replacements_in_the_case_of_the_text() throws IOException {
        Reviewer reviewer = reviewer("{\"id\": \"trial/s\", \"kind\": \"swap\", " + HEAD
                + "\"swaps\": {\"in order to\": \"to\", \"utilise\": [\"use\", \"apply\"]}, \"safe\": true}");
        Post post = Post.of("p", "In order to win, UTILISE it");
        List<Finding> findings = reviewer.review(post).findings();
        assertEquals("To", findings.get(0).fixes().get(0).edits().get(0).text());
        assertTrue(findings.get(0).fixes().get(0).safe(), "one replacement");
        assertEquals("USE", findings.get(1).fixes().get(0).edits().get(0).text());
        assertEquals(2, findings.get(1).fixes().size());
        assertTrue(findings.get(1).fixes().stream().noneMatch(f -> f.safe()), "two replacements: a person chooses");
        assertEquals("To win, UTILISE it", reviewer.fixed(post).text());
    }

    @Test
    void a_limit_counts_and_a_pack_may_adjust_it() throws IOException {
        String limit = "{\"id\": \"trial/l\", \"kind\": \"limit\", " + HEAD + "\"count\": \"hashtags\", \"max\": 1}";
        assertEquals(Outcome.FAILED, reviewer(limit).screen(Post.of("p", "#a #b")));
        assertEquals(Outcome.PASSED, reviewer(limit).screen(Post.of("p", "#a")));
        Guidance adjusted =
                load(limit, "{\"rule\": \"trial/l\", \"settings\": {\"max\": 2}, \"reason\": \"Campaign.\"}");
        assertEquals(Outcome.PASSED, adjusted.reviewer(ReviewConfig.DEFAULTS).screen(Post.of("p", "#a #b")));
        assertEquals("Campaign.", adjusted.adjustments().get(0).reason());
        assertEquals("trial", adjusted.adjustments().get(0).pack());
    }

    @Test
    void a_requirement_may_depend_on_a_term_and_be_met_by_a_link() throws IOException {
        Reviewer reviewer = reviewer("{\"id\": \"trial/r\", \"kind\": \"require\", " + HEAD
                + "\"outcome\": \"CANT_TELL\", \"when\": [\"evacuate\"], \"any\": [\"call 111\"], \"link\": true}");
        assertEquals(Outcome.CANT_TELL, reviewer.screen(Post.of("p", "Evacuate now")));
        assertEquals(Outcome.PASSED, reviewer.screen(Post.of("p", "Evacuate now, call 111")));
        assertEquals(Outcome.PASSED, reviewer.screen(Post.of("p", "Evacuate now https://www.govt.nz")));
        assertEquals(Outcome.INAPPLICABLE, reviewer.screen(Post.of("p", "Nice day")));
    }

    @Test
    void a_pack_switches_a_rule_off_and_the_report_says_untested() throws IOException {
        Guidance guidance = load(
                "{\"id\": \"trial/t\", \"kind\": \"term\", " + HEAD + "\"terms\": [\"bad\"]}",
                "{\"rule\": \"trial/t\", \"off\": true, \"reason\": \"Not ours.\"}");
        assertEquals(
                Outcome.UNTESTED,
                guidance.reviewer(ReviewConfig.DEFAULTS)
                        .review(Post.of("p", "bad"))
                        .results()
                        .get(RuleId.of("trial/t")));
    }

    @Test
    void a_thousand_terms_find_what_one_regular_expression_finds() throws IOException {
        long seed = 42;
        var random = new Random(seed);
        var terms = new java.util.LinkedHashSet<String>();
        while (terms.size() < 1000) {
            terms.add(phrase(random, 1 + random.nextInt(3)));
        }
        Reviewer reviewer = reviewer("{\"id\": \"trial/t\", \"kind\": \"term\", " + HEAD + "\"terms\": [\""
                + String.join("\", \"", terms) + "\"]}");
        var longestFirst = terms.stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .toList();
        Pattern oracle = Pattern.compile("\\b(" + String.join("|", longestFirst) + ")\\b");
        int hits = 0;
        for (int round = 0; round < 5_000; round++) {
            String text = phrase(random, 1 + random.nextInt(12));
            var expected = new java.util.ArrayList<String>();
            Matcher matcher = oracle.matcher(text);
            while (matcher.find()) {
                expected.add(matcher.group());
            }
            List<String> actual = found(reviewer, text);
            // The two differ in how they break ties between overlapping terms, so compare whether either finds any.
            assertEquals(expected.isEmpty(), actual.isEmpty(), "seed " + seed + " round " + round + ": " + text);
            hits += actual.size();
        }
        assertTrue(hits > 1000, "only " + hits);
    }

    private static String phrase(Random random, int words) {
        var out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(i == 0 ? "" : " ");
            for (int c = 1 + random.nextInt(3); c > 0; c--) {
                out.append((char) ('a' + random.nextInt(8)));
            }
        }
        return out.toString();
    }

    private List<String> found(Reviewer reviewer, String text) {
        return reviewer.review(Post.of("p", text)).findings().stream()
                .map(f -> text.substring(f.place().start(), f.place().end()))
                .toList();
    }

    private Reviewer reviewer(String rules) throws IOException {
        return load(rules, "").reviewer(ReviewConfig.DEFAULTS);
    }

    private Guidance load(String rules, String adjustments) throws IOException {
        Guidance guidance = Guidance.of(List.of(Trial.withPack(folder, rules, adjustments)));
        assertEquals(List.of(), guidance.problems());
        return guidance;
    }
}
