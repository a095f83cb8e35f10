package org.govsocial.casestudies;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Pack;
import org.govsocial.model.Source;

/** Writes packs of cases, which are how cases are sent. */
public final class CasePacks {
    private CasePacks() {}

    /**
     * Writes the sources and cases of a pack, as a pack of format 1.
     *
     * @param pack what to write; documents, rules and adjustments are left out
     * @param target takes UTF-8; not closed
     * @throws IOException when writing fails
     */
    public static void write(Pack pack, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().member("format", 1).member("id", pack.id()).member("version", pack.version());
        out.member("title", pack.title()).member("maintainer", pack.maintainer());
        if (!pack.licence().isEmpty()) {
            out.member("licence", pack.licence());
        }
        if (!pack.attribution().isEmpty()) {
            out.member("attribution", pack.attribution());
        }
        out.name("sources").beginArray();
        for (Source source : pack.sources()) {
            out.beginObject().member("code", source.code()).member("title", source.title());
            out.member("publisher", source.publisher());
            if (!source.url().isEmpty()) {
                out.member("url", source.url());
            }
            if (!source.date().isEmpty()) {
                out.member("date", source.date());
            }
            out.member("provenance", source.provenance().name()).endObject();
        }
        out.endArray();
        out.name("cases").beginArray();
        for (CaseStudy one : pack.cases()) {
            CaseJson.write(one, out);
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
