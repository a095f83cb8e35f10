package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/** JSON for programs: documents with their statements, and the sources. */
final class JsonExport implements CatalogueExport {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public void write(Catalogue catalogue, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().name("documents").beginArray();
        for (Pack pack : catalogue.packs()) {
            for (GuidanceDocument document : pack.documents()) {
                document(pack, document, out);
            }
        }
        out.endArray().name("sources").beginArray();
        for (Source source : Sources.of(catalogue)) {
            out.beginObject()
                    .member("code", source.code())
                    .member("title", source.title())
                    .member("publisher", source.publisher())
                    .member("url", orNull(source.url()))
                    .member("date", orNull(source.date()))
                    .member("provenance", source.provenance().name())
                    .endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void document(Pack pack, GuidanceDocument document, JsonOutput out) throws IOException {
        out.beginObject()
                .member("id", document.id())
                .member("title", document.title())
                .member("audience", document.audience())
                .member("question", orNull(document.question()))
                .member("published", orNull(document.published()))
                .member("version", orNull(document.version()))
                .member("pack", pack.id())
                .member("licence", orNull(pack.licence()))
                .member("attribution", orNull(pack.attribution()));
        out.name("sections").beginArray();
        for (Section section : document.sections()) {
            out.beginObject()
                    .member("id", section.id())
                    .member("number", orNull(section.number()))
                    .member("title", section.title())
                    .member("pages", orNull(section.pages()))
                    .endObject();
        }
        out.endArray().name("statements").beginArray();
        for (Statement statement : document.statements()) {
            out.beginObject();
            statement(statement, out);
            out.endObject();
        }
        out.endArray().endObject();
    }

    /** The keys of a statement, into an open object. */
    static void statement(Statement s, JsonOutput out) throws IOException {
        out.member("id", s.id())
                .member("section", s.section())
                .member("text", s.text())
                .member("modality", s.modality().name())
                .member("standing", s.standing())
                .member("provenance", s.provenance().name())
                .member("source", s.source())
                .member("where", orNull(s.where()))
                .member("checked", s.checked().toString())
                .member("from", orNull(s.from()))
                .member("until", orNull(s.until()));
        facet("stages", s.facets().stages(), out);
        facet("roles", s.facets().roles(), out);
        facet("phases", s.facets().phases(), out);
        facet("tools", s.facets().tools(), out);
        facet("topics", s.facets().topics(), out);
        facet("audiences", s.facets().audiences(), out);
        out.name("links").beginArray();
        for (Link link : s.links()) {
            out.beginObject()
                    .member(
                            "rel",
                            link.relation().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .member("to", link.statement())
                    .endObject();
        }
        out.endArray();
    }

    private static void facet(String name, List<String> words, JsonOutput out) throws IOException {
        out.name(name).beginArray();
        for (String word : words) {
            out.value(word);
        }
        out.endArray();
    }

    private static @org.jspecify.annotations.Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
