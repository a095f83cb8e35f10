package org.govsocial.reports;

import java.io.IOException;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.RuleInfo;

/** Writes the statement that a rule rests on as JSON, with its standing and where it was read. */
final class CitationJson {
    private CitationJson() {}

    static void write(JsonOutput out, Explained rule) throws IOException {
        RuleInfo info = rule.info();
        Statement statement = rule.statement();
        Source source = rule.source();
        out.beginObject();
        if (info != null) {
            out.member("document", info.cites().document());
            out.member("statement", info.cites().statement());
        }
        if (statement != null) {
            out.member("modality", statement.modality().name());
            out.member("provenance", statement.provenance().name());
            out.member("standing", statement.standing());
            out.member("text", statement.text());
            out.member("source", statement.source());
            if (source != null) {
                out.member("title", source.title());
                out.member("url", source.url());
            }
            out.member("checked", statement.checked().toString());
        }
        if (info != null && !info.criterion().isEmpty()) {
            out.member("correspondsTo", "WCAG " + info.criterion());
        }
        out.endObject();
    }
}
