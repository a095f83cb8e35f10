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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.response.IncidentPages;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.OngoingIncident;
import org.govsocial.mishap.response.Review;
import org.govsocial.model.Block;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Gap;
import org.govsocial.model.Pack;
import org.govsocial.model.Paper;
import org.govsocial.model.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Mishap()));
    private static final OffsetDateTime NOTICED = OffsetDateTime.parse("2026-11-22T21:00:00+13:00");

    @TempDir
    Path folder;

    /** Worked through at nine in the evening; the clock stands at the end of it. */
    private IncidentView worked() throws IOException {
        var settings =
                LogSettings.of(Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneId.of("Pacific/Auckland")));
        Assessor assessor = Assessor.of(GUIDANCE).orElseThrow();
        try (OngoingIncident incident = OngoingIncident.open(
                folder,
                new OngoingIncident.Opening(
                        "A remark",
                        NOTICED,
                        NOTICED.minusMinutes(12),
                        "Ana",
                        assessor.assess(List.of("hack-or-wrong-account"))),
                settings)) {
            incident.done("capture", "Ana", NOTICED.plusMinutes(3), "<script>", false);
            incident.done("take-down", "Ana", NOTICED.plusMinutes(40), "", false);
            incident.skip("lock", "Ana", "It was one of us.");
            incident.done("tell", "Ana", NOTICED.plusMinutes(10), "", false);
            incident.done("first-answer", "Moana", NOTICED.plusMinutes(25), "", false);
            incident.lesson("One device per account", "Moana", "2026-12-18", "Ana");
            incident.end("Ana", "over", true);
        }
        try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
            return IncidentView.of(log.entries()).orElseThrow();
        }
    }

    @Test
    void times_and_late_steps_come_from_the_log_alone() throws IOException {
        var review = new Review(worked(), NOTICED.plusDays(9));
        assertEquals(Optional.of(Duration.ofMinutes(25)), review.toFirstResponse());
        assertEquals(Optional.of(Duration.ofHours(3)), review.toClose());
        List<String> late =
                review.late().stream().map(IncidentView.StepState::id).toList();
        assertTrue(late.contains("take-down"), late.toString());
        assertTrue(late.contains("say-error"), "not done at all: " + late);
        assertFalse(late.contains("capture") || late.contains("lock"), late.toString());
        assertEquals(
                List.of("lock"),
                review.leftOut().stream().map(IncidentView.StepState::id).toList());
        assertEquals(
                List.of("answer-elsewhere", "follow"),
                review.forgotten().stream().map(IncidentView.StepState::id).toList(),
                "not late yet, and never done");
        assertEquals(
                "not done",
                row(table(review.paper(GUIDANCE), "Steps late"), "Keep watching, and log what you see.")
                        .get(1));
    }

    private static Block.Table table(Paper paper, String caption) {
        return paper.blocks().stream()
                .filter(b -> b instanceof Block.Table t && t.caption().startsWith(caption))
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> row(Block.Table table, String first) {
        return table.rows().stream()
                .map(r -> r.stream().map(Passage::text).toList())
                .filter(r -> r.get(0).equals(first))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_report_says_what_the_guidance_asked_and_who_mends_it() throws IOException {
        IncidentView view = worked();
        Paper report = new Review(view, NOTICED).paper(GUIDANCE);
        assertEquals(
                "25 minutes",
                row(table(report, "How long it took"), "First response").get(1));
        assertEquals(
                "12 minutes",
                row(table(report, "How long it took"), "Notice it").get(1));
        assertEquals(
                List.of("One device per account", "Moana", "2026-12-18", "open"),
                row(table(report, "Actions"), "One device per account").subList(0, 4));
        assertEquals(view.steps().size(), table(report, "Every step").rows().size());
        String words = PaperWords.of(report);
        assertTrue(words.contains("MH-DURING-5, advised by: another New Zealand public body"), words);
        assertTrue(words.indexOf("Done: Capture") < words.indexOf("Done: Take the post down"), words);
        assertEquals(List.of(), report.gaps());
    }

    @Test
    void what_nobody_knows_is_shown_as_missing() throws IOException {
        var settings =
                LogSettings.of(Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneId.of("Pacific/Auckland")));
        Assessor assessor = Assessor.of(GUIDANCE).orElseThrow();
        IncidentView view;
        try (OngoingIncident incident = OngoingIncident.open(
                folder,
                new OngoingIncident.Opening("A remark", NOTICED, "Ana", assessor.assess(List.of("heated-topic"))),
                settings)) {
            view = incident.view();
        }
        Paper report = new Review(view, NOTICED.plusHours(1)).paper(GUIDANCE);
        assertEquals(
                List.of("when it began"), report.gaps().stream().map(Gap::what).toList());
        assertEquals(
                List.of("when it began", "the name of the adviser"),
                IncidentPages.brief(view, NOTICED.toInstant()).gaps().stream()
                        .map(Gap::what)
                        .toList());
    }

    @Test
    void the_timeline_is_described_and_its_table_says_the_same() throws IOException {
        Paper report = new Review(worked(), NOTICED).paper(GUIDANCE);
        Block.Chart timeline = report.blocks().stream()
                .filter(Block.Chart.class::isInstance)
                .map(Block.Chart.class::cast)
                .findFirst()
                .orElseThrow();
        assertTrue(timeline.description().startsWith(timeline.labels().size() + " moments, from the first"));
        assertEquals(
                timeline.labels().size(),
                table(report, "What happened, in order").rows().size());
        assertTrue(timeline.labels().size() >= 7, timeline.labels().toString());
        assertEquals(0, timeline.series().get(0).values().get(0).orElseThrow(), "it begins with when it began");
    }

    @Test
    void a_lesson_that_was_seen_to_is_closed_once() throws IOException {
        long number = worked().openLessons().get(0).number();
        try (OngoingIncident incident = OngoingIncident.resume(
                folder,
                LogSettings.of(Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneId.of("Pacific/Auckland"))))) {
            assertThrows(LogException.class, () -> incident.lessonDone(number + 1, "Moana", null, ""));
            incident.lessonDone(number, "Moana", null, "Tablets handed out");
            assertEquals(List.of(), incident.view().openLessons());
            assertEquals(1, incident.view().lessons().size());
            assertThrows(LogException.class, () -> incident.lessonDone(number, "Moana", null, ""));
        }
    }

    @Test
    void a_lesson_becomes_a_draft_of_a_case_without_names_of_people() throws IOException {
        Pack pack = new Review(worked(), NOTICED).draftCase("Example Agency", GUIDANCE, LocalDate.of(2026, 12, 1));
        CaseStudy draft = pack.cases().get(0);
        assertEquals("INCIDENT-2026-11-22", draft.id());
        assertEquals(List.of("hack-or-wrong-account"), draft.setting().mishaps());
        assertEquals("One device per account", draft.lessons().get(0).text());
        assertTrue(draft.done().contains("noticed after 12 minutes"), draft.done());
        assertFalse(draft.toString().contains("Ana") || draft.toString().contains("Moana"), draft.toString());
        assertEquals(List.of(), draft.setting().tools(), "nobody knows yet: the check of cases asks");
    }
}
