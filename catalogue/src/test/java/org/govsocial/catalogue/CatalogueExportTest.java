package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.govsocial.engine.Guidance;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Provenance;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueExportTest {
    private static String export(String format, Catalogue catalogue) throws IOException {
        var out = new ByteArrayOutputStream();
        CatalogueExport chosen = CatalogueExport.all().stream()
                .filter(e -> e.id().equals(format))
                .findFirst()
                .orElseThrow();
        chosen.write(catalogue, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String export(String format) throws IOException {
        return export(format, Shipped.GUIDANCE);
    }

    private static List<Statement> statements() {
        return Shipped.GUIDANCE.documents().stream()
                .flatMap(d -> d.statements().stream())
                .toList();
    }

    // ---- what each format says about where a statement comes from

    /** What each format prints around each statement, by the statement's id. */
    private static Map<String, Map<String, String>> around() throws IOException {
        var json = new HashMap<String, String>();
        for (JsonElement d :
                JsonParser.parseString(export("json")).getAsJsonObject().getAsJsonArray("documents")) {
            for (JsonElement s : d.getAsJsonObject().getAsJsonArray("statements")) {
                json.put(s.getAsJsonObject().get("id").getAsString(), s.toString());
            }
        }
        var markdown = new HashMap<String, String>();
        for (String line : export("markdown").lines().toList()) {
            if (line.startsWith("| ") && !line.startsWith("| Id ")) {
                markdown.put(line.substring(2, line.indexOf(" |", 2)), line);
            }
        }
        var html = new HashMap<String, String>();
        for (Element row : Jsoup.parse(export("html")).select("tbody tr")) {
            html.put(row.id(), row.text());
        }
        var oscal = new HashMap<String, String>();
        for (JsonObject control : controls(JsonParser.parseString(export("oscal")))) {
            oscal.put(control.get("id").getAsString(), control.toString());
        }
        return Map.of("json", json, "markdown", markdown, "html", html, "oscal", oscal);
    }

    private static List<JsonObject> controls(JsonElement tree) {
        var found = new ArrayList<JsonObject>();
        if (tree.isJsonArray()) {
            tree.getAsJsonArray().forEach(e -> found.addAll(controls(e)));
        } else if (tree.isJsonObject()) {
            tree.getAsJsonObject().entrySet().forEach(e -> {
                if (e.getKey().equals("controls")) {
                    e.getValue().getAsJsonArray().forEach(c -> found.add(c.getAsJsonObject()));
                } else {
                    found.addAll(controls(e.getValue()));
                }
            });
        }
        return found;
    }

    @Test
    void no_judgement_and_no_relative_of_the_guidance_is_printed_as_the_departments_in_any_format() throws IOException {
        String confirmed = Provenance.DIA_CONFIRMED.words();
        for (var format : around().entrySet()) {
            assertEquals(
                    statements().stream().map(Statement::id).collect(java.util.stream.Collectors.toSet()),
                    format.getValue().keySet(),
                    format.getKey());
            int others = 0;
            for (Statement s : statements()) {
                String printed = format.getValue().get(s.id());
                String label = format.getKey() + ": " + printed;
                boolean dia = printed.contains("DIA_CONFIRMED") || printed.contains("Provenance: " + confirmed);
                assertEquals(s.provenance() == Provenance.DIA_CONFIRMED, dia, label);
                if (s.provenance() == Provenance.PROJECT || s.provenance() == Provenance.LINEAGE) {
                    others++;
                    assertFalse(
                            printed.contains("“ Department") || printed.contains("(Department of Internal Affairs"),
                            label);
                    assertTrue(
                            printed.contains(s.provenance().name())
                                    || printed.contains(s.provenance().words())
                                    || s.provenance() == Provenance.PROJECT && printed.contains("Our judgement"),
                            label);
                }
                if (s.provenance() == Provenance.PROJECT) {
                    assertFalse(printed.contains("equired by"), label);
                    assertFalse(printed.contains("dvised by"), label);
                }
            }
            assertTrue(others > 50, () -> format.getKey());
        }
    }

    @Test
    void every_format_for_people_says_of_each_statement_what_it_rests_on_and_when_that_was_checked()
            throws IOException {
        var around = around();
        for (Statement s : statements()) {
            String sentence = Basis.of(s, Shipped.GUIDANCE).words();
            assertTrue(around.get("html").get(s.id()).contains(sentence.replaceAll("\\s+", " ")), s.id());
            assertTrue(around.get("markdown").get(s.id()).replace("\\", "").contains(sentence), s.id());
            assertTrue(sentence.contains(s.checked().toString()), s.id());
        }
    }

    @Test
    void every_format_carries_the_licence_and_the_attribution_of_each_document() throws IOException {
        for (CatalogueExport format : CatalogueExport.all()) {
            String text = export(format.id()).replace("\\", "").replace("&#39;", "'");
            for (Pack pack : Shipped.GUIDANCE.packs()) {
                assertTrue(text.contains(pack.licence()), format.id() + " " + pack.id());
                assertTrue(text.contains(pack.attribution()), format.id() + " " + pack.id());
            }
        }
    }

    @Test
    void the_same_guidance_gives_the_same_bytes() throws IOException {
        for (CatalogueExport format : CatalogueExport.all()) {
            assertArrayEquals(
                    export(format.id()).getBytes(StandardCharsets.UTF_8),
                    export(format.id()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void an_empty_catalogue_can_be_exported() throws IOException {
        for (CatalogueExport format : CatalogueExport.all()) {
            assertFalse(export(format.id(), Guidance.of(List.of())).isBlank());
        }
        assertEquals(List.of(), errors("catalog", export("oscal", Guidance.of(List.of()))));
    }

    // ---- each format

    @Test
    void json_has_the_promised_shape() throws IOException {
        JsonObject root = JsonParser.parseString(export("json")).getAsJsonObject();
        int seen = 0;
        for (JsonElement d : root.getAsJsonArray("documents")) {
            assertTrue(d.getAsJsonObject().get("id").getAsString().length() > 3);
            for (JsonElement element : d.getAsJsonObject().getAsJsonArray("statements")) {
                JsonObject s = element.getAsJsonObject();
                for (String key : List.of("id", "text", "modality", "provenance", "source", "checked")) {
                    assertFalse(s.get(key).getAsString().isBlank(), key);
                }
                seen++;
            }
        }
        assertEquals(statements().size(), seen);
    }

    @Test
    void html_is_one_accessible_page_without_scripts() throws IOException {
        String html = export("html");
        var page = Jsoup.parse(html);
        assertEquals("en-NZ", page.select("html").attr("lang"));
        assertFalse(page.title().isBlank());
        assertEquals(
                0, page.select("script, iframe, link, img, [src], [onclick]").size());
        assertEquals(1, page.select("h1").size());
        assertEquals(1, page.select("main").size());
        assertEquals(Shipped.GUIDANCE.documents().size(), page.select("h2").size());
        assertTrue(page.select("table").size() > 20);
        for (Element table : page.select("table")) {
            assertEquals(3, table.select("thead th[scope=col]").size());
            assertEquals(1, table.select("caption").size());
            assertEquals(
                    table.select("tbody tr").size(),
                    table.select("tbody th[scope=row]").size());
            assertFalse(table.select("tbody tr").isEmpty(), table::text);
        }
        var ids = new HashSet<String>();
        for (Element element : page.select("[id]")) {
            assertTrue(ids.add(element.id()), () -> "twice: " + element.id());
        }
        for (Element link : page.select("a[href^=#]")) {
            assertTrue(ids.contains(link.attr("href").substring(1)), link::toString);
        }
        var texts = new HashSet<String>();
        page.select("tbody td").forEach(cell -> texts.add(cell.text()));
        for (Statement s : statements()) {
            assertTrue(texts.contains(s.text().replaceAll("\\s+", " ")), s.id());
        }
    }

    @Test
    void markdown_tables_keep_their_columns_whatever_a_statement_says(@TempDir Path folder) throws IOException {
        Guidance guidance = Shipped.with(folder, """
                {"format": 1, "id": "agency", "version": "1", "title": "Agency", "maintainer": "us",
                 "documents": [{"id": "agency", "title": "A <b> & | title", "audience": "us",
                   "sections": [{"id": "AG", "title": "S"}],
                   "statements": [{"id": "AG-1", "section": "AG", "text": "a | b <script>alert(1)</script> *c* [d](e) `f`\\n# g",
                     "modality": "INFO", "provenance": "PROJECT", "source": "PROJECT", "checked": "2026-11-22"}]}]}
                """);
        String row = export("markdown", guidance)
                .lines()
                .filter(l -> l.startsWith("| AG-1 "))
                .findFirst()
                .orElseThrow();
        assertEquals(4, row.replace("\\|", "").chars().filter(c -> c == '|').count(), row);
        var page = Jsoup.parse(export("html", guidance));
        assertEquals(0, page.select("script, b").size());
        assertEquals(
                "a | b <script>alert(1)</script> *c* [d](e) `f` # g",
                page.select("#AG-1 td").get(0).text());
        assertEquals(List.of(), errors("catalog", export("oscal", guidance)));
    }

    // ---- OSCAL

    private static List<String> errors(String kind, String json) throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI schema;
        try (InputStream in = Objects.requireNonNull(
                ClassLoader.getSystemResourceAsStream("schema/json/oscal-" + kind + "_schema.json"))) {
            schema = validator.registerSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return validator.validate(schema, JsonParser.parseString(json)).getErrors().stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getError())
                .toList();
    }

    @Test
    void the_oscal_catalog_is_valid_and_complete() throws IOException {
        String json = export("oscal");
        assertEquals(List.of(), errors("catalog", json));
        JsonObject catalog = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("catalog");
        assertEquals(
                "1.1.3",
                catalog.getAsJsonObject("metadata").get("oscal-version").getAsString());
        assertEquals(statements().size(), controls(catalog).size());
        assertEquals(5, catalog.getAsJsonArray("groups").size());
        int sections = 0;
        for (JsonElement group : catalog.getAsJsonArray("groups")) {
            sections += group.getAsJsonObject().getAsJsonArray("groups").size();
        }
        assertEquals(
                Shipped.GUIDANCE.documents().stream()
                        .mapToInt(d -> d.sections().size())
                        .sum(),
                sections);
    }

    @Test
    void the_schema_would_notice_a_fault() throws IOException {
        assertFalse(errors("catalog", export("oscal").replace("\"oscal-version\"", "\"oscalVersion\""))
                .isEmpty());
        assertFalse(errors("catalog", export("oscal").replace("\"prose\"", "\"words\""))
                .isEmpty());
    }

    @Test
    void every_reference_in_the_oscal_catalog_resolves_and_no_id_stands_twice() throws IOException {
        String json = export("oscal");
        var ids = new HashSet<String>();
        var references = new TreeSet<String>();
        walk(JsonParser.parseString(json), ids, references);
        assertTrue(references.size() > 100);
        for (String reference : references) {
            assertTrue(ids.contains(reference), reference);
        }
    }

    private static void walk(JsonElement tree, Set<String> ids, Set<String> references) {
        if (tree.isJsonArray()) {
            tree.getAsJsonArray().forEach(e -> walk(e, ids, references));
        } else if (tree.isJsonObject()) {
            JsonObject object = tree.getAsJsonObject();
            for (String key : List.of("id", "uuid")) {
                if (object.has(key)) {
                    assertTrue(ids.add(object.get(key).getAsString()), () -> "twice: " + object.get(key));
                }
            }
            if (object.has("href") && object.get("href").getAsString().startsWith("#")) {
                references.add(object.get("href").getAsString().substring(1));
            }
            object.entrySet().forEach(e -> walk(e.getValue(), ids, references));
        }
    }

    private static final String AGENCY = """
            {"format": 1, "id": "moe", "version": "2.1", "title": "Ministry of Examples", "maintainer": "MoE web team",
             "adjust": [
               {"rule": "accessibility/hashtag-too-many", "settings": {"most": 1}, "reason": "Our *style* guide."},
               {"rule": "accessibility/text-all-caps", "severity": "NOTE", "reason": "Our name is in capitals."},
               {"rule": "accessibility/emoji-run", "off": true, "reason": "We like emoji."}]}
            """;

    @Test
    void an_agencys_tailoring_is_a_valid_oscal_profile_of_the_catalog(@TempDir Path folder) throws IOException {
        Guidance guidance = Shipped.with(folder, AGENCY);
        var bytes = new ByteArrayOutputStream();
        OscalProfile.of("moe", guidance).orElseThrow().write(guidance, bytes);
        String json = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(List.of(), errors("profile", json));
        JsonObject profile = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("profile");

        String catalog = export("oscal", guidance);
        assertEquals(List.of(), errors("catalog", catalog));
        var ids = new HashSet<String>();
        walk(JsonParser.parseString(catalog), ids, new HashSet<>());
        JsonElement controls = profile.getAsJsonArray("imports")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("include-controls")
                .get(0)
                .getAsJsonObject()
                .get("with-ids");
        assertEquals(3, controls.getAsJsonArray().size());
        controls.getAsJsonArray().forEach(id -> assertTrue(ids.contains(id.getAsString()), id.getAsString()));

        JsonObject modify = profile.getAsJsonObject("modify");
        JsonObject parameter = modify.getAsJsonArray("set-parameters").get(0).getAsJsonObject();
        assertEquals(
                "accessibility.hashtag-too-many.most", parameter.get("param-id").getAsString());
        assertTrue(ids.contains(parameter.get("param-id").getAsString()), "the catalog declares the parameter");
        assertEquals("1", parameter.getAsJsonArray("values").get(0).getAsString());
        String alters = modify.getAsJsonArray("alters").toString();
        for (String expected : List.of(
                "switched-off",
                "We like emoji.",
                "\"NOTE\"",
                "Our name is in capitals.",
                "Our \\\\*style\\\\* guide.")) {
            assertTrue(alters.contains(expected), () -> expected + " in " + alters);
        }
    }

    @Test
    void a_pack_that_adjusts_nothing_has_no_profile() {
        assertTrue(OscalProfile.of("toolbox", Shipped.GUIDANCE).isEmpty());
        assertTrue(OscalProfile.of("nobody", Shipped.GUIDANCE).isEmpty());
        assertFalse(Shipped.GUIDANCE.documents().stream()
                .map(GuidanceDocument::id)
                .toList()
                .isEmpty());
    }
}
