package org.govsocial.planning.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.govsocial.csv.SpecialDays;
import org.govsocial.model.Outcome;
import org.govsocial.model.TextAlternative;
import org.govsocial.planning.calendar.Remark.Kind;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), AUCKLAND);
    private static final String HEADER =
            "id,time,channel,account,text,link,image,alt text,state,written by,reviewed by,approved by\n";

    private static ContentCalendar read(String rows) throws IOException {
        return read(HEADER, rows);
    }

    private static ContentCalendar read(String header, String rows) throws IOException {
        try {
            return ContentCalendar.read(
                    "calendar.csv",
                    new ByteArrayInputStream((header + rows).getBytes(StandardCharsets.UTF_8)),
                    AUCKLAND);
        } catch (InputException e) {
            throw new AssertionError(e.problem().toString(), e);
        }
    }

    private static List<Kind> kinds(String row, SpecialDays days) throws IOException {
        ContentCalendar calendar = read(row);
        assertEquals(List.of(), calendar.problems());
        return new CalendarCheck(Set.of(Region.WELLINGTON), days, CLOCK)
                .check(calendar).stream()
                        .filter(r -> r.outcome() != Outcome.UNTESTED)
                        .map(Remark::kind)
                        .toList();
    }

    private static String row(String time, String state, String writer, String reviewer, String approver) {
        return "a," + time + ",facebook,,Kia ora,,,," + state + "," + writer + "," + reviewer + "," + approver + "\n";
    }

    @Test
    void an_item_becomes_the_post_that_rules_judge() throws IOException {
        CalendarItem item = read("a,2026-11-24 09:00,Facebook,edl,\"Kia ora,\nall\",,map.png,A map,draft,Aroha,,\n")
                .items()
                .get(0);

        assertEquals("facebook", item.post().platform().id());
        assertEquals("Kia ora,\nall", item.post().text());
        assertEquals("edl", item.post().account().handle());
        assertEquals(TextAlternative.of("A map"), item.post().media().get(0).alt());
        assertEquals(Instant.parse("2026-11-23T20:00:00Z"), item.post().time());
    }

    @Test
    void what_is_signed_off_by_somebody_else_passes() throws IOException {
        assertEquals(List.of(), kinds(row("2026-11-24 09:00", "scheduled", "Aroha", "Ben", "Moana"), SpecialDays.NONE));
        assertEquals(List.of(), kinds(row("", "draft", "", "", ""), SpecialDays.NONE));
        assertEquals(List.of(), kinds(row("2026-11-20 09:00", "published", "Aroha", "Ben", "Moana"), SpecialDays.NONE));
    }

    @Test
    void who_wrote_it_may_not_approve_it_however_the_name_is_written() throws IOException {
        for (String approver : List.of("Aroha Tū", "aroha  tu", " AROHA TŪ ", "Aroha Tu\u0304")) {
            assertEquals(
                    List.of(Kind.SIGN_OFF),
                    kinds(row("2026-11-24 09:00", "approved", "Aroha Tū", "Ben", approver), SpecialDays.NONE),
                    approver);
        }
        assertEquals(
                List.of(Kind.SIGN_OFF),
                kinds(row("2026-11-24 09:00", "approved", "", "Ben", "Moana"), SpecialDays.NONE));
        assertEquals(
                List.of(Kind.SIGN_OFF),
                kinds(row("2026-11-24 09:00", "approved", "Aroha", "Ben", ""), SpecialDays.NONE));
        assertEquals(
                List.of(Kind.SIGN_OFF), kinds(row("2026-11-24 09:00", "reviewed", "Aroha", "", ""), SpecialDays.NONE));
    }

    @Test
    void times_that_cannot_be_and_times_that_are_missed_are_told() throws IOException {
        assertEquals(List.of(Kind.TIME), kinds(row("2027-04-04 02:30", "draft", "", "", ""), SpecialDays.NONE));
        assertEquals(List.of(Kind.TIME), kinds(row("", "scheduled", "Aroha", "Ben", "Moana"), SpecialDays.NONE));
        assertEquals(
                List.of(Kind.TIME),
                kinds(row("2026-11-20 09:00", "scheduled", "Aroha", "Ben", "Moana"), SpecialDays.NONE));
        assertEquals(
                List.of(Kind.TIME),
                kinds(row("2026-11-29 09:00", "published", "Aroha", "Ben", "Moana"), SpecialDays.NONE));
    }

    @Test
    void clashing_days_are_told_by_the_date_in_new_zealand() throws Exception {
        SpecialDays days = SpecialDays.read("days.csv", new ByteArrayInputStream("""
                        from,to,kind,name,source
                        2026-12-01,2026-12-05,language-week,Te Wiki,example
                        2026-12-07,2026-12-09,pre-election,By-election,example
                        2026-12-10,,blackout,Office closed,
                        """.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(Kind.LANGUAGE_WEEK), kinds(row("2026-12-05 23:59", "draft", "", "", ""), days));
        assertEquals(List.of(), kinds(row("2026-12-06 00:00", "draft", "", "", ""), days));
        assertEquals(List.of(Kind.PRE_ELECTION), kinds(row("2026-12-07 00:00", "draft", "", "", ""), days));
        assertEquals(List.of(Kind.BLACKOUT), kinds(row("2026-12-10 12:00", "draft", "", "", ""), days));
        assertEquals(List.of(Kind.HOLIDAY), kinds(row("2026-12-28 09:00", "draft", "", "", ""), days));
        assertEquals(List.of(Kind.HOLIDAY), kinds(row("2027-01-25 09:00", "draft", "", "", ""), days));
        // 24 December in London, but Christmas Day here
        assertEquals(List.of(Kind.HOLIDAY), kinds(row("2026-12-25 00:30", "draft", "", "", ""), days));
    }

    @Test
    void what_nobody_gave_is_said_to_be_unchecked_and_no_date_is_made_up() throws IOException {
        List<Remark> remarks = new CalendarCheck(Set.of(), SpecialDays.NONE, CLOCK)
                .check(read(row("2026-11-24 09:00", "draft", "", "", "")));

        assertEquals(3, remarks.size(), remarks::toString);
        assertTrue(remarks.stream().allMatch(r -> r.outcome() == Outcome.UNTESTED));
        String all = remarks.toString();
        assertTrue(all.contains("Te Wiki o te Reo Māori 2026") && all.contains("pre-election period 2026"), all);
        assertTrue(all.contains("no region"), all);
    }

    @Test
    void two_items_in_one_place_at_one_time_collide() throws IOException {
        String one = "a,2026-11-24 09:00,x,,One,,,,draft,,,\n";
        String two = "b,2026-11-24T09:00+13:00,X,,Two,,,,draft,,,\n";
        assertEquals(List.of(Kind.COLLISION), kinds(one + two, SpecialDays.NONE));
        assertEquals(List.of(), kinds(one + two.replace("b,", "b,").replace("X", "facebook"), SpecialDays.NONE));
    }

    @Test
    void broken_rows_are_named_and_the_others_are_read() throws IOException {
        ContentCalendar calendar = read("a,2026-11-24 09:00,x,,One,,,,done,,,\n"
                + "b,,x,,Two,,,,draft,,,\n"
                + "b,,x,,Three,,,,draft,,,\n"
                + ",,x,,Four,,,,draft,,,\n"
                + "e,,,,Five,,,,draft,,,\n");

        assertEquals(1, calendar.items().size());
        assertEquals(
                List.of("calendar.csv:2#state", "calendar.csv:4#id", "calendar.csv:5#id", "calendar.csv:6#channel"),
                calendar.problems().stream().map(p -> p.where()).toList());
        assertThrows(AssertionError.class, () -> read("id,text\n", "a,b\n"));
    }

    @Test
    void the_ics_says_the_same_to_two_readers_however_hostile_the_words() throws Exception {
        long seed = 5545;
        var random = new Random(seed);
        var items = new ArrayList<String>();
        var texts = new ArrayList<String>();
        String[] pieces = {
            "Kia ora whānau ",
            "a,b;c\\d ",
            "\n",
            "🇳🇿👩‍👩‍👧",
            "=cmd()",
            "ā".repeat(90),
            "x".repeat(200),
            "BEGIN:VEVENT\n",
            "\u202e",
            "\"",
            ":",
            "日本語",
            "m\u0101",
            "ma\u0304"
        };
        var rows = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            var text = new StringBuilder("t");
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            text.append('.');
            items.add("id-" + i);
            texts.add(text.toString());
            rows.append("id-" + i + ",2026-11-" + (23 + i % 7) + " 0" + (i % 10) + ":00,x,,\""
                    + text.toString().replace("\"", "\"\"") + "\",,,,draft,,,\n");
        }
        ContentCalendar calendar = read(rows.toString());
        byte[] bytes = ics(calendar);
        String written = new String(bytes, StandardCharsets.UTF_8);

        for (String line : written.split("\r\n", -1)) {
            assertFalse(line.contains("\n") || line.contains("\r"), "seed " + seed + ": a line end of another kind");
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, "seed " + seed + ": " + line);
        }
        assertTrue(written.endsWith("END:VCALENDAR\r\n"));

        net.fortuna.ical4j.model.Calendar first = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        List<VEvent> events = first.getComponents(Component.VEVENT);
        ICalendar second = Biweekly.parse(written).first();
        assertEquals(60, events.size());
        assertEquals(60, second.getEvents().size());
        assertFalse(first.validate().hasErrors(), first.validate().toString());
        for (int i = 0; i < 60; i++) {
            String expected = texts.get(i);
            assertEquals(
                    expected,
                    events.get(i)
                            .getProperty(Property.DESCRIPTION)
                            .orElseThrow()
                            .getValue(),
                    "seed " + seed);
            assertEquals(expected, second.getEvents().get(i).getDescription().getValue(), "seed " + seed);
            Instant moment = calendar.items().get(i).moment().orElseThrow();
            assertEquals(
                    moment, second.getEvents().get(i).getDateStart().getValue().toInstant());
            assertEquals(moment, Instant.from(events.get(i).getDateTimeStart().getDate()));
            assertEquals(
                    events.get(i).getUid().orElseThrow().getValue(),
                    second.getEvents().get(i).getUid().getValue());
        }
        assertEquals(
                60,
                second.getEvents().stream()
                        .map(e -> e.getUid().getValue())
                        .distinct()
                        .count());
    }

    @Test
    void an_item_keeps_its_uid_when_everything_else_about_it_changes() throws IOException {
        String before = uid("a,2026-11-24 09:00,x,,One,,,,draft,,,\n");
        assertEquals(before, uid("a,2026-12-01 10:00,facebook,,Two,,,,approved,A,B,C\n"));
        assertFalse(before.equals(uid("b,2026-11-24 09:00,x,,One,,,,draft,,,\n")));
    }

    @Test
    void items_without_a_clear_time_are_left_out_of_the_ics_and_given_back() throws IOException {
        ContentCalendar calendar = read("a,,x,,One,,,,draft,,,\nb,2027-04-04 02:30,x,,Two,,,,draft,,,\n");
        var out = new ByteArrayOutputStream();

        CalendarExport.Result result = CalendarExport.ics(calendar, "", Instant.EPOCH, out);

        assertEquals(List.of(), result.written());
        assertEquals(2, result.left().size());
    }

    @Test
    void only_what_was_approved_goes_to_a_scheduling_tool_letter_by_letter() throws IOException {
        ContentCalendar calendar =
                read("a,2026-11-24 09:00,x,edl,\"=1+1, \"\"hi\"\"\nthere\",https://example.govt.nz,,,approved,A,B,C\n"
                        + "b,2026-11-24 10:00,x,,Two,,,,draft,,,\n"
                        + "c,2026-11-20 10:00,x,,Three,,,,published,A,B,C\n"
                        + "d,2026-11-24 11:00,x,,Four,,,,approved,A,B,A\n");
        var out = new ByteArrayOutputStream();

        CalendarExport.Result result = CalendarExport.csv(calendar, out);

        assertEquals(1, result.written().size());
        assertEquals(3, result.left().size());
        var rows = new ArrayList<List<String>>();
        CsvReader.builder()
                .ofCsvRecord(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .forEach(r -> rows.add(r.getFields()));
        assertEquals(CalendarExport.COLUMNS, rows.get(0));
        assertEquals(
                List.of(
                        "2026-11-24",
                        "09:00",
                        "x",
                        "edl",
                        "=1+1, \"hi\"\nthere",
                        "https://example.govt.nz",
                        "",
                        "",
                        "a"),
                rows.get(1));
        assertEquals(2, rows.size());
    }

    private static String uid(String row) throws IOException {
        return new String(ics(read(row)), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> l.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] ics(ContentCalendar calendar) throws IOException {
        var out = new ByteArrayOutputStream();
        CalendarExport.ics(calendar, "Te Puna", Instant.parse("2026-11-22T00:00:00Z"), out);
        return out.toByteArray();
    }
}
