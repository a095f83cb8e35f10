package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.govsocial.model.Block;
import org.govsocial.model.Citation;
import org.govsocial.model.Gap;
import org.govsocial.model.Modality;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.govsocial.model.Provenance;
import org.govsocial.model.Span;
import org.govsocial.model.Statement;
import org.govsocial.spi.DocumentFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

class PaperTest {
    /** What an attacker, or a careless paste, may put where words belong. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</title></style></svg><iframe src=javascript:alert(1)>",
            "=HYPERLINK(\"https://evil.example\",\"click\")",
            "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
            "| broken | table |\n| --- | --- |",
            "# not a heading\n- not a list\n1. nor this\n===\n> nor a quotation\n```",
            "]]>&lt;!ENTITY x SYSTEM 'file:///etc/passwd'&x;",
            "a\u0000b\u0007c\u001bd\ufffee\uffff",
            "right \u202eto left\u202c and \u2066isolated\u2069",
            "half a pair \ud83d alone, whole \ud83d\ude00",
            "عربي שלום \u0101\u0304 whānau",
            "{{mustache}} ${jndi:ldap://evil} %n%s",
            tenThousandLetters(),
            "  spaces  at both ends  ",
            " ");

    /** Not one letter again and again, since readers take a file that packs too well for a bomb. */
    private static String tenThousandLetters() {
        return new Random(1)
                .ints(10_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static final Statement STATEMENT = new Statement(
            "LEG-3",
            "legal",
            "Keep personal information safe.",
            Modality.MUST,
            Provenance.NZ_CURRENT,
            "PRV",
            "",
            LocalDate.of(2026, 11, 22),
            Statement.Facets.ALL,
            "",
            "",
            List.of());

    private static final Span.Cite CITE = Span.Cite.of("toolbox", STATEMENT, "Privacy Act 2020");
    private static final Gap OWNER = new Gap("the channel's owner", "Name a person, and a deputy.");

    /** Every kind of block and span. */
    static Paper sample() {
        return Paper.of(
                "Moderation policy: Harbour Agency",
                List.of(
                        Block.heading(1, "Purpose"),
                        Block.paragraph("Kia ora.\nThis policy is short."),
                        new Block.Paragraph(Passage.of(
                                new Span.Words("Owned by "),
                                OWNER,
                                new Span.Words(", as the law says"),
                                CITE,
                                new Span.Words(". See "),
                                new Span.Hyperlink("the guidance", URI.create("https://example.govt.nz/a?b=c&d=e")),
                                new Span.Words(" and "),
                                new Span.Strong("mind the date"),
                                new Span.Words("."))),
                        Block.heading(2, "What we do"),
                        Block.bullets(List.of("Read every comment", "Answer within a day")),
                        Block.steps(List.of("Keep a copy", "Hide it", "Say why")),
                        Block.paragraph("Then:"),
                        Block.steps(List.of("Write it down")),
                        Block.heading(3, "Figures"),
                        new Block.Table(
                                "Channels",
                                List.of("Channel", "Owner"),
                                List.of(
                                        List.of(Passage.of("Facebook"), Passage.of(OWNER)),
                                        List.of(
                                                Passage.of("Blog"),
                                                Passage.of("Aroha").and(CITE)))),
                        Block.Table.of("Removals", List.of("Date", "Why"), List.of()),
                        new Block.Chart(
                                "Posts by week",
                                "Posts fell from twelve to none.",
                                "posts",
                                "Week",
                                List.of("46", "47", "48"),
                                List.of(
                                        new Block.Chart.Series(
                                                "Ours",
                                                List.of(
                                                        OptionalDouble.of(12),
                                                        OptionalDouble.of(0),
                                                        OptionalDouble.empty())),
                                        new Block.Chart.Series(
                                                "Replies",
                                                List.of(
                                                        OptionalDouble.of(3.456),
                                                        OptionalDouble.of(1),
                                                        OptionalDouble.of(2))))),
                        new Block.Quotation("We made a mistake.\nWe are sorry.", List.of(CITE)),
                        new Block.SignOff(
                                "Approval",
                                List.of(
                                        new Block.SignOff.Signatory("Manager", "Aroha Ngata"),
                                        new Block.SignOff.Signatory("Privacy officer", "")))));
    }

    /** The same words wherever words can stand. */
    static Paper filled(String text) {
        String some = text.isBlank() ? "x" + text : text;
        var words = Passage.of(text);
        return Paper.of(
                some,
                List.of(
                        Block.heading(1, some),
                        Block.paragraph(text),
                        new Block.Paragraph(Passage.of(
                                new Span.Strong(text),
                                new Span.Hyperlink(some, URI.create("https://example.govt.nz/%22%3E%3Cscript%3E")),
                                new Gap(some, text),
                                new Span.Cite(new Citation(some, some), text))),
                        new Block.Bullets(List.of(words, words)),
                        new Block.Steps(List.of(words, words)),
                        new Block.Table(some, List.of(some, some), List.of(List.of(words, words))),
                        new Block.Chart(
                                some,
                                some,
                                some,
                                some,
                                List.of(some),
                                List.of(new Block.Chart.Series(some, List.of(OptionalDouble.of(1))))),
                        new Block.Quotation(text, List.of()),
                        new Block.SignOff(some, List.of(new Block.SignOff.Signatory(some, text)))));
    }

    static byte[] bytes(Paper paper, DocumentFormat format) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(paper, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static String text(Paper paper, DocumentFormat format) {
        return new String(bytes(paper, format), StandardCharsets.UTF_8);
    }

    static XWPFDocument word(Paper paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(bytes(paper, PaperFormat.WORD)));
    }

    @Test
    void the_plug_in_brings_the_formats() {
        assertEquals(
                List.of("md", "html", "docx"),
                new Reports().documentFormats().stream().map(DocumentFormat::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_same_paper_gives_the_same_bytes(PaperFormat format) {
        byte[] once = bytes(sample(), format);
        assertTrue(once.length > 1000);
        assertArrayEquals(once, bytes(sample(), format));
    }

    @Test
    void a_web_page_has_language_title_headings_in_order_and_no_script() {
        Document page = Jsoup.parse(text(sample(), PaperFormat.HTML));
        assertEquals("en-NZ", page.selectFirst("html").attr("lang"));
        assertEquals("Moderation policy: Harbour Agency", page.title());
        assertEquals(
                List.of(
                        "h1 Moderation policy: Harbour Agency",
                        "h2 Purpose",
                        "h3 What we do",
                        "h4 Figures",
                        "h2 What is missing",
                        "h2 What this rests on"),
                page.select("h1, h2, h3, h4, h5").stream()
                        .map(h -> h.tagName() + " " + h.text())
                        .toList());
        assertTrue(page.select("script, iframe, img, [onclick]").isEmpty());
    }

    @Test
    void tables_of_a_web_page_have_captions_and_headings_with_scope() {
        Document page = Jsoup.parse(text(sample(), PaperFormat.HTML));
        assertEquals(3, page.select("table").size());
        for (Element table : page.select("table")) {
            assertFalse(table.selectFirst("caption").text().isBlank());
            assertTrue(table.select("thead th[scope=col]").size() >= 2);
            for (Element row : table.select("tbody tr")) {
                assertEquals("row", row.child(0).attr("scope"));
            }
        }
        assertTrue(page.text().contains("Removals: none."));
    }

    @Test
    void every_link_inside_a_web_page_leads_somewhere() {
        Document page = Jsoup.parse(text(sample(), PaperFormat.HTML));
        int links = 0;
        for (Element link : page.select("a[href^=#]")) {
            assertEquals(
                    1,
                    page.select("[id=" + link.attr("href").substring(1) + "]").size(),
                    link.toString());
            links++;
        }
        assertEquals(5, links);
        assertEquals(
                "https://example.govt.nz/a?b=c&d=e",
                page.selectFirst("a[href^=https]").attr("href"));
    }

    @Test
    void a_chart_has_title_description_real_text_and_a_table_and_tells_nothing_from_none() {
        Document page = Jsoup.parse(text(sample(), PaperFormat.HTML));
        Element chart = page.selectFirst("svg[role=img]");
        assertEquals("Posts by week", chart.selectFirst("title").text());
        assertTrue(chart.selectFirst("desc").text().startsWith("Posts fell from twelve to none."));
        List<String> labels = chart.select("text").eachText();
        assertEquals(
                List.of(
                        "46",
                        "Ours: 12 posts",
                        "Replies: 3.46 posts",
                        "47",
                        "Ours: 0 posts",
                        "Replies: 1 posts",
                        "48",
                        "Ours: no data",
                        "Replies: 2 posts"),
                labels);
        assertEquals(
                "12 3.46",
                page.select("table")
                        .get(1)
                        .select("tbody tr")
                        .get(0)
                        .select("td")
                        .text());
        assertEquals("400", chart.select("rect").get(0).attr("width"));
        assertEquals(4, chart.select("rect").size());
    }

    @Test
    void a_word_document_has_title_language_headings_and_numbered_lists() throws IOException {
        try (XWPFDocument document = word(sample())) {
            assertEquals(
                    "Moderation policy: Harbour Agency",
                    document.getProperties().getCoreProperties().getTitle());
            assertEquals(
                    "en-NZ",
                    document.getStyles()
                            .getCtStyles()
                            .getDocDefaults()
                            .getRPrDefault()
                            .getRPr()
                            .getLangArray(0)
                            .getVal());
            var headings = new ArrayList<String>();
            var numberings = new ArrayList<String>();
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                String style = paragraph.getStyle();
                if (style != null) {
                    assertTrue(document.getStyles().styleExist(style), style);
                    if (style.startsWith("Heading") || style.equals("Title")) {
                        headings.add(style + " " + paragraph.getText());
                    }
                }
                if (paragraph.getNumID() != null) {
                    assertTrue(document.getNumbering().numExist(paragraph.getNumID()));
                    numberings.add(paragraph.getNumFmt() + " " + paragraph.getNumID());
                }
            }
            assertEquals(
                    List.of(
                            "Title Moderation policy: Harbour Agency",
                            "Heading1 Purpose",
                            "Heading2 What we do",
                            "Heading3 Figures",
                            "Heading1 What is missing",
                            "Heading1 What this rests on"),
                    headings);
            assertEquals(
                    List.of(
                            "bullet 1",
                            "bullet 1",
                            "decimal 2",
                            "decimal 2",
                            "decimal 2",
                            "decimal 3",
                            "decimal 4",
                            "decimal 5"),
                    numberings);
        }
    }

    @Test
    void tables_of_a_word_document_repeat_their_header_row() throws IOException {
        try (XWPFDocument document = word(sample())) {
            assertEquals(3, document.getTables().size());
            for (XWPFTable table : document.getTables()) {
                assertTrue(table.getRow(0).isRepeatHeader());
                assertFalse(table.getRow(1).isRepeatHeader());
                assertEquals("PaperTable", table.getStyleID());
                assertFalse(table.getCTTbl().getTblPr().getTblCaption().getVal().isBlank());
            }
            assertEquals(
                    "[Missing 1: the channel's owner]",
                    document.getTables().get(0).getRow(1).getCell(1).getText());
            assertEquals(
                    "no data", document.getTables().get(1).getRow(3).getCell(1).getText());
        }
    }

    @Test
    void links_of_a_word_document_lead_somewhere() throws IOException {
        try (XWPFDocument document = word(sample())) {
            var bookmarks = new ArrayList<String>();
            var anchors = new ArrayList<String>();
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                paragraph.getCTP().getBookmarkStartList().forEach(b -> bookmarks.add(b.getName()));
                for (CTHyperlink link : paragraph.getCTP().getHyperlinkList()) {
                    if (link.isSetAnchor()) {
                        anchors.add(link.getAnchor());
                    }
                }
            }
            assertEquals(List.of("gap_1", "note_1"), bookmarks);
            assertEquals(List.of("gap_1", "note_1", "note_1"), anchors);
            assertEquals(1, document.getHyperlinks().length);
            assertEquals("https://example.govt.nz/a?b=c&d=e", document.getHyperlinks()[0].getURL());
        }
    }

    @Test
    void notes_say_what_a_statement_requires_and_where_it_was_read() {
        String note = "Required by Privacy Act 2020 (New Zealand rule in force): Keep personal information safe.";
        assertTrue(Jsoup.parse(text(sample(), PaperFormat.HTML)).text().contains("toolbox#LEG-3. " + note));
        assertTrue(text(sample(), PaperFormat.MARKDOWN).contains("[^1]: toolbox\\#LEG-3. " + note));
    }

    @Test
    void gaps_are_numbered_where_they_are_and_listed_once() {
        String page = Jsoup.parse(text(sample(), PaperFormat.HTML)).text();
        assertEquals(3, page.split("\\[Missing 1: the channel's owner]", -1).length);
        assertTrue(page.contains("What is missing The channel's owner. Name a person, and a deputy."));
    }

    @Test
    void hostile_text_shows_on_a_web_page_as_it_is_and_does_nothing() {
        for (String hostile : HOSTILE) {
            String source = text(filled(hostile), PaperFormat.HTML);
            Document page = Jsoup.parse(source);
            assertTrue(
                    page.select("script, img, iframe, [onerror], a[href^=javascript]")
                            .isEmpty(),
                    hostile);
            assertEquals(
                    2, page.select("table").size() - page.select("table.sign").size(), hostile);
            assertNoControls(source, hostile);
            String shown = page.wholeText();
            assertTrue(shown.contains(Visible.lines(hostile).lines().findFirst().orElse("")), hostile);
            // Title, heading, paragraph, strong, link, gap (two), note, lists (four), table (five), chart …
            assertTrue(count(shown, Visible.lines(hostile).lines().findFirst().orElse("")) >= 20, hostile);
        }
    }

    @Test
    void hostile_text_stands_in_a_word_document_as_it_is_and_does_nothing() throws IOException {
        for (String hostile : HOSTILE) {
            byte[] bytes = bytes(filled(hostile), PaperFormat.WORD);
            String body = entry(bytes, "word/document.xml");
            assertNoControls(body, hostile);
            assertFalse(body.contains("instrText"), hostile);
            try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
                assertEquals(3, document.getTables().size(), hostile);
                var all = new StringBuilder();
                for (XWPFParagraph paragraph : document.getParagraphs()) {
                    all.append(paragraph.getText()).append('\n');
                }
                assertTrue(count(all.toString(), Visible.lines(hostile)) >= 10, hostile);
                assertEquals(
                        Visible.lines(hostile),
                        document.getTables().get(0).getRow(1).getCell(1).getText());
            }
        }
    }

    @Test
    void hostile_text_stays_text_in_markdown() {
        var tables = List.of(TablesExtension.create());
        var parser = Parser.builder().extensions(tables).build();
        var renderer = HtmlRenderer.builder().extensions(tables).build();
        for (String hostile : HOSTILE) {
            String source = text(filled(hostile), PaperFormat.MARKDOWN);
            Document page = Jsoup.parse(renderer.render(parser.parse(source)));
            assertTrue(page.select("script, img, iframe, pre, hr").isEmpty(), hostile);
            assertEquals(
                    List.of("https://example.govt.nz/%22%3E%3Cscript%3E"),
                    page.select("a").eachAttr("href"),
                    hostile);
            assertEquals(1, page.select("h1").size(), hostile);
            assertEquals(3, page.select("h2").size(), hostile);
            assertEquals(2, page.select("ul > li").size(), hostile);
            assertEquals(3, page.select("table").size(), hostile);
            assertEquals(1, page.select("blockquote").size(), hostile);
            assertNoControls(source, hostile);
            for (String line : Visible.lines(hostile).lines().toList()) {
                assertTrue(count(page.wholeText().replace("\u2060", ""), line.strip()) >= 10, hostile + "\n" + page);
            }
        }
    }

    /** Steps of CI open these in a browser and in LibreOffice. */
    @ParameterizedTest
    @EnumSource
    void samples_for_other_programs_are_in_the_build_folder(PaperFormat format) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Path sample = Files.write(folder.resolve("sample." + format.ending()), bytes(sample(), format));
        Path hostile = Files.write(
                folder.resolve("hostile." + format.ending()), bytes(filled(String.join("\n", HOSTILE)), format));
        assertTrue(Files.size(hostile) > Files.size(sample));
    }

    @Test
    void random_papers_are_written_whole_in_every_format() throws IOException {
        int spans = 0;
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            Paper paper = random(random);
            spans += paper.gaps().size() + paper.cites().size();
            String word = entry(bytes(paper, PaperFormat.WORD), "word/document.xml");
            try (XWPFDocument document = word(paper)) {
                assertTrue(document.getBodyElements().size() >= paper.blocks().size(), "seed " + seed);
            }
            for (Gap gap : paper.gaps()) {
                assertTrue(word.contains("gap_" + (paper.gaps().indexOf(gap) + 1) + "\""), "seed " + seed);
            }
            Document page = Jsoup.parse(text(paper, PaperFormat.HTML));
            assertEquals(paper.gaps().size(), page.select("li[id^=gap-]").size(), "seed " + seed);
            assertEquals(paper.cites().size(), page.select("li[id^=note-]").size(), "seed " + seed);
        }
        assertTrue(spans > 200, "only " + spans + " gaps and citations");
    }

