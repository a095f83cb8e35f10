package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.govsocial.testkit.PluginContract;
import org.govsocial.testkit.RuleExample;
import org.govsocial.testkit.RuleExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleExamplesTest {
    private static final RuleExamples EXAMPLES = RuleExamples.of(new Accessibility());

    static List<RuleExample> examples() {
        return EXAMPLES.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_rule_says_of_its_examples_what_they_say(RuleExample example) {
        EXAMPLES.check(example);
    }

    @Test
    void the_plugin_keeps_its_contract() {
        assertTrue(examples().size() > 150, "so few examples that most must be missing");
        PluginContract.verify(new Accessibility());
    }
}
