package org.govsocial.reports;

import java.util.TreeMap;
import org.govsocial.model.Finding;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import org.jspecify.annotations.Nullable;

/**
 * All that stands behind a rule's findings.
 *
 * @param id the rule
 * @param info what the rule is; null when it is not loaded
 * @param page the page that explains it; empty when it has none
 * @param statement the statement that it rests on; null when it is not loaded
 * @param source where the statement was read; null when it is not loaded
 */
record Explained(
        RuleId id,
        @Nullable RuleInfo info,
        RulePage page,
        @Nullable Statement statement,
        @Nullable Source source) {

    /** The sentence that a person reads. */
    String message(Finding finding) {
        var message = info == null ? null : info.messages().get(finding.messageKey());
        if (message != null) {
            return message.filledWith(finding.args());
        }
        return finding.args().isEmpty()
                ? finding.messageKey()
                : finding.messageKey() + " " + new TreeMap<>(finding.args());
    }

    /** The rule in one sentence; its id when it is not loaded. */
    String summary() {
        return info == null ? id.toString() : info.summary();
    }

    /** The first paragraph under a heading of the rule's page, without Markdown's signs. */
    String lead(String heading) {
        return PlainMarkdown.of(page.lead(heading));
    }

    /** The first sentence of that paragraph. */
    String firstSentence(String heading) {
        String lead = lead(heading);
        for (int i = 1; i + 2 < lead.length(); i++) {
            if (lead.charAt(i) == ' ' && ".?!".indexOf(lead.charAt(i - 1)) >= 0 && isStart(lead.charAt(i + 1))) {
                return lead.substring(0, i);
            }
        }
        return lead;
    }

    private static boolean isStart(char c) {
        return Character.isUpperCase(c) || c == '“' || c == '"';
    }

    /** What the statement is called: its id, or the citation when it is not loaded. */
    String statementId() {
        if (statement != null) {
            return statement.id();
        }
        return info == null ? "" : info.cites().statement();
    }

    /** Title of the source; its code when the source is not loaded; empty without a statement. */
    String sourceTitle() {
        if (source != null) {
            return source.title();
        }
        return statement == null ? "" : statement.source();
    }
}
