package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.response.IncidentPages;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.NoticeClock;
import org.govsocial.mishap.response.OngoingIncident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OngoingIncidentTest {
    private static final Assessor ASSESSOR =
            Assessor.of(Guidance.of(List.of(new Mishap()))).orElseThrow();
    private static final Instant NINE = Instant.parse("2026-11-22T08:04:00Z");
    private static final LogSettings SETTINGS = LogSettings.of(Clock.fixed(NINE, ZoneId.of("Pacific/Auckland")));
    private static final OffsetDateTime NOTICED = OffsetDateTime.parse("2026-11-22T21:00:00+13:00");

    @TempDir
    Path folder;

    private OngoingIncident opened() throws IOException {
        return opened(List.of("hack-or-wrong-account"));
    }

    private OngoingIncident opened(List<String> types) throws IOException {
        return OngoingIncident.open(
                folder,
                new OngoingIncident.Opening("A remark on our account", NOTICED, "Ana", ASSESSOR.assess(types)),
                SETTINGS);
    }

    @Test
    void an_incident_is_read_from_its_log_alone() throws IOException {
        opened().close();
        try (OngoingIncident incident = OngoingIncident.resume(folder, SETTINGS)) {
            IncidentView view = incident.view();
            assertEquals("A remark on our account", view.title());
            assertEquals(List.of("hack-or-wrong-account"), view.types());
            assertEquals(NOTICED, view.noticed());
            assertEquals("capture", view.steps().get(0).id());
            assertEquals(NOTICED.plusMinutes(5), view.steps().get(0).due());
            assertEquals("MH-DURING-5", view.steps().get(0).cites().statement());
            assertNull(view.closed());
        }
    }

    @Test
    void people_act_first_and_record_later() throws IOException {
        try (OngoingIncident incident = opened()) {
            incident.done("capture", "Ana", NOTICED.plusMinutes(3), "two screenshots", false);
            IncidentView.StepState capture = incident.view().step("capture").orElseThrow();
            assertEquals(NOTICED.plusMinutes(3), capture.done());
            assertFalse(capture.late(NINE));
            incident.done("take-down", "Ana", NOTICED.plusMinutes(11), "", false);
            assertTrue(incident.view().step("take-down").orElseThrow().late(NINE));
        }
    }

    @Test
    void what_comes_first_has_to_be_done_first() throws IOException {
        try (OngoingIncident incident = opened()) {
            LogException refused =
                    assertThrows(LogException.class, () -> incident.done("take-down", "Ana", null, "", false));
            assertTrue(refused.getMessage().contains("capture"), refused.getMessage());
            incident.done("take-down", "Ana", null, "It was urgent.", true);
            assertTrue(incident.view().step("take-down").orElseThrow().settled());
            assertThrows(LogException.class, () -> incident.done("take-down", "Ana", null, "", true));
            assertThrows(LogException.class, () -> incident.done("dance", "Ana", null, "", true));
        }
    }

    @Test
    void a_step_that_is_done_opens_the_next() throws IOException {
        try (OngoingIncident incident = opened()) {
            assertFalse(ids(incident.view().next()).contains("take-down"));
            incident.skip("capture", "Ben", "the platform had removed it");
            assertTrue(ids(incident.view().next()).contains("take-down"));
            assertTrue(incident.view().step("capture").orElseThrow().skipped());
        }
    }

    private static Set<String> ids(List<IncidentView.StepState> steps) {
        return steps.stream().map(IncidentView.StepState::id).collect(Collectors.toSet());
    }

    @Test
    void an_incident_closes_once_and_only_without_open_steps() throws IOException {
        try (OngoingIncident incident = opened()) {
            assertThrows(LogException.class, () -> incident.end("Ana", "over", false));
            for (IncidentView.StepState step : incident.view().steps()) {
                if (step.due() != null) {
                    incident.done(step.id(), "Ana", null, "", true);
                }
            }
            incident.end("Ana", "over", false);
            IncidentView view = incident.view();
            assertNotNull(view.closed());
            assertEquals(Set.of("review", "owed-apology"), ids(view.next()));
            assertEquals(
                    view.closed().plusDays(5), view.step("review").orElseThrow().due());
            assertThrows(LogException.class, () -> incident.end("Ana", "again", true));
        }
    }

    @Test
    void of_many_who_report_one_step_as_done_only_the_first_is_recorded() throws Exception {
        opened().close();
        var tasks = new java.util.ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            String who = "person " + i;
            tasks.add(() -> {
                try (OngoingIncident incident = OngoingIncident.resume(folder, SETTINGS)) {
                    incident.note(who, null, "I am on it");
                    incident.done("capture", who, null, "", false);
                    return true;
                } catch (LogException e) {
                    return false;
                }
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        int recorded = 0;
        try {
            for (Future<Boolean> one : threads.invokeAll(tasks)) {
                recorded += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, recorded);
        try (OngoingIncident incident = OngoingIncident.resume(folder, SETTINGS)) {
            long done = incident.view().entries().stream()
                    .filter(e -> e.kind().equals("step-done"))
                    .count();
            assertEquals(1, done);
            long notes = incident.view().entries().stream()
                    .filter(e -> e.kind().equals("note"))
                    .count();
            assertEquals(8, notes);
        }
        try (IncidentLog log = IncidentLog.openReadOnly(folder)) {
            assertTrue(log.verify(List.of(), null).intact());
        }
    }

    @Test
    void a_notice_of_complaint_runs_its_clock() throws IOException {
        try (OngoingIncident incident = opened(List.of("hdca-notice"))) {
            OffsetDateTime now = NINE.atZone(ZoneId.of("Pacific/Auckland")).toOffsetDateTime();
            assertThrows(LogException.class, () -> incident.notice(NoticeClock.Event.COPY_SENT, "Ana", null, "", now));
            NoticeClock clock = incident.notice(NoticeClock.Event.RECEIVED, "Ana", NOTICED, "by mail", now);
            assertEquals(NOTICED.plusHours(48), clock.due());
            assertEquals(Duration.ofMinutes(47 * 60 + 56), clock.left(NINE).orElseThrow());
            incident.notice(NoticeClock.Event.COPY_SENT, "Legal", NOTICED.plusHours(47), "", now);
            assertEquals(NoticeClock.Outcome.KEPT, incident.view().notice().outcome());
        }
    }

    @Test
    void pages_tell_who_is_to_be_called_and_what_to_say() throws IOException {
        try (OngoingIncident incident = opened()) {
            incident.assign("communications-manager", "Moana, 021 555 010", "Ana");
            incident.status("Post <b>removed</b>, looking into it | soon", "Ana");
            incident.done("capture", "Ana", NOTICED.plusMinutes(2), "", false);
            IncidentView view = incident.view();
            String card = PaperWords.of(IncidentPages.card(view, Map.of("adviser", "Aroha, 021 555 011")));
            assertTrue(card.contains("communications manager | Moana, 021 555 010"), card);
            assertTrue(card.contains("adviser | Aroha, 021 555 011"), card);
            assertTrue(card.contains("Say: “A post on this account"), card);
            assertTrue(card.contains("by 21:05 Capture the post"), card);
            String brief = PaperWords.of(IncidentPages.brief(view, NINE));
            assertTrue(brief.contains("Post <b>removed</b>"), brief);
            assertTrue(brief.contains("Not answered yet."), brief);
            String record = PaperWords.of(IncidentPages.record(view));
            assertTrue(record.contains("step-done"), record);
            assertTrue(PaperWords.of(IncidentPages.card(
                            ASSESSOR.assess(List.<String>of()).steps(), Map.of()))
                    .contains("______"));
        }
    }

    /** A page of A4 at 11 points holds some 50 lines of 95 characters. */
    @Test
    void the_card_of_every_type_and_branch_fits_on_a_page() throws IOException {
        var ids = new ArrayList<String>();
        ASSESSOR.triage().types().forEach(t -> ids.add(t.id()));
        ASSESSOR.matrix().branches().forEach(b -> ids.add(b.id()));
        assertEquals(15, ids.size());
        for (String id : ids) {
            Path own = folder.resolve(id);
            try (OngoingIncident incident = OngoingIncident.open(
                    own,
                    new OngoingIncident.Opening("Incident", NOTICED, "Ana", ASSESSOR.assess(List.of(id))),
                    SETTINGS)) {
                int lines = 4;
                for (String line : PaperWords.of(IncidentPages.card(incident.view(), Map.of()))
                        .split("\n", -1)) {
                    lines += 1 + line.length() / 95;
                }
                assertTrue(lines <= 50, id + ": " + lines + " lines");
            }
        }
    }

    @Test
    void a_file_is_copied_and_its_hash_recorded() throws IOException {
        Path picture = folder.resolveSibling(folder.getFileName() + "-picture.png");
        Files.write(picture, new byte[] {1, 2, 3});
        try (OngoingIncident incident = opened()) {
            incident.attach(picture, "Ana", NOTICED.plusMinutes(1), "what people see");
            var last = incident.view().entries().get(incident.view().entries().size() - 1);
            assertEquals("attachment", last.kind());
            assertNotNull(last.content());
            assertEquals(64, last.content().fields().get("sha256").length());
        } finally {
            Files.delete(picture);
        }
    }
}
