package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Platform;
import org.govsocial.model.WorkspaceSettings;
import org.govsocial.planning.toolbox.NewWorkspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes a workspace. */
final class PlanWorkspace implements Verb {
    private static final String AGENCY = "--agency";
    private static final String DOMAIN = "--domain";
    private static final String SHORT_HOST = "--short-host";
    private static final String ACCOUNT = "--account";
    private static final String ACRONYM = "--acronym";
    private static final String TITLE = "--title";

    private final Terminal terminal;

    PlanWorkspace(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "init",
                "Make a workspace: the folder in which your agency keeps its plan and registers.",
                "At a terminal it asks a few questions. It writes govsocial.json, plan.json, accounts.csv, calendar.csv,"
                        + " decisions.csv and the folder incidents, all or nothing, and never in place of something"
                        + " that is there. The other verbs then find them from this folder and those below it.",
                "",
                "Examples:",
                "  govsocial init",
                "  govsocial init social --agency 'Example Agency' --domain example.govt.nz --account x=example",
                "");
        spec.addPositional(Options.parameter("DIR", "0..*", "The folder; this one when not given."));
        spec.addOption(Options.value(AGENCY, "NAME", "Your agency's name."));
        spec.addOption(Options.list(DOMAIN, "HOST", "A domain of yours, such as example.govt.nz. Repeatable."));
        spec.addOption(Options.list(SHORT_HOST, "HOST", "A host of your own short addresses. Repeatable."));
        spec.addOption(Options.list(ACCOUNT, "PLATFORM=HANDLE", "An account of yours. Repeatable."));
        spec.addOption(Options.repeatable(
                        ACRONYM,
                        "SHORT=LONG",
                        "A short form that your readers know, and what it stands for. Repeatable.")
                .build());
        spec.addOption(Options.value(TITLE, "TEXT", "What the first plan is called."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(spec);
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        List<String> typed = Options.parameters(given);
        if (typed.size() > 1) {
            throw new UsageError("init", "There are several folders.", "Give one.");
        }
        Path folder = folder(typed.isEmpty() ? "." : typed.get(0));
        var answers = answers(given);
        WorkspaceSettings settings = WorkspaceSettings.of(answers.agency)
                .withDomains(hosts(DOMAIN, answers.domains), hosts(SHORT_HOST, Options.texts(given, SHORT_HOST)))
                .withAccounts(accounts(answers.accounts))
                .withAcronyms(acronyms(Options.texts(given, ACRONYM)));
        Workspace made;
        try {
            made = NewWorkspace.create(folder, settings, answers.title);
        } catch (FileAlreadyExistsException e) {
            throw new UsageError(
                    folder.resolve(String.valueOf(e.getMessage())).normalize().toString(),
                    "It is there already, so nothing was written.",
                    "Choose another folder, or move it away.");
        } catch (IOException e) {
            throw new UsageError(
                    "init", "The workspace could not be made (" + e.getMessage() + ").", "Nothing was left behind.");
        }
        if (json) {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject().member("workspace", made.folder().toString()).member("agency", answers.agency);
            out.name("files").beginArray();
            for (String file : FILES) {
                out.value(file);
            }
            out.endArray().endObject().endLine().flush();
            return ExitCode.DONE;
        }
        var page = new TextPage(terminal.width());
        page.line("Made a workspace for " + answers.agency + " in " + folder + ":");
        FILES.forEach(file -> page.line("  " + file));
        page.blank().line("Next:");
        page.line("  govsocial decide --answers answers.json    whether to use social media, and how far");
        page.line("  govsocial plan check                       what the plan lacks");
        page.line("  govsocial plan accounts check              what is amiss with your accounts");
        terminal.print(page);
        return ExitCode.DONE;
    }

    private static final List<String> FILES =
            List.of(Workspace.FILE, "plan.json", "accounts.csv", "calendar.csv", "decisions.csv", "incidents/");

    /** What was answered, by options or at the terminal. */
    private record Given(String agency, List<String> domains, List<String> accounts, String title) {}

    private Given answers(ParseResult given) throws UsageError, IOException {
        String agency = Options.text(given, AGENCY);
        @Nullable String title = Options.text(given, TITLE);
        if (agency != null && !agency.isBlank()) {
            return new Given(
                    agency.strip(), Options.texts(given, DOMAIN), Options.texts(given, ACCOUNT), titled(title, agency));
        }
        if (!terminal.inputIsScreen()) {
            throw new UsageError("init", "Whose workspace is it?", "Give --agency NAME.");
        }
        var asking = new Asking(terminal);
        String name = asking.text("What is your agency called?");
        if (name.isEmpty()) {
            throw new UsageError("init", "A workspace needs the name of its agency.", "Nothing was written.");
        }
        List<String> domains = Options.texts(given, DOMAIN).isEmpty()
                ? split(asking.text("Which domains are yours? For example example.govt.nz; several with spaces."
                        + " Enter for none."))
                : Options.texts(given, DOMAIN);
        List<String> accounts = Options.texts(given, ACCOUNT).isEmpty()
                ? split(asking.text(
                        "Which accounts are yours? For example x=example facebook=example; Enter for none."))
                : Options.texts(given, ACCOUNT);
        if (title == null) {
            title = asking.text("What is the first plan called? Enter for \"" + titled(null, name) + "\".");
        }
        return new Given(name, domains, accounts, titled(title, name));
    }

    private static String titled(@Nullable String title, String agency) {
        return title == null || title.isBlank() ? agency.strip() + " on social media" : title.strip();
    }

    private static List<String> split(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("[,\\s]+", -1));
    }

    private static Path folder(String typed) throws UsageError {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new UsageError(typed, "This cannot be a folder.", "Check the spelling.");
        }
    }

    private static List<String> hosts(String option, List<String> typed) throws UsageError {
        var hosts = new ArrayList<String>();
        for (String one : typed) {
            String host = one.strip().toLowerCase(Locale.ROOT);
            if (!host.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+")) {
                throw new UsageError(option, "\"" + one + "\" is not a domain.", "Write for example example.govt.nz.");
            }
            hosts.add(host);
        }
        return hosts;
    }

    private static List<WorkspaceSettings.Account> accounts(List<String> typed) throws UsageError {
        var accounts = new ArrayList<WorkspaceSettings.Account>();
        for (String one : typed) {
            int at = one.indexOf('=');
            try {
                String handle = one.substring(at + 1).strip();
                Platform platform = Platform.named(one.substring(0, Math.max(at, 0)));
                if (!handle.isEmpty()) {
                    accounts.add(new WorkspaceSettings.Account(
                            platform, handle.startsWith("@") ? handle.substring(1) : handle));
                    continue;
                }
            } catch (IllegalArgumentException e) {
                throw new UsageError(
                        ACCOUNT, "\"" + one + "\" names no account.", "Write PLATFORM=HANDLE, such as x=example.");
            }
            throw new UsageError(
                    ACCOUNT, "\"" + one + "\" names no account.", "Write PLATFORM=HANDLE, such as x=example.");
        }
        return accounts;
    }

    private static LinkedHashMap<String, String> acronyms(List<String> typed) throws UsageError {
        var acronyms = new LinkedHashMap<String, String>();
        for (String one : typed) {
            int at = one.indexOf('=');
            if (at < 1 || one.substring(at + 1).isBlank()) {
                throw new UsageError(
                        ACRONYM, "\"" + one + "\" explains nothing.", "Write SHORT=LONG, such as EA=Example Agency.");
            }
            acronyms.put(one.substring(0, at).strip(), one.substring(at + 1).strip());
        }
        return acronyms;
    }
}
