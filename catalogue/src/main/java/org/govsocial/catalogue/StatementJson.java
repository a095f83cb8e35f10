package org.govsocial.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Link;
import org.govsocial.model.Statement;
import org.jspecify.annotations.Nullable;

/** A statement as JSON, the same wherever one is written. */
public final class StatementJson {
    private StatementJson() {}

    /**
     * Writes the keys of a statement: id, section, text, modality, standing, provenance, source, where, checked, from,
     * until, stages, roles, phases, tools, topics, audiences, links.
     *
     * @param s the statement
     * @param out stands in an open object
     * @throws IOException when writing fails
     */
    public static void write(Statement s, JsonOutput out) throws IOException {
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

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
