package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the documents. */
final class GuidanceList implements Verb {
    private final Terminal terminal;

    GuidanceList(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "list",
                "List the documents.",
                "Every document of every pack that is loaded, with the question it answers.",
                "",
                "Examples:",
                "  govsocial guidance list",
                "  govsocial guidance list --packs our-packs/ --format json",
                "");
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        if (json) {
            json(guidance);
        } else {
            terminal.print(text(guidance));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    private TextPage text(Guidance guidance) {
        var rows = new ArrayList<List<String>>();
        int statements = 0;
        for (GuidanceDocument d : guidance.documents()) {
            rows.add(List.of(
                    d.id(),
                    Integer.toString(d.statements().size()),
                    d.title() + (d.question().isEmpty() ? "" : ". " + d.question())));
            statements += d.statements().size();
        }
        return new TextPage(terminal.width())
                .table(List.of("DOCUMENT", "STATEMENTS", "WHAT IT IS"), rows)
                .blank()
                .line(rows.size() + " documents, " + statements
                        + " statements. \"govsocial guidance show ID\" says more.");
    }

    private void json(Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("documents").beginArray();
        for (Pack pack : guidance.packs()) {
            for (GuidanceDocument d : pack.documents()) {
                out.beginObject()
                        .member("id", d.id())
                        .member("title", d.title())
                        .member("question", d.question())
                        .member("audience", d.audience())
                        .member("published", d.published())
                        .member("sections", d.sections().size())
                        .member("statements", d.statements().size())
                        .member("pack", pack.id())
                        .member("version", pack.version())
                        .member("licence", pack.licence())
                        .member("attribution", pack.attribution())
                        .endObject();
            }
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
