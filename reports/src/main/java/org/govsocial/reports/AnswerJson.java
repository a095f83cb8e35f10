package org.govsocial.reports;

import java.io.IOException;
import java.util.Locale;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Answer;
import org.govsocial.model.Decision;
import org.govsocial.model.Finding;

/** Writes what a person decided about a finding as JSON. */
final class AnswerJson {
    private AnswerJson() {}

    /** Writes the member {@code answer}; nothing when nobody has answered. */
    static void write(JsonOutput out, Finding finding) throws IOException {
        Answer answer = finding.answer();
        if (answer == null) {
            return;
        }
        Decision decision = answer.decision();
        out.name("answer").beginObject();
        out.member("verdict", decision.verdict().name().toLowerCase(Locale.ROOT));
        out.member("who", decision.who());
        out.member("when", decision.when().toString());
        out.member("why", decision.why());
        if (decision.until() != null) {
            out.member("until", decision.until().toString());
        }
        out.member("expired", answer.expired());
        out.endObject();
    }
}
