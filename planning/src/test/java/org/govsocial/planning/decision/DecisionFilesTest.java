package org.govsocial.planning.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.planning.Planning;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files that people write: what is wrong in them is said with its place. */
class DecisionFilesTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Planning()));
    private static final Decisions DECISIONS = Decisions.shipped(GUIDANCE);
    private static final Path DOCS = Path.of("..", "docs");

    private static Answers answers(String json) throws IOException {
        var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return AnswersFile.read("answers.json", bytes, DECISIONS.questions());
    }

    @Test
    void answers_read_back_as_they_were_written() throws IOException {
        Answers some = Answers.none()
                .with("context", "communications", "policy-consultation")
                .with("people", "2")
                .with("start", "2027-02-01")
                .with("policy", "draft");
        var out = new ByteArrayOutputStream();
        AnswersFile.write(some, DECISIONS.questions(), out);
        assertEquals(some.given(), answers(out.toString(StandardCharsets.UTF_8)).given());
    }

    @TestFactory
    List<DynamicTest> a_file_of_answers_that_is_wrong_is_refused_at_its_place() {
        String[][] wrong = {
            {"{\"format\":1}", "answers.json:1", "\"answers\" is missing"},
            {"{\"format\":2,\"answers\":{}}", "/format", "format 2"},
            {"{\"format\":1,\"answers\":{},\"note\":1}", "/note", "not a key"},
            {"{\"format\":1,\"answers\":{\"pets\":1}}", "/answers/pets", "not a key"},
            {"{\"format\":1,\"answers\":{\"policy\":\"maybe\"}}", "/answers/policy", "no, draft, in-force"},
            {"{\"format\":1,\"answers\":{\"people\":-1}}", "/answers/people", "0 to"},
            {"{\"format\":1,\"answers\":{\"people\":\"2\"}}", "/answers/people", "number"},
            {"{\"format\":1,\"answers\":{\"end\":\"2027-02-30\"}}", "/answers/end", "2026-11-22"},
            {
                "{\"format\":1,\"answers\":{\"context\":[\"communications\",\"communications\"]}}",
                "/answers/context",
                "once"
            },
            {"{\"format\":1,\"answers\":{\"people\":1,\"people\":2}}", "/answers/people", "twice"},
            {"{\"format\":1,\"answers\":{", "answers.json:1", "ends"},
        };
        var tests = new ArrayList<DynamicTest>();
        for (String[] one : wrong) {
            tests.add(DynamicTest.dynamicTest(one[0], () -> {
                String said = assertThrows(JsonException.class, () -> answers(one[0]))
                        .problem()
                        .toString();
                assertTrue(said.contains(one[1]) && said.contains(one[2]), said);
            }));
        }
        return tests;
    }

    private static String table() throws IOException {
        try (var in = Decisions.class.getResourceAsStream("/META-INF/govsocial/decision.table.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TestFactory
    List<DynamicTest> a_table_that_could_not_keep_what_a_decision_promises_is_refused() throws IOException {
        String[][] wrong = {
            {"\"format\": 1,", "\"format\": 9,", "/format", "format 9"},
            {"\"id\": \"role\",", "\"id\": \"Role\",", "/questions/0/id", "cannot be an id"},
            {"\"atLeast\": \"in-force\"", "\"atLeast\": \"no\"", "/ready/atLeast", "Every answer"},
            {"\"atLeast\": \"in-force\"", "\"atLeast\": \"soon\"", "/ready/atLeast", "not an option"},
            {
                "\"PSC-TRANSPARENCY\"\n      ]\n    },\n    {\n      \"id\": \"gate-neutrality\"",
                "\"TS-RULES\"\n      ]\n    },\n    {\n      \"id\": \"gate-neutrality\"",
                "/gates",
                "PSC-TRANSPARENCY, which binds"
            },
            {"\"HL-RISK-4\"", "\"HL-RISK-44\"", "/risks/3/cites/0", "No statement"},
            {
                "\"exposed\": {\n            \"question\": \"topic\"",
                "\"exposed\": {\n            \"question\": \"policy\"",
                "/risks/0/raises/0/exposed/question",
                "not a question of exposure"
            },
            {
                "\"question\": \"leaders\",\n            \"atLeast\": \"yes\"",
                "\"question\": \"topic\",\n            \"atLeast\": \"heated\"",
                "/risks/0/treatments/0/ready/question",
                "not a question of readiness"
            },
            {"\"residualAtMost\": 16", "\"residualAtMost\": 26", "/residualAtMost", "1 to 25"},
            {"\"inTimePercent\": 90", "\"inTimePercent\": 100", "/hours/inTimePercent", "1 to 99"},
            {"\"situation\": \"promise\"", "\"situation\": \"policy\"", "conduct", "cells for the role"},
            {"\"stage\": \"passive\"", "\"stage\": \"loud\"", "/gates/0/stage", "not a stage"},
            {"\"scale\": {", "\"scales\": {", "/scales", "not a key"},
        };
        var tests = new ArrayList<DynamicTest>();
        String good = table();
        for (String[] one : wrong) {
            tests.add(DynamicTest.dynamicTest(one[1], () -> {
                assertTrue(good.contains(one[0]), "the table no longer has " + one[0]);
                int at = good.indexOf(one[0]);
                String bad = good.substring(0, at) + one[1] + good.substring(at + one[0].length());
                var bytes = new ByteArrayInputStream(bad.getBytes(StandardCharsets.UTF_8));
                String said = assertThrows(JsonException.class, () -> Decisions.read("own.table.json", bytes, GUIDANCE))
                        .problem()
                        .toString();
                assertTrue(said.contains(one[2]) && said.contains(one[3]), said);
            }));
        }
        return tests;
    }

    @Test
    void an_agency_can_replace_the_scale_of_risks() throws IOException {
        String own = table().replace("\"name\": \"high\"", "\"name\": \"not acceptable\"");
        var bytes = new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8));
        Decisions decisions = Decisions.read("own.table.json", bytes, GUIDANCE);
        assertTrue(decisions.decide(Answers.none()).risks().stream()
                .anyMatch(r -> r.level().equals("not acceptable")));
    }

    @Test
    void the_example_in_the_documentation_is_a_file_of_answers() throws IOException {
        String page = Files.readString(DOCS.resolve("formats.md"));
        String section = page.substring(page.indexOf("## Answers for a decision"));
        int start = section.indexOf("```json\n") + "```json\n".length();
        Answers example = answers(section.substring(start, section.indexOf("\n```", start)));
        assertEquals(List.of("2"), example.of("people"));
        assertEquals(List.of(), example.of("end"));
    }

    @Test
    void the_published_schema_takes_what_the_reader_takes() throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI schema = validator.registerSchema(Files.readString(DOCS.resolve("schema/decision-answers.schema.json")));
        String sample = Files.readString(Path.of("..", "samples", "decide", "answers.json"));
        assertTrue(validator.validate(schema, sample).isValid());
        var out = new ByteArrayOutputStream();
        AnswersFile.write(Answers.none(), DECISIONS.questions(), out);
        assertTrue(
                validator.validate(schema, out.toString(StandardCharsets.UTF_8)).isValid());
        int options = 0;
        for (Question q : DECISIONS.questions()) {
            for (Question.Option o : q.options()) {
                String value = "\"" + o.value() + "\"";
                String json = "{\"format\":1,\"answers\":{\"" + q.id() + "\":"
                        + (q.kind() == Question.Kind.CHOICES ? "[" + value + "]" : value) + "}}";
                assertTrue(validator.validate(schema, json).isValid(), json);
                options++;
            }
        }
        assertTrue(options > 50, "options were tried");
        for (String wrong : List.of(
                "{\"format\":1}",
                "{\"format\":1,\"answers\":{\"pets\":1}}",
                "{\"format\":1,\"answers\":{\"policy\":\"maybe\"}}",
                "{\"format\":1,\"answers\":{\"people\":-1}}")) {
            assertTrue(!validator.validate(schema, wrong).isValid(), wrong);
        }
    }
}
