package org.govsocial.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What people do when it goes wrong. */
final class MishapVerb implements Verb {
    private final Map<String, Verb> verbs = new LinkedHashMap<>();

    MishapVerb(Terminal terminal) {
        verbs.put("triage", new MishapTriage(terminal));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "mishap",
                "Be led through a mishap: find out what it is, act, and prove what was done.",
                "Every step says what it rests on. Times and the matrix of responses are our judgement; your agency's"
                        + " pack can put its own in their place.",
                "",
                "Examples:",
                "  govsocial mishap triage",
                "  govsocial mishap triage --facts facts.json",
                "");
        spec.usageMessage().synopsisSubcommandLabel(String.join(" | ", verbs.keySet()));
        verbs.forEach((name, verb) -> spec.addSubcommand(name, new CommandLine(verb.spec())));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        if (!given.hasSubcommand()) {
            throw new UsageError(
                    "mishap",
                    "Say what to do: " + String.join(", ", verbs.keySet()) + ".",
                    "\"govsocial mishap --help\" shows examples.");
        }
        ParseResult asked = given.subcommand();
        Verb verb = verbs.get(asked.commandSpec().name());
        if (verb == null) {
            throw new IllegalStateException(asked.commandSpec().name());
        }
        return verb.run(asked);
    }
}
