package org.govsocial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Adjustment;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Explains one rule. */
final class ExplainVerb implements Verb {
    private static final String EXAMPLES = "Examples";

    private final Terminal terminal;

    ExplainVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "explain",
                "Explain a rule: what it asks, why, and what it rests on.",
                "Shows the rule's page, what it can say, what an agency may adjust, and the statement of the guidance"
                        + " that it rests on, with where that comes from.",
                "",
                "Examples:",
                "  govsocial explain accessibility/hashtag-camel-case",
                "  govsocial explain hashtag-camel-case --format json",
                "");
        spec.addPositional(Options.parameter("RULE", "1", "The rule: document/name, or the name alone."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, terminal);
        RuleId id = Chosen.rule("explain", Options.parameters(given).get(0), guidance);
        RuleInfo info = guidance.rule(id).orElseThrow();
        if (Options.wantsJson(given)) {
            JsonOutput out = JsonOutput.indented(terminal.out());
            out.beginObject();
            RulesVerb.describe(info, guidance, out);
            out.name("page").value(guidance.page(id).map(RulePage::markdown).orElse(null));
            out.endObject().endLine();
            out.flush();
        } else {
            terminal.out().write(Terminal.visible(text(info, guidance)).getBytes(StandardCharsets.UTF_8));
        }
        for (Problem problem : guidance.problems()) {
            terminal.say(problem);
        }
        return Problems.code(guidance.problems());
    }

    private String text(RuleInfo info, Guidance guidance) {
        var page = new TextPage(terminal.width());
        page.line(info.id().toString()).paragraph("", info.summary()).blank();
        restsOn(info, guidance, page);
        Optional<RulePage> explained = guidance.page(info.id());
        if (explained.isPresent()) {
            for (String heading : RulePage.HEADINGS) {
                String words = explained.get().under(heading);
                if (!words.isEmpty()) {
                    page.line(heading).verbatim("  ", words).blank();
                }
            }
            String examples = explained.get().under(EXAMPLES);
            if (!examples.isEmpty()) {
                page.line(EXAMPLES).verbatim("  ", examples).blank();
            }
        }
        page.line("What it can say");
        info.messages()
                .forEach((key, message) -> page.hanging(
                        "  " + word(message.severity()) + "  ", "    ", message.text() + " [" + key + "]"));
        page.blank();
        if (!info.settings().isEmpty()) {
            page.line("What a pack may adjust");
            info.settings()
                    .forEach(s -> page.hanging(
                            "  ",
                            "    ",
                            s.name() + " = " + s.value() + " (" + s.min() + " to " + s.max() + "): " + s.meaning()));
            page.blank();
        }
        for (Adjustment adjustment : guidance.adjustments()) {
            if (adjustment.rule().equals(info.id())) {
                page.hanging("", "  ", adjusted(adjustment)).blank();
            }
        }
        Optional<PluginInfo> owner = guidance.owner(info.id());
        owner.ifPresent(plugin -> page.hanging(
                "", "  ", "Kept by " + plugin.maintainer() + " in " + plugin.id() + " " + plugin.version() + "."));
        return page.toString();
    }

    private static void restsOn(RuleInfo info, Guidance guidance, TextPage page) {
        page.line("Rests on");
        Optional<Statement> cited = guidance.statement(info.cites());
        if (cited.isEmpty()) {
            page.paragraph("  ", info.cites() + ", which is not loaded.");
        } else {
            Statement statement = cited.get();
            page.hanging("  ", "  ", info.cites() + ": " + statement.text());
            page.hanging(
                    "  ",
                    "  ",
                    "Standing: " + statement.standing() + " ("
                            + statement.provenance().words() + ").");
            Optional<Source> source = guidance.source(statement.source());
            source.ifPresent(s -> page.hanging("  ", "  ", "Source: " + described(s) + where(statement) + "."));
            page.line("  Checked: " + statement.checked());
        }
        if (!info.criterion().isEmpty()) {
            page.line("  Corresponds to WCAG " + info.criterion());
        }
        page.blank();
    }

    private static String described(Source source) {
        var words = new StringBuilder(source.title()).append(", ").append(source.publisher());
        if (!source.date().isEmpty()) {
            words.append(", ").append(source.date());
        }
        if (!source.url().isEmpty()) {
            words.append(", ").append(source.url());
        }
        return words.toString();
    }

    private static String where(Statement statement) {
        return statement.where().isEmpty() ? "" : ", " + statement.where();
    }

    private static String adjusted(Adjustment adjustment) {
        var words = new StringBuilder("Adjusted by the pack ")
                .append(adjustment.pack())
                .append(':');
        if (adjustment.off()) {
            words.append(" switched off;");
        }
        Severity severity = adjustment.severity();
        if (severity != null) {
            words.append(" severity ").append(word(severity)).append(';');
        }
        adjustment
                .settings()
                .forEach((name, value) -> words.append(' ')
                        .append(name)
                        .append(" = ")
                        .append(value)
                        .append(';'));
        return words.append(" because: ").append(adjustment.reason()).toString();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
