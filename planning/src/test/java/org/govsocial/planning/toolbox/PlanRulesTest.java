package org.govsocial.planning.toolbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Plan;
import org.govsocial.model.Report;
import org.govsocial.model.Severity;
import org.govsocial.planning.Planning;
import org.govsocial.testkit.PluginContract;
import org.govsocial.testkit.RuleExample;
import org.govsocial.testkit.RuleExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanRulesTest {
    private static final RuleExamples EXAMPLES = RuleExamples.of(new Planning());
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Planning()));

    static List<RuleExample> examples() {
        return EXAMPLES.all();
    }

    private static Report report(String sample) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("..", "samples", "plan", sample))) {
            return GUIDANCE.reviewer(ReviewConfig.DEFAULTS).review(PlanReader.read(sample, in));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_rule_says_of_its_examples_what_they_say(RuleExample example) {
        EXAMPLES.check(example);
    }

    @Test
    void the_plugin_keeps_its_contract() {
        assertTrue(
                examples().size() > 70,
                "so few examples that most must be missing: " + examples().size());
        PluginContract.verify(new Planning());
    }

    @Test
    void the_full_plan_of_the_samples_passes_every_rule() throws IOException {
        Report report = report("plan.json");
        assertEquals(List.of(), report.findings());
        assertEquals(Outcome.PASSED, report.outcome());
        assertEquals(18, report.results().size());
        report.results().forEach((rule, outcome) -> assertEquals(Outcome.PASSED, outcome, rule.toString()));
    }

    @Test
    void the_thin_plan_fails_every_topic_but_those_it_has() throws IOException {
        var failed = new TreeSet<String>();
        for (Finding finding : report("thin.json").findings()) {
            failed.add(finding.rule().name());
        }
        assertEquals(18, failed.size(), failed::toString);
    }

    @Test
    void an_empty_plan_breaks_no_rule_and_only_a_duty_is_an_error() {
        Report report = GUIDANCE.reviewer(ReviewConfig.DEFAULTS).review(Plan.of("empty", "Empty"));
        assertEquals(List.of(), report.failures());
        List<String> errors = report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.rule().name())
                .toList();
        assertEquals(List.of("plan-transparency-statement"), errors);
    }
}
