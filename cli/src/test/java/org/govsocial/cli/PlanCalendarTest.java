package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCalendarTest {
    private static final String SAMPLE = "samples/plan/calendar.csv";

    @TempDir
    Path folder;

    @Test
    void a_calendar_is_checked_for_days_sign_off_times_and_words() {
        Run run = Run.of("plan", "calendar", "check", SAMPLE, "--region", "wellington", "--format", "json");

        assertEquals(ExitCode.FINDINGS, run.code(), run.err());
        JsonObject found = JsonParser.parseString(run.out()).getAsJsonObject();
        var remarks = new TreeSet<String>();
        for (JsonElement one : found.getAsJsonArray("remarks")) {
            JsonObject remark = one.getAsJsonObject();
            if (!remark.get("item").isJsonNull()) {
                remarks.add(remark.get("item").getAsString() + " "
                        + remark.get("kind").getAsString());
            }
        }
        assertEquals(
                "[matariki-1 holiday, night-1 time, storytime-1 sign-off, survey-1 pre-election]", remarks.toString());
        JsonObject check = found.getAsJsonObject("check");
        assertEquals(4, check.getAsJsonObject("summary").get("subjects").getAsInt());
    }

    @Test
    void the_words_go_through_the_same_rules_as_check() throws IOException {
        String calendar = Files.writeString(folder.resolve("c.csv"), """
                        id,time,channel,text,state,written by,reviewed by,approved by
                        a,2029-07-10 10:30,x,Kia ora! #stateofemergency updates,draft,A,,
                        """).toString();
        Run run = Run.of("plan", "calendar", "check", calendar);
        assertTrue(run.out().contains("#StateOfEmergency"), run.out());
        assertEquals(ExitCode.FINDINGS, run.code(), "an error in the words fails the calendar");
        assertEquals(
                ExitCode.DONE,
                Run.of("plan", "calendar", "check", calendar, "--fail-on", "never")
                        .code());
        assertTrue(Run.of("check", calendar).out().contains("#StateOfEmergency"), "check reads the file as well");
    }

    @Test
    void exports_are_written_whole_and_say_what_they_leave_out() throws IOException {
        Path ics = folder.resolve("calendar.ics");
        Run run = Run.of("plan", "calendar", "export", SAMPLE, "--format", "ics", "--output", ics.toString());
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("night-1"), run.err());
        String written = Files.readString(ics);
        assertTrue(written.startsWith("BEGIN:VCALENDAR\r\n"), written);
        assertTrue(written.contains("DTSTART:20290705T210000Z\r\n"), written);
        Run csv = Run.of("plan", "calendar", "export", SAMPLE, "--format", "csv");
        assertTrue(csv.out().contains("2029-07-06,09:00,facebook,"), csv.out());
        assertFalse(csv.out().contains("survey-1"), csv.out());
        assertFalse(csv.out().contains("storytime-1"), "its writer approved it");
    }

    @Test
    void mistakes_are_told_with_file_and_line() throws IOException {
        String bad = Files.writeString(folder.resolve("bad.csv"), """
                        id,time,channel,text,state,written by,reviewed by,approved by
                        a,,x,Kia ora,finished,A,,
                        """).toString();
        Run run = Run.of("plan", "calendar", "check", bad);
        assertEquals(ExitCode.WRONG_INPUT, run.code());
        assertTrue(run.err().contains("bad.csv:2#state: \"finished\" is not a state."), run.err());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("plan", "calendar", "check", "none.csv").code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("plan", "calendar", "check", SAMPLE, "--region", "atlantis")
                        .code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("plan", "calendar", "export", SAMPLE, "--format", "pdf").code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("plan", "calendar", "check", "samples/drafts/week-48.jsonl")
                        .code());
    }
}