    private static Paper random(Random random) {
        var blocks = new ArrayList<Block>();
        int level = 0;
        for (int i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    level = 1 + random.nextInt(Math.min(3, level + 1));
                    blocks.add(Block.heading(level, "Heading " + i));
                }
                case 1 -> blocks.add(new Block.Paragraph(passage(random)));
                case 2 -> blocks.add(new Block.Bullets(List.of(passage(random), passage(random))));
                case 3 -> blocks.add(new Block.Steps(List.of(passage(random))));
                default ->
                    blocks.add(new Block.Table(
                            "Table " + i, List.of("A", "B"), List.of(List.of(passage(random), passage(random)))));
            }
        }
        return Paper.of("Paper", blocks);
    }

    private static Passage passage(Random random) {
        var passage = Passage.EMPTY;
        for (int i = random.nextInt(4); i >= 0; i--) {
            String text = HOSTILE.get(random.nextInt(HOSTILE.size()));
            passage = passage.and(
                    switch (random.nextInt(4)) {
                        case 0 -> new Span.Words(text);
                        case 1 -> new Span.Strong(text);
                        case 2 -> new Gap("x" + text, text);
                        default -> new Span.Cite(new Citation("d", "S-" + random.nextInt(3)), "note");
                    });
        }
        return passage;
    }

    private static void assertNoControls(String text, String hostile) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\t' && Visible.isHidden(c)) {
                fail("U+" + Integer.toHexString(c) + " of " + hostile);
            }
        }
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
