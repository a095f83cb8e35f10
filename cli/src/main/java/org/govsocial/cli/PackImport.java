package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.govsocial.catalogue.ValeStyle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Takes a style of another checker over into a pack. */
final class PackImport implements Verb {
    private static final String MAINTAINER = "--maintainer";
    private static final String OUTPUT = "--output";

    private final Terminal terminal;
    private final Clock clock;

    PackImport(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "import",
                "Take a Vale style over into a pack.",
                "Rules that look for words, or offer others, are taken over. What words cannot say is left out and"
                        + " named. Words match in any case.",
                "",
                "Examples:",
                "  govsocial pack import vale styles/Harbour --maintainer 'Harbour District Council'",
                "");
        spec.addPositional(Options.parameter("vale DIR", "2", "The word vale, and the folder of the style."));
        spec.addOption(Options.value(MAINTAINER, "NAME", "Who keeps the pack."));
        spec.addOption(Options.value(OUTPUT, "FILE", "Where to write; ID.pack.json when not given."));
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        List<String> typed = Options.parameters(given);
        if (!typed.get(0).equals("vale")) {
            throw new UsageError(
                    "pack import", "\"" + typed.get(0) + "\" is no kind of style that can be read.", "Write vale.");
        }
        Path folder = Packs.path(typed.get(1));
        if (!Files.isDirectory(folder)) {
            throw new UsageError(typed.get(1), "There is no such folder.", "Name the folder with the .yml files.");
        }
        String maintainer = Options.text(given, MAINTAINER);
        ValeStyle style = read(folder, maintainer == null ? "not said" : maintainer);
        if (style.pack().rules().isEmpty()) {
            style.leftOut().forEach(line -> terminal.say("Left out: " + line));
            throw new UsageError(typed.get(1), "It holds no rule that a pack could hold.", "Nothing was written.");
        }
        String file = Packs.write(style.pack(), Options.text(given, OUTPUT));
        style.leftOut().forEach(line -> terminal.say("Left out: " + line));
        int rules = style.pack().rules().size();
        terminal.say("Written to " + file + ": " + rules + (rules == 1 ? " rule" : " rules")
                + ". Next: put in the statements that they rest on, then govsocial pack test " + file);
        return ExitCode.DONE;
    }

    private ValeStyle read(Path folder, String maintainer) throws UsageError {
        try {
            return ValeStyle.read(folder, maintainer, LocalDate.now(clock));
        } catch (IOException e) {
            throw new UsageError(folder.toString(), "It cannot be read.", "Check that its files may be opened.");
        }
    }
}
