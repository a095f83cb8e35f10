package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.PostReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OfficeFilesTest {
    private static final String BODY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:document xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:r="r" xmlns:mc="mc" xmlns:adec="adec"><w:body>
            <w:p><w:r><w:t>Tēnā koutou</w:t></w:r><w:r><w:t xml:space="preserve"> katoa </w:t></w:r><w:r><w:t>👋</w:t></w:r></w:p>
            <w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>Come &amp; see</w:t><w:br/><w:t>us</w:t></w:r></w:ins></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><wp:docPr id="1" descr="A map of the route"/>
            <a:blip r:embed="rId4"/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>again</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            <w:p><w:r><w:drawing><wp:inline><wp:docPr id="2"><a:extLst><adec:decorative val="1"/></a:extLst></wp:docPr><a:blip r:embed="rId5"/></wp:inline></w:drawing></w:r></w:p>
            <w:p><w:r><w:drawing><wp:anchor><wp:docPr id="3" name="Picture 3"/><a:blip r:embed="rId6"/></wp:anchor></w:drawing></w:r></w:p>
            </w:body></w:document>
            """;
    private static final String RELATIONS = """
            <Relationships><Relationship Id="rId4" Target="media/image1.png"/><Relationship Id="rId5" Target="media/image2.gif"/>
            <Relationship Id="rId6" Target="/word/media/image3.emf"/></Relationships>
            """;
    private static final String SHEET = """
            <worksheet xmlns="s"><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Date</t></is></c><c r="D1" t="inlineStr"><is><r><t>Alt </t></r><r><t>text</t></r></is></c><c r="E1" t="str"><f>1</f><v>Image</v></c><c r="F1" t="inlineStr"><is><t>Id</t></is></c></row>
            <row r="2"/>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="inlineStr"><is><t>x</t></is></c><c r="C3" s="1"><v>46344.375</v></c><c r="D3" t="inlineStr"><is><t>A pool</t></is></c><c r="E3" t="inlineStr"><is><t>pool.jpg</t></is></c><c r="F3"><v>1.8E+18</v></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>Second</t></is></c><c r="E4" t="inlineStr"><is><t>b.png</t></is></c></row>
            <row r="5"><c r="B5" t="inlineStr"><is><t>no such platform!</t></is></c><c r="A5" t="inlineStr"><is><t>Third</t></is></c></row>
            </sheetData></worksheet>
            """;

    @TempDir
    Path folder;

    private Input zip(String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return Inputs.file(file, name);
    }

    private static Map<String, String> word(String body) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", body);
        parts.put("word/_rels/document.xml.rels", RELATIONS);
        return parts;
    }

    private static Map<String, String> book(String sheet) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.xml", """
                <workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/>
                <sheet name="Posts" sheetId="2" r:id="rId2"/></sheets></workbook>
                """);
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
                """);
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>Text</t></si><si><t>Platform</t></si><si><r><t>Kia ora </t></r>"
                        + "<r><t>tātou</t></r><rPh><t>x</t></rPh></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"d/mm/yyyy\\ h:mm\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>To do</t>"
                        + "</is></c></row></sheetData></worksheet>");
        parts.put("xl/worksheets/sheet2.xml", sheet);
        return parts;
    }

    @Test
    void a_word_document_is_one_post_with_its_pictures() throws Exception {
        Input input = zip("draft.docx", word(BODY));
        assertTrue(new WordPost().recognises(input) > PostReader.LIKELY);
        Post post = Reading.of(new WordPost(), input).only();
        assertEquals("Tēnā koutou katoa 👋\nCome & see\nus", post.text());
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("A map of the route"))
                                .withFile("media/image1.png"),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.DECORATIVE)
                                .withFile("media/image2.gif"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.MISSING).withFile("media/image3.emf")),
                post.media());
        assertEquals("draft.docx", post.id());
    }

    @Test
    void a_workbook_is_one_post_a_row() throws Exception {
        Input input = zip("posts.xlsx", book(SHEET));
        assertTrue(new WorkbookPosts().recognises(input) > PostReader.LIKELY);
        Reading all = Reading.of(new WorkbookPosts(), input);
        assertEquals(2, all.posts.size(), all.problems::toString);
        Post first = all.posts.get(0);
        assertEquals("Kia ora tātou", first.text());
        assertEquals(Platform.X, first.platform());
        assertEquals("1800000000000000000", first.id());
        assertEquals(Instant.parse("2026-11-17T20:00:00Z"), first.time(), "New Zealand time");
        assertEquals(
                List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of("A pool")).withFile("pool.jpg")), first.media());
        assertEquals("posts.xlsx:3#Posts!3", all.places.get(0).toString());
        assertEquals(TextAlternative.MISSING, all.posts.get(1).media().get(0).alt());
        assertEquals(1, all.problems.size());
        assertTrue(all.problems.get(0).where().startsWith("posts.xlsx:5"), all.problems::toString);
    }

    @Test
    void what_is_no_such_document_is_refused_in_clear_words() throws Exception {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"" + "a".repeat(1000)
                + "\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><d>&a;&b;</d>";
        for (Input input : List.of(
                zip("empty.docx", Map.of("a.txt", "a")),
                zip("entities.docx", word(bomb)),
                zip("broken.docx", word(BODY.substring(0, 400))),
                zip("blank.docx", word("<d><p><t> </t></p></d>")),
                zip("deep.docx", word("<d>" + "<p>".repeat(20_000))))) {
            refused(new WordPost(), input);
        }
        for (Input input : List.of(
                zip("empty.xlsx", Map.of("a.txt", "a")),
                zip("entities.xlsx", book(bomb)),
                zip("noheader.xlsx", book("<worksheet><sheetData/></worksheet>")),
                zip("broken.xlsx", book(SHEET.substring(0, SHEET.length() - 60))))) {
            refused(new WorkbookPosts(), input);
        }
        // Sixty megabytes of nothing in sixty kilobytes.
        refused(new WordPost(), zip("bomb.docx", word("<d>" + " ".repeat(60 << 20) + "</d>")));
        Path text = Files.writeString(folder.resolve("text.docx"), "Kia ora");
        refused(new WordPost(), Inputs.file(text, "text.docx"));
        refused(new WordPost(), Reading.input("piped.docx", new byte[] {'P', 'K', 3, 4}));
    }

    private static void refused(PostReader reader, Input input) {
        InputException e =
                assertThrows(InputException.class, () -> Reading.of(reader, input), () -> input.name() + " was read");
        HostileInputTest.assertClear(e.problem(), input.name());
        assertTrue(e.problem().where().startsWith(input.name()), e.toString());
    }

    @Test
    @Timeout(60)
    void damaged_documents_end_in_posts_or_one_clear_message() throws Exception {
        long seed = 20_261_122;
        var random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (var kind : List.of(
                Map.entry((PostReader) new WordPost(), zip("a.docx", word(BODY))),
                Map.entry((PostReader) new WorkbookPosts(), zip("a.xlsx", book(SHEET))))) {
            byte[] whole;
            try (var in = kind.getValue().open()) {
                whole = in.readAllBytes();
            }
            for (int round = 0; round < 500; round++) {
                byte[] bytes = whole.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
                Path file =
                        Files.write(folder.resolve("damaged." + kind.getKey().id()), bytes);
                String why = kind.getKey().id() + " seed " + seed + " round " + round;
                try {
                    Reading.of(kind.getKey(), Inputs.file(file, "damaged"));
                    read++;
                } catch (InputException e) {
                    HostileInputTest.assertClear(e.problem(), why);
                    refused++;
                } catch (IOException | RuntimeException | Error e) {
                    Assertions.fail(why, e);
                }
            }
        }
        assertTrue(read > 50 && refused > 50, read + " read, " + refused + " refused");
    }
}
