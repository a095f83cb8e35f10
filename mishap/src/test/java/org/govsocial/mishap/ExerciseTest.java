package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.response.Exercise;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.OngoingIncident;
import org.govsocial.mishap.response.Score;
import org.govsocial.model.Drill;
import org.govsocial.model.Playbook;
import org.govsocial.model.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExerciseTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Mishap()));
    private static final Assessor ASSESSOR = Assessor.of(GUIDANCE).orElseThrow();
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Instant NINE = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path folder;

    private static LogSettings at(int minutes) {
        return LogSettings.of(Clock.fixed(NINE.plusSeconds(60L * minutes), AUCKLAND));
    }

    private static OffsetDateTime minute(int minutes) {
        return NINE.plusSeconds(60L * minutes).atZone(AUCKLAND).toOffsetDateTime();
    }

    static Stream<Drill> drills() {
        return Exercise.drills(GUIDANCE).stream();
    }

    private static Drill drill(String id) {
        return drills().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void there_is_a_drill_for_each_of_the_events() {
        assertEquals(
                List.of("m-01", "m-02", "m-03", "m-04", "m-05", "m-06"),
                drills().map(Drill::id).toList());
        drills().forEach(d -> assertTrue(GUIDANCE.statement(d.event()).isPresent(), d.id()));
    }

    @ParameterizedTest
    @MethodSource("drills")
    void facts_of_a_drill_answer_the_questions_and_ask_for_steps(Drill drill) {
        for (var fact : drill.facts().entrySet()) {
            Triage.Question question = ASSESSOR.triage().questions().stream()
                    .filter(q -> q.id().equals(fact.getKey()))
                    .findFirst()
                    .orElseThrow();
            List<String> known =
                    question.answers().stream().map(Triage.Answer::id).toList();
            assertTrue(known.containsAll(fact.getValue()), fact.toString());
        }
        Assessment assessment = ASSESSOR.assess(Facts.of(drill.facts()));
        assertFalse(assessment.types().isEmpty());
        assertTrue(drill.injects().size() >= 4);
    }

    /** A team that does everything at once has full marks; one that does nothing has none. */
    @ParameterizedTest
    @MethodSource("drills")
    void a_perfect_team_has_full_marks_and_an_idle_one_none(Drill drill) throws IOException {
        int end = (int) Exercise.length(drill).toMinutes() + 60;
        Exercise.start(folder.resolve("idle"), drill, ASSESSOR, 1, "Lead", at(0))
                .close();
        IncidentView idle;
        try (Exercise exercise = Exercise.resume(folder.resolve("idle"), drill, at(end))) {
            assertEquals(drill.injects().size(), exercise.deliver(minute(end)).size());
            idle = exercise.view();
        }
        assertEquals(0, Score.of(idle, minute(end)).percent().orElseThrow());

        Path busy = folder.resolve("busy");
        Exercise.start(busy, drill, ASSESSOR, 1, "Lead", at(0)).close();
        try (OngoingIncident team = OngoingIncident.resume(busy, at(1))) {
            for (IncidentView.StepState step : team.view().steps()) {
                if (step.phase() == Playbook.Phase.DURING) {
                    team.done(step.id(), "Ana", minute(1), "", false);
                }
            }
        }
        for (Drill.Inject inject : drill.injects()) {
            int now = (int) inject.after().toMinutes();
            try (Exercise exercise = Exercise.resume(busy, drill, at(now + 1))) {
                assertEquals(
                        List.of(inject.id()),
                        exercise.deliver(minute(now)).stream()
                                .map(IncidentView.InjectState::id)
                                .toList());
                if (inject.within() != null) {
                    exercise.answer(inject.id(), "Ana", null, "Done");
                }
            }
        }
        try (Exercise exercise = Exercise.resume(busy, drill, at(end))) {
            Score score = Score.of(exercise.view(), minute(end));
            assertEquals(100, score.percent().orElseThrow(), score.toString());
        }
    }

    @Test
    void what_comes_is_said_once_and_in_time() throws IOException {
        Drill drill = drill("m-02");
        try (Exercise exercise = Exercise.start(folder, drill, ASSESSOR, 1, "Lead", at(0))) {
            assertEquals(List.of("seen"), ids(exercise.deliver(minute(0))));
            assertEquals(List.of(), ids(exercise.deliver(minute(5))));
            assertEquals(minute(6), exercise.next().orElseThrow());
            try (Exercise other = Exercise.resume(folder, drill, at(7))) {
                assertEquals(List.of("ministers-office"), ids(other.deliver(minute(7))));
            }
            assertEquals(List.of(), ids(exercise.deliver(minute(7))), "another process said it");
            assertThrows(LogException.class, () -> exercise.answer("deleted", "Ana", null, "too early"));
            exercise.answer("seen", "Ana", minute(8), "Asked all four");
            assertThrows(LogException.class, () -> exercise.answer("seen", "Ben", minute(9), "me too"));
            assertEquals("Asked all four", exercise.view().injects().get(0).answer());
            assertEquals("m-02", exercise.view().drill());
        }
        assertThrows(LogException.class, () -> Exercise.resume(folder, drill("m-01"), at(8)));
    }

    private static List<String> ids(List<IncidentView.InjectState> injects) {
        return injects.stream().map(IncidentView.InjectState::id).toList();
    }

    @Test
    void late_and_out_of_order_cost_a_point_and_what_was_left_out_with_a_reason_is_not_counted() throws IOException {
        Drill drill = drill("m-02");
        Exercise.start(folder, drill, ASSESSOR, 1, "Lead", at(0)).close();
        try (OngoingIncident team = OngoingIncident.resume(folder, at(40))) {
            team.done("take-down", "Ana", minute(2), "", true);
            team.done("capture", "Ana", minute(3), "", false);
            team.done("ask-who", "Ana", minute(30), "", false);
            team.skip("lock", "Ana", "it was one of us");
        }
        Score score;
        try (Exercise exercise = Exercise.resume(folder, drill, at(40))) {
            score = Score.of(exercise.view(), minute(40));
        }
        assertEquals(Score.Result.OUT_OF_ORDER, result(score, "take-down"));
        assertEquals(Score.Result.IN_TIME, result(score, "capture"));
        assertEquals(Score.Result.LATE, result(score, "ask-who"));
        assertEquals(Score.Result.LEFT_OUT, result(score, "lock"));
        assertEquals(Score.Result.NOT_DONE, result(score, "pause-schedule"));
        assertEquals(Score.Result.NOT_DUE, result(score, "follow"));
        long counted =
                score.items().stream().filter(i -> i.result().points() >= 0).count();
        assertEquals((int) (100 * 4 / (2 * counted)), score.percent().orElseThrow());
    }

    @Test
    void who_closes_early_is_still_asked_for_what_was_due_until_the_first_answer() throws IOException {
        Drill drill = drill("m-02");
        Exercise.start(folder, drill, ASSESSOR, 1, "Lead", at(0)).close();
        try (OngoingIncident team = OngoingIncident.resume(folder, at(3))) {
            team.done("capture", "Ana", minute(2), "", false);
            team.end("Ana", "That will do", true);
        }
        Score score;
        try (Exercise exercise = Exercise.resume(folder, drill, at(4))) {
            score = Score.of(exercise.view(), minute(4));
        }
        assertEquals(Score.Result.NOT_DONE, result(score, "take-down"));
        assertEquals(Score.Result.NOT_DONE, result(score, "first-answer"));
        assertEquals(Score.Result.NOT_DUE, result(score, "follow"));
        assertTrue(score.percent().orElseThrow() < 20, score.toString());
    }

    private static Score.Result result(Score score, String id) {
        return score.items().stream()
                .filter(i -> i.id().equals(id))
                .map(Score.Item::result)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void at_ten_times_the_speed_everything_is_due_in_a_tenth_of_the_time() throws IOException {
        Drill drill = drill("m-03");
        try (Exercise slow = Exercise.start(folder.resolve("1"), drill, ASSESSOR, 1, "Lead", at(0));
                Exercise fast = Exercise.start(folder.resolve("10"), drill, ASSESSOR, 10, "Lead", at(0))) {
            var slowSteps = slow.view().steps();
            var fastSteps = fast.view().steps();
            var compared = new ArrayList<String>();
            for (int i = 0; i < slowSteps.size(); i++) {
                if (slowSteps.get(i).phase() == Playbook.Phase.DURING) {
                    assertEquals(
                            Duration.between(minute(0), slowSteps.get(i).due()).dividedBy(10),
                            Duration.between(minute(0), fastSteps.get(i).due()));
                    compared.add(slowSteps.get(i).id());
                }
            }
            assertTrue(compared.size() > 5, compared.toString());
            assertEquals(2, fast.deliver(minute(1)).size());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Exercise.start(folder.resolve("61"), drill, ASSESSOR, 61, "Lead", at(0)));
        }
    }
}
