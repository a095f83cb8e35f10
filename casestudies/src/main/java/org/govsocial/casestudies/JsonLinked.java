package org.govsocial.casestudies;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;

/** JSON-LD in the words of schema.org, so that search engines and catalogues can read the cases. */
final class JsonLinked implements CaseFormat {
    @Override
    public String id() {
        return "jsonld";
    }

    @Override
    public void write(CaseLibrary library, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject()
                .member("@context", "https://schema.org")
                .name("@graph")
                .beginArray();
        for (CaseStudy one : library.cases()) {
            write(one, library, out);
        }
        out.endArray().endObject().endLine();
        out.flush();
    }

    private static void write(CaseStudy one, CaseLibrary library, JsonOutput out) throws IOException {
        out.beginObject()
                .member("@type", "CreativeWork")
                .member("@id", iri(one))
                .member("identifier", one.id());
        out.member("name", one.title()).member("genre", "case study").member("inLanguage", "en-NZ");
        if (!one.purpose().isEmpty()) {
            out.member("about", one.purpose());
        }
        String story = (one.done() + " " + one.result()).strip();
        if (!story.isEmpty()) {
            out.member("abstract", story);
        }
        if (!one.organisation().isEmpty()) {
            out.name("contributor").beginObject().member("@type", "GovernmentOrganization");
            out.member("name", one.organisation()).endObject();
        }
        if (!one.country().isEmpty()) {
            out.name("spatialCoverage").beginObject().member("@type", "Country");
            out.member("name", Wording.country(one.country())).endObject();
        }
        if (!one.from().isEmpty()) {
            out.member("temporalCoverage", one.until().isEmpty() ? one.from() : one.from() + "/" + one.until());
        }
        out.name("keywords").beginArray();
        for (Facet facet : new Facet[] {Facet.TOOL, Facet.PLATFORM, Facet.CONTEXT, Facet.STAGE, Facet.MISHAP}) {
            for (String value : facet.of(one)) {
                out.value(Wording.value(facet, value));
            }
        }
        out.endArray().name("teaches").beginArray();
        for (CaseStudy.Lesson lesson : one.lessons()) {
            out.value(lesson.text());
        }
        out.endArray().name("mentions").beginArray();
        for (CaseStudy.Figure figure : one.figures()) {
            out.beginObject().member("@type", "QuantitativeValue").member("name", figure.what());
            String key = switch (figure.bound()) {
                case OVER -> "minValue";
                case UNDER -> "maxValue";
                default -> "value";
            };
            out.name(key).number(figure.value().toPlainString());
            if (!figure.unit().isEmpty()) {
                out.member("unitText", figure.unit());
            }
            out.endObject();
        }
        out.endArray().name("citation").beginArray();
        for (CaseStudy.Reading reading : one.readings()) {
            var source = library.catalogue().source(reading.source()).orElse(null);
            out.beginObject().member("@type", "CreativeWork");
            out.member("name", source == null ? reading.source() : source.title());
            if (source != null) {
                if (!source.url().isEmpty()) {
                    out.member("url", source.url());
                }
                out.name("publisher").beginObject().member("@type", "Organization");
                out.member("name", source.publisher()).endObject();
            }
            out.endObject();
        }
        out.endArray();
        if (one.checked().isPresent()) {
            out.member("dateModified", one.checked().get().toString());
        }
        out.member("creditText", Wording.standing(one)).endObject();
    }

    static String iri(CaseStudy one) {
        return "urn:govsocial:case:" + one.id();
    }
}
