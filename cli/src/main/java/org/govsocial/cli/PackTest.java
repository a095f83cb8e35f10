package org.govsocial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.catalogue.PackTrial;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Pack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Tries the rules of a pack on its own texts. */
final class PackTest implements Verb {
    private final Terminal terminal;

    PackTest(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "test",
                "Try each rule of a pack on the texts that it must accept and report.",
                "The texts stand under \"pass\" and \"fail\" of each rule. Exit 1 when a rule does something else.",
                "",
                "Examples:",
                "  govsocial pack test harbour-words.pack.json",
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
        Guidance guidance = GuidanceOptions.with(file, given, terminal);
        List<PackTrial> trials = PackTrial.of(guidance, pack);
        if (json) {
            write(trials);
        } else {
            terminal.print(page(trials));
        }
        boolean held = trials.stream().allMatch(PackTrial::holds);
        return Math.max(Problems.say(guidance.problems(), terminal), held ? ExitCode.DONE : ExitCode.FINDINGS);
    }

    private TextPage page(List<PackTrial> trials) {
        var page = new TextPage(terminal.width());
        for (PackTrial trial : trials) {
            if (!trial.holds()) {
                page.hanging(
                        "",
                        "  ",
                        trial.rule()
                                + (trial.wanted() ? " does not report: " : " reports, but must accept: ")
                                + trial.text());
            }
        }
        long held = trials.stream().filter(PackTrial::holds).count();
        return page.line(
                trials.isEmpty()
                        ? "The pack holds no texts to try; put some under \"pass\" and \"fail\" of each rule."
                        : held + " of " + trials.size() + " texts are as the pack says.");
    }

    private void write(List<PackTrial> trials) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("texts").beginArray();
        for (PackTrial trial : trials) {
            out.beginObject()
                    .member("rule", trial.rule().toString())
                    .member("text", trial.text())
                    .member("wanted", trial.wanted())
                    .member("reported", trial.reported())
                    .endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
