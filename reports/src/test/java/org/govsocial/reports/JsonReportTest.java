package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.json.JsonInput;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.ReportRequest;
import org.govsocial.spi.Reviewed;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final int RUNS = 300;

    @Test
    void what_is_read_back_is_what_was_found() throws IOException {
        int findings = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new RandomRuns(seed);
            var catalogue = random.catalogue();
            var run = random.run();
            var request = ReportRequest.of(catalogue, "1.0").withPlatforms(List.of(Platform.FACEBOOK, Platform.X));
            JsonNode json = parsed(run.as("json", request));
            var subjects = json.asObject().get("subjects").asArray();
            var lines = run.as("jsonl", request).lines().toList();
            assertEquals(run.subjects.size(), subjects.size(), "seed " + seed);
            assertEquals(run.subjects.size(), lines.size(), "seed " + seed);
            for (int i = 0; i < subjects.size(); i++) {
                assertSubject(run.subjects.get(i), subjects.get(i).asObject(), catalogue, "seed " + seed);
                assertSubject(run.subjects.get(i), parsed(lines.get(i)).asObject(), catalogue, "seed " + seed);
                findings += run.subjects.get(i).report().findings().size();
            }
            var summary = json.asObject().get("summary").asObject();
            var totals = run.totals();
            assertEquals(totals.subjects(), summary.get("subjects").asInteger().longValue());
            long sum = 0;
            for (String key : List.of("failed", "cantTell", "passed", "untested", "inapplicable")) {
                sum += summary.get(key).asInteger().longValue();
            }
            assertEquals(totals.subjects(), sum, "seed " + seed);
            assertEquals(
                    totals.count(Outcome.CANT_TELL),
                    summary.get("cantTell").asInteger().longValue());
            for (Severity severity : Severity.values()) {
                String key = severity.name().toLowerCase(Locale.ROOT);
                assertEquals(
                        totals.count(severity),
                        summary.get("findings").asObject().get(key).asInteger().longValue());
            }
            var problems = json.asObject().get("problems").asArray();
            assertEquals(run.allProblems().size(), problems.size());
            for (int i = 0; i < problems.size(); i++) {
                assertEquals(
                        run.allProblems().get(i).what(), string(problems.get(i).asObject(), "what"));
                assertEquals(
                        run.allProblems().get(i).advice(),
                        string(problems.get(i).asObject(), "advice"));
            }
            var adjustments = json.asObject().get("adjustments").asArray();
            assertEquals(catalogue.adjustments().size(), adjustments.size());
            for (int i = 0; i < adjustments.size(); i++) {
                assertEquals(
                        catalogue.adjustments().get(i).reason(),
                        string(adjustments.get(i).asObject(), "reason"));
            }
        }
        assertTrue(findings > RUNS, "only " + findings + " findings");
    }

    private static void assertSubject(
            Reviewed expected, Map<String, JsonNode> json, TestCatalogue catalogue, String seed) {
        var report = expected.report();
        assertEquals(report.subject().id(), string(json, "id"), seed);
        assertEquals(expected.where().toString(), string(json, "source"), seed);
        assertEquals(report.outcome().name(), string(json, "outcome"), seed);
        report.platforms()
                .forEach((platform, outcome) -> assertEquals(
                        outcome.name(), string(json.get("platforms").asObject(), platform.id()), seed));
        var findings = json.get("findings").asArray();
        assertEquals(report.findings().size(), findings.size(), seed);
        for (int i = 0; i < findings.size(); i++) {
            assertFinding(expected, report.findings().get(i), findings.get(i).asObject(), catalogue, seed);
        }
        assertEquals(report.failures().isEmpty(), json.get("failures") == null, seed);
        if (!report.failures().isEmpty()) {
            var failure = json.get("failures").asArray().get(0).asObject();
            assertEquals(report.failures().get(0).error(), string(failure, "error"), seed);
            assertEquals(report.failures().get(0).maintainer(), string(failure, "maintainer"), seed);
        }
    }

    private static void assertFinding(
            Reviewed in, Finding finding, Map<String, JsonNode> json, TestCatalogue catalogue, String seed) {
        assertEquals(finding.rule().toString(), string(json, "rule"), seed);
        assertEquals(finding.severity().name(), string(json, "severity"), seed);
        assertEquals(finding.outcome().name(), string(json, "outcome"), seed);
        assertEquals(finding.messageKey(), string(json, "key"), seed);
        assertEquals(finding.fingerprint(), string(json, "fingerprint"), seed);
        assertEquals(finding.platforms().get(0).id(), string(json, "platform"), seed);
        assertEquals(
                finding.platforms().stream().map(Platform::id).toList(),
                json.get("platforms").asArray().stream().map(JsonNode::asString).toList(),
                seed);
        var place = json.get("place").asObject();
        assertEquals(finding.place().field(), string(place, "field"), seed);
        assertEquals(finding.place().start(), place.get("start").asInteger().intValue(), seed);
        assertEquals(finding.place().end(), place.get("end").asInteger().intValue(), seed);
        assertEquals(Words.at(in.report().subject(), finding.place()), string(json, "text"), seed);
        var cites = json.get("cites").asObject();
        var info = catalogue.rule(finding.rule());
        if (info.isEmpty()) {
            assertTrue(cites.isEmpty(), seed);
        } else {
            var statement = catalogue.statement(info.get().cites()).orElseThrow();
            assertEquals(info.get().cites().document(), string(cites, "document"), seed);
            assertEquals(statement.id(), string(cites, "statement"), seed);
            assertEquals(statement.modality().name(), string(cites, "modality"), seed);
            assertEquals(statement.provenance().name(), string(cites, "provenance"), seed);
            assertEquals(statement.text(), string(cites, "text"), seed);
            assertEquals(statement.source(), string(cites, "source"), seed);
        }
        var fixes = json.get("fixes").asArray();
        assertEquals(finding.fixes().size(), fixes.size(), seed);
        for (int i = 0; i < fixes.size(); i++) {
            var fix = fixes.get(i).asObject();
            assertEquals(finding.fixes().get(i).safe(), fix.get("safe").asBoolean(), seed);
            var edit = fix.get("edits").asArray().get(0).asObject();
            assertEquals(finding.fixes().get(i).edits().get(0).text(), string(edit, "text"), seed);
        }
    }

    private static String string(Map<String, JsonNode> json, String key) {
        return json.get(key) == null ? null : json.get(key).asString();
    }

    /** Parsed by another parser, after ours has found it strict. */
    private static JsonNode parsed(String json) throws IOException {
        var strict = JsonInput.of("report", json).strictKeys(true);
        strict.skipValue();
        strict.end();
        return new GsonNode.Factory().create(json);
    }

    @Test
    void a_summary_holds_no_subjects() throws IOException {
        var request = ReportRequest.of(TestCatalogue.plain(), "1").withSummaryOnly(true);
        var json = parsed(Run.withOneFinding().as("json", request)).asObject();
        assertEquals(0, json.get("subjects").asArray().size());
        assertEquals(1, json.get("summary").asObject().get("failed").asInteger().intValue());
    }

    @Test
    void one_platform_is_not_repeated() throws IOException {
        var json = parsed(Run.withOneFinding().as("jsonl", TestCatalogue.plain()));
        var finding = json.asObject().get("findings").asArray().get(0).asObject();
        assertEquals("x", string(finding, "platform"));
        assertNull(finding.get("platforms"));
    }
}
