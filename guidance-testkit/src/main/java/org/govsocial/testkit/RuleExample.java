package org.govsocial.testkit;

import java.util.List;
import java.util.Map;
import org.govsocial.model.Agency;
import org.govsocial.model.Edit;
import org.govsocial.model.Outcome;
import org.govsocial.model.Plan;
import org.govsocial.model.Post;
import org.govsocial.model.Profile;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A post, a plan or a profile, and what a rule says of it.
 *
 * @param rule the rule
 * @param number its position in the examples of the rule, from 1
 * @param subject the post, plan or profile
 * @param agency whose it is
 * @param why which trap it guards; empty when it has no need to say
 * @param findings all that the rule reports, in order; empty when the subject passes
 */
public record RuleExample(
        RuleId rule, int number, Subject subject, Agency agency, String why, List<Expected> findings) {
    /** Copies the findings. */
    public RuleExample {
        findings = List.copyOf(findings);
    }

    /**
     * Whether the rule accepts the subject.
     *
     * @return true when it reports nothing
     */
    public boolean passes() {
        return findings.isEmpty();
    }

    @Override
    public String toString() {
        String text = name().strip().replace('\n', ' ');
        int end = text.length() <= 40
                ? text.length()
                : text.offsetByCodePoints(0, Math.min(40, text.codePointCount(0, text.length())));
        return rule + " " + (passes() ? "passes " : "fails ") + number + ": "
                + (text.isEmpty() ? why : text.substring(0, end));
    }

    private String name() {
        if (!why.isEmpty() && !(subject instanceof Post)) {
            return why;
        }
        return subject instanceof Post post
                ? post.text()
                : subject instanceof Profile profile
                        ? profile.account().name()
                        : subject instanceof Plan plan ? plan.title() : subject.id();
    }

    /**
     * The text of a field of the subject.
     *
     * @param field JSON Pointer
     * @return null when it has no such text
     */
    @Nullable
    String textAt(String field) {
        return subject instanceof Post post
                ? post.textAt(field)
                : subject instanceof Profile profile ? profile.textAt(field) : null;
    }

    /**
     * The subject after some edits.
     *
     * @param edits what to change
     * @return a new subject; the same when it is of a kind that nothing edits
     */
    Subject edited(List<Edit> edits) {
        return subject instanceof Post post
                ? post.edited(edits)
                : subject instanceof Profile profile ? profile.edited(edits) : subject;
    }

    /**
     * A finding that the rule makes.
     *
     * @param key which message
     * @param outcome failed or cannot tell
     * @param severity null when the example does not say
     * @param field JSON Pointer of the field
     * @param at the text at the place; null for the whole field
     * @param nth which occurrence of that text in the field, from 1
     * @param args values that the message must be given; others may be given too
     * @param fixed the whole field after the first fix; null when the example does not say
     * @param safe whether the first fix is safe; null when the example does not say
     */
    public record Expected(
            String key,
            Outcome outcome,
            @Nullable Severity severity,
            String field,
            @Nullable String at,
            int nth,
            Map<String, String> args,
            @Nullable String fixed,
            @Nullable Boolean safe) {
        /** Copies the arguments. */
        public Expected {
            args = Map.copyOf(args);
        }
    }
}
