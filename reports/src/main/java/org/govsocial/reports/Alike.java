package org.govsocial.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Finding;

/**
 * Findings of one subject that say the same, so that a report says it once.
 *
 * @param rule what they rest on
 * @param message the sentence that they share
 * @param findings at least one, in order
 */
record Alike(Explained rule, String message, List<Finding> findings) {
    Finding first() {
        return findings.get(0);
    }

    /** Groups findings, in the order of each group's first. */
    static List<Alike> of(List<Finding> findings, Explanations explanations) {
        Map<List<Object>, Alike> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            var rule = explanations.of(finding.rule());
            String message = rule.message(finding);
            List<Object> key = Arrays.asList(finding.rule(), finding.severity(), Wording.outcome(finding), message);
            groups.computeIfAbsent(key, k -> new Alike(rule, message, new ArrayList<>()))
                    .findings()
                    .add(finding);
        }
        return List.copyOf(groups.values());
    }
}
