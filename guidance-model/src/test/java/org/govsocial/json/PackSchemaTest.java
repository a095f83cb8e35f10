package org.govsocial.json;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Checklist;
import org.govsocial.model.Citation;
import org.govsocial.model.Pack;
import org.govsocial.model.Platform;
import org.govsocial.model.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The published schema, the reader and the example in the documentation agree on what a pack is. */
class PackSchemaTest {
    private static final Path DOCS = Path.of("..", "docs");

    /** The pack that docs/formats.md shows. */
    private static String example() throws IOException {
        String page = Files.readString(DOCS.resolve("formats.md"));
        String section = page.substring(page.indexOf("## Packs"));
        int start = section.indexOf("```json\n") + "```json\n".length();
        return section.substring(start, section.indexOf("\n```", start));
    }

    private static Validator.Result validate(String pack) throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI schema = validator.registerSchema(Files.readString(DOCS.resolve("schema/pack.schema.json")));
        return validator.validate(schema, new Gson().fromJson(pack, com.google.gson.JsonElement.class));
    }

    private static Pack read(String pack) throws IOException {
        return PackReader.read("example.pack.json", new ByteArrayInputStream(pack.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_example_in_the_documentation_is_a_pack() throws IOException {
        assertEquals(
                List.of(),
                validate(example()).getErrors().stream()
                        .map(e -> e.getInstanceLocation() + ": " + e.getError())
                        .toList());
        Pack pack = read(example());
        assertEquals("example-agency", pack.id());
        assertEquals(2, pack.documents().get(0).statements().size());
        assertEquals(2, pack.rules().size());
        assertEquals(1, pack.adjustments().size());
        assertEquals(1, pack.cases().size());
        CaseStudy one = pack.cases().get(0);
        assertEquals("2026", one.year());
        assertEquals(LocalDate.of(2026, 11, 22), one.checked().orElseThrow());
        assertEquals(List.of(Platform.FACEBOOK), one.setting().platforms());
        assertEquals(new BigDecimal("400"), one.figures().get(0).value());
        assertEquals(
                Triage.Sureness.LIKELY,
                requireNonNull(pack.triage())
                        .questions()
                        .get(0)
                        .answers()
                        .get(1)
                        .types()
                        .get("lost-keys"));
        assertEquals(
                List.of("watch", "watch", "act"),
                requireNonNull(pack.matrix()).cells().get(0).extents());
        assertEquals(Duration.ofDays(2), pack.playbooks().get(0).steps().get(1).within());
        assertEquals(List.of("lost"), pack.drills().get(0).facts().get("keys"));
        assertEquals(
                Duration.ofMinutes(10), pack.drills().get(0).injects().get(0).within());
        assertEquals(
                Checklist.Phase.EACH_POST,
                pack.checklists().get(0).items().get(0).phase());
        assertEquals(5, pack.templates().get(0).parts().size());
        assertEquals(
                List.of(new Citation("example-style", "EA-1")),
                pack.templates().get(0).cites());
    }

    @Test
    void the_example_loads_without_a_problem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("example.pack.json"), example());
        Guidance guidance = Guidance.load(List.of(new Origin.PackFile(file)));
        assertEquals(List.of(), guidance.problems());
        assertEquals(2, guidance.rules().size());
    }

    @Test
    void the_jar_carries_the_published_schema() throws IOException {
        try (InputStream in = PackReader.class.getResourceAsStream("/META-INF/govsocial/pack.schema.json")) {
            assertNotNull(in);
            assertEquals(
                    Files.readString(DOCS.resolve("schema/pack.schema.json")),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * One change to the example that makes it no pack.
     *
     * @param what what is wrong with it
     * @param find what stands in the example
     * @param put what takes its place, the first time it stands there
     * @param path the JSON Pointer that the reader's message names
     */
    record Malformed(String what, String find, String put, String path) {
        String in(String pack) {
            int at = pack.indexOf(find);
            assertTrue(at >= 0, () -> "the example no longer holds " + find);
            return pack.substring(0, at) + put + pack.substring(at + find.length());
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static final String CASE = "/cases/0";
    private static final String STATEMENT = "/documents/0/statements/0";

    static final List<Malformed> MALFORMED = List.of(
            new Malformed("a newer format", "\"format\": 1", "\"format\": 2", "/format"),
            new Malformed("a format in quotes", "\"format\": 1", "\"format\": \"1\"", "/format"),
            new Malformed("no format", "\"format\": 1,", "", ""),
            new Malformed("no id", "\"id\": \"example-agency\",", "", ""),
            new Malformed("an id in capitals", "\"id\": \"example-agency\"", "\"id\": \"Example\"", "/id"),
            new Malformed("an id with a space", "\"id\": \"example-agency\"", "\"id\": \"example agency\"", "/id"),
            new Malformed("a blank title", "\"title\": \"How Example Agency posts\"", "\"title\": \" \"", "/title"),
            new Malformed(
                    "a title that is null", "\"title\": \"How Example Agency posts\"", "\"title\": null", "/title"),
            new Malformed("a version as a number", "\"version\": \"1.0.0\"", "\"version\": 1.0", "/version"),
            new Malformed("an unknown key", "\"licence\":", "\"license\":", "/license"),
            new Malformed("sources that are no list", "\"sources\": [", "\"sources\": {}, \"rules\": [", "/sources"),
            new Malformed(
                    "an unknown provenance",
                    "\"provenance\": \"NZ_OTHER\"",
                    "\"provenance\": \"DIA\"",
                    "/sources/0/provenance"),
            new Malformed("a source without a publisher", "\"publisher\": \"Example Agency\",", "", "/sources/0"),
            new Malformed(
                    "a source's date in words", "\"date\": \"2026-05\"", "\"date\": \"May 2026\"", "/sources/0/date"),
            new Malformed("a source's month 13", "\"date\": \"2026-05\"", "\"date\": \"2026-13\"", "/sources/0/date"),
            new Malformed(
                    "a document's id in capitals", "\"id\": \"example-style\"", "\"id\": \"STYLE\"", "/documents/0/id"),
            new Malformed(
                    "a document for nobody",
                    "\"audience\": \"people who post for Example Agency\",",
                    "",
                    "/documents/0"),
            new Malformed(
                    "a section's id in small letters",
                    "{ \"id\": \"EA-WORDS\"",
                    "{ \"id\": \"ea-words\"",
                    "/documents/0/sections/0/id"),
            new Malformed("a section without a title", "\"title\": \"Words\", ", "", "/documents/0/sections/0"),
            new Malformed(
                    "a statement's id with two hyphens", "\"id\": \"EA-1\"", "\"id\": \"EA--1\"", STATEMENT + "/id"),
            new Malformed(
                    "a statement without text",
                    "\"text\": \"Write “please”, not “kindly”: it is shorter and friendlier.\",",
                    "",
                    STATEMENT),
            new Malformed(
                    "an unknown modality",
                    "\"modality\": \"SHOULD\"",
                    "\"modality\": \"SHALL\"",
                    STATEMENT + "/modality"),
            new Malformed("a statement without a source", "\"source\": \"EA-STYLE\",", "", STATEMENT),
            new Malformed(
                    "a statement checked in no particular month",
                    "\"checked\": \"2026-11-22\"",
                    "\"checked\": \"2026\"",
                    STATEMENT + "/checked"),
            new Malformed(
                    "a role that is no list",
                    "\"role\": [\"practitioner\"]",
                    "\"role\": \"practitioner\"",
                    STATEMENT + "/role"),
            new Malformed(
                    "a topic that is a number",
                    "\"topic\": [\"plain-language\"]",
                    "\"topic\": [7]",
                    STATEMENT + "/topic/0"),
            new Malformed(
                    "a link of an unknown kind",
                    "\"rel\": \"see-also\"",
                    "\"rel\": \"opposes\"",
                    "/documents/0/statements/1/links/0/rel"),
            new Malformed("a link to nothing", ", \"to\": \"EA-1\"", "", "/documents/0/statements/1/links/0"),
            new Malformed(
                    "a rule's id without a slash",
                    "\"id\": \"example-agency/please\"",
                    "\"id\": \"please\"",
                    "/rules/0/id"),
            new Malformed("an unknown kind of rule", "\"kind\": \"swap\"", "\"kind\": \"regex\"", "/rules/0/kind"),
            new Malformed("a swap without swaps", "\"swaps\": { \"kindly\": \"please\" },", "", "/rules/0"),
            new Malformed("a swap with a maximum", "\"safe\": true", "\"max\": 3", "/rules/0"),
            new Malformed("a limit without a maximum", ",\n      \"max\": 2", "", "/rules/1"),
            new Malformed("a limit with a fraction", "\"max\": 2", "\"max\": 2.5", "/rules/1/max"),
            new Malformed(
                    "a count of nothing known", "\"count\": \"hashtags\"", "\"count\": \"vowels\"", "/rules/1/count"),
            new Malformed(
                    "a severity of another tool",
                    "\"severity\": \"NOTE\"",
                    "\"severity\": \"INFO\"",
                    "/rules/0/severity"),
            new Malformed("a rule that cites only a document", ", \"statement\": \"EA-1\" }", " }", "/rules/0/cites"),
            new Malformed(
                    "a platform with a capital",
                    "\"platforms\": [\"x\"]",
                    "\"platforms\": [\"X!\"]",
                    "/rules/1/platforms/0"),
            new Malformed("safe in quotes", "\"safe\": true", "\"safe\": \"yes\"", "/rules/0/safe"),
            new Malformed(
                    "an adjustment without a reason", ",\n      \"reason\": \"Our readers told us.\"", "", "/adjust/0"),
            new Malformed(
                    "an adjustment with a blank reason",
                    "\"reason\": \"Our readers told us.\"",
                    "\"reason\": \"\"",
                    "/adjust/0/reason"),
            new Malformed(
                    "a setting in quotes",
                    "\"severity\": \"WARNING\",\n      \"reason\"",
                    "\"settings\": {\"max\": \"3\"}, \"reason\"",
                    "/adjust/0/settings/max"),
            new Malformed("a case's id in small letters", "\"id\": \"EA-CASE-1\"", "\"id\": \"case-1\"", CASE + "/id"),
            new Malformed("a case without an outcome", "\"outcome\": \"worked\",", "", CASE),
            new Malformed(
                    "an outcome of another kind",
                    "\"outcome\": \"worked\"",
                    "\"outcome\": \"success\"",
                    CASE + "/outcome"),
            new Malformed("a country by name", "\"country\": \"nz\"", "\"country\": \"NZL\"", CASE + "/country"),
            new Malformed(
                    "a stage that there is not",
                    "\"stage\": [\"engaged\"]",
                    "\"stage\": [\"loud\"]",
                    CASE + "/stage/0"),
            new Malformed(
                    "a tool with a space",
                    "\"tool\": [\"social-network\"]",
                    "\"tool\": [\"social network\"]",
                    CASE + "/tool/0"),
            new Malformed(
                    "a figure in words", "\"value\": 400", "\"value\": \"four hundred\"", CASE + "/figures/0/value"),
            new Malformed(
                    "a figure without a source",
                    ", \"value\": 400, \"source\": \"EA-STYLE\"",
                    ", \"value\": 400",
                    CASE + "/figures/0"),
            new Malformed(
                    "a bound of another kind",
                    "\"bound\": \"over\"",
                    "\"bound\": \"at least\"",
                    CASE + "/figures/0/bound"),
            new Malformed(
                    "a lesson without text",
                    "\"text\": \"Say on which day you decide, and decide on it.\",",
                    "",
                    CASE + "/lessons/0"),
            new Malformed(
                    "a case that cites nothing",
                    "\"cites\": [{ \"document\": \"example-style\", \"statement\": \"EA-1\" }]",
                    "\"cites\": []",
                    CASE + "/cites"),
            new Malformed(
                    "a case without a source",
                    "\"sources\": [{ \"source\": \"EA-STYLE\", \"where\": \"p 9\", \"checked\": \"2026-11-22\" }]",
                    "\"sources\": []",
                    CASE + "/sources"),
            new Malformed(
                    "a confidence in numbers", "\"confidence\": \"high\"", "\"confidence\": 0.9", CASE + "/confidence"),
            new Malformed(
                    "a question without answers to choose from",
                    "\"ask\": \"Is a key of the account lost?\",",
                    "",
                    "/triage/questions/0"),
            new Malformed(
                    "an answer that is only nearly sure",
                    "\"lost-keys\": \"likely\"",
                    "\"lost-keys\": \"probably\"",
                    "/triage/questions/0/answers/1/types/lost-keys"),
            new Malformed(
                    "an impact beyond high",
                    "\"account-security\": 2",
                    "\"account-security\": 4",
                    "/triage/questions/0/answers/1/impacts/account-security"),
            new Malformed(
                    "a cell that leaves out high",
                    "[\"watch\", \"watch\", \"act\"]",
                    "[\"watch\", \"watch\"]",
                    "/matrix/cells/0/extents"),
            new Malformed(
                    "a time in words",
                    "\"within\": \"PT30M\"",
                    "\"within\": \"half an hour\"",
                    "/playbooks/0/steps/0/within"),
            new Malformed("a step that nobody owns", "\"owner\": \"adviser\",", "", "/playbooks/0/steps/0"),
            new Malformed(
                    "a phase of its own", "\"phase\": \"during\"", "\"phase\": \"soon\"", "/playbooks/0/steps/0/phase"),
            new Malformed(
                    "a drill without its event",
                    "\"event\": { \"document\": \"example-style\", \"statement\": \"EA-1\" },",
                    "",
                    "/drills/0"),
            new Malformed(
                    "an inject's time in words",
                    "\"after\": \"PT5M\"",
                    "\"after\": \"soon\"",
                    "/drills/0/injects/0/after"),
            new Malformed(
                    "a checklist for no occasion",
                    "\"use\": \"Go through it with every draft.\",",
                    "",
                    "/checklists/0"),
            new Malformed(
                    "an item in the phase of a step",
                    "\"phase\": \"each-post\"",
                    "\"phase\": \"during\"",
                    "/checklists/0/items/0/phase"),
            new Malformed(
                    "an item that nothing asks for",
                    "\"cites\": [{ \"document\": \"example-style\", \"statement\": \"EA-1\" }]\n        }",
                    "\"cites\": []\n        }",
                    "/checklists/0/items/0/cites"),
            new Malformed(
                    "an item with a tick",
                    "\"phase\": \"each-post\"",
                    "\"done\": true, \"phase\": \"each-post\"",
                    "/checklists/0/items/0/done"),
            new Malformed(
                    "a part of no kind", "\"kind\": \"bullets\"", "\"kind\": \"poem\"", "/templates/0/parts/2/kind"),
            new Malformed(
                    "a part with a key of another kind",
                    "\"kind\": \"heading\"",
                    "\"none\": \"none\", \"kind\": \"heading\"",
                    "/templates/0/parts/0"),
            new Malformed("a part without what it needs", "\"caption\": \"Approval\", ", "", "/templates/0/parts/4"),
            new Malformed("a level below the third", "\"level\": 1", "\"level\": 4", "/templates/0/parts/0/level"),
            new Malformed(
                    "a fact that is no name",
                    "\"each\": \"channels\"",
                    "\"each\": \"the channels\"",
                    "/templates/0/parts/2/each"),
            new Malformed(
                    "a condition that is no name",
                    "\"when\": \"handle\"",
                    "\"when\": \"!!handle\"",
                    "/templates/0/parts/2/items/0/when"));

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void a_malformed_pack_is_refused_by_the_schema_and_by_the_reader(Malformed row) throws IOException {
        String pack = row.in(example());
        assertFalse(validate(pack).isValid(), () -> "the schema accepts " + row);
        refused(row, pack);
    }

    /** What a schema has no words for, or would need a calendar for. */
    static final List<Malformed> BEYOND_THE_SCHEMA = List.of(
            new Malformed("a key twice", "\"licence\":", "\"title\": \"Twice\", \"licence\":", "/title"),
            new Malformed(
                    "a swap twice",
                    "\"kindly\": \"please\"",
                    "\"kindly\": \"please\", \"kindly\": \"do\"",
                    "/rules/0/swaps/kindly"),
            new Malformed(
                    "a day that no calendar has",
                    "\"checked\": \"2026-11-22\"",
                    "\"checked\": \"2026-02-30\"",
                    STATEMENT + "/checked"),
            new Malformed(
                    "something after the end",
                    "\"name\": \"{{owner}}\" }] }\n      ]\n    }\n  ]\n}",
                    "\"name\": \"{{owner}}\" }] }]}]} {}",
                    ""),
            new Malformed(
                    "a figure that would fill the memory",
                    "\"value\": 400",
                    "\"value\": 1e999999999",
                    CASE + "/figures/0/value"),
            new Malformed(
                    "a response that falls where the impact rises",
                    "[\"watch\", \"watch\", \"act\"]",
                    "[\"watch\", \"act\", \"watch\"]",
                    "/matrix/cells/0/extents"),
            new Malformed(
                    "a cell for an impact that nobody describes",
                    "\"impact\": \"account-security\"",
                    "\"impact\": \"weather\"",
                    "/matrix/cells/0/impact"),
            new Malformed(
                    "a response that goes further and takes longer",
                    "\"firstResponse\": \"PT1H\"",
                    "\"firstResponse\": \"PT9H\"",
                    "/matrix/extents/1/firstResponse"),
            new Malformed(
                    "two steps of one id",
                    "\"id\": \"count-keys\"",
                    "\"id\": \"change-locks\"",
                    "/playbooks/0/steps/1/id"),
            new Malformed(
                    "a row with more cells than columns",
                    "[\"{{text}}\", \"{{measure}}\"]",
                    "[\"{{text}}\", \"{{measure}}\", \"x\"]",
                    "/templates/0/parts/3"));

    @ParameterizedTest
    @FieldSource("BEYOND_THE_SCHEMA")
    void the_reader_also_refuses_what_no_schema_can_express(Malformed row) throws IOException {
        refused(row, row.in(example()));
    }

    private static void refused(Malformed row, String pack) {
        JsonException refusal = assertThrows(JsonException.class, () -> read(pack));
        assertEquals(row.path(), refusal.where().pointer(), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(row.path()), refusal::getMessage);
        assertTrue(refusal.problem().what().length() > 10, refusal::getMessage);
        assertFalse(refusal.problem().advice().isBlank(), refusal::getMessage);
    }

    /** What only loading can tell, since it needs the other packs. */
    static final List<Malformed> BEYOND_ONE_FILE = List.of(
            new Malformed(
                    "a statement in no section",
                    "\"section\": \"EA-WORDS\"",
                    "\"section\": \"EA-NOWHERE\"",
                    "EA-NOWHERE"),
            new Malformed(
                    "a source that nobody describes",
                    "\"source\": \"EA-STYLE\"",
                    "\"source\": \"EA-OTHER\"",
                    "EA-OTHER"),
            new Malformed("a link to a statement that nobody has", "\"to\": \"EA-1\"", "\"to\": \"EA-9\"", "EA-9"),
            new Malformed(
                    "a rule that rests on nothing", "\"statement\": \"EA-1\" }", "\"statement\": \"EA-9\" }", "EA-9"),
            new Malformed(
                    "a case that cites what nobody says",
                    "\"statement\": \"EA-1\" }],\n      \"sources\"",
                    "\"statement\": \"EA-8\" }],\n      \"sources\"",
                    "EA-8"),
            new Malformed(
                    "a case read in a source that nobody describes",
                    "\"source\": \"EA-STYLE\", \"where\"",
                    "\"source\": \"EA-NEWS\", \"where\"",
                    "EA-NEWS"),
            new Malformed(
                    "a step that rests on nothing",
                    "\"evidence\": \"the locksmith's bill\",\n          \"cites\": { \"document\": \"example-style\", \"statement\": \"EA-1\" }",
                    "\"cites\": { \"document\": \"example-style\", \"statement\": \"EA-7\" }",
                    "EA-7"),
            new Malformed(
                    "the id of a document that is kept", "\"id\": \"example-style\"", "\"id\": \"toolbox\"", "toolbox"),
            new Malformed(
                    "an adjustment of no rule",
                    "\"rule\": \"example-agency/please\"",
                    "\"rule\": \"example-agency/thanks\"",
                    "example-agency/thanks"));

    @ParameterizedTest
    @FieldSource("BEYOND_ONE_FILE")
    void loading_names_what_does_not_resolve(Malformed row, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("example.pack.json"), row.in(example()));
        Guidance guidance = Guidance.load(List.of(new Origin.PackFile(file)));
        assertTrue(
                guidance.problems().stream().anyMatch(p -> p.toString().contains(row.path())),
                () -> guidance.problems().toString());
    }

    @Test
    void the_tables_do_not_shrink() {
        assertTrue(MALFORMED.size() >= 40, () -> MALFORMED.size() + " rows");
        long different = Stream.of(MALFORMED, BEYOND_THE_SCHEMA)
                .flatMap(List::stream)
                .map(Malformed::what)
                .distinct()
                .count();
        assertEquals(MALFORMED.size() + BEYOND_THE_SCHEMA.size(), different);
    }
}
