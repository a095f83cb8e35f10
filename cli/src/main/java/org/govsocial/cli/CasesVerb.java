package org.govsocial.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What others did and learned. */
final class CasesVerb implements Verb {
    private static final String WHAT = "search, show, facets, recommend, compare, new, check, export or stats";

    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    CasesVerb(Terminal terminal) {
        verbs.put("search", new CasesSearch(terminal));
        verbs.put("show", new CasesShow(terminal));
        verbs.put("facets", new CasesFacets(terminal));
        verbs.put("recommend", new CasesRecommend(terminal));
        verbs.put("compare", new CasesCompare(terminal));
        verbs.put("new", new CasesNew(terminal, Clock.system(ZoneId.of("Pacific/Auckland"))));
        verbs.put("check", new CasesCheck(terminal));
        verbs.put("export", new CasesExport(terminal));
        verbs.put("stats", new CasesStats(terminal));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "cases",
                "Find what others learned.",
                "Cases of what organisations did with social media: what worked, what went wrong, and what it teaches."
                        + " Each names its sources and how sure it is.",
                "",
                "Examples:",
                "  govsocial cases search measles",
                "  govsocial cases search flood --platform x --outcome failed",
                "  govsocial cases show M-03",
                "  govsocial cases recommend --plan plan.json",
                "  govsocial cases export --format html --output cases-site/",
                "");
        spec.usageMessage()
                .synopsisSubcommandLabel("search | show | facets | recommend | compare | new | check | export | stats");
        verbs.forEach((name, verb) -> spec.addSubcommand(name, new CommandLine(verb.spec())));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        if (!given.hasSubcommand()) {
            throw new UsageError(
                    "cases", "Say what to do: " + WHAT + ".", "\"govsocial cases --help\" shows examples.");
        }
        ParseResult asked = given.subcommand();
        Verb verb = verbs.get(asked.commandSpec().name());
        if (verb == null) {
            throw new IllegalStateException(asked.commandSpec().name());
        }
        return verb.run(asked);
    }
}
