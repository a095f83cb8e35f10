package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.json.JsonException;
import org.govsocial.mishap.ready.Readiness;
import org.govsocial.model.Matrix;
import org.govsocial.model.Playbook;
import org.govsocial.model.Provenance;
import org.govsocial.model.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessorTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Mishap()));
    private static final Assessor ASSESSOR = Assessor.of(GUIDANCE).orElseThrow();

    private static Assessment of(String file) throws IOException {
        try (InputStream in = AssessorTest.class.getResourceAsStream("facts/" + file + ".json")) {
            assertNotNull(in, file);
            return ASSESSOR.assess(
                    Facts.read(file, new InputStreamReader(in, StandardCharsets.UTF_8), ASSESSOR.triage()));
        }
    }

    private static Assessment ofFacts(String facts) throws IOException {
        return ASSESSOR.assess(Facts.read("facts.json", new StringReader(facts), ASSESSOR.triage()));
    }

    private static List<String> steps(Assessment assessment) {
        return assessment.steps().stream().map(s -> s.step().id()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directed-abuse",
                "leak-early-release",
                "unwanted-intrusion",
                "heated-topic",
                "misinterpreted-message",
                "misaligned-expectations",
                "hack-or-wrong-account",
                "questionable-humour"
            })
    void each_of_the_eight_types_is_reached_from_a_facts_file(String type) throws IOException {
        Assessment found = of(type);
        assertEquals(type, found.types().get(0).type().id());
        assertFalse(found.types().get(0).why().isEmpty());
        assertTrue(found.steps().stream()
                .anyMatch(s -> s.playbook().equals(found.types().get(0).type().title())));
        assertFalse(found.reasons().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emergency",
                "election-period",
                "privacy-breach",
                "violent-extremist-content",
                "objectionable-material",
                "threat-to-a-person",
                "hdca-notice"
            })
    void each_special_branch_is_reached_from_a_facts_file(String branch) throws IOException {
        Assessment found = of("branch-" + branch);
        assertEquals(
                List.of(branch),
                found.branches().stream().map(b -> b.branch().id()).toList());
        assertTrue(found.steps().stream()
                .anyMatch(s ->
                        s.playbook().equals(found.branches().get(0).branch().title())));
    }

    @Test
    void the_pack_has_the_eight_types_and_a_cell_for_each_with_each_impact() {
        assertEquals(8, ASSESSOR.triage().types().size());
        assertEquals(7, ASSESSOR.matrix().impacts().size());
        assertEquals(9 * 7, ASSESSOR.matrix().cells().size());
        assertEquals(Provenance.PROJECT, ASSESSOR.matrix().provenance());
    }

    @Test
    void questions_matrix_and_playbooks_name_only_what_there_is() {
        var types = new HashSet<String>();
        ASSESSOR.triage().types().forEach(t -> types.add(t.id()));
        var impacts = new HashSet<String>();
        ASSESSOR.matrix().impacts().forEach(i -> impacts.add(i.id()));
        var branches = new HashSet<String>();
        ASSESSOR.matrix().branches().forEach(b -> branches.add(b.id()));
        for (Triage.Question question : ASSESSOR.triage().questions()) {
            for (Triage.Answer answer : question.answers()) {
                assertTrue(types.containsAll(answer.types().keySet()), answer.id());
                assertTrue(impacts.containsAll(answer.impacts().keySet()), answer.id());
                assertTrue(branches.containsAll(answer.branches()), answer.id());
            }
        }
        var steps = new HashSet<String>();
        ASSESSOR.playbooks().forEach(p -> p.steps().forEach(s -> steps.add(s.id())));
        for (Playbook playbook : ASSESSOR.playbooks()) {
            for (String when : playbook.when()) {
                assertTrue(
                        types.contains(when)
                                || branches.contains(when)
                                || when.equals(Matrix.ANY)
                                || when.equals(Readiness.READY),
                        when);
            }
            for (Playbook.Step step : playbook.steps()) {
                assertTrue(steps.containsAll(step.after()), step.id());
                assertTrue(steps.containsAll(step.instead()), step.id());
            }
        }
        types.add(Matrix.ANY);
        for (Matrix.Cell cell : ASSESSOR.matrix().cells()) {
            assertTrue(types.contains(cell.type()), cell.type());
        }
        for (String id : types) {
            assertTrue(ASSESSOR.playbooks().stream().anyMatch(p -> p.when().contains(id)), "no playbook for " + id);
        }
    }

    @Test
    void every_step_cites_a_statement_that_is_loaded() {
        int steps = 0;
        for (Playbook playbook : ASSESSOR.playbooks()) {
            for (Playbook.Step step : playbook.steps()) {
                assertTrue(GUIDANCE.statement(step.cites()).isPresent(), step.id());
                steps++;
            }
        }
        assertTrue(steps > 40, steps + " steps");
    }

    @Test
    void answers_of_a_scale_never_fall() {
        int compared = 0;
        for (Triage.Question question : ASSESSOR.triage().questions()) {
            for (int i = 1; question.scale() && i < question.answers().size(); i++) {
                Triage.Answer less = question.answers().get(i - 1);
                Triage.Answer more = question.answers().get(i);
                less.impacts()
                        .forEach((impact, level) -> assertTrue(
                                more.impacts().getOrDefault(impact, 0) >= level, question.id() + " " + more.id()));
                less.types()
                        .forEach((type, sure) -> assertTrue(
                                more.types().containsKey(type)
                                        && more.types().get(type).compareTo(sure) >= 0,
                                question.id() + " " + more.id()));
                assertTrue(more.branches().containsAll(less.branches()), question.id() + " " + more.id());
                compared++;
            }
        }
        assertTrue(compared > 15, "only " + compared);
    }

    @Test
    void more_severe_facts_never_give_a_lesser_response() {
        List<Matrix.Extent> extents = ASSESSOR.matrix().extents();
        long seed = 20261122;
        var random = new Random(seed);
        int harder = 0;
        for (int run = 0; run < 5_000; run++) {
            var answers = new LinkedHashMap<String, List<String>>();
            for (Triage.Question question : ASSESSOR.triage().questions()) {
                if (random.nextInt(6) == 0) {
                    answers.put(
                            question.id(),
                            List.of(question.answers()
                                    .get(random.nextInt(question.answers().size()))
                                    .id()));
                }
            }
            Map<String, List<String>> worse = worse(answers, random);
            Assessment before = ASSESSOR.assess(Facts.of(answers));
            Assessment after = ASSESSOR.assess(Facts.of(worse));
            int rise = extents.indexOf(after.extent()) - extents.indexOf(before.extent());
            String told = "seed " + seed + ", run " + run + ": " + answers + " -> " + worse;
            assertTrue(rise >= 0, told);
            assertTrue(after.extent().firstResponse().compareTo(before.extent().firstResponse()) <= 0, told);
            harder += rise > 0 ? 1 : 0;
        }
        assertTrue(harder > 300, "only " + harder + " runs made a difference");
    }

    /** One answer further up its scale, or one more answer where several may hold. */
    private static Map<String, List<String>> worse(Map<String, List<String>> answers, Random random) {
        var worse = new LinkedHashMap<>(answers);
        List<Triage.Question> questions = ASSESSOR.triage().questions();
        Triage.Question question = questions.get(random.nextInt(questions.size()));
        List<String> ids = question.answers().stream().map(Triage.Answer::id).toList();
        List<String> given = answers.getOrDefault(question.id(), List.of());
        if (question.several()) {
            var more = new ArrayList<>(given);
            more.add(ids.get(random.nextInt(ids.size())));
            worse.put(question.id(), more);
        } else if (question.scale()) {
            int now = given.isEmpty() ? 0 : ids.indexOf(given.get(0));
            worse.put(question.id(), List.of(ids.get(now + random.nextInt(ids.size() - now))));
        } else if (given.isEmpty()) {
            worse.put(question.id(), List.of(ids.get(random.nextInt(ids.size()))));
        }
        return worse;
    }

    @Test
    void steps_come_in_the_order_of_their_times_but_never_before_what_comes_first() throws IOException {
        for (String file : List.of("hack-or-wrong-account", "misaligned-expectations", "branch-hdca-notice")) {
            Assessment found = of(file);
            var done = new HashSet<String>();
            for (Assessment.FirstStep step : found.steps()) {
                assertTrue(
                        done.containsAll(step.step().after()),
                        file + " " + step.step().id());
                done.add(step.step().id());
            }
        }
        assertEquals(
                List.of("capture", "take-down", "ask-who"),
                steps(of("hack-or-wrong-account")).subList(0, 3));
    }

    @Test
    void in_an_emergency_nobody_goes_silent() throws IOException {
        Assessment found = of("misaligned-expectations");
        assertEquals("keep-going", steps(found).get(0));
        assertTrue(found.extent().firstResponse().compareTo(Duration.ofMinutes(30)) <= 0);
    }

    @Test
    void what_may_be_banned_is_never_captured() throws IOException {
        for (String file : List.of("branch-objectionable-material", "branch-violent-extremist-content")) {
            Assessment found = of(file);
            assertFalse(steps(found).contains("capture"), file);
            assertEquals("crisis", found.extent().id());
        }
        assertTrue(steps(of("directed-abuse")).contains("capture"));
    }

    @Test
    void a_slip_and_a_break_in_are_told_apart() throws IOException {
        String facts = "{\"format\":1,\"facts\":{\"what\":[\"not-our-post\"],\"author\":\"%s\"}}";
        Assessment slip = ofFacts(facts.replace("%s", "us-wrong-account"));
        Assessment hack = ofFacts(facts.replace("%s", "intruder"));
        List<Matrix.Extent> extents = ASSESSOR.matrix().extents();
        assertTrue(extents.indexOf(hack.extent()) > extents.indexOf(slip.extent()));
        assertEquals(Triage.Sureness.CONFIRMED, slip.types().get(0).sureness());
    }

    @Test
    void nothing_known_asks_every_question_and_gives_the_general_steps() throws IOException {
        Assessment found = ofFacts("{\"format\":1,\"facts\":{\"visible\":\"not-known\"}}");
        assertEquals(List.of(), found.types());
        assertEquals("watch", found.extent().id());
        assertEquals(ASSESSOR.triage().questions(), found.open());
        assertTrue(steps(found).contains("capture"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"facts\":{\"weather\":\"bad\"}}",
                "{\"facts\":{\"visible\":\"maybe\"}}",
                "{\"facts\":{\"visible\":[\"no\",\"yes\"]}}",
                "{\"facts\":{\"visible\":true}}",
                "{\"format\":2,\"facts\":{}}",
                "{\"noticed\":\"yesterday\",\"facts\":{}}",
                "{\"format\":1}",
                "[]",
                "{\"facts\":{},\"more\":1}"
            })
    void a_wrong_facts_file_is_refused_with_its_place(String facts) {
        JsonException wrong = assertThrows(JsonException.class, () -> ofFacts(facts));
        assertTrue(
                wrong.problem().where().startsWith("facts.json"),
                wrong.problem().toString());
        assertFalse(wrong.problem().advice().isBlank());
    }

    @Test
    void an_agency_puts_its_own_matrix_in_the_place_of_ours(@TempDir Path folder) throws IOException {
        Path pack = folder.resolve("agency.pack.json");
        Files.writeString(pack, """
                {"format":1,"id":"agency","version":"1","title":"Agency","maintainer":"Us",
                 "matrix":{"provenance":"NZ_OTHER","cites":{"document":"mishap","statement":"MH-MATRIX"},
                  "impacts":[{"id":"spread","title":"Spread"}],
                  "extents":[{"id":"calm","title":"Stay calm","lead":"desk","firstResponse":"PT2H"}],
                  "responses":[{"id":"tea","title":"Make tea"}],
                  "cells":[{"type":"any","impact":"spread","response":"tea","extents":["calm","calm","calm"]}],
                  "branches":[]},
                 "playbooks":[{"id":"emergency","title":"Our emergency","when":["emergency"],"steps":[
                  {"id":"ring","phase":"during","title":"Ring the desk.","owner":"adviser","within":"PT1M",
                   "cites":{"document":"mishap","statement":"MH-DURING-4"}}]}]}
                """);
        Guidance guidance = Guidance.load(List.of(new Origin.Application(), new Origin.PackFile(pack)));
        assertEquals(List.of(), guidance.problems());
        Assessor own = Assessor.of(guidance).orElseThrow();
        assertEquals(Provenance.NZ_OTHER, own.matrix().provenance());
        Assessment found = own.assess(Facts.of(Map.of("spread", List.of("very-fast"), "emergency", List.of("yes"))));
        assertEquals("calm", found.extent().id());
        assertEquals("Make tea", found.responses().get(0).title());
        assertEquals(8, own.triage().types().size());
        assertTrue(
                own.playbooks().stream().flatMap(p -> p.steps().stream()).noneMatch(s -> s.id().equals("keep-going")));
    }
}
