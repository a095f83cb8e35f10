package org.govsocial.testkit;

import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.spi.GuidancePlugin;

/**
 * Asks one rule about one post:
 *
 * <pre>{@code
 * RuleAssert.that(new MyPlugin(), "agency/no-shouting").on("HELP US NOW").reports("shouting").at("HELP US NOW");
 * RuleAssert.that(new MyPlugin(), "agency/no-shouting").on("Help us now").reportsNothing();
 * }</pre>
 *
 * <p>Every method throws {@link AssertionError} when the answer is another.
 */
public final class RuleAssert {
    private final Guidance guidance;
    private final RuleId rule;

    private RuleAssert(Guidance guidance, RuleId rule) {
        this.guidance = guidance;
        this.rule = rule;
    }

    /**
     * Chooses the rule.
     *
     * @param plugin that brings the rule, and the pack it rests on
     * @param rule {@code document/name}
     * @return asks the rule
     */
    public static RuleAssert that(GuidancePlugin plugin, String rule) {
        return new RuleAssert(Guidance.of(List.of(plugin)), RuleId.of(rule));
    }

    /**
     * Chooses the rule out of guidance that is already loaded.
     *
     * @param guidance that holds the rule
     * @param rule {@code document/name}
     * @return asks the rule
     */
    public static RuleAssert that(Guidance guidance, String rule) {
        return new RuleAssert(guidance, RuleId.of(rule));
    }

    /**
     * Asks about words.
     *
     * @param text of an original post for no particular platform
     * @return the answer
     */
    public Answer on(String text) {
        return on(Post.of("post", text));
    }

    /**
     * Asks about a post.
     *
     * @param post the post
     * @return the answer
     */
    public Answer on(Post post) {
        return new Answer(rule, post, Judging.report(guidance, rule, post).findings());
    }

    /** What the rule said of a post. */
    public static final class Answer {
        private final RuleId rule;
        private final Post post;
        private final List<Finding> findings;

        private Answer(RuleId rule, Post post, List<Finding> findings) {
            this.rule = rule;
            this.post = post;
            this.findings = findings;
        }

        /** Checks that the rule reports nothing. */
        public void reportsNothing() {
            if (!findings.isEmpty()) {
                throw new AssertionError(
                        rule + " should report nothing on \"" + post.text() + "\" but reported " + findings);
            }
        }

        /**
         * Checks that the rule reports something.
         *
         * @param key of its message
         * @return the first finding with that message
         */
        public Found reports(String key) {
            for (Finding finding : findings) {
                if (finding.messageKey().equals(key)) {
                    return new Found(post, finding);
                }
            }
            throw new AssertionError(
                    rule + " should report \"" + key + "\" on \"" + post.text() + "\" but reported " + findings);
        }
    }

    /** One finding. */
    public static final class Found {
        private final Post post;
        private final Finding finding;

        private Found(Post post, Finding finding) {
            this.post = post;
            this.finding = finding;
        }

        /**
         * Checks the place.
         *
         * @param text that stands there
         * @return this
         */
        public Found at(String text) {
            Place place = finding.place();
            String field = String.valueOf(post.textAt(place.field()));
            String there = place.start() < 0 ? field : field.substring(place.start(), place.end());
            return same("the text at the place", text, there);
        }

        /**
         * Checks the severity.
         *
         * @param severity of the finding
         * @return this
         */
        public Found as(Severity severity) {
            return same("the severity", severity, finding.severity());
        }

        /**
         * Checks that a person has to decide.
         *
         * @return this
         */
        public Found forAPersonToDecide() {
            return same("the outcome", Outcome.CANT_TELL, finding.outcome());
        }

        /**
         * Checks the first fix.
         *
         * @param text of the whole field once it is applied
         * @return this
         */
        public Found fixedTo(String text) {
            if (finding.fixes().isEmpty()) {
                throw new AssertionError("The finding offers no fix: " + finding);
            }
            Post fixed = post.edited(finding.fixes().get(0).edits());
            return same(
                    "the text after the fix",
                    text,
                    String.valueOf(fixed.textAt(finding.place().field())));
        }

        private Found same(String what, Object expected, Object actual) {
            if (!expected.equals(actual)) {
                throw new AssertionError(
                        what + " should be \"" + expected + "\" but is \"" + actual + "\": " + finding);
            }
            return this;
        }
    }
}
