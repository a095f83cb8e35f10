package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Setting;

/**
 * An OSCAL catalog: documents and sections are groups, statements are controls, the settings of the rules that cite a
 * statement are its parameters, and sources are resources of the back matter.
 */
final class OscalExport implements CatalogueExport {
    @Override
    public String id() {
        return "oscal";
    }

    @Override
    public void write(Catalogue catalogue, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().name("catalog").beginObject();
        out.member("uuid", uuid(catalogue));
        Oscal.metadata(Notes.TITLE, version(catalogue), Notes.WORDING, catalogue, out);
        if (!catalogue.documents().isEmpty()) {
            out.name("groups").beginArray();
            for (Pack pack : catalogue.packs()) {
                for (GuidanceDocument document : pack.documents()) {
                    document(pack, document, catalogue, out);
                }
            }
            out.endArray();
        }
        backMatter(catalogue, out);
        out.endObject().endObject().endLine();
        out.flush();
    }

    /** Other packs make another catalog. */
    static String uuid(Catalogue catalogue) {
        return Oscal.uuid("catalog:" + version(catalogue));
    }

    private static String version(Catalogue catalogue) {
        return catalogue.packs().isEmpty()
                ? "empty"
                : catalogue.packs().stream()
                        .map(pack -> pack.id() + " " + pack.version())
                        .collect(Collectors.joining(", "));
    }

    private static void document(Pack pack, GuidanceDocument d, Catalogue catalogue, JsonOutput out)
            throws IOException {
        out.beginObject()
                .member("id", Oscal.token(d.id()))
                .member("class", "document")
                .member("title", Oscal.markup(d.title()));
        out.name("props").beginArray();
        Oscal.prop("audience", d.audience(), out);
        optional("question", d.question(), out);
        optional("published", d.published(), out);
        optional("version", d.version(), out);
        optional("licence", pack.licence(), out);
        optional("attribution", pack.attribution(), out);
        out.endArray();
        if (!d.sections().isEmpty()) {
            out.name("groups").beginArray();
            for (Section section : d.sections()) {
                section(section, d, catalogue, out);
            }
            out.endArray();
        }
        out.endObject();
    }

    private static void section(Section section, GuidanceDocument d, Catalogue catalogue, JsonOutput out)
            throws IOException {
        out.beginObject()
                .member("id", Oscal.token(section.id()))
                .member("class", "section")
                .member("title", Oscal.markup(section.title()));
        if (!section.number().isEmpty() || !section.pages().isEmpty()) {
            out.name("props").beginArray();
            optional("number", section.number(), out);
            optional("pages", section.pages(), out);
            out.endArray();
        }
        List<Statement> statements = d.statements().stream()
                .filter(s -> s.section().equals(section.id()))
                .toList();
        if (!statements.isEmpty()) {
            out.name("controls").beginArray();
            for (Statement statement : statements) {
                control(statement, d, catalogue, out);
            }
            out.endArray();
        }
        out.endObject();
    }

    private static void control(Statement s, GuidanceDocument d, Catalogue catalogue, JsonOutput out)
            throws IOException {
        List<RuleInfo> rules = catalogue.rules().stream()
                .filter(rule -> rule.cites().document().equals(d.id())
                        && rule.cites().statement().equals(s.id()))
                .toList();
        String id = Oscal.token(s.id());
        out.beginObject()
                .member("id", id)
                .member("class", "statement")
                .member("title", Oscal.markup(s.id() + ": " + opening(s.text())));
        parameters(rules, out);
        out.name("props").beginArray();
        Oscal.prop("provenance", s.provenance().name(), out);
        Oscal.prop("modality", s.modality().name(), out);
        Oscal.prop("standing", s.standing(), out);
        Oscal.prop("source", s.source(), out);
        optional("where", s.where(), out);
        Oscal.prop("checked", s.checked().toString(), out);
        optional("from", s.from(), out);
        optional("until", s.until(), out);
        facet("stage", s.facets().stages(), out);
        facet("role", s.facets().roles(), out);
        facet("phase", s.facets().phases(), out);
        facet("tool", s.facets().tools(), out);
        facet("topic", s.facets().topics(), out);
        facet("audience", s.facets().audiences(), out);
        for (RuleInfo rule : rules) {
            Oscal.prop("rule", rule.id().toString(), out);
        }
        out.endArray();
        links(s, catalogue, out);
        out.name("parts").beginArray();
        out.beginObject()
                .member("id", id + "_smt")
                .member("name", "statement")
                .member("prose", Oscal.markup(s.text()))
                .endObject();
        out.beginObject()
                .member("id", id + "_gdn")
                .member("name", "guidance")
                .member("title", "What it rests on")
                .member("prose", Oscal.markup(Basis.of(s, catalogue).words()))
                .endObject();
        out.endArray().endObject();
    }

