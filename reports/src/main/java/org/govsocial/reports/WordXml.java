package org.govsocial.reports;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML by qualified names. Text has no character that XML forbids: such are made visible. */
final class WordXml {
    private final StringWriter text;
    private final XMLStreamWriter out;

    WordXml(StringWriter text) throws XMLStreamException {
        this.text = text;
        this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        out.writeStartDocument("UTF-8", "1.0");
        out.writeCharacters("\n");
    }

    WordXml start(String name) throws XMLStreamException {
        out.writeStartElement(name);
        return this;
    }

    WordXml attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, Visible.line(value));
        return this;
    }

    WordXml end() throws XMLStreamException {
        out.writeEndElement();
        return this;
    }

    /** An element without content; attributes as name and value in turn. */
    WordXml empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    WordXml element(String name, String content) throws XMLStreamException {
        start(name);
        out.writeCharacters(Visible.line(content));
        return end();
    }

    /** An element whose spaces count. */
    WordXml textElement(String name, String content) throws XMLStreamException {
        start(name).attribute("xml:space", "preserve");
        out.writeCharacters(Visible.line(content));
        return end();
    }

    String finish() throws XMLStreamException {
        out.writeEndDocument();
        out.flush();
        return text.toString();
    }
}
