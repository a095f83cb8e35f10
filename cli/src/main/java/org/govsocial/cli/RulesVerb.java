package org.govsocial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Problem;
import org.govsocial.model.Statement;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.RuleInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the rules. */
final class RulesVerb implements Verb {
    private final Terminal terminal;

    RulesVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "rules",
                "List the rules.",
                "Every rule in force: built in, of plug-ins and of packs. \"govsocial explain RULE\" says more about"
                        + " one.",
                "",
                "Examples:",
                "  govsocial rules",
                "  govsocial rules --packs our-packs/ --format json",
                "");
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, terminal);
        if (Options.wantsJson(given)) {
            json(guidance);
        } else {
            terminal.out().write(text(guidance).getBytes(StandardCharsets.UTF_8));
        }
        for (Problem problem : guidance.problems()) {
            terminal.say(problem);
        }
        return Problems.code(guidance.problems());
    }

    private String text(Guidance guidance) {
        var rows = new ArrayList<List<String>>();
        for (RuleInfo rule : guidance.rules()) {
            rows.add(List.of(rule.id().toString(), rule.severity().name().toLowerCase(Locale.ROOT), rule.summary()));
        }
        return Terminal.visible(new TextPage(terminal.width())
                .table(List.of("RULE", "SEVERITY", "WHAT IT ASKS"), rows)
                .blank()
                .line(rows.size() + " rules. \"govsocial explain RULE\" says more about one.")
                .toString());
    }

    private void json(Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("rules").beginArray();
        for (RuleInfo rule : guidance.rules()) {
            out.beginObject();
            describe(rule, guidance, out);
            out.endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    /** The keys that describe a rule, into an open object. */
    static void describe(RuleInfo rule, Guidance guidance, JsonOutput out) throws IOException {
        out.name("id").value(rule.id().toString());
        out.name("summary").value(rule.summary());
        out.name("severity").value(rule.severity().name());
        out.name("criterion").value(rule.criterion().isEmpty() ? null : rule.criterion());
        out.name("platforms").beginArray();
        for (var platform : rule.platforms().stream().sorted().toList()) {
            out.value(platform.id());
        }
        out.endArray();
        out.name("messages").beginArray();
        for (var message : rule.messages().entrySet()) {
            out.beginObject();
            out.name("key").value(message.getKey());
            out.name("severity").value(message.getValue().severity().name());
            out.name("text").value(message.getValue().text());
            out.endObject();
        }
        out.endArray();
        out.name("settings").beginArray();
        for (var setting : rule.settings()) {
            out.beginObject();
            out.name("name").value(setting.name());
            out.name("value").value(setting.value());
            out.name("min").value(setting.min());
            out.name("max").value(setting.max());
            out.name("meaning").value(setting.meaning());
            out.endObject();
        }
        out.endArray();
        out.name("cites").beginObject();
        out.name("document").value(rule.cites().document());
        out.name("statement").value(rule.cites().statement());
        Optional<Statement> statement = guidance.statement(rule.cites());
        if (statement.isPresent()) {
            Statement cited = statement.get();
            out.name("text").value(cited.text());
            out.name("modality").value(cited.modality().name());
            out.name("provenance").value(cited.provenance().name());
            out.name("source").value(cited.source());
            out.name("checked").value(cited.checked().toString());
        }
        out.endObject();
        out.name("plugin").value(guidance.owner(rule.id()).map(PluginInfo::id).orElse(null));
    }
}
