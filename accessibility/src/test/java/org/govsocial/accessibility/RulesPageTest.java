package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Provenance;
import org.govsocial.model.Severity;
import org.govsocial.model.Statement;
import org.govsocial.spi.Message;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Setting;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/rules.md} what the rules say of themselves. With GOVSOCIAL_WRITE_DOCS=true it writes it. */
class RulesPageTest {
    private static final Path PAGE = Path.of("../docs/rules.md");

    @Test
    void the_page_of_rules_is_fresh() throws IOException {
        String page = page(Guidance.of(List.of(new Accessibility())));
        if ("true".equals(System.getenv("GOVSOCIAL_WRITE_DOCS"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                page,
                Files.readString(PAGE),
                "docs/rules.md is out of date: run GOVSOCIAL_WRITE_DOCS=true mvn -pl accessibility -am test"
                        + " -Dtest=RulesPageTest -Dsurefire.failIfNoSpecifiedTests=false");
    }

    private static String page(Guidance guidance) throws IOException {
        var out = new StringBuilder("""
                # The rules

                Generated from the rules themselves; do not edit. `govsocial explain RULE` shows why a rule exists, how to fix
                what it finds, when a person must decide, and its known traps.

                Severity is how much a finding hinders a reader, times how sure the rule is. It is never a duty: the standing
                and the provenance of the statement say who asks for it.

                """);
        out.append(guidance.rules().size()).append(" rules.\n\n");
        out.append("| Rule | Asks | Severity | Platforms | WCAG 2.2 | Statement | Standing |\n");
        out.append("|---|---|---|---|---|---|---|\n");
        for (RuleInfo rule : guidance.rules()) {
            Statement statement = guidance.statement(rule.cites()).orElseThrow();
            out.append("| [")
                    .append(rule.id().name())
                    .append("](")
                    .append("#")
                    .append(rule.id().name())
                    .append(") | ")
                    .append(cell(rule.summary()))
                    .append(" | ")
                    .append(severities(rule))
                    .append(" | ")
                    .append(platforms(rule))
                    .append(" | ")
                    .append(rule.criterion().isEmpty() ? "none" : rule.criterion())
                    .append(" | ")
                    .append(statement.id())
                    .append(" | ")
                    .append(standing(statement))
                    .append(" |\n");
        }
        for (RuleInfo rule : guidance.rules()) {
            section(out, rule);
        }
        rest(out);
        return out.toString();
    }

    /** What of the reference of rules is no rule. */
    private static void rest(StringBuilder out) throws IOException {
        out.append("\n## What no rule checks\n\n")
                .append("The reference of rules has ")
                .append(RuleRow.read().size())
                .append(" rows. These are no rules: a machine cannot decide them, so a checklist asks a person")
                .append(" (`manual`), or they are not done.\n\n")
                .append("| Row | What became of it | Checklist item | Why |\n|---|---|---|---|\n");
        for (RuleRow row : RuleRow.read()) {
            if (!row.state().equals("rule")) {
                out.append("| ")
                        .append(row.row())
                        .append(" | ")
                        .append(row.state().replace('-', ' '))
                        .append(" | ")
                        .append(row.item().isEmpty() ? "none" : row.item())
                        .append(" | ")
                        .append(cell(row.reason()))
                        .append(" |\n");
            }
        }
    }

    private static void section(StringBuilder out, RuleInfo rule) {
        out.append("\n## ")
                .append(rule.id().name())
                .append("\n\n")
                .append(rule.summary())
                .append("\n\n");
        for (var message : rule.messages().entrySet()) {
            Message said = message.getValue();
            out.append("- `")
                    .append(message.getKey())
                    .append("` (")
                    .append(word(said.severity()))
                    .append("): ")
                    .append(cell(said.text()))
                    .append('\n');
        }
        for (Setting setting : rule.settings()) {
            out.append("- Setting `")
                    .append(setting.name())
                    .append("`, ")
                    .append(setting.value())
                    .append(" (")
                    .append(setting.min())
                    .append(" to ")
                    .append(setting.max())
                    .append("): ")
                    .append(cell(setting.meaning()))
                    .append('\n');
        }
    }

    private static String severities(RuleInfo rule) {
        Set<String> words = new LinkedHashSet<>();
        for (Message message : rule.messages().values()) {
            words.add(word(message.severity()));
        }
        return String.join(", ", words);
    }

    private static String platforms(RuleInfo rule) {
        return rule.platforms().isEmpty()
                ? "all"
                : String.join(
                        ", ",
                        rule.platforms().stream().map(p -> p.id()).sorted().toList());
    }

    private static String standing(Statement statement) {
        return statement.provenance() == Provenance.PROJECT
                ? statement.standing()
                : statement.standing().replace(" by", "") + ": "
                        + statement.provenance().words();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
