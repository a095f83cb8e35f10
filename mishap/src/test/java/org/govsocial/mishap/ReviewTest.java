package org.govsocial.mishap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogSettings;
import org.govsocial.mishap.response.IncidentView;
import org.govsocial.mishap.response.OngoingIncident;
import org.govsocial.mishap.response.Review;
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
                        "A remark", NOTICED, "Ana", assessor.assess(List.of("hack-or-wrong-account"))),
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
    }

    @Test
    void the_report_says_what_the_guidance_asked_and_who_mends_it() throws IOException {
        String report = new Review(worked(), NOTICED).page(GUIDANCE).markdown();
        assertTrue(report.contains("| First response | 25 minutes |"), report);
        assertTrue(report.contains("| One device per account | Moana | 2026-12-18 |"), report);
        assertTrue(report.contains("MH-DURING-5, advised by: another New Zealand public body"), report);
        assertTrue(report.indexOf("Done: Capture") < report.indexOf("Done: Take the post down"), report);
    }

    @Test
    void the_timeline_is_described_and_its_table_says_the_same() throws IOException {
        String html = new Review(worked(), NOTICED).page(GUIDANCE).html();
        String svg = html.substring(html.indexOf("<svg"), html.indexOf("</svg>") + 6);
        int dots = svg.split("<circle ", -1).length - 1;
        assertTrue(svg.contains("role=\"img\" aria-labelledby=\"timeline-title timeline-text\""), svg);
        assertTrue(svg.contains("<title id=\"timeline-title\">") && svg.contains("<desc id=\"timeline-text\">"), svg);
        String table = html.substring(html.indexOf("What happened, in order"), html.indexOf("Late or left out"));
        assertEquals(dots, table.split("<tr><td>", -1).length - 1);
        assertTrue(dots >= 7, dots + " dots");
        assertFalse(html.contains("<script>"), html);
    }
}
