package org.govsocial.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.govsocial.casestudies.CaseInterview;
import org.govsocial.casestudies.CasePacks;
import org.govsocial.model.Pack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Guides a person through writing a case. */
final class CasesNew implements Verb {
    private static final String OUTPUT = "--output";

    private final Terminal terminal;
    private final Clock clock;

    CasesNew(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "new",
                "Write a case, question by question.",
                "Asks on the screen and writes a pack. Answers may also come from a file, a line each.",
                "",
                "Examples:",
                "  govsocial cases new",
                "  govsocial cases new --output our-case.pack.json",
                "  govsocial cases new < answers.txt",
                "");
        spec.addOption(Options.value(OUTPUT, "FILE", "Where to write; ID.pack.json when not given."));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        var interview =
                new CaseInterview(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8), terminal.err(), clock);
        Pack pack;
        try {
            pack = interview.ask();
        } catch (EOFException e) {
            throw new UsageError(
                    "cases new", "The answers ended before the questions, so nothing was saved.", "Start again.");
        }
        String file = Options.text(given, OUTPUT);
        String target = file == null ? pack.id().toLowerCase(Locale.ROOT) + ".pack.json" : file;
        int code = Cases.write(OUTPUT, target, out -> CasePacks.write(pack, out), terminal);
        if (code == ExitCode.DONE) {
            terminal.say("Written to " + target + ". Next: govsocial cases check " + target);
        }
        return code;
    }
}
