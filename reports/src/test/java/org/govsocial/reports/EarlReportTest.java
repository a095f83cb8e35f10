package org.govsocial.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.govsocial.model.Answer;
import org.govsocial.model.Decision;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Severity;
import org.govsocial.model.Verdict;
import org.govsocial.spi.Location;
import org.junit.jupiter.api.Test;

class EarlReportTest {
    private static final Set<String> OUTCOMES =
            Set.of("earl:passed", "earl:failed", "earl:cantTell", "earl:inapplicable", "earl:untested");

    private static List<JsonObject> graph(String report, String type) {
        var found = new ArrayList<JsonObject>();
        for (JsonElement node : JsonParser.parseString(report).getAsJsonObject().getAsJsonArray("@graph")) {
            if (String.valueOf(node.getAsJsonObject().get("@type")).contains('"' + type + '"')) {
                found.add(node.getAsJsonObject());
            }
        }
        return found;
    }

    @Test
    void a_finding_is_an_assertion_about_the_rule_itself() throws IOException {
        String report = Run.withOneFinding().as("earl", TestCatalogue.plain());
        JsonObject context = JsonParser.parseString(report).getAsJsonObject().getAsJsonObject("@context");
        assertEquals("http://www.w3.org/ns/earl#", context.get("@vocab").getAsString());
        List<JsonObject> assertions = graph(report, "Assertion");
        assertEquals(1, assertions.size());
        JsonObject one = assertions.get(0);
        assertEquals("urn:govsocial:rule:" + Run.RULE, one.get("test").getAsString());
        assertEquals("earl:automatic", one.get("mode").getAsString());
        JsonObject result = one.getAsJsonObject("result");
        assertEquals("earl:failed", result.get("outcome").getAsString());
        assertTrue(result.get("info").getAsString().contains(Run.TAG));
        JsonObject subject = graph(report, "TestSubject").get(0);
        assertEquals(subject.get("@id"), one.get("subject"));
        assertEquals("posts.jsonl#3//1", subject.get("@id").getAsString());
    }

    @Test
    void what_a_person_decided_has_the_mode_manual_and_the_person_as_assertor() throws IOException {
        int seen = 0;
        for (Verdict verdict : Verdict.values()) {
            for (boolean expired : List.of(false, true)) {
                Finding finding = Run.hashtag(Run.RULE, Severity.WARNING, Outcome.CANT_TELL);
                var decision = new Decision(
                        finding.fingerprint(),
                        verdict,
                        "Mere Kāretu",
                        LocalDate.of(2026, 11, 20),
                        "A name.",
                        LocalDate.of(2027, 1, 31));
                var run = new Run();
                run.add(
                        Location.of("p"),
                        Post.of("1", "Kia ora!  " + Run.TAG).withUrl(URI.create("https://example.govt.nz/1")),
                        List.of(finding.answered(new Answer(decision, expired))));
                JsonObject one = graph(run.as("earl", TestCatalogue.plain()), "Assertion")
                        .get(0);
                assertEquals("https://example.govt.nz/1", one.get("subject").getAsString());
                boolean manual = !expired && verdict != Verdict.WAIVED;
                assertEquals(
                        manual ? "earl:manual" : "earl:automatic",
                        one.get("mode").getAsString());
                assertEquals(manual, one.get("assertedBy").toString().contains("Mere Kāretu"));
                JsonObject result = one.getAsJsonObject("result");
                String outcome = !manual ? "earl:cantTell" : verdict == Verdict.PASSED ? "earl:passed" : "earl:failed";
                assertEquals(outcome, result.get("outcome").getAsString());
                assertEquals("2027-01-31", result.get("until").getAsString());
                assertTrue(result.get("info").getAsString().contains("Mere"), result::toString);
                seen++;
            }
        }
        assertEquals(6, seen);
    }

    @Test
    void every_run_is_json_ld_whose_references_resolve() throws IOException {
        int assertions = 0;
        for (long seed = 0; seed < 200; seed++) {
            var random = new RandomRuns(seed);
            var run = random.run();
            String report = run.as("earl", random.catalogue());
            var ids = new HashSet<String>();
            for (JsonElement node :
                    JsonParser.parseString(report).getAsJsonObject().getAsJsonArray("@graph")) {
                if (node.getAsJsonObject().has("@id")) {
                    ids.add(node.getAsJsonObject().get("@id").getAsString());
                }
            }
            for (JsonObject one : graph(report, "Assertion")) {
                assertTrue(ids.contains(one.get("subject").getAsString()), "seed " + seed);
                assertTrue(
                        OUTCOMES.contains(
                                one.getAsJsonObject("result").get("outcome").getAsString()),
                        "seed " + seed);
                URI.create(one.get("subject").getAsString());
                assertions++;
            }
            assertFalse(report.contains("\u001b"), "seed " + seed);
        }
        assertTrue(assertions > 500, "only " + assertions);
    }
}
