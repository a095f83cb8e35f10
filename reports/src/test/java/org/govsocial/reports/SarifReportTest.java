package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.spi.Location;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static final int RUNS = 500;
    private static final GsonNode.Factory JSON = new GsonNode.Factory();

    @Test
    void random_reports_are_valid_by_the_official_schema() throws IOException {
        URI schema;
        Validator validator = new ValidatorFactory().withJsonNodeFactory(JSON).createValidator();
        try (var in = ClassLoader.getSystemResourceAsStream("schema/sarif-schema-2.1.0.json")) {
            schema = validator.registerSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertFalse(
                validator
                        .validate(schema, "{\"version\":\"2.1.0\",\"runs\":[{}]}")
                        .isValid(),
                "sees faults");
        int results = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            String report = random.run().as("sarif", random.catalogue());
            var outcome = validator.validate(schema, report);
            long found = seed;
            assertTrue(
                    outcome.isValid(),
                    () -> "seed " + found + ": "
                            + outcome.getErrors().stream()
                                    .map(e -> e.getInstanceLocation() + " " + e.getError())
                                    .toList());
            results += results(report).size();
        }
        assertTrue(results > RUNS, "only " + results + " results");
    }

    @Test
    void a_failure_has_its_level_and_a_question_has_none() {
        var run = new Run();
        run.add(
                Location.line("a b.csv", 7),
                Post.of("p", "Kia ora!  " + Run.TAG),
                List.of(
                        Run.hashtag(Run.RULE, Severity.ERROR, Outcome.FAILED),
                        Run.hashtag(Run.RULE, Severity.WARNING, Outcome.CANT_TELL)));
        var results = results(run.as("sarif", TestCatalogue.plain()));
        assertEquals("fail", results.get(0).get("kind").asString());
        assertEquals("error", results.get(0).get("level").asString());
        assertEquals("review", results.get(1).get("kind").asString());
        assertEquals("none", results.get(1).get("level").asString());
        var physical = physical(results.get(0));
        assertEquals(
                "a%20b.csv",
                physical.get("artifactLocation").asObject().get("uri").asString());
        assertEquals(Map.of("startLine", 7), numbers(physical.get("region")));
        assertFalse(results.get(0).containsKey("fixes"), "a fix of a post is not a fix of the CSV file");
        assertEquals(
                "0123456789abcdef0123456789abcdef",
                results.get(0)
                        .get("partialFingerprints")
                        .asObject()
                        .get("govsocial/v1")
                        .asString());
    }

    @Test
    void in_a_text_file_the_place_is_exact_and_the_fix_applies() {
        String text = "Kia ora\n\nLook: #stateofemergency\nnow";
        int at = text.indexOf('#');
        var finding = new Finding(
                Run.RULE,
                Severity.ERROR,
                Outcome.FAILED,
                "lower-case",
                Map.of("tag", Run.TAG),
                Place.text(at, at + Run.TAG.length()),
                List.of(new Fix(true, List.of(Edit.text(at, at + Run.TAG.length(), "#StateOfEmergency")))),
                List.of(Platform.X),
                "f");
        var results = results(new Run()
                .add(Location.of("drafts/a.txt"), Post.of("p", text), List.of(finding))
                .as("sarif", TestCatalogue.plain()));
        var place = Map.of("startLine", 3, "startColumn", 7, "endLine", 3, "endColumn", 7 + Run.TAG.length());
        assertEquals(place, numbers(physical(results.get(0)).get("region")));
        var change = results.get(0)
                .get("fixes")
                .asArray()
                .get(0)
                .asObject()
                .get("artifactChanges")
                .asArray()
                .get(0);
        var replacement = change.asObject().get("replacements").asArray().get(0).asObject();
        assertEquals(place, numbers(replacement.get("deletedRegion")));
        assertEquals(
                "#StateOfEmergency",
                replacement.get("insertedContent").asObject().get("text").asString());
    }

    @Test
    void nobodys_folders_are_told() {
        for (String input : List.of("/home/someone/secret/posts.json", "C:\\Users\\someone\\posts.json")) {
            var run = new Run();
            run.add(
                    Location.of(input),
                    Post.of("p", "Kia ora!  " + Run.TAG),
                    List.of(Run.hashtag(Run.RULE, Severity.ERROR, Outcome.FAILED)));
            for (String format : List.of("sarif", "html", "junit", "md", "github")) {
                String report = run.as(format, TestCatalogue.plain());
                assertTrue(report.contains("posts.json"), format);
                assertFalse(report.contains("someone"), format + ": " + report);
            }
        }
    }

    private static List<Map<String, JsonNode>> results(String sarif) {
        var run = JSON.create(sarif).asObject().get("runs").asArray().get(0).asObject();
        return run.get("results").asArray().stream().map(JsonNode::asObject).toList();
    }

    private static Map<String, JsonNode> physical(Map<String, JsonNode> result) {
        return result.get("locations")
                .asArray()
                .get(0)
                .asObject()
                .get("physicalLocation")
                .asObject();
    }

    private static Map<String, Integer> numbers(JsonNode region) {
        var numbers = new java.util.HashMap<String, Integer>();
        region.asObject().forEach((key, value) -> {
            if (value.isInteger()) {
                numbers.put(key, value.asInteger().intValue());
            }
        });
        return numbers;
    }
}
