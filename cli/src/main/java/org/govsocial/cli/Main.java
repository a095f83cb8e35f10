package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.govsocial.model.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command as a whole. */
public final class Main {
    private static final String REPORT_TO = "the project's issue tracker";

    private Main() {}

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

    static int run(String[] args, Terminal terminal) {
        try {
            int code = commandLine(args, terminal).execute(args);
            terminal.out().flush();
            return code;
        } catch (IOException e) {
            // Whoever read the results has gone away; there is nobody to tell.
            return ExitCode.INCOMPLETE;
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return fault(e, terminal, List.of(args).contains("--debug"));
        }
    }

    /** Only the verb that is asked for is put together, since putting together all of them takes longer than a check. */
    private static CommandLine commandLine(String[] args, Terminal terminal) {
        var verbs = new LinkedHashMap<String, Function<Terminal, Object>>();
        verbs.put("check", CheckCommand::new);
        verbs.put("rules", RulesCommand::new);
        verbs.put("explain", ExplainCommand::new);
        verbs.put("plugins", PluginsCommand::new);
        String asked = args.length == 0 ? "" : args[0];
        var root = new CommandLine(new RootCommand());
        Map<String, String> absent = Map.of();
        if (verbs.containsKey(asked)) {
            root.addSubcommand(asked, verbs.get(asked).apply(terminal));
        } else {
            verbs.forEach((name, verb) -> root.addSubcommand(name, verb.apply(terminal)));
            VerbGroups groups = VerbGroups.find(terminal);
            groups.present().forEach(root::addSubcommand);
            absent = groups.absent();
            root.getCommandSpec().usageMessage().footer(absentees(absent));
        }
        settings(root, terminal, absent);
        return root;
    }

    private static void settings(CommandLine root, Terminal terminal, Map<String, String> absent) {
        root.setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true));
        root.setErr(new PrintWriter(new OutputStreamWriter(terminal.err(), StandardCharsets.UTF_8), true));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.showsColour() ? Ansi.ON : Ansi.OFF));
        root.setUsageHelpWidth(Math.max(60, Math.min(terminal.width(), 120)));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler((e, args) -> misused(e, terminal, absent));
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal, parsed));
        for (CommandLine verb : everyVerb(root)) {
            verb.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
            verb.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
            verb.getCommandSpec().exitCodeOnInvalidInput(ExitCode.WRONG_INPUT);
        }
    }

    private static List<CommandLine> everyVerb(CommandLine root) {
        var all = new ArrayList<CommandLine>();
        all.add(root);
        for (CommandLine sub : root.getSubcommands().values()) {
            all.addAll(everyVerb(sub));
        }
        return all;
    }

    private static String[] absentees(Map<String, String> absent) {
        var lines = new ArrayList<String>();
        absent.forEach((verb, document) -> {
            if (lines.isEmpty()) {
                lines.add("");
                lines.add("Not installed:");
            }
            lines.add("  " + verb + " (needs the module of the document \"" + document + "\")");
        });
        return lines.toArray(String[]::new);
    }

    private static int misused(ParameterException e, Terminal terminal, Map<String, String> absent) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            message = unknown(unmatched.getUnmatched().get(0), command, absent);
        }
        String last = message.endsWith(".") || message.endsWith("?") ? "" : ".";
        terminal.say(name + ": " + message + last + " See \"" + name + " --help\".");
        return ExitCode.WRONG_INPUT;
    }

    private static String unknown(String typed, CommandLine command, Map<String, String> absent) {
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

    private static int failed(Exception e, Terminal terminal, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof UsageError usage) {
            terminal.say(usage.problem());
            return ExitCode.WRONG_INPUT;
        }
        if (e instanceof IOException) {
            // Results that could not be written to standard output; a file's own failures are said where they happen.
            String reason = String.valueOf(e.getMessage());
            if (!reason.contains("Broken pipe")) {
                terminal.say(new Problem("standard output", "Writing failed (" + reason + ").", "Check the disk."));
            }
            return ExitCode.INCOMPLETE;
        }
        return fault(e, terminal, parsed.originalArgs().contains("--debug"));
    }

    private static int fault(Throwable e, Terminal terminal, boolean debug) {
        if (e instanceof OutOfMemoryError) {
            terminal.say("govsocial: Not enough memory. Give it more, for example"
                    + " GOVSOCIAL_JAVA_OPTS=-Xmx1g, and run it again.");
        } else {
            String message = e.getMessage() == null
                    ? ""
                    : ": " + e.getMessage().lines().findFirst().orElse("");
            terminal.say(
                    "govsocial: A fault in govsocial itself (" + e.getClass().getSimpleName() + message
                            + "). Please report it to " + REPORT_TO + ", with what --debug shows.");
        }
        if (debug || terminal.wantsDebugging()) {
            e.printStackTrace(terminal.err());
        }
        return ExitCode.FAULT;
    }
}
