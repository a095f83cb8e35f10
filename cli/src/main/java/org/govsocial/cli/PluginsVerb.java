package org.govsocial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.PluginContents;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Problem;
import org.govsocial.spi.PluginInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says which plug-ins there are, and whether they can be used. */
final class PluginsVerb implements Verb {
    private final Terminal terminal;

    PluginsVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "plugins",
                "List plug-ins and packs, and say whether they can be used.",
                "list (the default) names each plug-in and pack with its version, who keeps it and what it brings."
                        + " verify also ends with an error when one of them cannot be used, and says what to do.",
                "",
                "Examples:",
                "  govsocial plugins",
                "  govsocial plugins verify --plugins our-plugins/ --packs our-packs/",
                "");
        spec.addPositional(Options.parameter("ACTION", "0..1", "list or verify."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, terminal);
        boolean verify = isVerify(Options.parameters(given));
        List<PluginContents> contents = guidance.contents();
        if (Options.wantsJson(given)) {
            json(contents, guidance.problems());
        } else {
            terminal.out()
                    .write(Terminal.visible(text(contents, guidance.problems())).getBytes(StandardCharsets.UTF_8));
        }
        for (Problem problem : guidance.problems()) {
            terminal.say(problem);
        }
        return verify ? Problems.code(guidance.problems()) : ExitCode.DONE;
    }

    private static boolean isVerify(List<String> actions) throws UsageError {
        String action = actions.isEmpty() ? "list" : actions.get(0);
        if (!action.equals("list") && !action.equals("verify")) {
            throw new UsageError(
                    "plugins",
                    "There is nothing called \"" + action + "\" to do."
                            + Nearest.question(action, List.of("list", "verify")),
                    "Choose list or verify.");
        }
        return action.equals("verify");
    }

    private String text(List<PluginContents> contents, List<Problem> problems) {
        var page = new TextPage(terminal.width());
        for (PluginContents one : contents) {
            PluginInfo info = one.info();
            page.line(info.id() + " " + info.version());
            page.paragraph("  ", "kept by " + info.maintainer() + "; report to " + info.reportTo());
            page.paragraph("  ", "from " + one.where());
            page.paragraph("  ", "brings " + brought(one));
            page.blank();
        }
        int bad = problems.size();
        page.line(contents.size() + " can be used; " + bad + (bad == 1 ? " problem" : " problems") + ".");
        return page.toString();
    }

    private static String brought(PluginContents one) {
        var all = new ArrayList<String>();
        name("pack", one.packs(), all);
        if (!one.rules().isEmpty()) {
            all.add(counted(one.rules().size(), "rule"));
        }
        name("reader", one.readers(), all);
        name("report format", one.formats(), all);
        name("document format", one.documentFormats(), all);
        name("media probe", one.probes(), all);
        return all.isEmpty() ? "nothing" : String.join("; ", all);
    }

    private static void name(String noun, Collection<String> ids, List<String> all) {
        if (!ids.isEmpty()) {
            all.add(counted(ids.size(), noun) + " (" + String.join(", ", ids) + ")");
        }
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void json(List<PluginContents> contents, List<Problem> problems) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("plugins").beginArray();
        for (PluginContents one : contents) {
            PluginInfo info = one.info();
            out.beginObject();
            out.name("id").value(info.id());
            out.name("version").value(info.version());
            out.name("maintainer").value(info.maintainer());
            out.name("reportTo").value(info.reportTo());
            out.name("apiLevel").value(info.apiLevel());
            out.name("from").value(one.where());
            list("packs", one.packs(), out);
            list("rules", one.rules(), out);
            list("readers", one.readers(), out);
            list("formats", one.formats(), out);
            list("documentFormats", one.documentFormats(), out);
            list("probes", one.probes(), out);
            out.endObject();
        }
        out.endArray().name("problems").beginArray();
        for (Problem problem : problems) {
            out.beginObject();
            out.name("where").value(problem.where());
            out.name("what").value(problem.what());
            out.name("advice").value(problem.advice());
            out.endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void list(String name, Collection<?> ids, JsonOutput out) throws IOException {
        out.name(name).beginArray();
        for (Object id : ids) {
            out.value(id.toString());
        }
        out.endArray();
    }
}
