package org.govsocial.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What people do with the guidance itself. */
final class GuidanceVerb implements Verb {
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    GuidanceVerb(Terminal terminal) {
        verbs.put("list", new GuidanceList(terminal));
        verbs.put("show", new GuidanceShow(terminal));
        verbs.put("search", new GuidanceFind(terminal));
        verbs.put("checklist", new GuidanceChecklist(terminal));
        verbs.put("coverage", new GuidanceCoverage(terminal));
        verbs.put("export", new GuidanceExport(terminal));
        verbs.put("diff", new GuidanceDiff(terminal));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "guidance",
                "Read, search and export the guidance.",
                "Every statement says what it rests on: the source, where that comes from, and when it was checked.",
                "",
                "Examples:",
                "  govsocial guidance list",
                "  govsocial guidance search maori names",
                "  govsocial guidance show LEG-07",
                "  govsocial guidance checklist setting-up",
                "  govsocial guidance export --format html --output guidance.html",
                "");
        spec.usageMessage().synopsisSubcommandLabel("list | show | search | checklist | coverage | export | diff");
        verbs.forEach((name, verb) -> spec.addSubcommand(name, new CommandLine(verb.spec())));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        if (!given.hasSubcommand()) {
            throw new UsageError(
                    "guidance",
                    "Say what to do: list, show, search, checklist, coverage, export or diff.",
                    "\"govsocial guidance --help\" shows examples.");
        }
        ParseResult asked = given.subcommand();
        Verb verb = verbs.get(asked.commandSpec().name());
        if (verb == null) {
            throw new IllegalStateException(asked.commandSpec().name());
        }
        return verb.run(asked);
    }
}
