package org.govsocial.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.govsocial.catalogue.WordPacks;
import org.govsocial.model.Pack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Begins a pack. */
final class PackNew implements Verb {
    private static final String ID = "--id";
    private static final String TITLE = "--title";
    private static final String MAINTAINER = "--maintainer";
    private static final String OUTPUT = "--output";

    private final Terminal terminal;
    private final Clock clock;

    PackNew(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "new",
                "Begin a pack, with a statement and a rule that work.",
                "Put your own words in their place; docs/formats.md explains every key.",
                "",
                "Examples:",
                "  govsocial pack new --id harbour-words --title 'Words we use' --maintainer 'Harbour District Council'",
                "");
        spec.addOption(Options.value(ID, "ID", "The pack's id: lower-case letters, digits and hyphens."));
        spec.addOption(Options.value(TITLE, "TEXT", "What people call it."));
        spec.addOption(Options.value(MAINTAINER, "NAME", "Who keeps it."));
        spec.addOption(Options.value(OUTPUT, "FILE", "Where to write; ID.pack.json when not given."));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String id = needed(ID, given);
        Pack pack;
        try {
            pack = WordPacks.starter(id, needed(TITLE, given), needed(MAINTAINER, given), LocalDate.now(clock));
        } catch (IllegalArgumentException e) {
            throw new UsageError(
                    ID,
                    "\"" + id + "\" cannot be the id of a pack.",
                    "Use lower-case letters, digits and hyphens, such as harbour-words.");
        }
        String file = Packs.write(pack, Options.text(given, OUTPUT));
        terminal.say("Written to " + file + ". Next: put your own words into it, then govsocial pack check " + file);
        return ExitCode.DONE;
    }

    private static String needed(String option, ParseResult given) throws UsageError {
        String said = Options.text(given, option);
        if (said == null || said.isBlank()) {
            throw new UsageError(option, "It is missing.", "\"govsocial pack new --help\" shows an example.");
        }
        return said;
    }
}
