package org.govsocial.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Agency;
import org.govsocial.model.Edit;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;
import org.junit.jupiter.api.Test;

class TestKitTest {
    @Test
    void a_plugin_that_keeps_the_contract_passes() {
        PluginContract.verify(new KitPlugin());
    }

    @Test
    void the_contract_names_everything_that_is_wrong() {
        String faults = assertThrows(AssertionError.class, () -> PluginContract.verify(new Broken()))
                .getMessage();
        assertAll(
                () -> says(faults, "info().maintainer() is blank"),
                () -> says(faults, "does not list org.govsocial.testkit.TestKitTest$Broken"),
                () -> says(faults, "the class is not public"),
                () -> says(faults, "the class Careless is not final"),
                () -> says(faults, "the field calls is not final"),
                () -> says(faults, "kit/careless: it has no page"),
                () -> says(faults, "kit/careless has no examples"),
                () -> says(faults, "kit/careless on nothing: java.lang.AssertionError: The rule kit/careless broke"),
                () -> says(faults, "nothing fills {place} of the message"),
                () -> says(faults, "cuts a character in two"));
    }

    @Test
    void a_rule_that_keeps_silent_where_it_has_something_to_report_is_told() {
        String few = faultsOf(Outcome.FAILED, of -> Silence.upTo(1, TokenKind.WORD));
        says(few, "Help! on any: a review says FAILED with 1 findings, counting PASSED with 0, and screening PASSED");
        assertFalse(few.contains("No! No! on"), "two words are looked at");
        says(
                faultsOf(Outcome.FAILED, of -> Silence.with(Trait.WORDS)),
                "No! No! on any: a review says FAILED with 2 findings");
        says(
                faultsOf(Outcome.FAILED, of -> Silence.without(Trait.WORDS)),
                "on hash signs only: a review says FAILED with 1 findings");
        says(
                faultsOf(Outcome.CANT_TELL, of -> Silence.NEVER.orUnheard(of, "shout")),
                "Help! on any: silence() keeps from a person what the person has to decide");
        says(
                faultsOf(Outcome.FAILED, of -> Silence.NEVER.orUnheard(of, "shuot")),
                "silence() broke: java.lang.IllegalArgumentException: the rule declares no message \"shuot\"");
        String kept = faultsOf(Outcome.FAILED, of -> Silence.NEVER.orUnheard(of, "shout"));
        assertFalse(kept.contains("silence()"), kept);
    }

    private static String faultsOf(Outcome says, Function<Circumstances, Silence> promise) {
        return assertThrows(AssertionError.class, () -> PluginContract.verify(new Quiet(says, promise)))
                .getMessage();
    }

    @Test
    void an_example_that_expects_something_else_is_told_what_the_rule_reported() {
        var expected = new RuleExample.Expected(
                "shout", Outcome.FAILED, Severity.ERROR, "/text", "Help", 1, Map.of("place", "9"), "Help?", false);
        var example = new RuleExample(
                RuleId.of("kit/no-shouting"), 1, Post.of("p", "Help!"), Agency.UNKNOWN, "", List.of(expected));
        String fault = assertThrows(
                        AssertionError.class,
                        () -> RuleExamples.of(new KitPlugin()).check(example))
                .getMessage();
        assertAll(
                () -> says(fault, "severity: expected ERROR but was WARNING"),
                () -> says(fault, "place: expected Place[field=/text, start=0, end=4]"),
                () -> says(fault, "argument place: expected 9 but was 4"),
                () -> says(fault, "text after the fix: expected Help? but was Help."),
                () -> says(fault, "safe: expected false but was true"));
    }

    @Test
    void an_example_must_list_all_findings() {
        var example =
                new RuleExample(RuleId.of("kit/no-shouting"), 1, Post.of("p", "Help!"), Agency.UNKNOWN, "", List.of());
        String fault = assertThrows(
                        AssertionError.class,
                        () -> RuleExamples.of(new KitPlugin()).check(example))
                .getMessage();
        says(fault, "expected []");
    }

    @Test
    void examples_are_read_strictly() {
        var reader = new ExampleReader(RuleId.of("kit/x"), "{\"pass\":[{\"txt\":\"a\"}]}");
        says(assertThrows(IOException.class, reader::read).getMessage(), "\"txt\" is not known here");
        var mixed = new ExampleReader(RuleId.of("kit/x"), "{\"fail\":[{\"text\":\"a\"}]}");
        says(assertThrows(IOException.class, mixed::read).getMessage(), "lists no findings");
    }

    @Test
    void safe_fixes_that_keep_their_promises_pass() {
        var fixes = new SafeFixes(reviewer(new KitPlugin()), Set.of());
        assertEquals(List.of(), fixes.broken(Post.of("p", "Help! Now!")));
        assertEquals(1, fixes.changed());
        assertEquals(2, fixes.edits());
        assertEquals(1, fixes.rounds());
        assertEquals(List.of(), fixes.broken(Post.of("p", "Kia ora")));
        assertEquals(1, fixes.changed());
    }

    @Test
    void safe_fixes_that_break_their_promises_are_told() {
        var fixes = new SafeFixes(reviewer(new Worsening()), Set.of());
        says(fixes.broken(Post.of("p", "Help! Now")).toString(), "found again where it was mended: worsening/shout");
        says(fixes.broken(Post.of("p", "One? two three")).toString(), "new, away from all edits: worsening/far");
    }

