package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import org.govsocial.casestudies.CaseComparison;
import org.govsocial.casestudies.CaseJson;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Puts cases side by side. */
final class CasesCompare implements Verb {
    private final Terminal terminal;

    CasesCompare(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "compare",
                "Compare cases.",
                "",
                "Examples:",
                "  govsocial cases compare M-03 C-28",
                "  govsocial cases compare C-03 C-18 C-19 --format json",
                "");
        spec.addPositional(Options.parameter("ID", "2..*", "Which cases."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        CaseLibrary library = CaseLibrary.of(guidance);
        var cases = new ArrayList<CaseStudy>();
        for (String id : Options.parameters(given)) {
            cases.add(Cases.named(id, library));
        }
        if (json) {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject().name("cases").beginArray();
            for (CaseStudy one : cases) {
                CaseJson.write(one, out);
            }
            out.endArray().endObject().endLine();
            out.flush();
        } else {
            terminal.print(text(CaseComparison.of(cases)));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    /** One under the other: columns of sentences fit no screen, and screen readers lose their way in them. */
    private TextPage text(CaseComparison comparison) {
        var page = new TextPage(terminal.width());
        for (CaseComparison.Row row : comparison.rows()) {
            page.line(row.label());
            for (int i = 0; i < comparison.cases().size(); i++) {
                String value = row.values().get(i);
                page.hanging(
                        "  " + comparison.cases().get(i).id() + ": ", "    ", value.isEmpty() ? "not known" : value);
            }
        }
        return page;
    }
}
