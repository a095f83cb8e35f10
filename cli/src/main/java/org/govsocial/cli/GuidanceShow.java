package org.govsocial.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.govsocial.catalogue.Basis;
import org.govsocial.catalogue.Coverage;
import org.govsocial.catalogue.Entries;
import org.govsocial.catalogue.Entry;
import org.govsocial.catalogue.StatementJson;
import org.govsocial.catalogue.Step;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Section;
import org.govsocial.model.Statement;
import org.govsocial.spi.RuleInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows a document, a section or a statement. */
final class GuidanceShow implements Verb {
    private final Terminal terminal;

    GuidanceShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "show",
                "Show a document, a section or a statement.",
                "Says who it is for, what it rests on, what stands beside it today, which rules check it, and which steps of checklists and playbooks it asks for.",
                "",
                "Examples:",
                "  govsocial guidance show toolbox",
                "  govsocial guidance show TB-LEGAL",
                "  govsocial guidance show leg-07 --format json",
                "");
        spec.addPositional(Options.parameter("ID", "1", "Of a document, section or statement, in any case."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        String id = Options.parameters(given).get(0);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Entries entries = Entries.of(guidance);
        Entry entry = entries.find(id).orElse(null);
        if (entry == null) {
            throw new UsageError(
                    "guidance show",
                    "Nothing has the id \"" + id + "\"."
                            + Nearest.question(
                                    id, entries.all().stream().map(Entry::id).toList()),
                    "\"govsocial guidance list\" lists the documents, \"govsocial guidance search\" finds words.");
        }
        if (json) {
            json(entry, entries, guidance);
        } else {
            terminal.print(text(entry, entries, guidance));
        }
        return Problems.say(guidance.problems(), terminal);
    }

    // ---- text

    private TextPage text(Entry entry, Entries entries, Guidance guidance) {
        var page = new TextPage(terminal.width());
        if (entry instanceof Entry.OfStatement s) {
            statement(s, entries, guidance, page);
        } else if (entry instanceof Entry.OfSection s) {
            section(s, entries, guidance, page);
        } else {
            document(entry, entries, guidance, page);
        }
        return page;
    }

    private static void document(Entry entry, Entries entries, Guidance guidance, TextPage page) {
        GuidanceDocument d = entry.document();
        page.line(d.id()).paragraph("", d.title()).blank();
        page.hanging("", "  ", "For: " + d.audience());
        if (!d.question().isEmpty()) {
            page.hanging("", "  ", "Question: " + d.question());
        }
        if (!d.published().isEmpty()) {
            page.line("Published: " + d.published() + (d.pages() == 0 ? "" : ", " + d.pages() + " pages"));
        }
        if (!entry.pack().licence().isEmpty()) {
            page.hanging("", "  ", "Licence: " + entry.pack().licence());
        }
        if (!entry.pack().attribution().isEmpty()) {
            page.hanging("", "  ", "Credit: " + entry.pack().attribution());
        }
        var rows = new ArrayList<List<String>>();
        for (Section section : d.sections()) {
            rows.add(List.of(
                    section.id(), Integer.toString(entries.statementsOf(section).size()), heading(section)));
        }
        page.blank().table(List.of("SECTION", "STATEMENTS", "TITLE"), rows);
        page.blank().line("Rests on");
        d.statements().stream()
                .collect(Collectors.groupingBy(Statement::provenance, TreeMap::new, Collectors.counting()))
                .forEach((from, count) -> page.line("  " + from.words() + ": " + count + " statements"));
        var reach = new Coverage(List.of());
        for (Coverage.OfDocument one : Coverage.of(guidance).documents()) {
            if (one.document().equals(d)) {
                reach = new Coverage(List.of(one));
            }
        }
        page.blank()
                .paragraph(
                        "",
                        "Rules rest on " + reach.count(Coverage.By.RULE)
                                + " statements, steps of checklists and playbooks on "
                                + reach.count(Coverage.By.STEP) + " others: \"govsocial guidance coverage --document "
                                + d.id()
                                + " --all\".");
    }

    private static void section(Entry.OfSection entry, Entries entries, Guidance guidance, TextPage page) {
        page.line(entry.id()).paragraph("", heading(entry.section())).blank();
        page.hanging(
                "",
                "  ",
                "In: " + entry.document().id() + ", " + entry.document().title());
        page.hanging("", "  ", "For: " + entry.document().audience());
        for (Entry.OfStatement s : entries.statementsOf(entry.section())) {
            page.blank().hanging("", "  ", s.id() + ": " + s.statement().text());
            page.paragraph("  ", Basis.of(s.statement(), guidance).words());
            List<String> by = reachedBy(s, entries);
            if (!by.isEmpty()) {
                page.hanging("  ", "    ", "Reached by " + String.join(", ", by) + ".");
            }
        }
    }

    /** The rules and steps that rest on a statement, by name. */
    private static List<String> reachedBy(Entry.OfStatement s, Entries entries) {
        var by = new ArrayList<String>();
        entries.rulesCiting(s).forEach(rule -> by.add("rule " + rule.id()));
        entries.stepsCiting(s).forEach(step -> by.add(step.name()));
        return by;
    }

    private static void statement(Entry.OfStatement s, Entries entries, Guidance guidance, TextPage page) {
        Statement statement = s.statement();
        page.line(s.id()).paragraph("", statement.text()).blank();
        page.hanging(
                "",
                "  ",
                "In: " + s.document().id() + ", section " + s.section().id() + " (" + heading(s.section()) + ")");
        page.hanging("", "  ", "For: " + s.document().audience());
        facet("Roles", statement.facets().roles(), page);
        facet("Affects", statement.facets().audiences(), page);
        facet("Stages", statement.facets().stages(), page);
        facet("Phases", statement.facets().phases(), page);
        facet("Tools", statement.facets().tools(), page);
        facet("Topics", statement.facets().topics(), page);
        if (!statement.from().isEmpty() || !statement.until().isEmpty()) {
            page.line("Holds:"
                    + (statement.from().isEmpty() ? "" : " from " + statement.from())
                    + (statement.until().isEmpty() ? "" : " until " + statement.until()));
        }
        page.blank().line("Rests on");
        page.paragraph("  ", Basis.of(statement, guidance).words());
        guidance.source(statement.source())
                .filter(source -> !source.url().isEmpty())
                .ifPresent(source -> page.line("  " + source.url()));
        links(s, entries, guidance, page);
        List<RuleInfo> rules = entries.rulesCiting(s);
        page.blank().line("Rules that rest on it");
        if (rules.isEmpty()) {
            page.line("  none");
        }
        for (RuleInfo rule : rules) {
            page.hanging("  ", "    ", rule.id() + ": " + rule.summary());
        }
        List<Step> steps = entries.stepsCiting(s);
        page.blank().line("Steps that rest on it");
        if (steps.isEmpty()) {
            page.line("  none");
        }
        for (Step step : steps) {
            page.hanging("  ", "    ", step.name() + ": " + step.text() + " Who: " + step.owner() + ".");
        }
    }

    private static void links(Entry.OfStatement s, Entries entries, Guidance guidance, TextPage page) {
        Entries.Relation relation = null;
        for (Entries.Followed link : entries.links(s)) {
            if (link.relation() != relation) {
                relation = link.relation();
                String words = relation.words();
                page.blank().line(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
            }
            page.hanging(
                    "  ", "    ", link.to().id() + ": " + link.to().statement().text());
            page.paragraph("    ", Basis.of(link.to().statement(), guidance).words());
        }
    }

    private static void facet(String name, List<String> words, TextPage page) {
        if (!words.isEmpty()) {
            page.hanging("", "  ", name + ": " + String.join(", ", words));
        }
    }

    private static String heading(Section section) {
        return (section.number().isEmpty() ? "" : section.number() + ". ")
                + section.title()
                + (section.pages().isEmpty() ? "" : ", pp " + section.pages());
    }

    // ---- JSON

    private void json(Entry entry, Entries entries, Guidance guidance) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        GuidanceDocument d = entry.document();
        out.beginObject();
        if (entry instanceof Entry.OfStatement s) {
            out.member("kind", "statement").member("document", d.id()).member("audience", d.audience());
            StatementJson.write(s.statement(), out);
            out.member("restsOn", Basis.of(s.statement(), guidance).words());
            out.name("related").beginArray();
            for (Entries.Followed link : entries.links(s)) {
                out.beginObject()
                        .member("relation", link.relation().words())
                        .member("document", link.to().document().id());
                StatementJson.write(link.to().statement(), out);
                out.member("restsOn", Basis.of(link.to().statement(), guidance).words())
                        .endObject();
            }
            out.endArray().name("rules").beginArray();
            for (RuleInfo rule : entries.rulesCiting(s)) {
                out.value(rule.id().toString());
            }
            out.endArray().name("steps").beginArray();
            for (Step step : entries.stepsCiting(s)) {
                out.beginObject()
                        .member("name", step.name())
                        .member("text", step.text())
                        .member("owner", step.owner())
                        .endObject();
            }
            out.endArray();
        } else if (entry instanceof Entry.OfSection s) {
            out.member("kind", "section").member("document", d.id()).member("audience", d.audience());
            section(s.section(), out);
            statements(entries.statementsOf(s.section()), entries, out);
        } else {
            out.member("kind", "document")
                    .member("id", d.id())
                    .member("title", d.title())
                    .member("audience", d.audience())
                    .member("question", d.question())
                    .member("published", d.published())
                    .member("licence", entry.pack().licence())
                    .member("attribution", entry.pack().attribution());
            out.name("sections").beginArray();
            for (Section section : d.sections()) {
                out.beginObject();
                section(section, out);
                statements(entries.statementsOf(section), entries, out);
                out.endObject();
            }
            out.endArray();
        }
        out.endObject().endLine();
        out.flush();
    }

    private static void section(Section section, JsonOutput out) throws IOException {
        out.member("id", section.id())
                .member("number", section.number())
                .member("title", section.title())
                .member("pages", section.pages());
    }

    private static void statements(List<Entry.OfStatement> statements, Entries entries, JsonOutput out)
            throws IOException {
        out.name("statements").beginArray();
        for (Entry.OfStatement s : statements) {
            out.beginObject();
            StatementJson.write(s.statement(), out);
            out.name("reachedBy").beginArray();
            for (String by : reachedBy(s, entries)) {
                out.value(by);
            }
            out.endArray().endObject();
        }
        out.endArray();
    }
}
