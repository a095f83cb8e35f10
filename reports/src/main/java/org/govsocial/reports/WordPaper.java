package org.govsocial.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.govsocial.model.Paper;

/**
 * A Word document (ECMA-376, transitional): the parts that never change are resources of this package, {@code
 * word/styles.xml} above all; {@link WordBody} writes the words. Entries bear a fixed date, so that the same paper gives
 * the same bytes.
 */
final class WordPaper {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Paper paper;

    WordPaper(Paper paper) {
        this.paper = paper;
    }

    void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var part : parts().entrySet()) {
            var entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
        out.flush();
    }

    /** By name. The types come first, since readers that stream look for them there. */
    private Map<String, String> parts() throws IOException {
        try {
            var body = new WordBody(paper);
            String document = body.document();
            var parts = new LinkedHashMap<String, String>();
            parts.put("[Content_Types].xml", resource("content-types.xml"));
            parts.put("_rels/.rels", resource("package-relations.xml"));
            parts.put("docProps/core.xml", properties());
            parts.put("word/document.xml", document);
            parts.put("word/_rels/document.xml.rels", relations(body.addresses()));
            parts.put("word/styles.xml", inLanguage(resource("styles.xml")));
            parts.put("word/settings.xml", inLanguage(resource("settings.xml")));
            parts.put("word/footer1.xml", resource("footer.xml"));
            parts.put("word/numbering.xml", numbering(body.numberedLists()));
            return parts;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private String properties() throws XMLStreamException {
        var text = new StringWriter();
        var xml = new WordXml(text);
        xml.start("cp:coreProperties");
        xml.attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.element("dc:title", paper.title());
        xml.element("dc:language", paper.language().toLanguageTag());
        xml.end();
        return xml.finish();
    }

    private String relations(List<String> addresses) throws XMLStreamException {
        var text = new StringWriter();
        var xml = new WordXml(text);
        xml.start("Relationships");
        xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        int id = 0;
        for (String part : List.of("styles", "settings", "numbering", "footer")) {
            id++;
            String target = part.equals("footer") ? "footer1.xml" : part + ".xml";
            xml.empty("Relationship", "Id", "rId" + id, "Type", RELATIONS + "/" + part, "Target", target);
        }
        for (int i = 0; i < addresses.size(); i++) {
            xml.empty(
                    "Relationship",
                    "Id",
                    WordBody.link(i),
                    "Type",
                    RELATIONS + "/hyperlink",
                    "Target",
                    addresses.get(i),
                    "TargetMode",
                    "External");
        }
        xml.end();
        return xml.finish();
    }

    /** One numbering for bullets, and one for each numbered list, so that each starts from 1. */
    private static String numbering(int lists) throws IOException {
        var nums = new StringBuilder();
        for (int i = 0; i < lists; i++) {
            nums.append("<w:num w:numId=\"" + (WordBody.FIRST_NUMBERED + i)
                    + "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                    + "</w:lvlOverride></w:num>\n");
        }
        return resource("numbering.xml").replace("<!-- numbered lists -->", nums);
    }

    /** A language tag holds letters, digits and hyphens alone. */
    private String inLanguage(String part) {
        return part.replace("en-NZ", paper.language().toLanguageTag());
    }

    private static String resource(String name) throws IOException {
        try (InputStream part = WordPaper.class.getResourceAsStream("word/" + name)) {
            if (part == null) {
                throw new IOException("A part of Word documents, " + name + ", is missing from the jar.");
            }
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
