package org.govsocial.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Agency;
import org.govsocial.model.Report;
import org.govsocial.model.RuleId;
import org.govsocial.model.Subject;
import org.govsocial.spi.Message;

/** Asks one rule about one subject. */
final class Judging {
    private Judging() {}

    static Report report(Guidance guidance, RuleId rule, Subject subject) {
        return report(guidance, rule, subject, Agency.UNKNOWN);
    }

    static Report report(Guidance guidance, RuleId rule, Subject subject, Agency agency) {
        if (guidance.rule(rule).isEmpty()) {
            throw new AssertionError("The rule " + rule + " is not loaded. " + guidance.problems());
        }
        return report(
                guidance.reviewer(ReviewConfig.DEFAULTS.withOnly(Set.of(rule)).withAgency(agency)), rule, subject);
    }

    static Report report(Reviewer reviewer, RuleId rule, Subject subject) {
        Report report = reviewer.review(subject);
        if (!report.failures().isEmpty()) {
            throw new AssertionError(
                    "The rule " + rule + " broke: " + report.failures().get(0).error());
        }
        return report;
    }

    /** What a message leaves open with these arguments. */
    static List<String> emptyPlaceholders(Message message, Map<String, String> args) {
        var faults = new ArrayList<String>();
        String text = message.text();
        int close = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', close)) {
            close = text.indexOf('}', open);
            if (close < 0) {
                faults.add("the message has an open brace without its end: " + text);
                break;
            }
            String name = text.substring(open + 1, close);
            if (!args.containsKey(name)) {
                faults.add("nothing fills {" + name + "} of the message: " + text);
            }
        }
        return faults;
    }
}