    private static void parameters(List<RuleInfo> rules, JsonOutput out) throws IOException {
        if (rules.stream().allMatch(rule -> rule.settings().isEmpty())) {
            return;
        }
        out.name("params").beginArray();
        for (RuleInfo rule : rules) {
            for (Setting setting : rule.settings()) {
                out.beginObject()
                        .member("id", Oscal.parameter(rule.id(), setting.name()))
                        .member("label", Oscal.markup(rule.id() + " " + setting.name()))
                        .member("usage", Oscal.markup(setting.meaning()));
                out.name("constraints").beginArray().beginObject();
                out.member("description", setting.min() + " to " + setting.max());
                out.endObject().endArray();
                out.name("values")
                        .beginArray()
                        .value(Integer.toString(setting.value()))
                        .endArray();
                out.endObject();
            }
        }
        out.endArray();
    }

    private static void links(Statement s, Catalogue catalogue, JsonOutput out) throws IOException {
        boolean described = catalogue.source(s.source()).isPresent();
        var targets = new ArrayList<Link>();
        for (Link link : s.links()) {
            if (holds(catalogue, link.statement())) {
                targets.add(link);
            }
        }
        if (!described && targets.isEmpty()) {
            return;
        }
        out.name("links").beginArray();
        if (described) {
            out.beginObject()
                    .member("href", "#" + resource(s.source()))
                    .member("rel", "reference")
                    .endObject();
        }
        for (Link link : targets) {
            out.beginObject()
                    .member("href", "#" + Oscal.token(link.statement()))
                    .member(
                            "rel",
                            link.relation().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .endObject();
        }
        out.endArray();
    }

    private static boolean holds(Catalogue catalogue, String statement) {
        return catalogue.documents().stream()
                .flatMap(d -> d.statements().stream())
                .anyMatch(s -> s.id().equals(statement));
    }

    private static void backMatter(Catalogue catalogue, JsonOutput out) throws IOException {
        var sources = Sources.of(catalogue);
        if (sources.isEmpty()) {
            return;
        }
        out.name("back-matter").beginObject().name("resources").beginArray();
        for (Source source : sources) {
            out.beginObject()
                    .member("uuid", resource(source.code()))
                    .member("title", Oscal.markup(source.title()))
                    .member("description", Oscal.markup("Published by " + source.publisher() + "."));
            out.name("props").beginArray();
            Oscal.prop("code", source.code(), out);
            Oscal.prop("provenance", source.provenance().name(), out);
            optional("published", source.date(), out);
            out.endArray();
            if (Oscal.isUri(source.url())) {
                out.name("rlinks").beginArray();
                out.beginObject().member("href", source.url()).endObject();
                out.endArray();
            }
            out.endObject();
        }
        out.endArray().endObject();
    }

    private static String resource(String source) {
        return Oscal.uuid("source:" + source);
    }

    private static void optional(String name, String value, JsonOutput out) throws IOException {
        if (!value.isBlank()) {
            Oscal.prop(name, value, out);
        }
    }

    private static void facet(String name, List<String> words, JsonOutput out) throws IOException {
        for (String word : words) {
            Oscal.prop(name, word, out);
        }
    }

    /** Enough of a statement to know it by. */
    private static String opening(String text) {
        String line = Oscal.line(text);
        if (line.length() <= 80) {
            return line;
        }
        int end = line.lastIndexOf(' ', 80);
        return line.substring(0, end < 40 ? 80 : end) + "…";
    }
}
