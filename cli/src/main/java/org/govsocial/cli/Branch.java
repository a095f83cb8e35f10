package org.govsocial.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A verb that does nothing itself: what is to be done is said by the verb under it. */
final class Branch implements Verb {
    private final String name;
    private final String header;
    private final String[] description;
    private final Map<String, Verb> verbs;

    /** The verbs are shown in the order of the map. */
    Branch(String name, String header, Map<String, Verb> verbs, String... description) {
        this.name = name;
        this.header = header;
        this.verbs = new LinkedHashMap<>(verbs);
        this.description = description.clone();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(name, header, description);
        spec.usageMessage().synopsisSubcommandLabel(String.join(" | ", verbs.keySet()));
        verbs.forEach((named, verb) -> spec.addSubcommand(named, new CommandLine(verb.spec())));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        if (!given.hasSubcommand()) {
            String all = given.commandSpec().qualifiedName();
            throw new UsageError(
                    all,
                    "Say what to do: " + String.join(", ", verbs.keySet()) + ".",
                    "\"" + all + " --help\" shows examples.");
        }
        ParseResult asked = given.subcommand();
        Verb verb = verbs.get(asked.commandSpec().name());
        if (verb == null) {
            throw new IllegalStateException(asked.commandSpec().name());
        }
        return verb.run(asked);
    }
}
