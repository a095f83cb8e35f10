package org.govsocial.archives;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.govsocial.spi.InputException;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/** XML as a stream of events. Document types and entities of a document's own, which can hide bombs, are refused. */
final class XmlEvents {
    /** More nesting than any document needs. */
    private static final int MAX_DEPTH = 1_000;

    /** Within so many bytes a declaration names the encoding. */
    private static final int DECLARATION = 200;

    private static final Pattern ENCODING = Pattern.compile(
            "^(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private final String name;
    private final XMLStreamReader reader;
    private int depth;

    private XmlEvents(String name, XMLStreamReader reader) {
        this.name = name;
        this.reader = reader;
    }

    /**
     * Bytes are decoded before the JDK's reader sees them, which tells the screen of those that do not fit.
     *
     * @param in closed by the caller
     */
    static XmlEvents open(String name, InputStream in) throws InputException, IOException {
        var bytes = new BufferedInputStream(in);
        bytes.mark(DECLARATION + 1);
        String head = new String(bytes.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
        bytes.reset();
        Matcher declared = ENCODING.matcher(head);
        Charset charset = StandardCharsets.UTF_8;
        try {
            charset = declared.find() ? Charset.forName(declared.group(1)) : charset;
        } catch (IllegalArgumentException e) {
            throw new InputException(name, "The XML names an encoding that is not known.", "Save it as UTF-8.");
        }
        // UTF-16 shows by its mark, whatever is declared; in the declaration it would have been unreadable.
        Charset plain = charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
        Reader text = new BufferedReader(StrictText.open(name, bytes, ReadOptions.DEFAULTS.withEncoding(plain)));
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            return new XmlEvents(name, factory.createXMLStreamReader(text));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof NotTextException cause) {
                throw cause.toInputException();
            }
            throw new InputException(name, "This is no well-formed XML.", "Export or save it again.");
        }
    }

    /** The next event; one of {@link XMLStreamConstants}, of which the last is the end of the document. */
    int next() throws InputException, IOException {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw wrong("The elements nest more than 1,000 deep, which no such document does.");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw wrong("The XML declares a document type or entities, which are not read.");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof NotTextException cause) {
                throw cause.toInputException();
            }
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw wrong("The XML is not well-formed, or it is cut short.");
        } catch (RuntimeException e) {
            // The JDK's reader has failed in such ways on damaged input.
            throw wrong("The XML is damaged.");
        }
    }

    private InputException wrong(String what) {
        int line = reader.getLocation() == null ? 0 : reader.getLocation().getLineNumber();
        return new InputException(
                line > 0 ? name + ":" + line : name,
                what,
                "Export or save it again, and be careful where it comes from.");
    }

    boolean hasNext() throws InputException {
        try {
            return reader.hasNext();
        } catch (XMLStreamException e) {
            throw wrong("The XML is not well-formed, or it is cut short.");
        }
    }

    String element() {
        return reader.getLocalName();
    }

    int depth() {
        return depth;
    }

    String text() {
        return reader.getText();
    }

    /** An attribute of any namespace; null when absent. */
    @Nullable
    String attribute(String local) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(local)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    int line() {
        return reader.getLocation() == null
                ? 0
                : Math.max(0, reader.getLocation().getLineNumber());
    }

    /** Leaves the element that was just entered, with all that it holds. */
    void skip() throws InputException, IOException {
        int outside = depth - 1;
        while (depth > outside && hasNext()) {
            next();
        }
    }

    /** The characters of the element that was just entered, with those of elements in it. */
    String content(int limit) throws InputException, IOException {
        int outside = depth - 1;
        var all = new StringBuilder();
        while (depth > outside && hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (all.length() + text().length() > limit) {
                    throw wrong("A text in it is too long.");
                }
                all.append(text());
            }
        }
        return all.toString();
    }
}