    @Test
    void a_safe_fix_that_would_bring_in_an_error_is_left_for_a_person() {
        var fixes = new SafeFixes(reviewer(new Worsening()), Set.of());
        Post post = Post.of("p", "A & B + C");
        assertEquals(List.of(), fixes.broken(post));
        assertEquals("A and B + C", reviewer(new Worsening()).fixed(post).text());
    }

    private static Reviewer reviewer(GuidancePlugin plugin) {
        return Guidance.of(List.of(plugin)).reviewer(ReviewConfig.DEFAULTS);
    }

    @Test
    void one_rule_can_be_asked_about_one_post() {
        RuleAssert rule = RuleAssert.that(new KitPlugin(), "kit/no-shouting");
        rule.on("Kia ora").reportsNothing();
        rule.on("Help!").reports("shout").at("!").as(Severity.WARNING).fixedTo("Help.");
        assertThrows(AssertionError.class, () -> rule.on("Help!").reportsNothing());
        assertThrows(AssertionError.class, () -> rule.on("Kia ora").reports("shout"));
        assertThrows(
                AssertionError.class, () -> rule.on("Help!").reports("shout").at("Help"));
        assertThrows(
                AssertionError.class, () -> rule.on("Help!").reports("shout").forAPersonToDecide());
        assertThrows(
                AssertionError.class,
                () -> RuleAssert.that(new KitPlugin(), "kit/other").on("Kia ora"));
    }

    @Test
    void nasty_texts_hold_what_they_promise() {
        Map<String, String> texts = NastyTexts.all();
        assertTrue(texts.size() > 30);
        assertEquals("", texts.get("nothing"));
        assertTrue(texts.values().stream().anyMatch(text -> text.length() >= 100_000));
    }

    private static void says(String text, String part) {
        assertTrue(text.contains(part), () -> "should say \"" + part + "\" but says: " + text);
    }

    /** Gets everything wrong. */
    private static final class Broken implements GuidancePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("broken", "1", API_LEVEL, " ", "here");
        }

        @Override
        public List<URL> packs() {
            return new KitPlugin().packs();
        }

        @Override
        public List<Rule> rules() {
            return List.of(new Careless());
        }
    }

    private static class Careless implements PostRule {
        private int calls;

        @Override
        public RuleInfo info() {
            return KitPlugin.rule("careless");
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            calls++;
            String text = post.post().text();
            char first = text.charAt(0); // breaks on an empty text
            if (Character.isHighSurrogate(first) && calls > 0) {
                out.fail("shout").at(0, 1);
            }
        }
    }

    /** Its fixes bring in what rules find. */
    static final class Worsening implements GuidancePlugin {
        @Override
        public PluginInfo info() {
            return new PluginInfo("kit", "1", API_LEVEL, "us", "here");
        }

        @Override
        public List<URL> packs() {
            return new KitPlugin().packs();
        }

        @Override
        public List<Rule> rules() {
            return List.of(new Worse());
        }
    }

    static final class Worse implements PostRule {
        @Override
        public RuleInfo info() {
            return KitPlugin.rule("worsening")
                    .withMessage("far", Severity.NOTE, "Far.")
                    .withMessage("long", Severity.ERROR, "Long.");
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            String text = post.post().text();
            int mark = text.indexOf('!');
            int question = text.indexOf('?');
            int and = text.indexOf('&');
            int plus = text.indexOf('+');
            if (mark >= 0) {
                out.fail("shout").at(mark, mark + 1).with("place", "x").safeFix(Edit.text(mark, mark + 1, "…"));
            } else if (text.indexOf('…') >= 0) {
                out.fail("shout").at(text.indexOf('…'), text.indexOf('…') + 1).with("place", "x");
            }
            if (question >= 0) {
                out.fail("shout").at(question, question + 1).safeFix(Edit.text(question, question + 1, "."));
            } else if (text.endsWith("three")) {
                out.fail("far").at(text.length() - 5, text.length());
            }
            if (and >= 0) {
                out.fail("shout").at(and, and + 1).safeFix(Edit.text(and, and + 1, "and"));
            }
            if (plus >= 0) {
                out.fail("shout").at(plus, plus + 1).safeFix(Edit.text(plus, plus + 1, "and besides"));
            }
            if (text.contains("besides")) {
                out.fail("long").at(0, 1);
            }
        }
    }

    /** A plug-in with the rule of {@link KitPlugin}, which is silent about some posts. */
    private record Quiet(Outcome says, Function<Circumstances, Silence> promise) implements GuidancePlugin {
        @Override
        public PluginInfo info() {
            return new KitPlugin().info();
        }

        @Override
        public List<URL> packs() {
            return new KitPlugin().packs();
        }

        @Override
        public List<Rule> rules() {
            return List.of(new QuietRule(says, promise));
        }
    }

    private record QuietRule(Outcome says, Function<Circumstances, Silence> promise) implements PostRule {
        @Override
        public RuleInfo info() {
            return KitPlugin.rule("no-shouting");
        }

        @Override
        public Silence silence(Platform platform, Circumstances circumstances) {
            return promise.apply(circumstances);
        }

        @Override
        public void check(PostFeatures post, Findings out) {
            String text = post.post().text();
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) == '!' || at == 0 && text.startsWith("##")) {
                    Findings.Draft draft = says == Outcome.FAILED ? out.fail("shout") : out.review("shout");
                    draft.at(at, at + 1).with("place", at).safeFix(Edit.text(at, at + 1, "."));
                }
            }
        }
    }
}
