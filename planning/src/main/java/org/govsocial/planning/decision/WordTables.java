package org.govsocial.planning.decision;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.govsocial.spi.InputException;

/**
 * Reads the tables of a Word document: rows of cells of text. Nothing else in the document is looked at, nothing outside
 * of it is fetched, and a document that grows beyond measure is refused.
 */
final class WordTables {
    private static final String BODY = "word/document.xml";
    private static final String NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** A form has some thousand words; this is a hundred times as much. */
    private static final int MOST_BYTES = 32 << 20;

    /** The cells of each open table, row and cell, since a table may stand in a cell of another. */
    private final Deque<List<List<String>>> tables = new ArrayDeque<>();

    private final Deque<StringBuilder> cells = new ArrayDeque<>();
    private final List<List<List<String>>> done = new ArrayList<>();

    private WordTables() {}

    /**
     * Reads the tables.
     *
     * @param where the file's name, for messages
     * @param bytes a .docx file; not closed
     * @return tables of rows of cells, in order
     * @throws InputException when it is no Word document
     * @throws IOException when the bytes cannot be read
     */
    static List<List<List<String>>> read(String where, InputStream bytes) throws InputException, IOException {
        try {
            // What is wrong with the names of other entries is an illegal argument to the library.
            var zip = new ZipInputStream(bytes);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(BODY)) {
                    byte[] body = zip.readNBytes(MOST_BYTES + 1);
                    if (body.length > MOST_BYTES) {
                        throw new InputException(
                                where,
                                "The document is far too big for a form.",
                                "Fill in the form as it was written.");
                    }
                    return new WordTables().tables(body);
                }
            }
        } catch (EOFException | ZipException | XMLStreamException | IllegalArgumentException e) {
            throw new InputException(
                    where,
                    "This is not a whole Word document ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ").",
                    "Save it again as .docx.");
        }
        throw new InputException(where, "This is not a Word document.", "Save it as .docx.");
    }

    private List<List<List<String>>> tables(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        boolean text = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && NAMES.equals(xml.getNamespaceURI())) {
                text = xml.getLocalName().equals("t");
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT && NAMES.equals(xml.getNamespaceURI())) {
                text = false;
                end(xml.getLocalName());
            } else if (text && xml.hasText() && !cells.isEmpty()) {
                cells.element().append(xml.getText());
            }
        }
        return done;
    }

    private void start(String name) {
        switch (name) {
            case "tbl" -> tables.push(new ArrayList<>());
            case "tr" -> {
                if (!tables.isEmpty()) {
                    tables.element().add(new ArrayList<>());
                }
            }
            case "tc" -> cells.push(new StringBuilder());
            case "br", "cr", "tab" -> {
                if (!cells.isEmpty()) {
                    cells.element().append(name.equals("tab") ? ' ' : '\n');
                }
            }
            default -> {
                // Looks and properties do not matter here.
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "tbl" -> {
                if (!tables.isEmpty()) {
                    done.add(tables.pop());
                }
            }
            case "tc" -> {
                if (!cells.isEmpty()) {
                    String text = cells.pop().toString().strip();
                    List<List<String>> rows = tables.isEmpty() ? List.of() : tables.element();
                    if (!rows.isEmpty()) {
                        rows.get(rows.size() - 1).add(text);
                    }
                }
            }
            case "p" -> {
                if (!cells.isEmpty()) {
                    cells.element().append('\n');
                }
            }
            default -> {
                // Ends nothing that counts here.
            }
        }
    }
}
