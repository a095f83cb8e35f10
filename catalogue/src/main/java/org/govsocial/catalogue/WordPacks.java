package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Modality;
import org.govsocial.model.Pack;
import org.govsocial.model.Provenance;
import org.govsocial.model.RuleId;
import org.govsocial.model.Section;
import org.govsocial.model.Severity;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.model.WordRule;

/** Makes and writes packs of an agency's own statements and word rules. */
public final class WordPacks {
    private WordPacks() {}

    /**
     * A pack to begin with: one statement, and one rule that works. Its author puts the agency's own words in their
     * place.
     *
     * @param id of the pack, kebab case
     * @param title what people call it
     * @param maintainer who keeps it
     * @param today the day on which the statement was written
     * @return version 1.0.0 of the pack
     * @throws IllegalArgumentException when the id is not kebab case
     */
    public static Pack starter(String id, String title, String maintainer, LocalDate today) {
        String prefix = id.toUpperCase(Locale.ROOT);
        String statement = prefix + "-1";
        var rule = new WordRule.Swap(
                new WordRule.Head(
                        new RuleId(id, "everyday-words"),
                        Severity.WARNING,
                        false,
                        new Citation(id, statement),
                        "Write everyday words.",
                        "“{text}” is a word of offices.",
                        "Everyday words are read faster, also by people who read English as a second language.",
                        "Use the shorter word.",
                        List.of(),
                        List.of(),
                        List.of("Work starts on Monday."),
                        List.of("Work will commence on Monday.")),
                Map.of("commence", List.of("start", "begin")),
                List.of(),
                false);
        return of(
                id,
                title,
                maintainer,
                new Source(prefix, title, maintainer, "", today.toString(), Provenance.PROJECT),
                new Statement(
                        statement,
                        prefix + "-WORDS",
                        "Write short, everyday words.",
                        Modality.SHOULD,
                        Provenance.PROJECT,
                        prefix,
                        "",
                        today,
                        Statement.Facets.ALL,
                        "",
                        "",
                        List.of()),
                List.of(rule));
    }

    /** A pack whose rules all rest on one statement. */
    static Pack of(
            String id, String title, String maintainer, Source source, Statement statement, List<WordRule> rules) {
        var document = new GuidanceDocument(
                id,
                title,
                "",
                "",
                0,
                "people who post for " + maintainer,
                "",
                List.of(new Section(statement.section(), "", "Words", "")),
                List.of(statement));
        return Pack.ofGuidance(id, title, maintainer, List.of(source), List.of(document), rules);
    }

    /**
     * Writes the statements and word rules of a pack, as an agency would by hand.
     *
     * @param pack without cases, playbooks, drills, checklists and adjustments
     * @param to where; not closed
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when the pack holds anything else
     */
    public static void write(Pack pack, OutputStream to) throws IOException {
        if (!pack.equals(Pack.ofGuidance(
                pack.id(), pack.title(), pack.maintainer(), pack.sources(), pack.documents(), pack.rules()))) {
            throw new IllegalArgumentException("The pack holds more than statements and word rules.");
        }
        JsonOutput out = JsonOutput.indented(to);
        out.beginObject()
                .member("format", 1)
                .member("id", pack.id())
                .member("version", pack.version())
                .member("title", pack.title())
                .member("maintainer", pack.maintainer());
        out.name("sources").beginArray();
        for (Source source : pack.sources()) {
            out.beginObject()
                    .member("code", source.code())
                    .member("title", source.title())
                    .member("publisher", source.publisher());
            said("url", source.url(), out);
            said("date", source.date(), out);
            out.member("provenance", source.provenance().name()).endObject();
        }
        out.endArray().name("documents").beginArray();
        for (GuidanceDocument document : pack.documents()) {
            write(document, out);
        }
        out.endArray().name("rules").beginArray();
        for (WordRule rule : pack.rules()) {
            write(rule, out);
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void write(GuidanceDocument document, JsonOutput out) throws IOException {
        out.beginObject()
                .member("id", document.id())
                .member("title", document.title())
                .member("audience", document.audience());
        out.name("sections").beginArray();
        for (Section section : document.sections()) {
            out.beginObject()
                    .member("id", section.id())
                    .member("title", section.title())
                    .endObject();
        }
        out.endArray().name("statements").beginArray();
        for (Statement statement : document.statements()) {
            out.beginObject()
                    .member("id", statement.id())
                    .member("section", statement.section())
                    .member("text", statement.text())
                    .member("modality", statement.modality().name())
                    .member("provenance", statement.provenance().name())
                    .member("source", statement.source());
            said("where", statement.where(), out);
            out.member("checked", statement.checked().toString()).endObject();
        }
        out.endArray().endObject();
    }

    private static void write(WordRule rule, JsonOutput out) throws IOException {
        WordRule.Head head = rule.head();
        out.beginObject().member("id", head.id().toString());
        out.member("kind", kind(rule)).member("severity", head.severity().name());
        if (head.cantTell()) {
            out.member("outcome", "CANT_TELL");
        }
        out.name("cites")
                .beginObject()
                .member("document", head.cites().document())
                .member("statement", head.cites().statement())
                .endObject();
        out.member("summary", head.summary()).member("message", head.message());
        said("why", head.why(), out);
        said("fix", head.fix(), out);
        if (!head.platforms().isEmpty()) {
            list("platforms", head.platforms().stream().map(Object::toString).toList(), out);
        }
        some("countries", head.countries().stream().map(Object::toString).toList(), out);
        if (rule instanceof WordRule.Term term) {
            list("terms", term.terms(), out);
            some("except", term.except(), out);
        } else if (rule instanceof WordRule.Swap swap) {
            out.name("swaps").beginObject();
            for (String term : swap.swaps().keySet().stream().sorted().toList()) {
                list(term, swap.swaps().getOrDefault(term, List.of()), out);
            }
            out.endObject();
            some("except", swap.except(), out);
            out.member("safe", swap.safe());
        } else if (rule instanceof WordRule.Limit limit) {
            out.member("count", limit.count().name().toLowerCase(Locale.ROOT)).member("max", limit.max());
        } else if (rule instanceof WordRule.Require require) {
            some("when", require.when(), out);
            some("any", require.any(), out);
            out.member("link", require.link());
        }
        some("pass", head.pass(), out);
        some("fail", head.fail(), out);
        out.endObject();
    }

    private static String kind(WordRule rule) {
        return rule.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static void said(String name, String value, JsonOutput out) throws IOException {
        if (!value.isEmpty()) {
            out.member(name, value);
        }
    }

    private static void some(String name, List<String> values, JsonOutput out) throws IOException {
        if (!values.isEmpty()) {
            list(name, values, out);
        }
    }

    private static void list(String name, List<String> values, JsonOutput out) throws IOException {
        out.name(name).beginArray();
        for (String value : values) {
            out.value(value);
        }
        out.endArray();
    }
}
