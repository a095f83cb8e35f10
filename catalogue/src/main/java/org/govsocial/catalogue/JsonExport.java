package org.govsocial.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Section;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.jspecify.annotations.Nullable;

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
            StatementJson.write(statement, out);
            out.endObject();
        }
        out.endArray().endObject();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
