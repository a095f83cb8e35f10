package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.casestudies.Facet;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists what a search for cases can be narrowed to. */
final class CasesFacets implements Verb {
    private final Terminal terminal;

    CasesFacets(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "facets",
                "List what a search can be narrowed to.",
                "",
                "Examples:",
                "  govsocial cases facets",
                "  govsocial cases facets --format json",
                "");
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        CaseLibrary library = CaseLibrary.of(guidance);
        if (json) {
            json(library);
        } else {
            var rows = new ArrayList<List<String>>();
            for (Facet facet : Facet.values()) {
                library.counts(facet)
                        .forEach((value, count) -> rows.add(List.of(
                                "--" + facet.id() + " " + value,
                                Integer.toString(count),
                                CaseLibrary.words(facet, value))));
            }
            terminal.print(new TextPage(terminal.width()).table(List.of("OPTION", "CASES", "MEANING"), rows));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private void json(CaseLibrary library) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject();
        for (Facet facet : Facet.values()) {
            out.name(facet.id()).beginObject();
            for (Map.Entry<String, Integer> value : library.counts(facet).entrySet()) {
                out.member(value.getKey(), value.getValue());
            }
            out.endObject();
        }
        out.endObject().endLine();
        out.flush();
    }
}
