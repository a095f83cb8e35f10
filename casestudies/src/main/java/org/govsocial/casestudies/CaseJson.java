package org.govsocial.casestudies;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.govsocial.model.Platform;

/** Writes a case as it stands in a pack. */
public final class CaseJson {
    private CaseJson() {}

    static String text(CaseStudy one) {
        var text = new StringWriter();
        JsonOutput out = JsonOutput.compact(text);
        try {
            write(one, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be written.", e);
        }
        return text.toString();
    }

    /**
     * Writes a case.
     *
     * @param one the case
     * @param out takes an object
     * @throws IOException when writing fails
     */
    public static void write(CaseStudy one, JsonOutput out) throws IOException {
        out.beginObject();
        members(one, out);
        out.endObject();
    }

    /**
     * Writes the keys of a case into an open object.
     *
     * @param one the case
     * @param out stands in an object
     * @throws IOException when writing fails
     */
    public static void members(CaseStudy one, JsonOutput out) throws IOException {
        out.member("id", one.id()).member("title", one.title());
        given("organisation", one.organisation(), out);
        given("country", one.country(), out);
        given("from", one.from(), out);
        given("until", one.until(), out);
        texts("tool", one.setting().tools(), out);
        texts("platform", one.setting().platforms().stream().map(Platform::id).toList(), out);
        texts("context", one.setting().contexts(), out);
        texts("stage", one.setting().stages(), out);
        texts("audience", one.setting().audiences(), out);
        texts("mishap", one.setting().mishaps(), out);
        given("purpose", one.purpose(), out);
        given("done", one.done(), out);
        given("result", one.result(), out);
        out.member("outcome", Wording.kebab(one.outcome()));
        figures(one, out);
        if (!one.lessons().isEmpty()) {
            out.name("lessons").beginArray();
            for (CaseStudy.Lesson lesson : one.lessons()) {
                out.beginObject().member("text", lesson.text());
                if (!lesson.cites().isEmpty()) {
                    cites(lesson.cites(), out);
                }
                out.endObject();
            }
            out.endArray();
        }
        cites(one.cites(), out);
        out.name("sources").beginArray();
        for (CaseStudy.Reading reading : one.readings()) {
            out.beginObject().member("source", reading.source());
            given("where", reading.where(), out);
            out.member("checked", reading.checked().toString()).endObject();
        }
        out.endArray();
        out.member("provenance", one.provenance().name());
        out.member("confidence", Wording.kebab(one.confidence()));
    }

    private static void figures(CaseStudy one, JsonOutput out) throws IOException {
        if (one.figures().isEmpty()) {
            return;
        }
        out.name("figures").beginArray();
        for (CaseStudy.Figure figure : one.figures()) {
            out.beginObject().member("what", figure.what());
            if (figure.bound() != CaseStudy.Bound.EXACT) {
                out.member("bound", Wording.kebab(figure.bound()));
            }
            out.name("value").number(figure.value().toPlainString());
            given("unit", figure.unit(), out);
            out.member("source", figure.source()).endObject();
        }
        out.endArray();
    }

    static void cites(List<Citation> cites, JsonOutput out) throws IOException {
        out.name("cites").beginArray();
        for (Citation cited : cites) {
            out.beginObject()
                    .member("document", cited.document())
                    .member("statement", cited.statement())
                    .endObject();
        }
        out.endArray();
    }

    private static void given(String name, String value, JsonOutput out) throws IOException {
        if (!value.isEmpty()) {
            out.member(name, value);
        }
    }

    private static void texts(String name, List<String> values, JsonOutput out) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        out.name(name).beginArray();
        for (String value : values) {
            out.value(value);
        }
        out.endArray();
    }
}
