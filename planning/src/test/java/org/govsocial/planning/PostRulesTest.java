package org.govsocial.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Origin;
import org.govsocial.engine.PostReading;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Agency;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.spi.ReadOptions;
import org.govsocial.spi.RuleInfo;
import org.govsocial.testkit.PluginContract;
import org.govsocial.testkit.RuleExample;
import org.govsocial.testkit.RuleExamples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about posts that this module brings. */
class PostRulesTest {
    private static final RuleExamples EXAMPLES = RuleExamples.of(new Planning());
    private static final Set<RuleId> OURS = Set.of(
            RuleId.of("toolbox/credentials"),
            RuleId.of("toolbox/official-copy"),
            RuleId.of("toolbox/personal-information"),
            RuleId.of("toolbox/pre-election"));

    static List<RuleExample> examples() {
        return EXAMPLES.all().stream().filter(e -> OURS.contains(e.rule())).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_rule_says_of_its_examples_what_they_say(RuleExample example) {
        EXAMPLES.check(example);
    }

    @Test
    void the_plugin_keeps_its_contract() {
        assertTrue(examples().size() >= 20, "so few examples that most must be missing");
        PluginContract.verify(new Planning());
    }

    @Test
    void no_message_is_more_than_a_warning_and_no_finding_is_certain() {
        Guidance guidance = Guidance.of(List.of(new Planning()));
        int seen = 0;
        for (RuleInfo rule : guidance.rules()) {
            if (OURS.contains(rule.id())) {
                rule.messages().values().forEach(m -> assertNotEquals(Severity.ERROR, m.severity(), rule.id() + ""));
                seen++;
            }
        }
        assertEquals(OURS.size(), seen);
    }

    /** At most one in a hundred may be; none is at present. */
    @Test
    void hardly_any_post_of_governments_is_named_wrongly() throws IOException {
        Path posts = Path.of(System.getProperty("govsocial.sharedTestData", "../../shared/test-data"))
                .resolve("posts/government-tweets-dev.jsonl");
        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(posts.toFile().isFile(), "there is no " + posts);
        }
        Guidance guidance = Guidance.load(List.of(new Origin.Application()));
        Agency electing = Agency.UNKNOWN.withElections(
                List.of(new Agency.Election("any", Instant.MIN, Instant.MAX)),
                List.of("National", "ACT", "Jo Example"));
        Reviewer reviewer =
                guidance.reviewer(ReviewConfig.DEFAULTS.withOnly(OURS).withAgency(electing));
        var found = new TreeMap<String, List<String>>();
        var read = new ArrayList<Post>();
        PostReading.read(
                guidance, List.of(Inputs.file(posts, "posts")), ReadOptions.DEFAULTS, (post, where) -> read.add(post));
        assertTrue(read.size() >= 500, "read " + read.size());
        for (Post post : read) {
            for (Finding finding : reviewer.review(post).findings()) {
                assertEquals(Outcome.CANT_TELL, finding.outcome());
                found.computeIfAbsent(finding.rule() + " " + finding.messageKey(), k -> new ArrayList<>())
                        .add(post.text());
            }
        }
        long named = found.values().stream().flatMap(List::stream).distinct().count();
        assertTrue(
                named <= read.size() / 100,
                () -> found.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
}
