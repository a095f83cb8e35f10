package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a report, as an agency goes; other programs read what comes out. */
class WholePathTest {
    private static final Path POSTS = Path.of(System.getProperty("govsocial.sharedTestData", "../shared/test-data"))
            .resolve("posts/government-tweets-dev.jsonl");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @TempDir
    Path folder;

    @Test
    void decide_plan_check_render_export_and_report_follow_from_each_other() throws Exception {
        String decision = at("decision.json");
        done("decide", "--answers", "samples/decide/answers.json", "--format", "json", "--output", decision);
        String stage = JsonParser.parseString(Files.readString(Path.of(decision)))
                .getAsJsonObject()
                .get("stage")
                .getAsString();
        assertEquals("active", stage);

        String plan = at("plan.json");
        done("plan", "init", "--from", decision, "--output", plan);
        Run check = Run.of("plan", "check", plan, "--format", "json");
        assertTrue(check.code() == ExitCode.DONE || check.code() == ExitCode.FINDINGS, check.err());
        assertTrue(JsonParser.parseString(check.out()).isJsonObject());

        String words = at("case.docx");
        done("plan", "render", "business-case", plan, "--format", "docx", "--output", words);
        try (InputStream in = Files.newInputStream(Path.of(words));
                var document = new XWPFDocument(in)) {
            List<XWPFParagraph> headings = document.getParagraphs().stream()
                    .filter(p -> String.valueOf(p.getStyle()).startsWith("Heading"))
                    .toList();
            assertTrue(headings.size() >= 5, "headings: " + headings.size());
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .reduce("", (a, b) -> a + "\n" + b);
            assertTrue(text.toLowerCase(java.util.Locale.ROOT).contains(stage), "the decision's stage is in the case");
        }

        String ics = at("calendar.ics");
        done("plan", "calendar", "export", "samples/plan/calendar.csv", "--format", "ics", "--output", ics);
        try (InputStream in = Files.newInputStream(Path.of(ics))) {
            var events = new CalendarBuilder().build(in).getComponents(Component.VEVENT);
            assertEquals(3, events.size());
        }
        assertEquals(
                Instant.parse("2029-07-05T21:00:00Z"),
                Biweekly.parse(Path.of(ics).toFile())
                        .first()
                        .getEvents()
                        .get(0)
                        .getDateStart()
                        .getValue()
                        .toInstant());

        if (!Boolean.getBoolean("govsocial.requireSharedData")) {
            Assumptions.assumeTrue(Files.isRegularFile(POSTS), "there is no " + POSTS);
        }
        reportsOnPostsOfGovernments(plan);
    }

    private void reportsOnPostsOfGovernments(String plan) throws Exception {
        LocalDate from = LocalDate.parse("2013-07-06");
        LocalDate to = LocalDate.parse("2013-07-12");
        var dated = new ArrayList<String>();
        int expected = 0;
        for (String line : Files.readAllLines(POSTS)) {
            JsonObject post = JsonParser.parseString(line).getAsJsonObject();
            // The id of a post on X holds its time.
            Instant time =
                    Instant.ofEpochMilli((Long.parseLong(post.get("id").getAsString()) >> 22) + 1_288_834_974_657L);
            post.addProperty("time", time.toString());
            post.addProperty("platform", "x");
            dated.add(post.toString());
            LocalDate day = time.atZone(AUCKLAND).toLocalDate();
            expected += day.isBefore(from) || day.isAfter(to) ? 0 : 1;
        }
        assertTrue(expected >= 5, "the week has posts: " + expected);
        Path archive = Files.write(folder.resolve("posts.jsonl"), dated);
        String[] report = {
            "plan",
            "report",
            "weekly",
            "--posts",
            archive.toString(),
            "--from",
            from.toString(),
            "--to",
            to.toString(),
            "--plan",
            plan
        };

        JsonObject json =
                JsonParser.parseString(done(with(report, "--format", "json"))).getAsJsonObject();
        assertEquals(
                expected,
                json.get("posts").getAsInt()
                        + json.get("replies").getAsInt()
                        + json.get("reposts").getAsInt());
        assertEquals(dated.size() - expected, json.get("outsideThePeriod").getAsInt());
        assertTrue(json.get("removals").isJsonNull(), "nobody gave a log, so nobody knows");
        assertTrue(json.getAsJsonObject("accessibility").get("judged").getAsInt() > 0);
        assertEquals(7, json.getAsJsonArray("stretches").size());
        assertTrue(json.getAsJsonArray("themes").size() > 0);

        String html = at("week.html");
        done(with(report, "--output", html));
        String page = Files.readString(Path.of(html));
        assertTrue(page.contains("<svg") && page.contains("<title"), "charts are drawn, and named");
        String docx = at("week.docx");
        done(with(report, "--output", docx));
        try (InputStream in = Files.newInputStream(Path.of(docx));
                var document = new XWPFDocument(in)) {
            assertTrue(document.getTables().size() >= 2);
        }

        String bag = at("bag");
        done("plan", "backup", "create", archive.toString(), "--to", bag);
        var verifier = new BagVerifier();
        try {
            verifier.isValid(new BagReader().read(Path.of(bag)), false);
        } finally {
            verifier.close();
        }
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static String[] with(String[] all, String... more) {
        var joined = new ArrayList<>(List.of(all));
        joined.addAll(List.of(more));
        return joined.toArray(String[]::new);
    }

    private static String done(String... args) throws IOException {
        Run run = Run.of(args);
        assertEquals(ExitCode.DONE, run.code(), () -> String.join(" ", args) + ": " + run.err());
        return run.out();
    }
}
