package org.govsocial.casestudies;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.govsocial.model.CaseStudy;

/** An Atom feed (RFC 4287), so that people notice new cases. The case last checked comes first. */
final class AtomFeed implements CaseFormat {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Override
    public String id() {
        return "atom";
    }

    @Override
    public void write(CaseLibrary library, OutputStream target) throws IOException {
        try {
            XMLStreamWriter out = XMLOutputFactory.newInstance().createXMLStreamWriter(target, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml:lang", "en-NZ");
            element("id", "urn:govsocial:cases", out);
            element("title", "Case studies: social media in government", out);
            element(
                    "updated",
                    updated(library.cases().stream()
                            .map(AtomFeed::day)
                            .max(LocalDate::compareTo)
                            .orElse(LocalDate.EPOCH)),
                    out);
            for (CaseStudy one : library.cases().stream()
                    .sorted(Comparator.comparing(AtomFeed::day).reversed())
                    .toList()) {
                entry(one, library, out);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException("The feed cannot be written: " + e.getMessage(), e);
        }
    }

    private static void entry(CaseStudy one, CaseLibrary library, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("entry");
        element("id", JsonLinked.iri(one), out);
        element("title", one.title(), out);
        element("updated", updated(day(one)), out);
        out.writeStartElement("author");
        element("name", one.organisation().isEmpty() ? "govsocial" : one.organisation(), out);
        out.writeEndElement();
        for (Facet facet : Facet.values()) {
            for (String value : facet.of(one)) {
                out.writeEmptyElement("category");
                out.writeAttribute("term", value);
                out.writeAttribute("label", Wording.value(facet, value));
            }
        }
        for (CaseStudy.Reading reading : one.readings()) {
            String url = library.catalogue()
                    .source(reading.source())
                    .map(s -> s.url())
                    .orElse("");
            if (!url.isEmpty()) {
                out.writeEmptyElement("link");
                out.writeAttribute("rel", "via");
                out.writeAttribute("href", url);
            }
        }
        out.writeStartElement("summary");
        out.writeAttribute("type", "text");
        out.writeCharacters(allowed((one.purpose() + " " + one.done() + " " + one.result()).strip()));
        out.writeEndElement();
        out.writeEndElement();
    }

    private static LocalDate day(CaseStudy one) {
        return one.checked().orElse(LocalDate.EPOCH);
    }

    private static String updated(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static void element(String name, String text, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(allowed(text));
        out.writeEndElement();
    }

    /** XML has no place for most control characters, not even escaped. */
    private static String allowed(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= ' ' && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c < 0xe000))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
