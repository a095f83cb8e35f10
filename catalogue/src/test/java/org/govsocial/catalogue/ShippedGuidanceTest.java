package org.govsocial.catalogue;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Link;
import org.govsocial.model.Modality;
import org.govsocial.model.Pack;
import org.govsocial.model.Provenance;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packs hold what the digest of the sources holds, and the tables beside them say how. */
class ShippedGuidanceTest {
    private static final Map<String, Statement> STATEMENTS = new HashMap<>();
    private static final List<String> TWICE = new ArrayList<>();

    static {
        for (GuidanceDocument document : Shipped.GUIDANCE.documents()) {
            for (Statement statement : document.statements()) {
                if (STATEMENTS.put(statement.id(), statement) != null) {
                    TWICE.add(statement.id());
                }
            }
        }
    }

    @Test
    void all_five_documents_load_without_a_problem() {
        assertEquals(List.of(), Shipped.GUIDANCE.problems());
        assertEquals(
                Set.of("high-level", "toolbox", "mishap", "accessibility", "case-studies"),
                Shipped.GUIDANCE.documents().stream().map(GuidanceDocument::id).collect(Collectors.toSet()));
        assertTrue(STATEMENTS.size() >= 150, () -> STATEMENTS.size() + " statements");
        assertEquals(List.of(), TWICE);
    }

    @Test
    void every_link_leads_to_a_statement() {
        int followed = 0;
        for (Statement statement : STATEMENTS.values()) {
            for (Link link : statement.links()) {
                assertTrue(STATEMENTS.containsKey(link.statement()), () -> statement.id() + " links to " + link);
                followed++;
            }
        }
        assertTrue(followed > 100, "only " + followed + " links");
    }

    @Test
    void every_document_says_under_which_licence_it_is_restated() {
        for (Pack pack : Shipped.GUIDANCE.packs()) {
            boolean confirmed = Set.of("toolbox", "mishap").contains(pack.id());
            assertEquals(confirmed, pack.licence().equals("CC BY 3.0 New Zealand"), pack.id());
            assertEquals(!confirmed, pack.licence().contains("not seen; restated in our words"), pack.id());
            assertFalse(pack.attribution().isBlank(), pack.id());
        }
    }

    // ---- the digest

    private static final Pattern ITEM = Pattern.compile("^(?:### )?(\\d{1,2}\\.\\d{1,2}) ");
    private static final Pattern HEADING = Pattern.compile("^## (\\d{1,2})\\. ");
    private static final Pattern ROW = Pattern.compile("^\\|\\s*([A-Z][A-Z0-9_-]*[A-Z0-9])\\s*\\|");
    private static final Pattern ANYWHERE = Pattern.compile("\\b((?:COC|PR|MP|LEG|RPT|TBX|C|M|ACC)-\\d{1,2})\\b");

    private static Set<String> idsOfTheDigest() throws IOException {
        var ids = new TreeSet<String>();
        boolean register = false;
        for (String line : Shipped.digest()) {
            register = line.startsWith("**Source register**") || register && !line.startsWith("## ");
            for (Pattern pattern : List.of(ITEM, HEADING, ANYWHERE)) {
                Matcher matcher = pattern.matcher(line);
                while (matcher.find()) {
                    ids.add(matcher.group(1));
                }
            }
            Matcher row = ROW.matcher(line);
            if (!register && row.find()) {
                ids.add(row.group(1));
            }
        }
        return ids;
    }

    /** A heading whose items have rows of their own needs none. */
    private static boolean isHeadingOfItems(String id, Set<String> all) {
        return id.indexOf('.') < 0 && all.stream().anyMatch(other -> other.startsWith(id + "."));
    }

    @Test
    void every_id_and_item_of_the_digest_is_encoded_or_has_a_reason() throws IOException {
        Set<String> digest = idsOfTheDigest();
        assertTrue(digest.size() > 120, () -> "only " + digest.size() + " ids in the digest");
        for (String sample : List.of(
                "COC-11", "PR-14", "MP-5", "LEG-18", "RPT-5", "TBX-12", "C-14", "M-06", "ACC-4", "2.5", "10.8")) {
            assertTrue(digest.contains(sample), () -> "the digest's " + sample + " was not recognised");
        }
        Set<String> rows = Shipped.table("digest-coverage.csv").stream()
                .map(row -> row.getField("digest_id"))
                .collect(Collectors.toSet());
        assertAll(digest.stream()
                .filter(id -> !isHeadingOfItems(id, digest))
                .map(id ->
                        () -> assertTrue(rows.contains(id), () -> "docs/catalogue/digest-coverage.csv lacks " + id)));
    }

    @Test
    void every_row_of_the_coverage_table_names_statements_that_exist_or_a_reason() {
        for (NamedCsvRecord row : Shipped.table("digest-coverage.csv")) {
            String id = row.getField("digest_id");
            String[] statements = row.getField("statement_ids").strip().split("\\s+", -1);
            if (statements[0].isEmpty()) {
                assertFalse(row.getField("reason").isBlank(), () -> id + " has neither statement nor reason");
                continue;
            }
            for (String statement : statements) {
                assertTrue(STATEMENTS.containsKey(statement), () -> id + " names " + statement);
            }
        }
    }

