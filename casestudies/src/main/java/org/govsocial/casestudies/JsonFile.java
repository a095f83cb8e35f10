package org.govsocial.casestudies;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Source;

/** The cases as packs write them, with their sources beside them. */
final class JsonFile implements CaseFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public void write(CaseLibrary library, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().name("cases").beginArray();
        for (CaseStudy one : library.cases()) {
            CaseJson.write(one, out);
        }
        out.endArray().name("sources").beginArray();
        var codes = library.cases().stream()
                .flatMap(c -> c.readings().stream())
                .map(CaseStudy.Reading::source)
                .distinct()
                .sorted()
                .toList();
        for (String code : codes) {
            Source source = library.catalogue().source(code).orElse(null);
            if (source != null) {
                out.beginObject().member("code", code).member("title", source.title());
                out.member("publisher", source.publisher()).member("url", source.url());
                out.member("date", source.date())
                        .member("provenance", source.provenance().name())
                        .endObject();
            }
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
