package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.model.Pack;
import org.govsocial.model.Problem;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command as a whole. */
public final class Main {
    private static final String NAME = "govsocial";
    private static final String VERSION = "--version";
    private static final String REPORT_TO = "the project's issue tracker";

    private final Terminal terminal;
    private final Map<String, Verb> verbs = new LinkedHashMap<>();
    private Map<String, String> absent = Map.of();

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args what the user typed
     */
    public static void main(String[] args) {
        System.exit(run(args, Terminal.ofSystem()));
    }

    /**
     * Runs the command.
     *
     * @param args what the user typed
     * @param in standard input
     * @param out results, as UTF-8
     * @param err messages, as UTF-8
     * @return the exit code
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(args, Terminal.of(in, out, err));
    }

    /** Asked for only where a decision may have expired: time zones take longer to load than a post to check. */
    private static LocalDate today() {
        return LocalDate.now(ReadOptions.DEFAULTS.zone());
    }

    static int run(String[] args, Terminal terminal) {
        try {
            int code = new Main(terminal).run(args);
            terminal.out().flush();
            return code;
        } catch (UsageError e) {
            terminal.say(e.problem());
            return ExitCode.WRONG_INPUT;
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            // A reader of the results that has gone away wants no message.
            if (!reason.contains("Broken pipe")) {
                terminal.say(new Problem("standard output", "Writing failed (" + reason + ").", "Check the disk."));
            }
            return ExitCode.INCOMPLETE;
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return fault(e, terminal, List.of(args).contains("--debug"));
        }
    }

    private int run(String[] args) throws UsageError, IOException {
        CommandLine command = commandLine(args.length == 0 ? "" : args[0]);
        try {
            ParseResult whole = command.parseArgs(args);
            ParseResult given = whole.hasSubcommand() ? whole.subcommand() : whole;
            ParseResult last = given;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            if (last.isUsageHelpRequested() || given.isUsageHelpRequested()) {
                help((last.isUsageHelpRequested() ? last : given).commandSpec().commandLine());
                return ExitCode.DONE;
            }
            Verb verb = verbs.get(given.commandSpec().name());
            if (verb != null) {
                return verb.run(given);
            }
            if (given.hasMatchedOption(VERSION)) {
                terminal.print(version());
                return ExitCode.DONE;
            }
            terminal.say(NAME + ": Say what to do, such as \"govsocial check\". \"govsocial --help\" shows it all.");
            return ExitCode.WRONG_INPUT;
        } catch (ParameterException e) {
            return misused(e);
        }
    }

    /** Only the verb that is asked for is put together, since putting together all of them takes longer than a check. */
    private CommandLine commandLine(String asked) {
        Verb core = core(asked);
        if (core != null) {
            verbs.put(asked, core);
        } else {
            for (String name : List.of("check", "audit", "rules", "explain", "guidance", "plugins", "pack")) {
                Verb verb = core(name);
                if (verb != null) {
                    verbs.put(name, verb);
                }
            }
            VerbGroups groups = VerbGroups.find(terminal);
            verbs.putAll(groups.present());
            absent = groups.absent();
        }
        var root = new CommandLine(root());
        for (Map.Entry<String, Verb> verb : verbs.entrySet()) {
            root.addSubcommand(verb.getKey(), new CommandLine(verb.getValue().spec()));
        }
        return root;
    }

    private @Nullable Verb core(String name) {
        return switch (name) {
            case "audit" -> new AuditVerb(terminal, Main::today);
            case "check" -> new CheckVerb(terminal, Main::today);
            case "rules" -> new RulesVerb(terminal);
            case "explain" -> new ExplainVerb(terminal);
            case "guidance" -> new GuidanceVerb(terminal);
            case "plugins" -> new PluginsVerb(terminal);
            case "pack" -> PackVerb.branch(terminal, Clock.systemUTC());
            default -> null;
        };
    }

    /** The version, and under which licence each document is restated. */
    private TextPage version() {
        var page = new TextPage(terminal.width()).line(NAME + " " + Version.number());
        for (Pack pack : Guidance.load(List.of(new Origin.Application())).packs()) {
            page.blank().line(pack.title()).paragraph("  ", pack.licence()).paragraph("  ", pack.attribution());
        }
        return page;
    }

    private CommandSpec root() {
        CommandSpec spec = Options.verb(
                NAME,
                "New Zealand's \"Social media in government\" guidance as software.",
                "",
                "Start with:",
                "  govsocial check --text 'Kia ora! #stateofemergency updates'",
                "  govsocial rules",
                "  govsocial guidance search maori",
                "");
        spec.usageMessage().synopsisSubcommandLabel("VERB");
        spec.usageMessage().footer(absentees());
        spec.addOption(OptionSpec.builder(VERSION)
                .versionHelp(true)
                .description("Show the version and the licences, and stop.")
                .build());
        return Options.withStandard(spec);
    }

    private String[] absentees() {
        var lines = new ArrayList<String>();
        for (Map.Entry<String, String> verb : absent.entrySet()) {
            if (lines.isEmpty()) {
                lines.add("");
                lines.add("Not installed:");
            }
            lines.add("  " + verb.getKey() + " (needs the module of the document \"" + verb.getValue() + "\")");
        }
        return lines.toArray(String[]::new);
    }

    private void help(CommandLine command) {
        command.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.showsColour() ? Ansi.ON : Ansi.OFF));
        command.setUsageHelpWidth(Math.max(60, Math.min(terminal.width(), 120)));
        command.getCommandSpec().usageMessage().commandListHeading("%nVerbs:%n");
        command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        command.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
        var out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
        command.usage(out);
        out.flush();
    }

    private int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            message = unknown(unmatched.getUnmatched().get(0), command);
        }
        String last = message.endsWith(".") || message.endsWith("?") ? "" : ".";
        terminal.say(name + ": " + message + last + " See \"" + name + " --help\".");
        return ExitCode.WRONG_INPUT;
    }

    private String unknown(String typed, CommandLine command) {
        var known = new ArrayList<String>();
        if (typed.startsWith("-")) {
            String option = typed.indexOf('=') < 0 ? typed : typed.substring(0, typed.indexOf('='));
            for (OptionSpec spec : command.getCommandSpec().options()) {
                known.addAll(List.of(spec.names()));
            }
            return "There is no option " + option + "." + Nearest.question(option, known);
        }
        if (command.getSubcommands().isEmpty()) {
            return "\"" + typed + "\" is one argument too many.";
        }
        if (absent.containsKey(typed)) {
            return "The verb \"" + typed + "\" needs the module of the document \"" + absent.get(typed)
                    + "\", which is not installed: put its jar back into lib/.";
        }
        known.addAll(command.getSubcommands().keySet());
        return "There is no verb \"" + typed + "\"." + Nearest.question(typed, known);
    }

    private static int fault(Throwable e, Terminal terminal, boolean debug) {
        if (e instanceof OutOfMemoryError) {
            terminal.say(NAME + ": Not enough memory. Give it more, for example GOVSOCIAL_JAVA_OPTS=-Xmx1g, and run it"
                    + " again.");
        } else {
            String message = e.getMessage() == null
                    ? ""
                    : ": " + e.getMessage().lines().findFirst().orElse("");
            terminal.say(NAME + ": A fault in govsocial itself (" + e.getClass().getSimpleName() + message
                    + "). Please report it to " + REPORT_TO + ", with what --debug shows.");
        }
        if (debug || terminal.wantsDebugging()) {
            e.printStackTrace(terminal.err());
        }
        return ExitCode.FAULT;
    }
}
