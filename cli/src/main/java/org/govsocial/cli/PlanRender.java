package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Workspace;
import org.govsocial.json.JsonException;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Paper;
import org.govsocial.model.Plan;
import org.govsocial.model.Problem;
import org.govsocial.model.Template;
import org.govsocial.planning.documents.Facts;
import org.govsocial.planning.documents.Templates;
import org.govsocial.spi.DocumentFormat;
import org.govsocial.spi.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes documents from a plan. */
final class PlanRender implements Verb {
    private static final String ACCOUNTS = "--accounts";
    private static final String FACTS = "--facts";
    private static final String LIST = "--list";

    private final Terminal terminal;

    PlanRender(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "render",
                "Make a document from a plan: a business case, a policy, rules, a register, a notice.",
                "What the plan does not say shows as a gap and is listed at the end; nothing is made up. Every document"
                        + " names the statements that it rests on. The templates are data: a pack with a template of the"
                        + " same name takes the place of ours.",
                "",
                "Examples:",
                "  govsocial plan render --list",
                "  govsocial plan render business-case samples/plan/plan.json --output case.docx",
                "  govsocial plan render account-register plan.json --accounts accounts.csv --format html",
                "  govsocial plan render closing-notice plan.json --packs our.pack.json",
                "");
        spec.addPositional(Options.parameter(
                "KIND PLAN.json", "0..2", "Which document, and the plan; the workspace's plan when left out."));
        spec.addOption(Options.value(ACCOUNTS, "FILE", "The register of accounts; the workspace's when left out."));
        spec.addOption(Options.flag(LIST, "List the documents that can be made."));
        spec.addOption(Options.flag(FACTS, "List the facts that a template may ask for."));
        return Options.withStandard(GuidanceOptions.add(PaperDesk.add(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Templates templates = Templates.of(guidance);
        var problems = new ArrayList<Problem>(guidance.problems());
        problems.addAll(templates.problems());
        if (Options.isSet(given, LIST)) {
            terminal.print(listed(templates));
        } else if (Options.isSet(given, FACTS)) {
            terminal.print(described(Facts.of(Plan.of("none", ""), guidance)));
        } else {
            DocumentFormat format = PaperDesk.format(given, guidance);
            Paper paper = paper(given, guidance, templates);
            PaperDesk.write(paper, format, given, terminal);
        }
        return Problems.say(problems, terminal);
    }

    private Paper paper(ParseResult given, Guidance guidance, Templates templates) throws UsageError {
        List<String> typed = Options.parameters(given);
        List<String> known = templates.all().stream().map(Template::id).toList();
        if (typed.isEmpty()) {
            throw new UsageError("render", "Which document?", "Choose one of " + String.join(", ", known) + ".");
        }
        String kind = typed.get(0);
        if (!known.contains(kind)) {
            throw new UsageError(
                    "render",
                    "There is no document \"" + kind + "\"." + Nearest.question(kind, known),
                    "Choose one of " + String.join(", ", known) + ".");
        }
        Optional<Workspace> workspace = workspace();
        String file = typed.size() > 1 ? typed.get(1) : found(workspace.map(Workspace::plan));
        if (file == null) {
            throw new UsageError(
                    "render",
                    "There is no plan.",
                    "Name one, as in: govsocial plan render " + kind
                            + " plan.json. \"govsocial plan init\" makes one.");
        }
        Facts facts = Facts.of(read("plan", file, in -> PlanReader.read(file, in)), guidance);
        String register = Options.text(given, ACCOUNTS);
        String accounts = register != null ? register : found(workspace.map(Workspace::accounts));
        if (accounts != null) {
            facts = facts.withAccounts(
                    read(ACCOUNTS, accounts, in -> AccountRegister.read(accounts, in)).entries().stream()
                            .map(AccountRegister.Entry::account)
                            .toList());
        }
        return templates.paper(kind, facts).orElseThrow();
    }

    private static Optional<Workspace> workspace() throws UsageError {
        try {
            return Workspace.find(Path.of(""));
        } catch (JsonException e) {
            throw new UsageError(
                    e.problem().where(), e.problem().what(), e.problem().advice());
        } catch (IOException e) {
            throw new UsageError(
                    Workspace.FILE, "It cannot be read (" + e.getMessage() + ").", "Check that you may open it.");
        }
    }

    private static @Nullable String found(Optional<Path> file) {
        return file.filter(Files::isRegularFile).map(Path::toString).orElse(null);
    }

    private interface Reading<T> {
        T from(InputStream in) throws IOException, InputException;
    }

    private static <T> T read(String where, String file, Reading<T> reading) throws UsageError {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return reading.from(in);
        } catch (JsonException e) {
            throw new UsageError(
                    e.problem().where(), e.problem().what(), e.problem().advice());
        } catch (InputException e) {
            throw new UsageError(
                    e.problem().where(), e.problem().what(), e.problem().advice());
        } catch (NoSuchFileException e) {
            throw new UsageError(where, "There is no " + file + ".", "Check the spelling and the folder.");
        } catch (InvalidPathException | IOException e) {
            throw new UsageError(
                    where, file + " cannot be read (" + e.getMessage() + ").", "Check that it is UTF-8 text.");
        }
    }

    private TextPage listed(Templates templates) {
        var page = new TextPage(terminal.width());
        var rows = new ArrayList<List<String>>();
        templates.all().forEach(t -> rows.add(List.of(t.id(), t.purpose())));
        return page.table(List.of("DOCUMENT", "WHAT FOR"), rows);
    }

    private TextPage described(Facts facts) {
        var page = new TextPage(terminal.width());
        var rows = new ArrayList<List<String>>();
        for (Facts.Described one : facts.described()) {
            rows.add(List.of(
                    one.name(),
                    one.what() + (one.parts().isEmpty() ? "" : ", each with " + String.join(", ", one.parts()))));
        }
        return page.table(List.of("FACT", "WHAT IT IS"), rows);
    }
}
