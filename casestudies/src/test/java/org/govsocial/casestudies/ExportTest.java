package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.govsocial.engine.Guidance;
import org.govsocial.model.Adjustment;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Provenance;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final CaseLibrary LIBRARY = CaseLibrary.of(Guidance.of(List.of(new CaseStudies())));
    private static final String EVIL = "=cmd|' /C calc'!A0 <script>alert(1)</script> \"x' & [a](javascript:alert(1))";

    private static String written(String format, CaseLibrary library) throws IOException {
        var out = new ByteArrayOutputStream();
        CaseFormat.named(format).orElseThrow().write(library, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A library of one case in which every text is hostile. */
    private static CaseLibrary hostile() {
        CaseStudy one = CaseStudy.of("EVIL-1", EVIL)
                .withOrganisation(EVIL, "nz")
                .withDates("2026", "")
                .withStory(EVIL, EVIL, EVIL + "\u0007")
                .withLessons(List.of(new CaseStudy.Lesson(EVIL, List.of())), List.of(new Citation("x", "Y")))
                .withReadings(
                        List.of(new CaseStudy.Reading("EVIL", EVIL, java.time.LocalDate.of(2026, 11, 22))),
                        Provenance.PROJECT,
                        CaseStudy.Confidence.LOW);
        var pack = Pack.ofCases(
                "evil",
                EVIL,
                EVIL,
                List.of(new Source("EVIL", EVIL, EVIL, "javascript:alert(1)", "", Provenance.PROJECT)),
                List.of(one));
        return CaseLibrary.of(new Single(pack));
    }

    /** A catalogue of one pack. */
    private record Single(Pack pack) implements Catalogue {
        @Override
        public List<RuleInfo> rules() {
            return List.of();
        }

        @Override
        public Optional<RuleInfo> rule(RuleId id) {
            return Optional.empty();
        }

        @Override
        public Optional<PluginInfo> owner(RuleId id) {
            return Optional.empty();
        }

        @Override
        public Optional<RulePage> page(RuleId id) {
            return Optional.empty();
        }

        @Override
        public List<Pack> packs() {
            return List.of(pack);
        }

        @Override
        public List<GuidanceDocument> documents() {
            return List.of();
        }

        @Override
        public Optional<Statement> statement(Citation citation) {
            return Optional.empty();
        }

        @Override
        public Optional<Source> source(String code) {
            return pack.sources().stream().filter(s -> s.code().equals(code)).findFirst();
        }

        @Override
        public List<Adjustment> adjustments() {
            return List.of();
        }
    }

    @Test
    void json_holds_every_case_and_its_sources() throws IOException {
        JsonObject whole = JsonParser.parseString(written("json", LIBRARY)).getAsJsonObject();
        assertEquals(LIBRARY.cases().size(), whole.getAsJsonArray("cases").size());
        var codes = new HashSet<String>();
        whole.getAsJsonArray("sources")
                .forEach(s -> codes.add(s.getAsJsonObject().get("code").getAsString()));
        for (JsonElement one : whole.getAsJsonArray("cases")) {
            one.getAsJsonObject()
                    .getAsJsonArray("sources")
                    .forEach(r -> assertTrue(
                            codes.contains(r.getAsJsonObject().get("source").getAsString())));
        }
    }

    @Test
    void json_ld_is_schema_org_and_names_what_it_cites() throws IOException {
        JsonObject whole = JsonParser.parseString(written("jsonld", LIBRARY)).getAsJsonObject();
        assertEquals("https://schema.org", whole.get("@context").getAsString());
        JsonArray graph = whole.getAsJsonArray("@graph");
        assertEquals(LIBRARY.cases().size(), graph.size());
        for (JsonElement one : graph) {
            JsonObject work = one.getAsJsonObject();
            assertEquals("CreativeWork", work.get("@type").getAsString());
            assertFalse(work.getAsJsonArray("citation").isEmpty(), work::toString);
        }
    }

    @Test
    void csv_has_a_row_for_each_case_and_no_formula() throws IOException {
        String csv = written("csv", LIBRARY);
        assertEquals('\ufeff', csv.charAt(0));
        List<CsvRecord> rows =
                CsvReader.builder().ofCsvRecord(csv.substring(1)).stream().toList();
        assertEquals(LIBRARY.cases().size() + 1, rows.size());
        rows.forEach(r -> assertEquals(23, r.getFieldCount()));
        for (CsvRecord row : CsvReader.builder()
                .ofCsvRecord(written("csv", hostile()).substring(1))
                .stream()
                .toList()) {
            row.getFields().forEach(f -> assertFalse(f.startsWith("="), f));
        }
    }

    @Test
    void the_feed_is_well_formed_and_has_every_case() throws Exception {
        for (CaseLibrary library : List.of(LIBRARY, hostile())) {
            byte[] feed = written("atom", library).getBytes(StandardCharsets.UTF_8);
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(feed))
                    .getDocumentElement();
            assertEquals("http://www.w3.org/2005/Atom", root.getNamespaceURI());
            var entries = root.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry");
            assertEquals(library.cases().size(), entries.getLength());
            for (String needed : List.of("id", "title", "updated")) {
                assertEquals(
                        library.cases().size() + 1,
                        root.getElementsByTagNameNS("http://www.w3.org/2005/Atom", needed)
                                .getLength());
            }
        }
    }

    @Test
    void markdown_has_a_heading_for_each_case_and_keeps_signs_as_text() throws IOException {
        String page = written("markdown", LIBRARY);
        assertEquals(
                LIBRARY.cases().size(),
                page.lines().filter(l -> l.startsWith("## ")).count());
        String evil = written("markdown", hostile());
        assertFalse(evil.contains("<script>"), evil);
        assertFalse(evil.contains("[a](javascript"), evil);
    }

    @Test
    void the_website_has_no_scripts_and_its_links_lead_somewhere(@TempDir Path folder) throws IOException {
        List<String> pages = CaseSite.write(LIBRARY, folder);
        assertEquals("index.html", pages.get(0));
        assertEquals(pages.size(), new HashSet<>(pages).size());
        int facets = 0;
        for (Facet facet : Facet.values()) {
            facets += LIBRARY.counts(facet).size();
        }
        assertEquals(1 + facets + LIBRARY.cases().size(), pages.size());
        int links = 0;
        for (String page : pages) {
            String html = Files.readString(folder.resolve(page));
            assertFalse(html.contains("<script"), page);
            assertTrue(html.contains("<html lang=\"en-NZ\">") && html.contains("<h1>"), page);
            var hrefs = java.util.regex.Pattern.compile("href=\"([^\"]*)\"").matcher(html);
            while (hrefs.find()) {
                String href = hrefs.group(1);
                links++;
                assertTrue(
                        href.startsWith("#")
                                || href.startsWith("http://")
                                || href.startsWith("https://")
                                || Files.exists(folder.resolve(href)),
                        () -> page + " links to " + href);
            }
        }
        assertTrue(links > 500, links + " links");
    }

    @Test
    void the_website_shows_hostile_text_as_text(@TempDir Path folder) throws IOException {
        for (String page : CaseSite.write(hostile(), folder)) {
            String html = Files.readString(folder.resolve(page));
            assertFalse(html.contains("<script"), html);
            assertFalse(html.contains("href=\"javascript"), html);
        }
        assertTrue(Files.readString(folder.resolve("case-evil-1.html")).contains("&lt;script&gt;"));
    }
}
