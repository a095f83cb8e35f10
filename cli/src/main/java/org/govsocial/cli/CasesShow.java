package org.govsocial.cli;

import java.io.IOException;
import org.govsocial.casestudies.CaseJson;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows a case. */
final class CasesShow implements Verb {
    private final Terminal terminal;

    CasesShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "show",
                "Show a case with its sources.",
                "",
                "Examples:",
                "  govsocial cases show C-01",
                "  govsocial cases show M-03 --format json",
                "");
        spec.addPositional(Options.parameter("ID", "1", "Which case."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        CaseLibrary library = CaseLibrary.of(guidance);
        CaseStudy one = Cases.named(Options.parameters(given).get(0), library);
        if (json) {
            JsonOutput out = JsonOutput.indented(terminal.out());
            CaseJson.write(one, out);
            out.endLine();
            out.flush();
        } else {
            terminal.print(Cases.page(one, library, new TextPage(terminal.width())));
        }
        return Problems.say(guidance.problems(), terminal);
    }
}
