package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.catalogue.PackTrial;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says whether a pack can be used. */
final class PackCheck implements Verb {
    private final Terminal terminal;

    PackCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "check",
                "Say whether a pack can be used, and what is wrong with it.",
                "Reads it as strictly as loading does, and looks up every statement, source and rule that it names.",
                "",
                "Examples:",
                "  govsocial pack check harbour-words.pack.json",
                "");
        spec.addPositional(Options.parameter("FILE", "1", "The pack."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        String typed = Options.parameters(given).get(0);
        Path file = Packs.file(typed);
        Pack pack = Packs.read(typed, file);
        List<Problem> before = GuidanceOptions.load(given, terminal).problems();
        Guidance guidance = GuidanceOptions.with(file, given, terminal);
        List<Problem> problems = guidance.problems().stream()
                .filter(problem -> !before.contains(problem))
                .toList();
        List<RuleId> untried = PackTrial.untried(pack);
        if (json) {
            write(pack, problems, untried);
        } else {
            terminal.print(page(pack, untried));
        }
        // The user named the file, so what is wrong with it is wrong input.
        Problems.say(problems, terminal);
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.WRONG_INPUT;
    }

    private TextPage page(Pack pack, List<RuleId> untried) {
        var page = new TextPage(terminal.width());
        page.line(pack.title() + " (" + pack.id() + " " + pack.version() + ")");
        page.line("Statements: " + statements(pack) + ". Rules: " + pack.rules().size() + ". Adjustments: "
                + pack.adjustments().size() + ". Cases: " + pack.cases().size() + ".");
        for (RuleId rule : untried) {
            page.hanging(
                    "",
                    "  ",
                    rule + " has no text under \"pass\" or none under \"fail\", so \"govsocial pack test\" cannot tell"
                            + " whether it does what you mean.");
        }
        return page;
    }

    private static int statements(Pack pack) {
        int count = 0;
        for (GuidanceDocument document : pack.documents()) {
            count += document.statements().size();
        }
        return count;
    }

    private void write(Pack pack, List<Problem> problems, List<RuleId> untried) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject()
                .member("id", pack.id())
                .member("version", pack.version())
                .member("statements", statements(pack))
                .member("rules", pack.rules().size());
        out.name("withoutTexts").beginArray();
        for (RuleId rule : untried) {
            out.value(rule.toString());
        }
        out.endArray().name("problems").beginArray();
        for (Problem problem : problems) {
            out.beginObject()
                    .member("where", problem.where())
                    .member("what", problem.what())
                    .member("advice", problem.advice())
                    .endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