    // ---- provenance

    private static Map<String, Provenance> provenanceOfSources() {
        var sources = new HashMap<String, Provenance>();
        for (NamedCsvRecord row : Shipped.table("sources.csv")) {
            Provenance other = sources.put(row.getField("code"), Provenance.valueOf(row.getField("provenance")));
            assertEquals(null, other, () -> row.getField("code") + " stands twice in sources.csv");
        }
        return sources;
    }

    @Test
    void every_statement_has_the_provenance_of_its_source() {
        Map<String, Provenance> sources = provenanceOfSources();
        for (Statement statement : STATEMENTS.values()) {
            assertNotNull(sources.get(statement.source()), () -> "sources.csv lacks " + statement.source());
            assertEquals(sources.get(statement.source()), statement.provenance(), statement.id());
        }
    }

    @Test
    void the_packs_describe_each_source_as_the_table_does() {
        Map<String, Provenance> sources = provenanceOfSources();
        int compared = 0;
        for (Pack pack : Shipped.GUIDANCE.packs()) {
            for (Source source : pack.sources()) {
                assertEquals(sources.get(source.code()), source.provenance(), pack.id() + " " + source.code());
                compared++;
            }
        }
        assertTrue(compared > 100, "only " + compared + " sources");
    }

    @Test
    void the_register_of_the_digest_maps_to_the_provenance_that_the_design_gives() throws IOException {
        Map<String, Provenance> sources = provenanceOfSources();
        for (String dia : List.of("SEED", "W1", "W2", "W3", "W4", "ICT", "TB1", "MH1")) {
            assertEquals(Provenance.DIA_CONFIRMED, sources.get(dia), dia);
        }
        for (String lineage : List.of("TB2", "MH2", "MH3", "GAR", "UG", "UKCO", "DD")) {
            assertEquals(Provenance.LINEAGE, sources.get(lineage), lineage);
        }
        var codes = new HashSet<String>();
        boolean register = false;
        for (String line : Shipped.digest()) {
            register = line.startsWith("**Source register**") || register && !line.startsWith("---");
            Matcher row = Pattern.compile("^\\| ([A-Za-z0-9.-]+) \\|").matcher(line);
            if (register
                    && row.find()
                    && !row.group(1).equals("code")
                    && !row.group(1).startsWith("--")) {
                codes.add(row.group(1));
            }
        }
        assertTrue(codes.size() >= 30, codes::toString);
        for (String code : codes) {
            // "OAG0..4" and "OAGB-x" stand for several.
            String stem = code.replaceAll("(\\.\\..*|-x)$", "");
            assertTrue(sources.keySet().stream().anyMatch(known -> known.startsWith(stem)), () -> "no row for " + code);
        }
    }

    @Test
    void only_sources_that_bind_or_the_guidance_itself_say_must() {
        int must = 0;
        for (Statement statement : STATEMENTS.values()) {
            if (statement.modality() == Modality.MUST) {
                must++;
                assertTrue(
                        Set.of(Provenance.DIA_CONFIRMED, Provenance.NZ_CURRENT).contains(statement.provenance()),
                        statement.id());
            }
            assertEquals(
                    statement.modality() == Modality.MUST, statement.standing().equals("required by"), statement.id());
        }
        assertTrue(must > 5, "only " + must);
    }

    // ---- rules

    @Test
    void every_statement_that_the_table_of_rules_names_exists() {
        for (NamedCsvRecord row : Shipped.table("rule-statements.csv")) {
            assertTrue(
                    STATEMENTS.containsKey(row.getField("statement")),
                    () -> row.getField("rule") + " rests on " + row.getField("statement"));
        }
    }

    @Test
    void every_rule_cites_a_statement_that_exists() {
        for (RuleInfo rule : Shipped.GUIDANCE.rules()) {
            Citation cites = rule.cites();
            assertTrue(Shipped.GUIDANCE.statement(cites).isPresent(), () -> rule.id() + " cites " + cites);
        }
        assertTrue(Shipped.GUIDANCE.rules().size() > 20);
    }

    // ---- format

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planning/src/main/resources/META-INF/govsocial/high-level.pack.json",
                "planning/src/main/resources/META-INF/govsocial/toolbox.pack.json",
                "mishap/src/main/resources/META-INF/govsocial/mishap.pack.json",
                "accessibility/src/main/resources/META-INF/govsocial/accessibility.pack.json",
                "casestudies/src/main/resources/META-INF/govsocial/case-studies.pack.json"
            })
    void every_pack_is_valid_against_the_published_schema(String pack) throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI schema = validator.registerSchema(Files.readString(Path.of("..", "docs", "schema", "pack.schema.json")));
        var result = validator.validate(
                schema, new Gson().fromJson(Files.readString(Path.of("..", pack)), JsonElement.class));
        assertEquals(
                List.of(),
                result.getErrors().stream()
                        .map(e -> e.getInstanceLocation() + ": " + e.getError())
                        .toList());
    }
}
